import type { Override, OverrideCosts, PlanningProblem } from '../planning';
import type { OpenWhatIf } from './what-if';

/** Without a price: the worker ended before it had one. */
class Unpriced extends Error {}

/** What quantities cost that were typed over a problem's plan, asked of a worker that is ended afterwards. */
export async function priceAtWorker(
  openWhatIf: OpenWhatIf,
  problem: PlanningProblem,
  overrides: readonly Override[],
): Promise<OverrideCosts> {
  const whatIf = openWhatIf(problem);
  try {
    const priced = await whatIf.priceOverrides(overrides);
    if (priced.kind !== 'answered') throw new Unpriced('The quantities could not be priced. Run again.');
    return priced.costs;
  } finally {
    whatIf.dispose();
  }
}
