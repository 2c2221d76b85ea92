import { checkChange } from '../check-change';
import type { ReadRequest, Result, Workbook, WorkbookChange, WorkbookError, WriteReceipt } from '../workbook';
import { applyWrite } from './apply-write';
import type { UndoStep } from './undo-step';
import { inExcel } from './excel-batch';
import { readBook } from './read-book';
import { planWrite } from './write-plan';

/** The workbook that is open in Excel, through Office.js. */
export function excelWorkbook(): Workbook {
  return {
    read: (request: ReadRequest) => inExcel((context) => readBook(context, request)),
    write,
  };
}

/** Applies a change as one step for the user; when Excel refuses part of it, what was written before is taken back. */
async function write(change: WorkbookChange): Promise<Result<WriteReceipt>> {
  const undo: UndoStep[] = [];
  const outcome = await inExcel(
    async (context): Promise<WriteReceipt> => {
      checkChange(change);
      const plan = await planWrite(context, change);
      const warnings = await applyWrite(context, change, plan, undo);
      return { sheets: change.sheets.map(({ name }) => name), warnings };
    },
    { isOneUndoStep: true },
  );
  if (outcome.ok || undo.length === 0) return outcome;
  const remains = await takeBack(undo);
  return remains ? { ok: false, error: withRemains(outcome.error, change) } : outcome;
}

/** Takes steps back, the last one first; whether something could not be. A cell that is being edited only delays this. */
async function takeBack(undo: readonly UndoStep[]): Promise<boolean> {
  const outcome = await inExcel(
    async (context) => {
      for (const step of [...undo].reverse()) await step(context);
    },
    { waitForCellEdit: true },
  );
  return !outcome.ok;
}

function withRemains(error: WorkbookError, { sheets }: WorkbookChange): WorkbookError {
  const named = sheets.map(({ name }) => `"${name}"`).join(', ');
  const where = named === '' ? 'the changed cells' : `sheet ${named}`;
  return {
    ...error,
    message: `${error.message} What is on ${where} is incomplete: undo it in Excel, or run again.`,
  };
}
