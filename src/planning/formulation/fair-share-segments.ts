import { mayBeLate } from '../domain/demand-terms';
import type { ExtraColumn } from '../lp/extend-programme';
import type { SolveOutcome } from '../lp/solver';
import type { AssembledModel } from './assemble';
import type { GoalSession } from './goal-session';
import type { Priority } from './parts';

/** What of a demand's period is cut into segments: units never delivered, and units not delivered in time. */
interface Segmented {
  /** Columns whose sum is cut. */
  readonly columns: readonly number[];
  /** Units of the period's demand. */
  readonly wanted: number;
  /** Weight of a unit in the first segment. */
  readonly weight: number;
}

/**
 * The columns of the segmented penalty, segment after segment of every quantity that is cut; null where the problem asks for
 * the exact fractions.
 */
export function segmentColumns(model: AssembledModel): readonly ExtraColumn[] | null {
  const { fairShareSegments } = model.problem;
  if (!fairShareSegments) return null;
  return segmentedOf(model).flatMap(({ wanted }) =>
    Array.from({ length: fairShareSegments.count }, (_, segment) => ({
      cost: 0,
      lower: 0,
      // Old backorders may stand on top of a period's own demand: the last segment has no end.
      upper: segment + 1 < fairShareSegments.count ? wanted / fairShareSegments.count : Infinity,
      rows: [],
      values: [],
    })),
  );
}

/**
 * Minimises a penalty that grows from segment to segment, so that shortage and lateness are spread over products, customers
 * and periods (the fair share of SAP IBP's optimizer: `n = Σ n_j`, `0 ≤ n_j ≤ D/K`, cost `c·g^(j−1)`). The penalty goes
 * before cost and is no money itself. Its weights are the costs of shortage and lateness; 1 where shortage has none.
 *
 * @returns null where the goal is reached; `nothing` for the goals after the first; else how the solve ended.
 */
export function minimiseSegments(
  model: AssembledModel,
  { id }: Priority,
  within: GoalSession,
): SolveOutcome | 'nothing' | null {
  const { fairShareSegments } = model.problem;
  if (!fairShareSegments || id !== 'item_fractions') return 'nothing';
  const { count, growth } = fairShareSegments;
  const columns: number[] = [];
  const weights: number[] = [];
  let next = model.lp.columnCount;
  for (const { columns: cut, weight } of segmentedOf(model)) {
    const segments = Array.from({ length: count }, (_, segment) => next + segment);
    next += count;
    within.session.addRow(
      0,
      0,
      Int32Array.from([...cut, ...segments]),
      Float64Array.from([...cut.map(() => 1), ...segments.map(() => -1)]),
    );
    segments.forEach((column, segment) => {
      columns.push(column);
      weights.push(weight * growth ** segment);
    });
  }
  if (columns.length === 0) return 'nothing';
  const [penalised, penalty] = [Int32Array.from(columns), Float64Array.from(weights)];
  const outcome = within.minimise(penalised, penalty);
  if (outcome.kind !== 'optimal') return outcome;
  within.guard(penalised, penalty, outcome.objective);
  return null;
}

function segmentedOf(model: AssembledModel): Segmented[] {
  const cut: Segmented[] = [];
  model.problem.demands.forEach((demand, k) =>
    demand.quantity.forEach((wanted, period) => {
      const short = model.columnOf('shortage', { demand: k, period });
      if (!demand.fairShare || wanted <= 0 || short < 0) return;
      cut.push({ columns: [short], wanted, weight: demand.shortageCost?.[period] || 1 });
      const late = mayBeLate(demand) ? model.columnOf('backorders', { demand: k, period }) : -1;
      const weight = demand.backorderCost?.[period] ?? 0;
      if (late >= 0 && weight > 0) cut.push({ columns: [short, late], wanted, weight });
    }),
  );
  return cut;
}
