import type { Bucket, PlannedEvent } from '../../forecasting/index';
import { addressOf } from '../find-input';
import type { FoundInput } from '../find-input';
import { numberAt, readInputNumbers, readWord } from '../read-input';
import { readTable } from '../read-table';
import type { Reports } from '../reports';
import type { InputName } from '../schema';
import type { WorkbookContent } from '../workbook';
import { eventDays } from '../../forecasting/index';
import { planItem } from './plan-demand';

/** What the planner promises and orders: one value per item. */
export interface StockRules {
  /** Cycle service level, 0–1. */
  readonly serviceLevel: number;
  /** Forecast periods. */
  readonly leadTime: number;
  readonly leadTimeDeviation: number;
  /** Units per order; null: as much as is demanded over the lead time. */
  readonly lotSize: number | null;
  /** Money per unit in stock and period, 0 where the workbook has none. */
  readonly holdingCost: number;
}

/** Settings of the forecast that the workbook holds. */
export interface ForecastSettings {
  /** Null where the workbook does not say. */
  readonly bucket: Bucket | null;
  readonly periods: number | null;
  /** Rules of an item of the history; `isOnlyOne`: there is no other. */
  readonly rulesOf: (item: string, isOnlyOne: boolean) => StockRules;
  /** Money per unit, for classes by revenue; null where there is no price. */
  readonly priceOf: (item: string, isOnlyOne: boolean) => number | null;
}

const buckets: readonly Bucket[] = ['day', 'week', 'month'];

/** Reads the settings; `items` are those of the plan, in whose order lists by item stand. */
export function readForecastSettings(
  found: ReadonlyMap<InputName, FoundInput>,
  items: readonly string[],
  periods: number,
  reports: Reports,
): ForecastSettings {
  const dimensions = {
    items: Math.max(1, items.length),
    periods: Math.max(1, periods),
    resources: 1,
    periodsRun: 'across',
  } as const;
  const numbersOf = (name: InputName) => {
    const input = found.get(name);
    return input ? readInputNumbers(input, dimensions, reports.of(name)) : null;
  };
  const count = numbersOf('Forecast_Periods');
  const serviceLevel = numbersOf('Service_Level');
  const leadTime = numbersOf('Lead_Time');
  const deviation = numbersOf('Lead_Time_Deviation');
  // These are the plan's: what is wrong with them is for the plan's own reading to say. By period the average counts.
  const averageOf = (name: InputName) => {
    const input = found.get(name);
    const read = input ? readInputNumbers(input, dimensions, () => undefined) : null;
    return (item: string, isOnlyOne: boolean): number | null => {
      const row = planItem(items, item, isOnlyOne);
      if (!read || (row < 0 && read.shape !== 'scalar')) return null;
      const line = read.numbers[read.numbers.length === 1 ? 0 : Math.max(0, row)];
      return line.reduce<number>((sum, value) => sum + (value ?? 0), 0) / line.length;
    };
  };
  const [priceOf, lotSizeOf, holdingCostOf] = [averageOf('Price'), averageOf('Lot_Size'), averageOf('Holding_Cost')];
  return {
    bucket: readBucket(found.get('Forecast_Bucket'), reports),
    periods: (count && numberAt(count, 0, 0)) || null,
    rulesOf: (item, isOnlyOne) => {
      const row = Math.max(0, planItem(items, item, isOnlyOne));
      const known = planItem(items, item, isOnlyOne) >= 0;
      const of = (input: typeof count, fallback: number): number =>
        input && (input.shape === 'scalar' || known) ? (numberAt(input, row, 0) ?? fallback) : fallback;
      return {
        serviceLevel: of(serviceLevel, 0.95),
        leadTime: of(leadTime, 1),
        leadTimeDeviation: of(deviation, 0),
        lotSize: lotSizeOf(item, isOnlyOne) || null,
        holdingCost: holdingCostOf(item, isOnlyOne) ?? 0,
      };
    },
    priceOf,
  };
}

function readBucket(found: FoundInput | undefined, reports: Reports): Bucket | null {
  const word = found && readWord(found, reports.of('Forecast_Bucket'));
  if (!found || word === null || word === undefined) return null;
  const bucket = buckets.find((candidate) => word.toLowerCase().replace(/s$/, '') === candidate);
  if (bucket) return bucket;
  reports.add('Forecast_Bucket', {
    severity: 'error',
    code: 'unknown-bucket',
    ...addressOf(found),
    message: `Forecast_Bucket has "${word}", which is no length of a forecast period.`,
    fix: `Enter one of ${buckets.join(', ')}.`,
  });
  return null;
}

/** Reads the table SOP_Events; a rule that means no day is an issue. */
export function readEvents(content: WorkbookContent, reports: Reports): PlannedEvent[] {
  const table = readTable(content, 'SOP_Events', reports);
  return (table?.rows ?? []).flatMap((row): PlannedEvent[] => {
    const text = row.text('Date');
    const serial = row.number('Date');
    const rule = serial === null ? text : serial + (content.date1904 ? 1462 : 0);
    const name = row.text('Name');
    if (text === '' && name === '') return [];
    if (eventDays(rule, 2024, 2024) === null) {
      row.report(
        'warning',
        'unknown-event-date',
        'Date',
        `SOP_Events has "${text}", which is no date of an event.`,
        'Enter a date, 2025-06-07 to 2025-06-09, 12-24 for every year, or Black Friday, Easter, Easter+1.',
      );
      return [];
    }
    const item = row.text('Item');
    return [
      {
        name: name === '' ? text : name,
        rule,
        item: item === '' || item === '*' ? null : item,
        effect: row.number('Effect'),
      },
    ];
  });
}
