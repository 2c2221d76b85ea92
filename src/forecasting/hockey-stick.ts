import { mean } from './methods/method';

/** Last third of the planner's numbers, relative to the forecast, above which they may be a hockey stick. */
const END_ABOVE = 1.2;
/** How much more the last third must exceed the forecast than the first third does. */
const BEND = 0.15;

/**
 * Whether a planner's future numbers are a "hockey stick": near the forecast at first, well above it at the end, growth that
 * the history gives no reason for and that is always a few periods away. Both lists have one entry per future period.
 *
 * Source: the pattern as described by Gilliland (2010), The Business Forecasting Deal, chapter 2; the limits are ours.
 */
export function isHockeyStick(planner: readonly number[], forecast: readonly number[]): boolean {
  const periods = Math.min(planner.length, forecast.length);
  const third = Math.floor(periods / 3);
  if (third < 1) return false;
  const relative = (from: number): number => {
    const expected = mean(forecast.slice(from, from + third));
    return expected > 0 ? mean(planner.slice(from, from + third)) / expected : NaN;
  };
  const start = relative(0);
  const end = relative(periods - third);
  return end >= END_ABOVE && end - start >= BEND;
}
