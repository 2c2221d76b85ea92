import {
  cleanedDays,
  cleanHistory,
  dayFromIso,
  demandOverLeadTime,
  excelSerial,
  forecastItem,
  itemSafetyStock,
} from '../forecasting/index';
import type { ForecastOptions, ItemForecast } from '../forecasting/index';
import type { Given } from './function-arguments';
import { isLeftOut } from './function-arguments';

/** What a function of the forecast gives its cell: numbers, and for a cleaned history also texts. */
export type ForecastAnswer =
  | { readonly kind: 'values'; readonly values: readonly (readonly (number | string)[])[] }
  /** `#VALUE!`: an argument is wrong. */
  | { readonly kind: 'wrongInput'; readonly message: string };

/** Lets Excel breathe between two items: it ends an add-in that does not answer for five seconds. */
export type Pause = () => Promise<void>;

const outputs = ['forecast', 'lower95', 'upper95'] as const;
type Output = (typeof outputs)[number];

interface Options {
  /** Periods in a season. */
  readonly season: number;
  readonly output: Output;
}

/** Demand per item, oldest period first; `down`: the range was one column, or had its periods in rows. */
interface Histories {
  readonly series: readonly (readonly (number | null)[])[];
  readonly down: boolean;
}

const usualSeason = 12;
const mostPeriods = 600;

/**
 * SOP.FORECAST: expected demand of the periods after a history, in the history's direction. The history is one row or column, or
 * items in rows. Options: `season` (12), `output` (forecast, lower95, upper95: bounds of each single period).
 */
export async function forecastAnswer(
  history: Given,
  periods: Given,
  options: Given,
  pause: Pause,
): Promise<ForecastAnswer> {
  const read = readHistories(history);
  if (typeof read === 'string') return wrong(read);
  const count = oneNumber(periods);
  if (count === null || !Number.isInteger(count) || count < 1 || count > mostPeriods) {
    return wrong(`periods is no whole number from 1 to ${mostPeriods}. Give the number of periods to forecast.`);
  }
  const chosen = readOptions(options);
  if (typeof chosen === 'string') return wrong(chosen);
  const forecasts = await forecastEach(read, { periods: count, seasonLength: chosen.season }, pause);
  if (typeof forecasts === 'string') return wrong(forecasts);
  const lines = forecasts.map((forecast) => forecast[chosen.output]);
  return { kind: 'values', values: read.down ? lines[0].map((_, h) => lines.map((line) => line[h])) : lines };
}

/**
 * SOP.SAFETYSTOCK: units above the expected demand of the lead time that reach a cycle service level, one value per item. Uses the
 * error of the forecast over the lead time, which is in periods of the history. Options: `season` (12).
 */
export async function safetyStockAnswer(
  history: Given,
  serviceLevel: Given,
  leadTime: Given,
  leadTimeDeviation: Given,
  options: Given,
  pause: Pause,
): Promise<ForecastAnswer> {
  const read = readHistories(history);
  if (typeof read === 'string') return wrong(read);
  const level = oneNumber(serviceLevel);
  if (level === null || level <= 0 || level >= 1) {
    return wrong('service_level is no fraction between 0 and 1. Give for example 0.95.');
  }
  const periods = isLeftOut(leadTime) ? 1 : oneNumber(leadTime);
  if (periods === null || periods < 0 || periods > mostPeriods) {
    return wrong(`lead_time is no number from 0 to ${mostPeriods}. Give it in periods of the history.`);
  }
  const deviation = isLeftOut(leadTimeDeviation) ? 0 : oneNumber(leadTimeDeviation);
  if (deviation === null || deviation < 0) {
    return wrong('lead_time_deviation is negative or no number. Give a standard deviation in periods of the history.');
  }
  const chosen = readOptions(options);
  if (typeof chosen === 'string') return wrong(chosen);
  const horizon = Math.max(1, Math.ceil(periods));
  const forecasts = await forecastEach(read, { periods: horizon, seasonLength: chosen.season }, pause);
  if (typeof forecasts === 'string') return wrong(forecasts);
  const stocks = forecasts.map((forecast) => {
    const demand = demandOverLeadTime(forecast, { periods, deviation });
    return itemSafetyStock(demand, { measure: 'cycleServiceLevel', level }).safetyStock;
  });
  return { kind: 'values', values: read.down ? [stocks] : stocks.map((stock) => [stock]) };
}

/**
 * SOP.CLEAN: a cleaned history (date, item, quantity by day, with dates as serial numbers) from a dirty one of two columns (date,
 * quantity) or three (date, item, quantity), with or without headings.
 */
export function cleanAnswer(history: Given): ForecastAnswer {
  if (!Array.isArray(history)) return wrong('history is no range. Give columns with date, item and quantity.');
  const rows = history.map((row: unknown): readonly unknown[] => (Array.isArray(row) ? row : [row]));
  const width = rows[0]?.length ?? 0;
  if (width !== 2 && width !== 3) {
    return wrong(
      `history has ${width} column${width === 1 ? '' : 's'}. Give date and quantity, or date, item and quantity.`,
    );
  }
  const hasItems = width === 3;
  const isHeading = rows[0].every((value) => typeof value === 'string' && /\p{L}/u.test(value) && !/\d/.test(value));
  const { items } = cleanHistory(
    rows.slice(isHeading ? 1 : 0).map((row, index) => ({
      row: index + 1,
      date: plain(row[0]),
      item: hasItems && plain(row[1]) !== null ? String(plain(row[1])) : null,
      quantity: plain(row[width - 1]),
    })),
  );
  const values = cleanedDays(items).map(({ date, item, quantity }) => {
    const serial = excelSerial(dayFromIso(date) ?? 0);
    return hasItems ? [serial, item, quantity] : [serial, quantity];
  });
  return values.length > 0 ? { kind: 'values', values } : wrong('history has no row with a date and a quantity.');
}

async function forecastEach(
  { series }: Histories,
  options: ForecastOptions,
  pause: Pause,
): Promise<ItemForecast[] | string> {
  const forecasts: ItemForecast[] = [];
  for (const [index, history] of series.entries()) {
    if (index > 0) await pause();
    const forecast = forecastItem({ item: `${index + 1}`, history }, options);
    if (forecast.failed !== null) return `history, item ${index + 1}: ${forecast.failed}`;
    forecasts.push(forecast);
  }
  return forecasts;
}

/** The demand series of a range, or what is wrong with it. Blank cells are missing demand, not zero. */
function readHistories(history: Given): Histories | string {
  if (!Array.isArray(history)) return 'history is no range. Give the past demand, one cell per period.';
  const rows = history.map((row: unknown): readonly unknown[] => (Array.isArray(row) ? row : [row]));
  for (const [r, row] of rows.entries()) {
    for (const [c, value] of row.entries()) {
      if (plain(value) === null || typeof value === 'number') continue;
      return `history, row ${r + 1}, column ${c + 1}: "${String(value)}" is no number. Clean the history, or leave the cell blank.`;
    }
  }
  const numbers = rows.map((row) => row.map((value) => (typeof value === 'number' ? value : null)));
  const down = numbers.length > 1 && numbers[0].length === 1;
  return { series: down ? [numbers.map(([value]) => value)] : numbers, down };
}

/** Two columns with names and values, or what is wrong with them. */
function readOptions(options: Given): Options | string {
  let [season, output]: [number, Output] = [usualSeason, 'forecast'];
  if (isLeftOut(options)) return { season, output };
  if (!Array.isArray(options)) return 'options is no range. Give two columns: names and values.';
  for (const row of options) {
    const [name, value]: readonly unknown[] = Array.isArray(row) ? row : [];
    if (plain(name) === null) continue;
    switch (String(name).trim().toLowerCase()) {
      case 'season':
        if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) {
          return 'options: season is no whole number of at least 1. Give the number of periods in a season, 1 for none.';
        }
        season = value;
        break;
      case 'output': {
        const found = outputs.find((candidate) => candidate === String(value).trim().toLowerCase());
        if (!found) return `options: output is none of ${outputs.join(', ')}.`;
        output = found;
        break;
      }
      default:
        return `options: "${String(name)}" is no option. There are season and output.`;
    }
  }
  return { season, output };
}

function oneNumber(given: Given): number | null {
  const value: unknown = Array.isArray(given)
    ? given.length === 1 && Array.isArray(given[0])
      ? given[0][0]
      : null
    : given;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A cell's number or text; null for a blank one, which arrives as an empty text. */
function plain(value: unknown): string | number | null {
  if (value === null || value === undefined || value === '') return null;
  return typeof value === 'number' ? value : String(value);
}

function wrong(message: string): ForecastAnswer {
  return { kind: 'wrongInput', message };
}
