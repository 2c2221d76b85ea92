import {
  bucketStart,
  dayFromIso,
  isHockeyStick,
  nextBucketStart,
  readDate,
  spellingKey,
} from '../../forecasting/index';
import type { Bucket, DayNumber } from '../../forecasting/index';
import { readTable } from '../read-table';
import type { TableRow } from '../read-table';
import type { Reports } from '../reports';
import { dateOfSerial } from '../shown-text';
import type { WorkbookContent } from '../workbook';

/** One number that the planner forecast himself. */
export interface PlannerForecast {
  /** As the table spells it; blank for the only item. */
  readonly item: string;
  /** A day of the period forecast. */
  readonly day: DayNumber;
  /** Units of the whole period. */
  readonly quantity: number;
  /** The day on which it was made; null where the table does not say. */
  readonly made: DayNumber | null;
}

/** Reads the table SOP_Planner_Forecast; a date that cannot be read is an issue, and its row is left out. */
export function readPlannerForecasts(content: WorkbookContent, reports: Reports): PlannerForecast[] {
  const table = readTable(content, 'SOP_Planner_Forecast', reports);
  return (table?.rows ?? []).flatMap((row): PlannerForecast[] => {
    const day = dayOf(row, 'Date', content.date1904);
    const quantity = row.number('Quantity');
    if (day === null || quantity === null) {
      if (day === null) {
        row.report(
          'warning',
          'unknown-planner-date',
          'Date',
          `SOP_Planner_Forecast has "${row.text('Date')}", which is no date; the row is left out.`,
          'Enter any day of the period forecast, e.g. 2025-06-01, or its month, e.g. 2025-06.',
        );
      }
      return [];
    }
    const made = row.isBlank('Made') ? null : dayOf(row, 'Made', content.date1904);
    return [{ item: row.text('Item'), day, quantity, made }];
  });
}

/**
 * The planner's numbers of an item, one per period that starts on a given day, null where he has none. Of several for one period
 * the latest that was made before the period ended counts; where nothing says when, the lowest row.
 */
export function plannerNumbers(
  planned: readonly PlannerForecast[],
  item: string,
  isOnlyOne: boolean,
  starts: readonly DayNumber[],
  bucket: Bucket,
): (number | null)[] {
  const best = new Map<DayNumber, PlannerForecast>();
  for (const entry of ofItem(planned, item, isOnlyOne)) {
    const start = bucketStart(entry.day, bucket);
    if (entry.made !== null && entry.made >= nextBucketStart(start, bucket)) continue;
    const former = best.get(start);
    if (!former || (entry.made ?? -Infinity) >= (former.made ?? -Infinity)) best.set(start, entry);
  }
  return starts.map((start) => best.get(start)?.quantity ?? null);
}

/** Least periods that have come since by which a former forecast can be judged. */
const fewestPeriods = 3;

/**
 * How many of the planner's past forecasts of an item, each what he made on one day, ran away from the demand that came.
 *
 * @param actual demand by first day of its period
 */
export function pastHockeySticks(
  planned: readonly PlannerForecast[],
  item: string,
  isOnlyOne: boolean,
  actual: ReadonlyMap<DayNumber, number>,
  bucket: Bucket,
): number {
  const runs = new Map<DayNumber, Map<DayNumber, number>>();
  for (const { made, day, quantity } of ofItem(planned, item, isOnlyOne)) {
    const start = bucketStart(day, bucket);
    if (made === null || !actual.has(start)) continue;
    runs.set(made, (runs.get(made) ?? new Map<DayNumber, number>()).set(start, quantity));
  }
  return [...runs.values()].filter((numbers) => {
    const starts = [...numbers.keys()].sort((a, b) => a - b);
    if (starts.length < fewestPeriods) return false;
    return isHockeyStick(
      starts.map((start) => numbers.get(start) ?? 0),
      starts.map((start) => actual.get(start) ?? 0),
    );
  }).length;
}

function ofItem(planned: readonly PlannerForecast[], item: string, isOnlyOne: boolean): readonly PlannerForecast[] {
  const key = spellingKey(item);
  return planned.filter((entry) => spellingKey(entry.item) === key || (isOnlyOne && entry.item === ''));
}

function dayOf(row: TableRow, column: string, date1904: boolean): DayNumber | null {
  const serial = row.number(column);
  if (serial !== null) return dayFromIso(dateOfSerial(serial, date1904)?.toISOString().slice(0, 10) ?? '');
  const text = row.text(column);
  const month = /^(\d{4})[-/. ](\d{1,2})$/.exec(text);
  if (month) return dayFromIso(`${month[1]}-${month[2].padStart(2, '0')}-01`);
  const reading = readDate(text);
  return reading.kind === 'candidates' && reading.candidates.length === 1 ? reading.candidates[0].day : null;
}
