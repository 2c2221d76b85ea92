import type { PlanningProblem } from '../domain/planning-problem';
import { told } from '../explanation/explanation';
import type { Explanation } from '../explanation/explanation';
import { money, quantity, sayIn } from '../domain/said';
import type { Said } from '../domain/said';
import type { WhatIfOutcome } from '../plan-outcome';
import type { PlanningSession } from '../planning-session';

/** What quantities cost that the planner typed over the plan. */
export const overrideTexts = {
  making: 'Making {units} of {name} in {period}',
  sending: 'Sending {units} of {name} in {period}',
  costsNothing: '{done} costs nothing: a best plan can do the same.',
  costs: '{done} costs {money}.',
  leavesNoPlan: '{done} leaves no plan that satisfies the limits; without it there is one.',
  noPlanEitherWay: '{done}: no plan satisfies the limits, with or without it.',
} as const;

const say = sayIn(overrideTexts);

/** A quantity that the planner typed over the plan's and locked. */
export type Override = ProductionOverride | TransportOverride;

interface FixedQuantity {
  readonly period: number;
  /** Units to make, or to send; 0 is a stop. */
  readonly quantity: number;
}

export interface ProductionOverride extends FixedQuantity {
  /** Position of the source whose production it fixes; in a single site, of the item. */
  readonly source: number;
}

export interface TransportOverride extends FixedQuantity {
  /** Position of the lane whose transport it fixes. */
  readonly lane: number;
}

/** What overrides cost. */
export interface OverrideCosts {
  /** The best plan around all overrides. */
  readonly outcome: WhatIfOutcome;
  /** Money that all of them cost together; null where one of the two plans does not exist. */
  readonly total: number | null;
  /** One for each override, in their order: what the best plan without it (and with all others) would save. */
  readonly explanations: readonly Explanation[];
}

/** The problem with production and transport fixed where the planner overrode them; everything else is planned anew. */
export function withOverrides(problem: PlanningProblem, overrides: readonly Override[]): PlanningProblem {
  return {
    ...problem,
    sources: problem.sources.map((source, s) =>
      withFixed(
        source,
        overrides.filter((override) => 'source' in override && override.source === s),
      ),
    ),
    lanes: problem.lanes.map((lane, l) =>
      withFixed(
        lane,
        overrides.filter((override) => 'lane' in override && override.lane === l),
      ),
    ),
  };
}

function withFixed<Supply extends { readonly fixed: readonly (number | null)[] }>(
  supply: Supply,
  quantities: readonly FixedQuantity[],
): Supply {
  if (quantities.length === 0) return supply;
  const fixed = [...supply.fixed];
  for (const { period, quantity } of quantities) fixed[period] = quantity;
  return { ...supply, fixed };
}

/**
 * Plans around overrides and finds what they cost: each is the difference to the best plan that keeps all the others, so
 * that removing it saves exactly that. The costs need not add up to the total: two overrides may stand in each other's way.
 *
 * @param session of the problem without the overrides.
 */
export function costOfOverrides(session: PlanningSession, overrides: readonly Override[]): OverrideCosts {
  const { problem } = session;
  const planWith = (kept: readonly Override[]) => session.whatIfProblem(withOverrides(problem, kept));
  const free = objectiveOf(problem, planWith([]));
  const outcome = planWith(overrides);
  const all = objectiveOf(problem, outcome);
  const explanations = overrides.map((override): Explanation => {
    const without = objectiveOf(problem, planWith(overrides.filter((other) => other !== override)));
    const cost = all === null || without === null ? null : all - without;
    const item = 'source' in override ? problem.sources[override.source].item : problem.lanes[override.lane].from;
    return {
      kind: 'override',
      item,
      resource: null,
      period: override.period,
      quantity: override.quantity,
      value: cost,
      ...told(saidOf(problem, override, cost, { all, without })),
      inputs: 'source' in override ? ['Fixed_Production'] : [],
    };
  });
  return { outcome, total: all === null || free === null ? null : all - free, explanations };
}

/** Money less than this is rounding. */
const leastMoney = 0.005;

function saidOf(
  problem: PlanningProblem,
  override: Override,
  cost: number | null,
  plans: { readonly all: number | null; readonly without: number | null },
): Said {
  const units = quantity(override.quantity);
  const period = problem.periods[override.period].label;
  const done =
    'source' in override
      ? say('making', { units, name: problem.sources[override.source].name, period })
      : say('sending', { units, name: problem.lanes[override.lane].name, period });
  if (cost !== null) {
    return cost < leastMoney ? say('costsNothing', { done }) : say('costs', { done, money: money(cost) });
  }
  if (plans.all === null && plans.without !== null) return say('leavesNoPlan', { done });
  return say('noPlanEitherWay', { done });
}

function objectiveOf({ mode }: PlanningProblem, outcome: WhatIfOutcome): number | null {
  if (outcome.kind !== 'planned') return null;
  return mode === 'profit' ? outcome.cost.total - outcome.cost.revenue : outcome.cost.total;
}
