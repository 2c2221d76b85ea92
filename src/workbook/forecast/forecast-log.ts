import { dayFromIso, snapshotAccuracy } from '../../forecasting/index';
import type { ActualDemand, Bucket, ForecastSnapshot, SnapshotAccuracy } from '../../forecasting/index';
import { colors } from '../plan-sheet/styles';
import type { SheetCell, SheetContent } from '../sheet-content';
import { dateOfSerial } from '../shown-text';
import type { Cell, RangeContent } from '../workbook';
import { dateCell } from './cleaning-sheet';
import { detailCell } from './sheet-cells';

/** Name of the sheet that keeps what was forecast on which day. */
export const forecastLogName = 'SOP Forecast Log';

const logColumns = ['Run', 'Item', 'Bucket', 'Period', 'Periods ahead', 'Forecast', 'Actual', 'Error'] as const;

/** A forecast of a former run. */
export interface LoggedForecast extends ForecastSnapshot {
  readonly bucket: string;
}

/** Most rows that are kept; the oldest runs go first. */
const mostRows = 100_000;

/** The forecasts of former runs; rows that cannot be read are left out. */
export function readForecastLog(sheet: RangeContent | null, date1904: boolean): LoggedForecast[] {
  const rows = sheet?.cells ?? [];
  const head = rows.findIndex((row) => logColumns.every((name) => row.some(({ value }) => value === name)));
  if (head < 0) return [];
  const at = Object.fromEntries(logColumns.map((name) => [name, rows[head].findIndex(({ value }) => value === name)]));
  return rows.slice(head + 1).flatMap((row): LoggedForecast[] => {
    const [runDate, period] = [isoOf(row[at.Run], date1904), isoOf(row[at.Period], date1904)];
    const [item, bucket] = [row[at.Item]?.value, row[at.Bucket]?.value];
    const [lead, quantity] = [row[at['Periods ahead']]?.value, row[at.Forecast]?.value];
    const isText = typeof item === 'string' && typeof bucket === 'string';
    if (runDate === null || period === null || !isText) return [];
    if (typeof lead !== 'number' || typeof quantity !== 'number') return [];
    return [{ runDate, item, bucket, period, lead, quantity }];
  });
}

function isoOf(cell: Cell | undefined, date1904: boolean): string | null {
  const value = cell?.value;
  if (typeof value === 'string') return dayFromIso(value) === null ? null : value;
  const date = typeof value === 'number' ? dateOfSerial(value, date1904) : null;
  return date && date.toISOString().slice(0, 10);
}

/** The log with a new run: one of the same day and bucket is replaced. */
export function extendedLog(former: readonly LoggedForecast[], run: readonly LoggedForecast[]): LoggedForecast[] {
  const [{ runDate, bucket } = { runDate: '', bucket: '' }] = run;
  const kept = former.filter((row) => row.runDate !== runDate || row.bucket !== bucket);
  const all = [...kept, ...run].sort((a, b) => (a.runDate < b.runDate ? -1 : a.runDate > b.runDate ? 1 : 0));
  if (all.length <= mostRows) return all;
  const oldest = all[all.length - mostRows].runDate;
  return all.filter((row) => row.runDate > oldest || row.runDate === runDate);
}

/** How good the logged forecasts of a bucket were, as far as the demand is known by now; null where none of it is. */
export function pastAccuracy(
  log: readonly LoggedForecast[],
  bucket: Bucket,
  actuals: readonly ActualDemand[],
): SnapshotAccuracy | null {
  const measured = snapshotAccuracy(
    log.filter((row) => row.bucket === bucket),
    actuals,
  );
  return measured.total.points > 0 ? measured : null;
}

/** The log as a sheet, with the demand that has come since beside each forecast. */
export function forecastLogSheet(
  log: readonly LoggedForecast[],
  bucket: Bucket,
  actuals: readonly ActualDemand[],
  date1904: boolean,
): SheetContent {
  const key = (item: string, period: string): string => JSON.stringify([item, period]);
  const known = new Map(actuals.map(({ item, period, quantity }) => [key(item, period), quantity]));
  const cells: SheetCell[] = [
    {
      row: 0,
      column: 0,
      value: 'What was forecast when',
      style: { bold: true, fontSize: 16, fontColor: colors.accent },
    },
    {
      row: 1,
      column: 0,
      value:
        'Kept by every forecast, so that it can be measured once the demand has come. Actual: the cleaned history.',
      style: { italic: true, fontColor: colors.grey },
    },
  ];
  const heading = { bold: true, fill: colors.accent, fontColor: colors.accentText } as const;
  logColumns.forEach((value, column) => cells.push({ row: 3, column, value, style: heading }));
  log.forEach((entry, index) => {
    const row = 4 + index;
    cells.push(
      { row, column: 0, ...dateCell(entry.runDate, date1904) },
      { row, column: 1, value: entry.item },
      { row, column: 2, value: entry.bucket },
      { row, column: 3, ...dateCell(entry.period, date1904) },
      { row, column: 4, value: entry.lead, style: detailCell('whole') },
      { row, column: 5, value: entry.quantity, style: detailCell('quantity') },
    );
    const actual = entry.bucket === bucket ? known.get(key(entry.item, entry.period)) : undefined;
    if (actual === undefined) return;
    const formula = `=F${row + 1}-G${row + 1}`;
    cells.push(
      { row, column: 6, value: actual, style: detailCell('quantity') },
      { row, column: 7, value: entry.quantity - actual, formula, style: detailCell('quantity') },
    );
  });
  return {
    name: forecastLogName,
    cells,
    columnWidths: [13, 18, 9, 13, 14, 13, 13, 13],
    freeze: { rows: 4, columns: 0 },
    print: { orientation: 'portrait', fitToWidth: 1, titleRows: [3, 3], titleColumns: null },
    highlights: [],
    charts: [],
    showGridlines: false,
    tabColor: colors.grey,
  };
}
