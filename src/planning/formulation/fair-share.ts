import type { SolveOutcome } from '../lp/solver';
import type { AssembledModel } from './assemble';
import type { GoalSession } from './goal-session';
import type { Priority } from './parts';

/** A group's part of the goal: `values · columns` as a fraction of `total`. */
interface Share {
  readonly columns: Int32Array;
  readonly values: Float64Array;
  readonly total: number;
  /** Row that keeps the share below the largest fraction, while it is not settled. */
  readonly row: number;
}

/** A fraction below this is none, and a share this close to the largest fraction is at it. */
const fractionTolerance = 1e-7;

/**
 * Makes the largest of a goal's fractions as small as it can be, settles those that cannot be smaller, and goes on with the
 * others: the lexicographic min-max (Ogryczak, Pióro & Tomaszewski, *Telecommunications network design and max-min
 * optimization problem*, 2005: a share with a dual other than 0 is at the largest fraction in every optimum).
 *
 * Every round settles at least one share, and all that one bottleneck holds are settled together, so there are as many
 * re-solves as there are different fractions. With whole numbers there are no duals: shares that cannot be smaller by themselves
 * are settled, or, where each could (but not all), all that are at the largest fraction.
 *
 * @param largest a column of the session with no coefficient of its own: the largest fraction.
 * @returns null where the goal is reached; `nothing` where there are no shares; else how a solve ended.
 */
export function levelFractions(
  model: AssembledModel,
  goal: Priority,
  within: GoalSession,
  largest: number,
): SolveOutcome | 'nothing' | null {
  const { session } = within;
  let open = sharesOf(model, goal, within, largest);
  if (open.length === 0) return 'nothing';
  const settle = (share: Share, fraction: number) => {
    session.changeRowBounds(share.row, -Infinity, Infinity);
    within.guard(share.columns, share.values, fraction * share.total);
  };
  while (open.length > 0) {
    const outcome = within.minimise(Int32Array.of(largest), Float64Array.of(1));
    if (outcome.kind !== 'optimal') return outcome;
    const fraction = Math.max(0, outcome.objective);
    const settled = fraction <= fractionTolerance ? open : settledShares(open, fraction, outcome, within, largest);
    if ('kind' in settled) return settled;
    for (const share of settled)
      settle(share, fraction <= fractionTolerance ? reachedBy(share, outcome.values) : fraction);
    const done = new Set<Share>(settled);
    open = open.filter((share) => !done.has(share));
  }
  return null;
}

function sharesOf(model: AssembledModel, goal: Priority, { session }: GoalSession, largest: number): Share[] {
  const { totals = [], groupOf = () => -1 } = goal.fractions?.(model.problem) ?? {};
  const columns = totals.map((): number[] => []);
  const values = totals.map((): number[] => []);
  for (const { decision, rate } of goal.measures) {
    decision.keys(model.problem, (key) => {
      const group = groupOf(key);
      if (group < 0) return;
      columns[group].push(model.columnOf(decision.id, key));
      values[group].push(rate(model.problem, key));
    });
  }
  return totals.flatMap((total, group) => {
    if (total <= 0 || columns[group].length === 0) return [];
    const row = session.addRow(
      -Infinity,
      0,
      Int32Array.from([...columns[group], largest]),
      Float64Array.from([...values[group], -total]),
    );
    return [{ columns: Int32Array.from(columns[group]), values: Float64Array.from(values[group]), total, row }];
  });
}

/** Shares that are at the largest fraction in every optimum; or how a solve ended that should have told. */
function settledShares(
  open: readonly Share[],
  fraction: number,
  { values, duals }: Extract<SolveOutcome, { kind: 'optimal' }>,
  within: GoalSession,
  largest: number,
): readonly Share[] | SolveOutcome {
  if (duals) {
    // The duals times the totals add up to 1: what one more unit of every share's right-hand side would gain.
    const binding = open.filter(({ row, total }) => Math.abs(duals.rows[row]) * total > fractionTolerance);
    if (binding.length > 0) return binding;
  }
  const atLargest = open.filter((share) => reachedBy(share, values) >= (fraction - fractionTolerance) * share.total);
  const stuck: Share[] = [];
  for (const share of atLargest) {
    const outcome = leastOf(share, fraction, within, largest);
    if (outcome.kind !== 'optimal') return outcome;
    if (outcome.objective >= (fraction - fractionTolerance) * share.total) stuck.push(share);
  }
  return stuck.length > 0 ? stuck : atLargest;
}

/** The least that one share can be while no other exceeds the fraction. */
function leastOf(share: Share, fraction: number, { session, minimise }: GoalSession, largest: number): SolveOutcome {
  session.changeColumnBounds(largest, 0, fraction * (1 + 1e-9));
  const outcome = minimise(share.columns, share.values);
  session.changeColumnBounds(largest, 0, Infinity);
  return outcome;
}

function reachedBy({ columns, values }: Share, point: Float64Array): number {
  return columns.reduce((sum, column, position) => sum + values[position] * point[column], 0);
}
