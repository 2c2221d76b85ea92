import type { Highs, HighsCallbackMap, Model, ModelStatusCode } from 'highs';
import type { LinearProgramme } from '../planning';
import { hasIntegers } from '../planning';
import type { SolveEffort, SolveOptions, SolveProgress } from '../planning';
import { closedAbsoluteGap, closedRelativeGap } from './highs-settings';

const secondsBetweenReports = 0.2;

/** Hands the programme to HiGHS as sparse arrays; HiGHS copies them. */
export function createHighsModel(highs: Highs, lp: LinearProgramme): Model {
  const { starts, rows, values } = lp.matrix;
  const model = highs.createModel({
    numCols: lp.columnCount,
    numRows: lp.rowCount,
    offset: lp.objectiveOffset,
    colCost: lp.objective,
    colLower: lp.columnLower,
    colUpper: lp.columnUpper,
    rowLower: lp.rowLower,
    rowUpper: lp.rowUpper,
    matrix: { format: 'csc', numRows: lp.rowCount, numCols: lp.columnCount, starts, indices: rows, values },
    integrality: hasIntegers(lp) ? Int32Array.from(lp.columnKinds) : undefined,
  });
  model.options.set('output_flag', false);
  return model;
}

/** Whether the last run left a primal point that HiGHS calls feasible. */
export function hasFeasiblePoint(highs: Highs, model: Model): boolean {
  return model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
}

/** Whether the last run left duals that HiGHS calls feasible. */
export function hasFeasibleDuals(highs: Highs, model: Model): boolean {
  return model.info.get('dual_solution_status') === highs.constants.solutionStatus.feasible;
}

/** Relative distance of an objective from a proven bound; 0 once only rounding is left, infinite without a bound. */
export function relativeGap(objective: number, bound: number): number {
  const distance = Math.abs(objective - bound);
  if (!Number.isFinite(distance)) return Infinity;
  if (distance <= closedAbsoluteGap || distance <= closedRelativeGap * Math.abs(objective)) return 0;
  return objective === 0 ? Infinity : distance / Math.abs(objective);
}

function finiteOrNull(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}

/** One call of a session's `solve`: its clock and what was spent over all attempts. */
export interface SolveClock {
  elapsedSeconds(): number;
  secondsLeft(): number;
  /** Adds what the last run of the model has spent. */
  add(model: Model): void;
  effort(): SolveEffort;
}

/** Starts the clock of a solve. */
export function startClock(options: SolveOptions): SolveClock {
  const started = performance.now();
  const elapsedSeconds = () => (performance.now() - started) / 1000;
  let iterations = 0;
  let nodes = 0;
  const spent = (model: Model, counter: string) => Math.max(0, Number(model.info.get(counter)));
  return {
    elapsedSeconds,
    secondsLeft: () => (options.timeLimitSeconds ?? Infinity) - elapsedSeconds(),
    add(model) {
      iterations += spent(model, 'simplex_iteration_count') + spent(model, 'ipm_iteration_count');
      iterations += spent(model, 'crossover_iteration_count');
      nodes += spent(model, 'mip_node_count');
    },
    effort: () => ({ milliseconds: elapsedSeconds() * 1000, iterations, nodes }),
  };
}

/**
 * Runs the model as it stands. Between iterations HiGHS asks whether to go on, and at most five times a second the caller
 * hears how far it is.
 */
export function runModel(highs: Highs, model: Model, options: SolveOptions, clock: SolveClock): ModelStatusCode {
  const { simplexInterrupt, ipmInterrupt, mipInterrupt, mipImprovingSolution } = highs.constants.callbackType;
  let reported = clock.elapsedSeconds();
  const report = (state: Omit<SolveProgress, 'elapsedSeconds'>) => {
    const elapsedSeconds = clock.elapsedSeconds();
    if (!options.onProgress || elapsedSeconds - reported < secondsBetweenReports) return;
    reported = elapsedSeconds;
    options.onProgress({ elapsedSeconds, ...state });
  };
  const linear = (iterations = 0) => report({ iterations, incumbent: null, bound: null, gap: null });
  const { onBetterPoint } = options;
  const callbacks: HighsCallbackMap = {
    [mipImprovingSolution]({ data }) {
      const { mip_solution: values, objective_function_value: objective, mip_dual_bound: bound } = data;
      if (!onBetterPoint || !values || objective === undefined) return;
      onBetterPoint({ objective, gap: relativeGap(objective, bound ?? -Infinity), values });
    },
    [simplexInterrupt](event) {
      linear(event.data.simplex_iteration_count);
      if (options.cancel?.cancelled) event.interrupt();
    },
    [ipmInterrupt](event) {
      linear(event.data.ipm_iteration_count);
      if (options.cancel?.cancelled) event.interrupt();
    },
    [mipInterrupt](event) {
      const incumbent = finiteOrNull(event.data.mip_primal_bound);
      const bound = finiteOrNull(event.data.mip_dual_bound);
      const gap = incumbent === null || bound === null ? null : relativeGap(incumbent, bound);
      report({ iterations: Number(event.data.mip_total_lp_iterations ?? 0), incumbent, bound, gap });
      if (options.cancel?.cancelled) event.interrupt();
    },
  };
  model.zeroAllClocks();
  const listens = options.cancel || options.onProgress || onBetterPoint;
  return model.run(listens ? callbacks : undefined).modelStatus;
}
