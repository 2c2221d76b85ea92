import type { Highs, RangingResult } from 'highs';
import type { LinearProgramme } from '../planning';
import { hasIntegers } from '../planning';
import type { PriceRange, SolveOptions, SolveOutcome, SolverSession } from '../planning';
import {
  appendRow,
  editedProgramme,
  setColumnBounds,
  setColumnsBounds,
  setObjective,
  setRowBounds,
  setRowsBounds,
} from './edited-programme';
import { isFeasiblePoint, objectiveAt, usablePoint } from './feasible-point';
import type { SolveClock } from './highs-model';
import { createHighsModel, hasFeasibleDuals, hasFeasiblePoint, relativeGap, runModel, startClock } from './highs-model';
import type { HighsSettings } from './highs-settings';
import { conflictSettings, integerAttempts, limitsOf, linearAttempts } from './highs-settings';
import type { HighsVerdict } from './highs-verdict';
import { verdictOf } from './highs-verdict';

/**
 * Opens a programme as a model that stays inside HiGHS. `onBroken` is told when the WebAssembly instance has trapped (out of
 * memory) and cannot be used again.
 */
export function openHighsSession(highs: Highs, lp: LinearProgramme, onBroken: () => void): SolverSession {
  const programme = editedProgramme(lp);
  const model = createHighsModel(highs, lp);
  const integers = hasIntegers(lp);
  const attempts = integers ? integerAttempts : linearAttempts;
  let standing: 'changed' | 'optimal' | 'infeasible' = 'changed';
  let ranging: RangingResult | null = null;
  let broken = false;

  function requireOpen(): void {
    if (broken || model.disposed) throw new Error('This solver session is disposed.');
  }

  function change(): void {
    requireOpen();
    standing = 'changed';
    ranging = null;
  }

  /** Runs once; a call that HiGHS itself reports as failed counts as numerical trouble. */
  function run(settings: HighsSettings, options: SolveOptions, clock: SolveClock): HighsVerdict {
    model.options.set({ ...settings, ...limitsOf(options, clock.secondsLeft()) });
    try {
      const verdict = verdictOf(runModel(highs, model, options, clock));
      clock.add(model);
      return verdict;
    } catch (error) {
      if (error instanceof highs.errors.HighsError && !(error instanceof highs.errors.HighsValidationError)) {
        return 'numerical';
      }
      throw error;
    }
  }

  function failed(
    reason: Extract<SolveOutcome, { kind: 'failed' }>['reason'],
    message: string,
    clock: SolveClock,
  ): SolveOutcome {
    return { kind: 'failed', reason, message, effort: clock.effort() };
  }

  function optimal(clock: SolveClock): SolveOutcome {
    const solution = model.getSolution();
    const values = hasFeasiblePoint(highs, model) ? usablePoint(programme, solution.colValue) : null;
    if (!values) return failed('numerical', 'HiGHS called a point optimal that breaks a row or a bound.', clock);
    const objective = objectiveAt(programme, values);
    const gap = integers ? relativeGap(objective, Number(model.info.get('mip_dual_bound'))) : 0;
    const withDuals = !integers && hasFeasibleDuals(highs, model);
    const duals = withDuals ? { rows: solution.rowDual, columns: solution.colDual } : null;
    return { kind: 'optimal', objective, gap, values, duals, effort: clock.effort() };
  }

  function stopped(reason: 'timeLimit' | 'cancelled', clock: SolveClock): SolveOutcome {
    const values = hasFeasiblePoint(highs, model) ? usablePoint(programme, model.getSolution().colValue) : null;
    if (!values) {
      const why = reason === 'timeLimit' ? 'The time limit was reached' : 'The solve was cancelled';
      return failed(reason, `${why} before there was a feasible point.`, clock);
    }
    const objective = objectiveAt(programme, values);
    const gap = integers ? relativeGap(objective, Number(model.info.get('mip_dual_bound'))) : Infinity;
    return { kind: 'stoppedEarly', reason, objective, gap, values, effort: clock.effort() };
  }

  /** HiGHS knows only that there is no finite optimum: without the objective, the programme is feasible or it is not. */
  function infeasibleOrUnbounded(settings: HighsSettings, options: SolveOptions, clock: SolveClock): SolveOutcome {
    const columns = { kind: 'range', from: 0, to: programme.columnCount - 1 } as const;
    model.changeColsCost(columns, new Float64Array(programme.columnCount));
    try {
      const verdict = run(settings, options, clock);
      const undecided = verdict === 'unboundedOrInfeasible' || verdict === 'unbounded';
      const outcome = conclude(undecided ? 'numerical' : verdict, settings, options, clock);
      const feasible = outcome.kind === 'optimal' || outcome.kind === 'stoppedEarly';
      return feasible ? { kind: 'unbounded', effort: clock.effort() } : outcome;
    } finally {
      model.changeColsCost(columns, programme.objective);
    }
  }

  function conclude(
    verdict: HighsVerdict,
    settings: HighsSettings,
    options: SolveOptions,
    clock: SolveClock,
  ): SolveOutcome {
    switch (verdict) {
      case 'optimal':
        return optimal(clock);
      case 'infeasible':
        return { kind: 'infeasible', effort: clock.effort() };
      case 'unbounded': {
        const proven = hasFeasiblePoint(highs, model) && isFeasiblePoint(programme, model.getSolution().colValue);
        return proven ? { kind: 'unbounded', effort: clock.effort() } : infeasibleOrUnbounded(settings, options, clock);
      }
      case 'unboundedOrInfeasible':
        return infeasibleOrUnbounded(settings, options, clock);
      case 'timeLimit':
        return stopped('timeLimit', clock);
      case 'interrupted':
        return stopped('cancelled', clock);
      case 'numerical':
        return failed('numerical', 'HiGHS met numerical trouble and reached no conclusion.', clock);
      case 'error':
        return failed('error', `HiGHS ended with status ${model.getModelStatus()}.`, clock);
    }
  }

  /** Without columns there is nothing to solve: HiGHS calls such a model empty and gives no solution. */
  function solveWithoutColumns(clock: SolveClock): SolveOutcome {
    const values = new Float64Array(0);
    if (!isFeasiblePoint(programme, values)) return { kind: 'infeasible', effort: clock.effort() };
    const duals = { rows: new Float64Array(programme.rowLower.length), columns: values };
    return { kind: 'optimal', objective: programme.objectiveOffset, gap: 0, values, duals, effort: clock.effort() };
  }

  function attemptAll(options: SolveOptions, clock: SolveClock): SolveOutcome {
    let outcome: SolveOutcome | null = null;
    for (const settings of attempts) {
      if (outcome) model.clearSolver();
      outcome = conclude(run(settings, options, clock), settings, options, clock);
      if (outcome.kind !== 'failed' || outcome.reason !== 'numerical') return outcome;
    }
    return outcome ?? failed('error', 'There are no settings to solve with.', clock);
  }

  function solve(options: SolveOptions = {}): SolveOutcome {
    change();
    const clock = startClock(options);
    if (options.cancel?.cancelled) return failed('cancelled', 'The solve was cancelled before it began.', clock);
    if (clock.secondsLeft() <= 0) return failed('timeLimit', 'There was no time to solve.', clock);
    if (programme.columnCount === 0) return solveWithoutColumns(clock);
    try {
      const outcome = attemptAll(options, clock);
      if (outcome.kind === 'optimal' || outcome.kind === 'infeasible') standing = outcome.kind;
      return outcome;
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      broken = true;
      onBroken();
      return failed('error', `The solver's WebAssembly stopped: ${error.message}.`, clock);
    }
  }

  function rangeOf(
    row: number,
    found: RangingResult,
    rowStatus: Int32Array,
    activity: Float64Array,
  ): PriceRange | null {
    const lower = programme.rowLower[row];
    const upper = programme.rowUpper[row];
    const { basic } = highs.constants.basisStatus;
    if (lower === -Infinity && upper === Infinity) return null;
    if (rowStatus[row] !== basic) return { from: found.rowBoundDown.value[row], to: found.rowBoundUp.value[row] };
    if (upper === Infinity) return { from: -Infinity, to: activity[row] };
    if (lower === -Infinity) return { from: activity[row], to: Infinity };
    return null;
  }

  function priceRanges(rows: readonly number[]): readonly (PriceRange | null)[] {
    requireOpen();
    if (standing !== 'optimal' || integers) return rows.map(() => null);
    try {
      const found = (ranging ??= model.getRanging());
      const { rowStatus } = model.getBasis();
      const { rowValue } = model.getSolution();
      return rows.map((row) => rangeOf(row, found, rowStatus, rowValue));
    } catch (error) {
      if (error instanceof highs.errors.HighsError) return rows.map(() => null);
      throw error;
    }
  }

  function conflict(): { rows: readonly number[]; columns: readonly number[] } | null {
    requireOpen();
    if (standing !== 'infeasible') return null;
    const { boundFree, inConflict } = highs.constants.iis;
    try {
      model.options.set(conflictSettings);
      const found = model.getIis();
      const rows = [...found.rowIndex];
      const columns = [...found.colIndex];
      const proven =
        rows.every((row) => found.rowStatus[row] === inConflict) &&
        columns.every((column) => found.colStatus[column] === inConflict);
      if (!proven || rows.length + columns.length === 0) return null;
      return { rows, columns: columns.filter((_, position) => found.colBound[position] !== boundFree) };
    } catch (error) {
      if (error instanceof highs.errors.HighsError) return null;
      throw error;
    }
  }

  return {
    solve,
    changeColumnBounds(column, lower, upper) {
      change();
      setColumnBounds(programme, column, lower, upper);
      model.changeColBounds(column, lower, upper);
    },
    changeRowBounds(row, lower, upper) {
      change();
      setRowBounds(programme, row, lower, upper);
      model.changeRowBounds(row, lower, upper);
    },
    changeColumnsBounds(columns, lower, upper) {
      change();
      setColumnsBounds(programme, { numbers: columns, lower, upper });
      if (columns.length > 0) model.changeColsBounds({ kind: 'set', indices: columns }, lower, upper);
    },
    changeRowsBounds(rows, lower, upper) {
      change();
      setRowsBounds(programme, { numbers: rows, lower, upper });
      if (rows.length > 0) model.changeRowsBounds({ kind: 'set', indices: rows }, lower, upper);
    },
    changeObjective(objective, offset) {
      change();
      setObjective(programme, objective, offset);
      if (programme.columnCount > 0) {
        model.changeColsCost({ kind: 'range', from: 0, to: programme.columnCount - 1 }, programme.objective);
      }
      model.changeObjectiveOffset(offset);
    },
    addRow(lower, upper, columns, values) {
      change();
      const row = appendRow(programme, lower, upper, columns, values);
      model.addRow(lower, upper, { indices: columns, values });
      return row;
    },
    priceRanges,
    conflict,
    dispose() {
      if (!broken) model.dispose();
    },
  };
}
