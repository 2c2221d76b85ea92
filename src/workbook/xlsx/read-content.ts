import { answerRequest } from '../answer-request';
import type { ReadRequest, WorkbookContent } from '../workbook';
import type { Parts } from './parts';
import { relationshipsOf } from './relationships';
import { readSettings } from './settings-part';
import { sheetOpener } from './sheet-reader';
import { readTables } from './tables';
import { readWorkbookPart, type WorkbookPart } from './workbook-part';

/** Answers a read request from the parts as they stand. */
export function readContent(parts: Parts, workbookPart: string, request: ReadRequest): WorkbookContent {
  const workbook = readWorkbookPart(parts, workbookPart);
  const sheets = workbook.sheets.map((sheet) => sheet.name);
  return answerRequest(
    {
      sheets,
      activeSheet: sheets[workbook.activeSheet] ?? '',
      date1904: workbook.date1904,
      names: workbook.names.map(({ name, sheetIndex, refersTo, isFunction }) => {
        return { name, scope: sheetIndex === null ? null : (sheets[sheetIndex] ?? null), refersTo, isFunction };
      }),
      tables: readTables(parts, workbook),
      settings: readSettings(parts, workbook),
      warnings: packageWarnings(parts, workbook),
      openSheet: sheetOpener(parts, workbook),
    },
    request,
  );
}

/** Sentences about the workbook that hold whatever is asked of it. */
export function packageWarnings(parts: Parts, workbook: WorkbookPart): string[] {
  const warnings: string[] = [];
  if (workbook.structureProtected) {
    warnings.push(
      'The workbook structure is protected. A result sheet is added all the same, but Excel asks for the password before it is moved, renamed or deleted.',
    );
  }
  if (relationshipsOf(parts, '').some(({ type }) => type.includes('/digital-signature/'))) {
    warnings.push(
      'The workbook is digitally signed. Writing a result invalidates the signature; sign it again afterwards.',
    );
  }
  return warnings;
}
