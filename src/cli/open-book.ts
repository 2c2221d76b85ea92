import { readContent } from '../workbook/read-problem';
import type { WorkbookContent } from '../workbook/workbook';
import { readXlsxFile } from '../workbook/xlsx/node-file';
import type { XlsxWorkbook } from '../workbook/xlsx/open-xlsx';
import type { Surroundings } from './command';

/** A workbook file with all that planning reads of it; null where it cannot be read, which has been said then. */
export async function openBook(
  file: string,
  { err }: Pick<Surroundings, 'err'>,
): Promise<{ readonly workbook: XlsxWorkbook; readonly content: WorkbookContent } | null> {
  const opened = await readXlsxFile(file);
  const content = opened.ok ? await readContent(opened.value) : opened;
  if (opened.ok && content.ok) return { workbook: opened.value, content: content.value };
  if (!content.ok) err(`error: ${content.error.message}\n`);
  return null;
}
