import { dynamicOptimisedTheta } from './dynamic-optimised-theta';
import { etsNonSeasonal } from './ets-non-seasonal';
import { historyMean } from './mean';
import { holtWintersAdditive } from './holt-winters-additive';
import type { Method } from './method';
import { naive } from './naive';
import { seasonalNaive } from './seasonal-naive';
import { simpleExponentialSmoothing } from './simple-exponential-smoothing';
import { syntetosBoylan } from './syntetos-boylan';
import { teunterSyntetosBabai } from './teunter-syntetos-babai';
import { theta } from './theta';

/**
 * What a method is for: part of the average for demand in most periods (`regular`), part of the average for demand with
 * gaps (`intermittent`), or something to compare with (`baseline`).
 */
export type MethodRole = 'regular' | 'intermittent' | 'baseline';

/** Every method and its role. A new method is its own file and one line here. */
export const methodRegistry: readonly { role: MethodRole; method: Method }[] = [
  { role: 'regular', method: theta },
  { role: 'regular', method: dynamicOptimisedTheta },
  { role: 'regular', method: etsNonSeasonal },
  { role: 'intermittent', method: simpleExponentialSmoothing },
  { role: 'intermittent', method: syntetosBoylan },
  { role: 'intermittent', method: teunterSyntetosBabai },
  { role: 'baseline', method: naive },
  { role: 'baseline', method: seasonalNaive },
  { role: 'baseline', method: historyMean },
  { role: 'baseline', method: holtWintersAdditive },
];

/** The methods with a role that can say something about so many points of history. */
export function methodsFor(role: MethodRole, points: number): Method[] {
  return methodRegistry
    .filter((entry) => entry.role === role && entry.method.minimumPoints <= points)
    .map((entry) => entry.method);
}
