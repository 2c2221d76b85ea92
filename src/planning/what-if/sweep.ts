import { changeProblem } from '../domain/change-problem';
import type { ChangeableInput, ProblemChange } from '../domain/change-problem';
import type { CostTermId } from '../domain/cost-of-plan';
import type { PlanningProblem } from '../domain/planning-problem';
import type { WhatIfOutcome } from '../plan-outcome';
import type { PlanningSession, PlanOptions } from '../planning-session';
import { costBreaks, feasibilityBreaks } from './sweep-breaks';
import type { SweepBreak, SweptValue } from './sweep-breaks';

/** What to vary, and over which values. */
export interface SweepRange {
  readonly input: ChangeableInput;
  readonly from: number;
  readonly to: number;
  /** Number of values, the two ends included. */
  readonly steps: number;
  /** Positions of the items (or resources) to vary; absent: all. */
  readonly members?: readonly number[];
}

/** The plan at one value. */
export interface SweepPoint {
  readonly value: number;
  readonly status: 'optimal' | 'stoppedEarly' | 'infeasible' | 'unbounded' | 'invalid' | 'failed';
  /** Null where there is no plan. */
  readonly totalCost: number | null;
  readonly costs: Readonly<Record<CostTermId, number>> | null;
}

/** Limits on each of a sweep's plans, and who hears of them. */
export interface SweepOptions extends Pick<PlanOptions, 'timeLimitSeconds' | 'relativeGap'> {
  /** Hears of every evenly spaced value as its plan is found. */
  readonly onPoint?: (point: SweepPoint) => void;
}

/** How the plan follows one input. */
export interface Sweep {
  readonly input: ChangeableInput;
  readonly points: readonly SweepPoint[];
  readonly breaks: readonly SweepBreak[];
}

/**
 * Plans at evenly spaced values of one input, each from the basis of the last, and finds the values between them at which
 * plans become possible, a price changes, or more stops helping.
 *
 * The value takes the place of the input for all items and periods; `Demand` is multiplied with it.
 */
export function sweep(session: PlanningSession, range: SweepRange, options: SweepOptions = {}): Sweep {
  const { onPoint, ...planOptions } = options;
  const planAt = (value: number) => session.whatIfProblem(problemAt(session.problem, range, value), planOptions);
  const values = Array.from(
    { length: range.steps },
    (_value, step) => range.from + ((range.to - range.from) * step) / Math.max(1, range.steps - 1),
  );
  const outcomes = values.map((value) => {
    const outcome = planAt(value);
    onPoint?.(pointOf(value, outcome));
    return outcome;
  });
  const points = outcomes.map((outcome, step) => pointOf(values[step], outcome));
  const swept = outcomes.map((outcome, step): SweptValue => ({
    value: values[step],
    objective: objectiveOf(session.problem, outcome),
  }));
  const objectiveAt = (value: number) => objectiveOf(session.problem, planAt(value));
  const failed = outcomes.some(({ kind }) => kind === 'failed' || kind === 'invalid' || kind === 'unbounded');
  const borders = failed ? [] : feasibilityBreaks(range.input, swept, objectiveAt);
  const corners = failed || !hasCorners(session) ? [] : costBreaks(range.input, swept, borders, objectiveAt);
  const breaks = [...borders, ...corners].sort((one, other) => one.value - other.value);
  return { input: range.input, points, breaks };
}

/** The problem with the input at a value. */
export function problemAt(problem: PlanningProblem, { input, members }: SweepRange, value: number): PlanningProblem {
  const change: ProblemChange = {
    input,
    members: members ?? null,
    periods: null,
    by: input === 'Demand' ? 'factor' : 'value',
    amount: value,
  };
  return changeProblem(problem, [change]);
}

/** Cost follows an input in straight pieces where there are no whole numbers and no goal goes before it. */
function hasCorners({ problem }: PlanningSession): boolean {
  const { sources, lanes, workforce, mode } = problem;
  const lots = [...sources, ...lanes].some(({ minLot, lotSize }) => minLot > 0 || lotSize > 0);
  const setups = sources.some(
    ({ setupCost, setupUses }) => setupCost.some((money) => money > 0) || setupUses.some(({ use }) => use > 0),
  );
  return (mode === 'cost' || mode === 'profit') && !lots && !setups && !workforce?.wholeWorkers;
}

function pointOf(value: number, outcome: WhatIfOutcome): SweepPoint {
  if (outcome.kind !== 'planned') return { value, status: outcome.kind, totalCost: null, costs: null };
  const { terms, total } = outcome.cost;
  const costs = Object.fromEntries(terms.map((term) => [term.id, term.total])) as Record<CostTermId, number>;
  return { value, status: outcome.status, totalCost: total, costs };
}

function objectiveOf({ mode }: PlanningProblem, outcome: WhatIfOutcome): number | null {
  if (outcome.kind !== 'planned') return null;
  return mode === 'profit' ? outcome.cost.total - outcome.cost.revenue : outcome.cost.total;
}
