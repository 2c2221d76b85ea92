import type { ForecastedWorkbook } from '../../../workbook/forecast-workbook';
import type { ItemResult } from '../../../workbook/forecast/item-result';

/** The figures of an item over the history's periods and the forecast's, one list per line; null where a line has none. */
export interface ItemFigures {
  /** First day of each period, ISO: history, then forecast. */
  readonly periods: readonly string[];
  /** Position of the first period forecast. */
  readonly start: number;
  readonly history: readonly (number | null)[];
  readonly flagged: readonly boolean[];
  readonly forecast: readonly (number | null)[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
  readonly parts: {
    readonly trend: readonly (number | null)[];
    readonly season: readonly (number | null)[];
    readonly event: readonly (number | null)[];
  } | null;
}

/** Lines up an item's own history, which may start later than others, with all periods. */
export function itemFigures(
  { historyPeriods, periods }: Pick<ForecastedWorkbook, 'historyPeriods' | 'periods'>,
  { forecast, flagged }: ItemResult,
): ItemFigures {
  const start = historyPeriods.length;
  const missing = Math.max(0, start - forecast.history.length);
  const past = <T>(values: readonly T[]): readonly (T | null)[] => [
    ...new Array<null>(missing).fill(null),
    ...values.slice(0, start),
    ...new Array<null>(Math.max(0, start - missing - values.length)).fill(null),
    ...periods.map(() => null),
  ];
  const future = (values: readonly (number | null)[]) => [
    ...historyPeriods.map(() => null),
    ...periods.map((_, h) => values[h] ?? null),
  ];
  const both = (own: readonly (number | null)[], ahead: readonly (number | null)[]) => {
    const late = future(ahead);
    return past(own).map((value, t) => (t < start ? value : late[t]));
  };
  const { parts } = forecast;
  return {
    periods: [...historyPeriods, ...periods],
    start,
    history: past(forecast.history),
    flagged: past(flagged).map((flag) => flag === true),
    forecast: future(forecast.forecast),
    low: future(forecast.lower95),
    high: future(forecast.upper95),
    parts: parts && {
      trend: both(parts.history.trend, parts.forecast.trend),
      season: both(parts.history.season, parts.forecast.season),
      event: both(parts.history.event, parts.forecast.event),
    },
  };
}
