import type { Result, Workbook } from '../workbook';
import { fingerprintLabel } from './run-details';
import { measureColumn, ownerColumn } from './sheet-block';
import { planSheetName } from './sheet-name';

/** A plan that stands in a workbook. */
export interface WrittenPlan {
  readonly sheet: string;
  /** Of the inputs that it was made from. */
  readonly fingerprint: string;
}

/** Rows from the top among which the sheet says how its plan was made. */
const rowsOfRun = 200;

/** The plan on the workbook's plan sheet, given the names of its sheets; null where there is none, or none of ours. */
export async function readWrittenPlan(
  workbook: Workbook,
  sheets: readonly string[],
  scenario: string | null = null,
): Promise<Result<WrittenPlan | null>> {
  const wanted = planSheetName(scenario).toLowerCase();
  const sheet = sheets.find((name) => name.toLowerCase() === wanted);
  if (sheet === undefined) return { ok: true, value: null };
  const range = { sheet, row: 0, column: 0, rowCount: rowsOfRun, columnCount: measureColumn + 1 };
  const read = await workbook.read({ names: [], tables: [], ranges: [range], settings: [] });
  if (!read.ok) return read;
  const line = read.value.ranges[0]?.cells.find((cells) => cells[ownerColumn]?.value === fingerprintLabel);
  const fingerprint = line?.[measureColumn]?.value;
  return { ok: true, value: typeof fingerprint === 'string' ? { sheet, fingerprint } : null };
}
