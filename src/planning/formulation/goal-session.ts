import { columnKind } from '../lp/linear-programme';
import type { LinearProgramme } from '../lp/linear-programme';
import type { SolveOptions, SolveOutcome, SolverSession } from '../lp/solver';

/**
 * How much a later goal may worsen an earlier one, relative (and absolute for small values): rounding only, because cost
 * takes whatever it is given. The second is for a point that an earlier goal reached by the tolerance of the solver.
 */
const slackOfPriority = 1e-12;
const slackAfterRounding = 1e-7;

export interface PrioritySolveOptions extends SolveOptions {
  /** Milliseconds on some clock. */
  readonly clock: () => number;
}

/** A solver session in which goals are reached one after another, each within what the earlier ones reached. */
export interface GoalSession {
  readonly session: SolverSession;
  readonly columnCount: number;
  readonly hasIntegers: boolean;
  /** Rows that keep an earlier goal. */
  readonly guardRows: () => readonly number[];
  /** Solves for the current objective within the guards and the time that is left. */
  solve(): SolveOutcome;
  /** Minimises these columns. */
  minimise(columns: Int32Array, values: Float64Array): SolveOutcome;
  /** From now on the sum of these columns stays at what it has reached. */
  guard(columns: Int32Array, values: Float64Array, reached: number): void;
}

/** Wraps a session of a programme. */
export function goalSession(session: SolverSession, lp: LinearProgramme, options: PrioritySolveOptions): GoalSession {
  const deadline =
    options.timeLimitSeconds === undefined ? Infinity : options.clock() + 1000 * options.timeLimitSeconds;
  const guards: { readonly row: number; readonly reached: number }[] = [];
  const solveOnce = () => {
    const timeLimitSeconds = deadline === Infinity ? undefined : Math.max(0.05, (deadline - options.clock()) / 1000);
    return session.solve({ ...options, timeLimitSeconds });
  };
  const solve = () => {
    const outcome = solveOnce();
    if (outcome.kind !== 'infeasible' || guards.length === 0) return outcome;
    for (const { row, reached } of guards)
      session.changeRowBounds(row, -Infinity, withSlack(reached, slackAfterRounding));
    return solveOnce();
  };
  return {
    session,
    columnCount: lp.columnCount,
    hasIntegers: lp.columnKinds.some((kind) => kind === columnKind.integer),
    guardRows: () => guards.map(({ row }) => row),
    solve,
    minimise(columns, values) {
      const objective = new Float64Array(lp.columnCount);
      columns.forEach((column, position) => (objective[column] = values[position]));
      session.changeObjective(objective, 0);
      return solve();
    },
    guard(columns, values, reached) {
      const row = session.addRow(-Infinity, withSlack(reached, slackOfPriority), columns, values);
      guards.push({ row, reached });
    },
  };
}

function withSlack(reached: number, slack: number): number {
  return reached + slack * Math.max(1, Math.abs(reached));
}
