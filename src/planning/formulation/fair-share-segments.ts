import { mayBeLate } from '../domain/demand-terms';
import { periodLength } from '../domain/period-length';
import type { ExtraColumn } from '../lp/extend-programme';
import type { SolveOutcome } from '../lp/solver';
import type { AssembledModel } from './assemble';
import type { GoalSession } from './goal-session';
import type { Priority } from './parts';

/** What of a period is cut into segments: units never delivered, units not delivered in time, units of safety stock missed. */
interface Segmented {
  /** Columns whose sum is cut. */
  readonly columns: readonly number[];
  /** Units of the period's demand or safety stock. */
  readonly wanted: number;
  /** Weight of a unit in the first segment. */
  readonly weight: number;
}

/** What each goal cuts, in the order in which the columns of the segments are laid out. */
const cutsOfGoals: readonly { readonly goal: string; readonly cut: (model: AssembledModel) => Segmented[] }[] = [
  { goal: 'item_fractions', cut: demandSegments },
  { goal: 'safety_stock_fractions', cut: safetyStockSegments },
];

/**
 * The columns of the segmented penalty, segment after segment of every quantity that is cut; null where the problem asks for
 * the exact fractions.
 */
export function segmentColumns(model: AssembledModel): readonly ExtraColumn[] | null {
  const { fairShareSegments } = model.problem;
  if (!fairShareSegments) return null;
  const { count } = fairShareSegments;
  return cutsOfGoals.flatMap(({ cut }) =>
    cut(model).flatMap(({ wanted }) =>
      Array.from({ length: count }, (_, segment) => ({
        cost: 0,
        lower: 0,
        // Old backorders may stand on top of a period's own demand: the last segment has no end.
        upper: segment + 1 < count ? wanted / count : Infinity,
        rows: [],
        values: [],
      })),
    ),
  );
}

/**
 * Minimises a penalty that grows from segment to segment, so that shortage and lateness are spread over products, customers
 * and periods (the fair share of SAP IBP's optimizer: `n = Σ n_j`, `0 ≤ n_j ≤ D/K`, cost `c·g^(j−1)`), and after them, in the
 * same way, safety stock missed over items and periods. The penalty goes before cost and is no money itself. Its weights are
 * the costs of what is missed; 1 where that has none.
 *
 * @returns null where the goal is reached; `nothing` for a goal that cuts nothing; else how the solve ended.
 */
export function minimiseSegments(
  model: AssembledModel,
  { id }: Priority,
  within: GoalSession,
): SolveOutcome | 'nothing' | null {
  const { fairShareSegments } = model.problem;
  const position = cutsOfGoals.findIndex(({ goal }) => goal === id);
  if (!fairShareSegments || position < 0) return 'nothing';
  const { count, growth } = fairShareSegments;
  const columns: number[] = [];
  const weights: number[] = [];
  const before = cutsOfGoals.slice(0, position).reduce((sum, { cut }) => sum + cut(model).length, 0);
  let next = model.lp.columnCount + count * before;
  for (const { columns: cut, weight } of cutsOfGoals[position].cut(model)) {
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

function demandSegments(model: AssembledModel): Segmented[] {
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

function safetyStockSegments(model: AssembledModel): Segmented[] {
  const { problem } = model;
  return problem.items.flatMap(({ safetyStock, safetyStockCost, safetyStockFairShare = false }, item) =>
    safetyStock.flatMap((wanted, period): Segmented[] => {
      const missed = safetyStockFairShare ? model.columnOf('safety_stock_gap', { item, period }) : -1;
      if (missed < 0) return [];
      return [{ columns: [missed], wanted, weight: (safetyStockCost || 1) * periodLength(problem, period) }];
    }),
  );
}
