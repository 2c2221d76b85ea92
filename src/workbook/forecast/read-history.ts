import type { RawHistoryRow } from '../../forecasting/index';
import { cellAddress } from '../address';
import { isBlank } from '../cell-number';
import { addressOf } from '../find-input';
import type { FoundInput } from '../find-input';
import type { Reports } from '../reports';
import type { InputName } from '../schema';
import { dateOfSerial, isDateFormat, shownText } from '../shown-text';
import type { Cell, RangeReference, WorkbookContent } from '../workbook';

/** The past demand as the workbook has it, nothing of it judged yet. */
export interface HistoryReading {
  /** Numbered by data row from 1; rows without any content are left out. */
  readonly rows: readonly RawHistoryRow[];
  /** The cells of the rows without their headings: data row 1 is the first. Null where there is no history. */
  readonly body: RangeReference | null;
}

const historyNames = ['History_Date', 'History_Item', 'History_Quantity'] as const satisfies readonly InputName[];

/** One column of the history: its cells from the first data row on. */
type Column = readonly (Cell | null)[];

/**
 * Reads the table SOP_History or the three names. Only what makes the history unusable as a whole is an issue here:
 * what is wrong with a row is for the cleaning to say.
 */
export function readHistory(
  content: WorkbookContent,
  found: ReadonlyMap<InputName, FoundInput>,
  reports: Reports,
): HistoryReading {
  const named = historyNames.flatMap((name) => found.get(name) ?? []);
  const hasTable = content.tables.some(({ name }) => name.toLowerCase() === 'sop_history');
  // Cells chosen in the pane win over the table, and the table over names.
  const useNames = named.length > 0 && (!hasTable || named.some(({ definedName }) => definedName === null));
  const columns = useNames ? namedColumns(found, reports) : tableColumns(content, reports);
  if (columns === null) return { rows: [], body: null };
  const { dates, items, quantities, reference } = columns;
  const rows: RawHistoryRow[] = [];
  for (let index = 0; index < dates.length; index++) {
    const [date, item, quantity] = [dates[index], items?.[index] ?? null, quantities[index] ?? null];
    if (![date, item, quantity].some((cell) => cell && !isBlank(cell))) continue;
    rows.push({
      row: index + 1,
      date: dateOf(date, content.date1904),
      item: item && !isBlank(item) ? shownText(item, content.date1904) : null,
      quantity: quantityOf(quantity),
    });
  }
  reportUncalculated([dates, quantities, ...(items ? [items] : [])], reference, reports);
  if (rows.length === 0) {
    reports.add('SOP_History', {
      severity: 'error',
      code: 'empty-history',
      sheet: reference.sheet,
      cell: cellAddress(reference.row, reference.column),
      message: 'The history has no row with demand.',
      fix: 'Enter the past demand, one row per day and item.',
    });
  }
  const heading = useNames ? 0 : 1;
  const body = { ...reference, row: reference.row + heading, rowCount: dates.length };
  return { rows, body };
}

interface Columns {
  readonly dates: Column;
  readonly items: Column | null;
  readonly quantities: Column;
  readonly reference: RangeReference;
}

function tableColumns(content: WorkbookContent, reports: Reports): Columns | null {
  const table = content.tables.find(({ name }) => name.toLowerCase() === 'sop_history');
  if (!table) {
    reports.add('SOP_History', {
      severity: 'error',
      code: 'missing-history',
      sheet: null,
      cell: null,
      message: 'The workbook has no past demand: neither a table SOP_History nor a range named History_Date.',
      fix: 'Make a table SOP_History with the columns Date, Item and Quantity, or name three columns History_Date, History_Item and History_Quantity.',
    });
    return null;
  }
  const { reference, headers, body } = table;
  const column = (wanted: string): Column | null => {
    const position = headers.findIndex((header) => header.trim().toLowerCase() === wanted.toLowerCase());
    return position < 0 ? null : body.map((row) => row[position] ?? null);
  };
  const missing = ['Date', 'Quantity'].filter((name) => column(name) === null);
  for (const name of missing) {
    reports.add('SOP_History', {
      severity: 'error',
      code: 'missing-column',
      sheet: reference.sheet,
      cell: cellAddress(reference.row, reference.column),
      message: `SOP_History has no column ${name}.`,
      fix: `Add a column with the heading ${name}.`,
    });
  }
  const [dates, items, quantities] = [column('Date'), column('Item'), column('Quantity')];
  return dates && quantities ? { dates, items, quantities, reference } : null;
}

function namedColumns(found: ReadonlyMap<InputName, FoundInput>, reports: Reports): Columns | null {
  const [date, item, quantity] = [found.get('History_Date'), found.get('History_Item'), found.get('History_Quantity')];
  for (const [name, input] of [
    ['History_Date', date],
    ['History_Quantity', quantity],
  ] as const) {
    if (input || reports.about(name).length > 0) continue;
    reports.add(name, {
      severity: 'error',
      code: 'missing-history',
      sheet: null,
      cell: null,
      message: `The history has no range named ${name}.`,
      fix: `Name the column of the history's ${name === 'History_Date' ? 'dates' : 'quantities'} ${name}.`,
    });
  }
  if (!date?.reference || !quantity?.reference) return null;
  const inputs = [date, quantity, ...(item ? [item] : [])];
  const aligned = alignedColumns(inputs);
  if (aligned === null) {
    const sizes = inputs.map(({ input, cells }) => `${input} ${cells.length} rows × ${cells[0]?.length ?? 0} columns`);
    reports.add('History_Date', {
      severity: 'error',
      code: 'wrong-shape',
      ...addressOf(date),
      message: `The columns of the history do not go together: ${sizes.join(', ')}.`,
      fix: 'Let the three names refer to columns of the same rows.',
    });
    return null;
  }
  const [dates, quantities, items = null] = aligned;
  const from = isHeading(dates[0], quantities[0]) ? 1 : 0;
  return {
    dates: dates.slice(from),
    quantities: quantities.slice(from),
    items: items && items.slice(from),
    reference: { ...date.reference, row: date.reference.row + from },
  };
}

/** One list of cells per name, cell by cell in the same rows; whole columns may end at different cells. Null where they do not fit. */
function alignedColumns(inputs: readonly FoundInput[]): Column[] | null {
  const lines = inputs.map(({ cells }) => (cells.length === 1 ? [...cells[0]] : cells.map(([cell]) => cell)));
  if (inputs.some(({ cells }) => cells.length > 1 && cells[0].length > 1)) return null;
  if (lines.every((line) => line.length === lines[0].length)) return lines;
  const references = inputs.map(({ reference }) => reference);
  const sheet = references[0]?.sheet;
  if (references.some((reference) => reference === null || reference.sheet !== sheet)) return null;
  const rows = references.map((reference) => reference?.row ?? 0);
  const first = Math.min(...rows);
  const end = Math.max(...lines.map((line, index) => rows[index] + line.length));
  return lines.map((line, index) =>
    Array.from({ length: end - first }, (_, at) => line[at + first - rows[index]] ?? null),
  );
}

/** A whole column that is named has its heading in the first cell: words where a date and a quantity belong. */
function isHeading(date: Cell | null, quantity: Cell | null): boolean {
  const isWords = (cell: Cell | null): boolean =>
    typeof cell?.value === 'string' && /\p{L}/u.test(cell.value) && !/\d/.test(cell.value);
  return isWords(date) && isWords(quantity);
}

/** A true date as ISO text; a bare number or text stays what it is. */
function dateOf(cell: Cell | null, date1904: boolean): string | number | null {
  if (!cell || isBlank(cell)) return null;
  if (typeof cell.value === 'number') {
    const day = isDateFormat(cell.numberFormat) ? dateOfSerial(cell.value, date1904) : null;
    return day ? day.toISOString().slice(0, 10) : cell.value;
  }
  return plainText(cell);
}

function quantityOf(cell: Cell | null): string | number | null {
  if (!cell || isBlank(cell)) return null;
  return typeof cell.value === 'number' ? cell.value : plainText(cell);
}

function plainText({ value }: Cell): string | null {
  if (value === null) return null;
  return typeof value === 'object' ? value.error : String(value);
}

function reportUncalculated(columns: readonly Column[], reference: RangeReference, reports: Reports): void {
  const count = columns.flat().filter((cell) => cell?.uncalculated === true).length;
  if (count === 0) return;
  reports.add('SOP_History', {
    severity: 'error',
    code: 'not-calculated',
    sheet: reference.sheet,
    cell: cellAddress(reference.row, reference.column),
    message: `The history has ${count} formulas whose values the file does not hold.`,
    fix: 'Open the workbook once in Excel and save it, so that they are calculated.',
  });
}
