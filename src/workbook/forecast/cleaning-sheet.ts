import { dayFromIso, excelSerial } from '../../forecasting/index';
import type { AuditRow, CleaningKind, CleaningResult, Overrule } from '../../forecasting/index';
import { colors } from '../plan-sheet/styles';
import type { CellStyle, SheetCell, SheetContent } from '../sheet-content';
import type { CellValue } from '../workbook';
import { kindTitles } from './cleaning-kinds';
import { detailCell } from './sheet-cells';

/** Name of the sheet with every change that the cleaning made. */
export const cleaningSheetName = 'SOP Cleaning';

/** Columns of the audit, in order; reading the planner's decisions back goes by these headings. */
export const cleaningColumns = [
  'Row',
  'Item',
  'Date',
  'Quantity',
  'Kind',
  'Action',
  'Reason',
  'Cleaned item',
  'Cleaned date',
  'Cleaned quantity',
  'Overrule',
] as const;

const title: CellStyle = { bold: true, fontSize: 16, fontColor: colors.accent, verticalAlign: 'middle' };
const note: CellStyle = { fontColor: colors.grey, italic: true };
const heading: CellStyle = { bold: true, fill: colors.accent, fontColor: colors.accentText };
const bandHeading: CellStyle = { bold: true, fill: colors.band };
const entry: CellStyle = { fill: 'FFF9E5', fontColor: '1F4E9E' };

/** What the sheet is made of. */
export interface CleaningSheetInput {
  readonly cleaning: CleaningResult;
  /** The planner's decisions that apply, shown again in their column. */
  readonly overrules: readonly Overrule[];
  readonly rowCount: number;
  readonly runDate: string;
  readonly date1904: boolean;
}

/**
 * The audit as a sheet: totals by kind, then one line per finding with what was there, what was done and why, and a column in which
 * the planner overrules it. The history itself is not touched.
 */
export function cleaningSheet(input: CleaningSheetInput): SheetContent {
  const { cleaning, overrules, rowCount, runDate, date1904 } = input;
  const cells: SheetCell[] = [];
  const put = (row: number, column: number, value: CellValue, style?: CellStyle): void => {
    if (value !== null || style) cells.push({ row, column, value, ...(style && { style }) });
  };
  put(0, 0, 'Cleaning of the demand history', title);
  put(1, 0, `${rowCount} rows read on ${runDate.replace('T', ' ')}. The history itself is unchanged.`, note);
  put(
    2,
    0,
    'To decide otherwise, enter keep, remove, a quantity or a date in the last column and forecast again; decisions stay.',
    note,
  );
  const kinds = Object.keys(kindTitles) as CleaningKind[];
  put(4, 0, 'Findings', bandHeading);
  put(4, 1, null, bandHeading);
  put(4, 2, 'Rows', { ...bandHeading, align: 'right' });
  kinds.forEach((kind, index) => {
    put(5 + index, 0, kindTitles[kind]);
    put(5 + index, 2, cleaning.totals[kind], { numberFormat: '#,##0', align: 'right' });
  });
  const last = 5 + kinds.length;
  const head = last + 3;
  const total = cleaning.audit.length;
  put(last, 0, 'All', { bold: true, borderTop: 'thin' });
  put(last, 1, null, { borderTop: 'thin' });
  cells.push({
    row: last,
    column: 2,
    value: total,
    formula: `=SUM(C6:C${last})`,
    style: { bold: true, borderTop: 'thin', numberFormat: '#,##0', align: 'right' },
  });
  cleaningColumns.forEach((name, column) => put(head, column, name, heading));
  const decisions = new Map(overrules.map((overrule) => [overrule.row, overrule]));
  cleaning.audit.forEach((row, index) => auditLine(row, head + 1 + index, decisions.get(row.row), date1904, put));
  return {
    name: cleaningSheetName,
    cells,
    columnWidths: [9, 16, 14, 13, 22, 13, 64, 14, 13, 16, 14],
    freeze: { rows: head + 1, columns: 2 },
    print: { orientation: 'landscape', fitToWidth: 1, titleRows: [head, head], titleColumns: null },
    highlights: [],
    charts: [],
    showGridlines: false,
    tabColor: colors.accent,
  };
}

function auditLine(
  found: AuditRow,
  row: number,
  decision: Overrule | undefined,
  date1904: boolean,
  put: (row: number, column: number, value: CellValue, style?: CellStyle) => void,
): void {
  put(row, 0, found.row);
  put(row, 1, found.item);
  put(row, 2, found.date, { align: 'left' });
  put(row, 3, found.quantity, { align: 'right' });
  put(row, 4, kindTitles[found.kind]);
  put(row, 5, found.action);
  put(row, 6, found.reason);
  put(row, 7, found.cleanedItem);
  if (found.cleanedDate !== null) {
    const { value, style } = dateCell(found.cleanedDate, date1904);
    put(row, 8, value, style);
  }
  put(row, 9, found.cleanedQuantity, detailCell('quantity'));
  const { value, style } = decisionCell(decision, date1904);
  put(row, 10, value, { ...entry, ...style });
}

/** An ISO day as a date of the workbook. */
export function dateCell(iso: string, date1904: boolean): { readonly value: CellValue; readonly style: CellStyle } {
  const day = dayFromIso(iso);
  const value = day === null ? iso : excelSerial(day) - (date1904 ? 1462 : 0);
  return { value, style: { numberFormat: 'yyyy-mm-dd', align: 'left' } };
}

function decisionCell(
  decision: Overrule | undefined,
  date1904: boolean,
): { readonly value: CellValue; readonly style: CellStyle } {
  if (!decision) return { value: null, style: {} };
  if (decision.decision !== 'replace') return { value: decision.decision, style: {} };
  if (decision.quantity !== undefined) return { value: decision.quantity, style: {} };
  return decision.date === undefined ? { value: decision.item ?? null, style: {} } : dateCell(decision.date, date1904);
}
