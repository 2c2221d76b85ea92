/**
 * What a method says about a series: its one-step-ahead forecasts of the past and its forecast of the future, in the
 * series' own unit.
 */
export interface MethodForecast {
  /** One entry per point of the series: the forecast made one period earlier, NaN where the method had none yet. */
  fitted: number[];
  /** One entry per future period, `horizon` of them. */
  future: number[];
}

/** A way to forecast one gap-free series. Pure: the same series gives the same forecast. */
export interface Method {
  /** Short name used in results, for example `ses`. */
  id: string;
  /** The name a planner reads. */
  title: string;
  /** The publication the formulas come from. */
  source: string;
  /** Fewest points of history with which the method says anything. */
  minimumPoints: number;
  /** Forecasts `horizon` periods; `seasonLength` is the number of periods in a season, 1 for none. */
  forecast(series: readonly number[], horizon: number, seasonLength: number): MethodForecast;
}

/** The arithmetic mean; 0 for nothing at all. */
export function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? 0 : sum / values.length;
}

/** The same value in every future period. */
export function flat(level: number, horizon: number): number[] {
  return new Array<number>(horizon).fill(level);
}
