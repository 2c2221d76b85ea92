import type { ItemForecast } from '../forecast-item';
import { negativeBinomialQuantiles } from '../numerics/distributions';
import type { DemandDistribution } from './item-safety-stock';

/** How long an order is on its way, in forecast periods; with periodic review plus the time between reviews. */
export interface LeadTime {
  /** Mean. */
  periods: number;
  /** Standard deviation; 0 where absent. */
  deviation?: number;
}

/** Expected demand and deviation of its forecast error over the first `periods` periods; a fraction of a period counts pro rata. */
function cumulativeAt({ cumulative }: ItemForecast, periods: number): { mean: number; variance: number } {
  const { expected, deviation } = cumulative;
  const known = expected.length;
  const at = (count: number): { mean: number; variance: number } =>
    count === 0 ? { mean: 0, variance: 0 } : { mean: expected[count - 1], variance: deviation[count - 1] ** 2 };
  if (known === 0) return { mean: 0, variance: 0 };
  // Beyond the forecast, demand goes on as on its average, with independent errors.
  if (periods >= known) {
    const last = at(known);
    return { mean: (last.mean * periods) / known, variance: (last.variance * periods) / known };
  }
  const whole = Math.floor(periods);
  const [before, after] = [at(whole), at(whole + 1)];
  const part = periods - whole;
  return {
    mean: before.mean + part * (after.mean - before.mean),
    variance: Math.max(0, before.variance + part * (after.variance - before.variance)),
  };
}

/**
 * The distribution of an item's demand while an order is on its way, as its forecast sees it: the deviation of the forecast's
 * cumulative error over the lead time, plus mean demand × deviation of the lead time. With a constant deviation per period
 * this is √(L·σ² + D²·s²) of Chopra & Meindl (lead-time-demand.ts); the forecast's own deviation also knows how errors of
 * neighbouring periods go together. Intermittent demand keeps its negative binomial quantiles.
 */
export function demandOverLeadTime(forecast: ItemForecast, leadTime: LeadTime): DemandDistribution {
  const { mean, variance } = cumulativeAt(forecast, leadTime.periods);
  const perPeriod = leadTime.periods > 0 ? mean / leadTime.periods : (forecast.forecast[0] ?? 0);
  const deviation = Math.sqrt(variance + (perPeriod * (leadTime.deviation ?? 0)) ** 2);
  if (forecast.distribution === 'normal') return { kind: 'normal', mean, deviation };
  const { unit } = forecast;
  // Fill rates and curves ask for thousands of quantiles.
  const counts = negativeBinomialQuantiles(mean / unit, (deviation / unit) ** 2);
  const isNothing = !(mean > 0) && !(deviation > 0);
  return { kind: 'quantiles', mean, quantile: (probability) => (isNothing ? 0 : unit * counts(probability)) };
}
