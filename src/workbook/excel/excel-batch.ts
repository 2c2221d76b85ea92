import { Refusal, refuse } from '../refusal';
import type { Result } from '../workbook';
import { excelError } from './excel-error';

/** Oldest requirement set with everything that reading and writing need: Excel 2021, Microsoft 365, Excel on the web. */
const leastApi = '1.9';

/** How a batch treats a user who is typing in a cell, and Excel's undo list. */
export interface BatchOptions {
  /** Waits for the end of cell editing instead of failing; only for putting things back. */
  readonly waitForCellEdit?: boolean;
  /** One step in the undo list, where this Excel can do that. */
  readonly isOneUndoStep?: boolean;
}

/** Whether this Excel has a version of its API. */
export function hasExcelApi(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}

/** Runs a batch in Excel; what Excel refuses comes back as a sentence with a remedy, our own mistakes are thrown. */
export async function inExcel<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  { waitForCellEdit = false, isOneUndoStep = false }: BatchOptions = {},
): Promise<Result<T>> {
  try {
    if (!hasExcelApi(leastApi)) {
      refuse(
        'unsupportedHost',
        'This Excel is too old for the S&OP planner. Update Office, or open the workbook in Excel on the web.',
      );
    }
    // `mergeUndoGroup` came with ExcelApi 1.20.
    const options: Excel.RunOptions = {
      delayForCellEdit: waitForCellEdit,
      ...(isOneUndoStep && hasExcelApi('1.20') && { mergeUndoGroup: true }),
    };
    return { ok: true, value: await Excel.run(options, batch) };
  } catch (thrown) {
    if (thrown instanceof Refusal) return { ok: false, error: thrown.error };
    if (thrown instanceof OfficeExtension.Error) return { ok: false, error: excelError(thrown) };
    throw thrown;
  }
}
