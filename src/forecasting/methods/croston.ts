import { mean } from './method';

/** The two series of Croston's method: sizes of the positive demands and the periods between them. */
interface Intervals {
  sizes: number[];
  gaps: number[];
}

/** Splits demand into positive sizes and the gaps before them; the first gap counts from the start of the series. */
export function demandIntervals(series: readonly number[]): Intervals {
  const sizes: number[] = [];
  const gaps: number[] = [];
  let gap = 1;
  for (const value of series) {
    if (value > 0) {
      sizes.push(value);
      gaps.push(gap);
      gap = 1;
    } else {
      gap += 1;
    }
  }
  return { sizes, gaps };
}

/**
 * Demand rates by Croston's method: `rates[t]` is the forecast for period t, the last entry the forecast of the future.
 * Sizes and intervals are smoothed with the same constant, only when there is demand, starting from their averages.
 * `correction` multiplies every rate (1 for Croston's own).
 *
 * Source: Croston (1972), Forecasting and stock control for intermittent demands, Oper. Res. Quarterly 23, 289–303.
 */
export function crostonRates(series: readonly number[], alpha: number, correction: number): number[] {
  const { sizes, gaps } = demandIntervals(series);
  let size = mean(sizes);
  let interval = mean(gaps);
  const rate = (): number => (interval > 0 ? (correction * size) / interval : 0);
  const rates = [rate()];
  let gap = 1;
  for (const value of series) {
    if (value > 0) {
      size += alpha * (value - size);
      interval += alpha * (gap - interval);
      gap = 1;
    } else {
      gap += 1;
    }
    rates.push(rate());
  }
  return rates;
}
