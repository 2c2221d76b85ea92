import { auditPlan } from '../domain/audit-plan';
import { costOfPlan } from '../domain/cost-of-plan';
import type { PlanCost } from '../domain/cost-of-plan';
import type { Plan } from '../domain/plan';
import type { PlanningProblem } from '../domain/planning-problem';
import { assemble, objectiveOf } from '../formulation/assemble';
import type { AssembledModel } from '../formulation/assemble';
import { excessInventory, safetyStockGap } from '../formulation/decisions/inventory';
import { overflow } from '../formulation/decisions/overflow';
import { shortage } from '../formulation/decisions/shortage';
import { formulationFor } from '../formulation/formulation';
import { priority, rated } from '../formulation/parts';
import type { Priority } from '../formulation/parts';
import { readBack } from '../formulation/read-back';
import { solveByPriority } from '../formulation/solve-by-priority';
import type { LinearProgramme } from '../lp/linear-programme';
import { solveOnce } from '../lp/solver';
import type { Solver } from '../lp/solver';
import type { Patience } from './patience';
import { leastProductionChange, withProductionValues } from './production-fixes';
import { withSoftDemand, withSoftSafetyStock, withSoftStorage } from './relaxations';

/** The plan that comes closest when the hard limits cannot all hold. */
export interface ClosestPlan {
  /** The problem whose limits the plan keeps: demand, safety stock and storage have become soft. */
  readonly problem: PlanningProblem;
  readonly plan: Plan;
  readonly cost: PlanCost;
}

/**
 * The plan with the least violation: demand is the last to give, then safety stock, then the warehouse; capacity never
 * gives. Among equals the cheapest. Where rules about production are in conflict with each other or with capacity, they change
 * by the least that is necessary first. Null where other limits are in conflict (or time is over).
 */
export function closestPlan(problem: PlanningProblem, solver: Solver, patience: Patience): ClosestPlan | null {
  const relaxed = withSoftStorage(withSoftSafetyStock(withSoftDemand(problem)));
  const closest = leastViolation(problem, relaxed, solver, patience);
  if (closest || patience.isOver()) return closest;
  for (const rule of ['fixed', 'minimum'] as const) {
    const values = leastProductionChange(relaxed, solver, rule, patience.solveOptions());
    if (!values || values.length === 0) continue;
    const changed = withProductionValues(relaxed, rule, values);
    const found = leastViolation(problem, changed, solver, patience);
    if (found) return found;
  }
  return null;
}

function leastViolation(
  problem: PlanningProblem,
  relaxed: PlanningProblem,
  solver: Solver,
  patience: Patience,
): ClosestPlan | null {
  const model = assemble(relaxed, formulationFor(relaxed.mode));
  const outcome =
    model.lp.rowCount <= mostRowsForGoals
      ? solveByPriority(model, violationsOf(problem), solver, patience.solveOptions())
      : solveOnce(solver, weightedProgramme(model, violationsOf(problem)), patience.solveOptions());
  if (outcome.kind !== 'optimal' && outcome.kind !== 'stoppedEarly') return null;
  const plan = readBack(model, outcome.values);
  const cost = costOfPlan(relaxed, plan);
  return auditPlan(relaxed, plan, { objective: null }).length === 0 ? { problem: relaxed, plan, cost } : null;
}

/** Rows up to which the violations are minimised one after the other; above, all at once with weights. */
const mostRowsForGoals = 3000;
/** How much more a violation weighs than the next kind, and the last kind than the dearest unit of money. */
const weightStep = 30;

/** The programme with the violations weighted, all above money. */
function weightedProgramme(model: AssembledModel, goals: readonly Priority[]): LinearProgramme {
  const objective = model.lp.objective.slice();
  const dearest = objective.reduce((most, rate) => Math.max(most, Math.abs(rate)), 1);
  goals.forEach((goal, rank) => {
    const weight = dearest * weightStep ** (goals.length - rank);
    objectiveOf(model, goal).forEach((measure, column) => (objective[column] += weight * measure));
  });
  return { ...model.lp, objective };
}

/** What must give as little as possible, most precious first. */
function violationsOf(problem: PlanningProblem): Priority[] {
  const hardDemand = problem.demands.map(({ shortageCost }) => shortageCost === null);
  const hardSafetyStock = problem.items.map(({ safetyStockCost }) => safetyStockCost === null);
  const hardMaximum = problem.items.map(({ maxInventoryCost }) => maxInventoryCost === null);
  return [
    priority({
      id: 'demand_given_up',
      title: 'Demand that cannot be delivered',
      equation: String.raw`\sum_{k,t} n_{k,t}`,
      measures: [rated(shortage, (_problem, { demand }) => (hardDemand[demand] ? 1 : 0))],
    }),
    priority({
      id: 'safety_stock_given_up',
      title: 'Safety stock that cannot be kept',
      equation: String.raw`\sum_{i,t} v_{i,t}`,
      measures: [rated(safetyStockGap, (_problem, { item }) => (hardSafetyStock[item] ? 1 : 0))],
    }),
    priority({
      id: 'storage_exceeded',
      title: 'Stock that does not fit',
      equation: String.raw`\sum_{h,t} f_{h,t} + \sum_{i,t} w_{i,t}`,
      measures: [rated(overflow, () => 1), rated(excessInventory, (_problem, { item }) => (hardMaximum[item] ? 1 : 0))],
    }),
  ];
}
