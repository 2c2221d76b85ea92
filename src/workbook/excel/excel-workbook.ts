import { checkChange, checkSheetCells } from '../check-change';
import { settle } from '../refusal';
import { noChange } from '../workbook';
import type { ReadRequest, Result, Workbook, WorkbookChange, WorkbookError, WriteReceipt } from '../workbook';
import { applyWrite } from './apply-write';
import type { UndoStep } from './undo-step';
import { inExcel } from './excel-batch';
import { rawContent } from './raw-book';
import type { RawBook } from './raw-book';
import { readBook } from './read-book';
import { drawnHere } from './sheet-drawing';
import type { DrawnSheet } from './sheet-drawing';
import { planWrite } from './write-plan';
import type { DrawnChange } from './write-plan';

/** The workbook that is open in Excel, behind the port; what costs time may also be done in another thread. */
export interface ExcelWorkbook extends Workbook {
  /** As `read`, but what Excel said is handed on as it is. */
  readonly readRaw: (request: ReadRequest) => Promise<Result<RawBook>>;
  /** As `write` of a single sheet that another thread has checked and drawn. */
  readonly writeDrawn: (sheet: DrawnSheet, settings: WorkbookChange['settings']) => Promise<Result<WriteReceipt>>;
}

/** The workbook that is open in Excel, through Office.js. */
export function excelWorkbook(): ExcelWorkbook {
  const readRaw = (request: ReadRequest) => inExcel((context) => readBook(context, request));
  return {
    readRaw,
    read: async (request) => {
      const raw = await readRaw(request);
      return raw.ok ? settle(() => rawContent(raw.value, request)) : raw;
    },
    writeDrawn: (sheet, settings) => write({ ...noChange, sheets: [sheet], settings }),
    write: async (change) => {
      const drawn = settle(() => {
        checkChange(change);
        checkSheetCells(change.sheets);
        return { ...change, sheets: change.sheets.map(drawnHere) };
      });
      return drawn.ok ? write(drawn.value) : drawn;
    },
  };
}

/** Applies a change as one step for the user; when Excel refuses part of it, what was written before is taken back. */
async function write(change: DrawnChange): Promise<Result<WriteReceipt>> {
  const undo: UndoStep[] = [];
  const outcome = await inExcel(
    async (context): Promise<WriteReceipt> => {
      const plan = await planWrite(context, change);
      const warnings = await applyWrite(context, change, plan, undo);
      return { sheets: change.sheets.map(({ drawing }) => drawing.name), warnings };
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

function withRemains(error: WorkbookError, { sheets }: DrawnChange): WorkbookError {
  const named = sheets.map(({ drawing }) => `"${drawing.name}"`).join(', ');
  const where = named === '' ? 'the changed cells' : `sheet ${named}`;
  return {
    ...error,
    message: `${error.message} What is on ${where} is incomplete: undo it in Excel, or run again.`,
  };
}
