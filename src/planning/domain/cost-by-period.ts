import { costOfPlan } from './cost-of-plan';
import type { Plan } from './plan';
import type { PlanningProblem } from './planning-problem';

/**
 * Total cost of each period, money: what `costOfPlan` charges for the quantities of that period alone. The periods add up to
 * the plan's total cost.
 */
export function costByPeriod(problem: PlanningProblem, plan: Plan): number[] {
  return problem.periods.map((_period, t) => costOfPlan(problemOf(problem, t), planOf(plan, t)).total);
}

function problemOf(problem: PlanningProblem, t: number): PlanningProblem {
  const at = (values: readonly number[]) => [values[t]];
  const atOrNull = (values: readonly number[] | null) => values && at(values);
  const { workforce } = problem;
  return {
    ...problem,
    periods: [problem.periods[t]],
    items: problem.items.map((item) => ({
      ...item,
      holdingCost: at(item.holdingCost),
      safetyStock: at(item.safetyStock),
      maxInventory: at(item.maxInventory),
    })),
    demands: problem.demands.map((demand) => ({
      ...demand,
      quantity: at(demand.quantity),
      shortageCost: atOrNull(demand.shortageCost),
      backorderCost: atOrNull(demand.backorderCost),
      price: at(demand.price),
    })),
    sources: problem.sources.map((source) => ({ ...source, cost: at(source.cost), setupCost: at(source.setupCost) })),
    subcontracts: problem.subcontracts.map((subcontract) => ({ ...subcontract, cost: at(subcontract.cost) })),
    lanes: problem.lanes.map((lane) => ({ ...lane, cost: at(lane.cost) })),
    resources: problem.resources.map((resource) => ({
      ...resource,
      overtimeCost: at(resource.overtimeCost),
      minUse: at(resource.minUse),
      targetUse: at(resource.targetUse),
    })),
    warehouses: problem.warehouses.map((warehouse) => ({
      ...warehouse,
      overflowCost: atOrNull(warehouse.overflowCost),
    })),
    workforce: workforce && {
      ...workforce,
      wageCost: at(workforce.wageCost),
      hireCost: at(workforce.hireCost),
      layoffCost: at(workforce.layoffCost),
    },
  };
}

function planOf(plan: Plan, t: number): Plan {
  const at = (matrix: Plan['production']) => matrix.map((row) => [row[t]]);
  return {
    production: at(plan.production),
    setups: at(plan.setups),
    transport: at(plan.transport),
    subcontract: at(plan.subcontract),
    inventory: at(plan.inventory),
    deliveries: at(plan.deliveries),
    shortage: at(plan.shortage),
    backorders: at(plan.backorders),
    overtime: at(plan.overtime),
    overflow: at(plan.overflow),
    workforce: plan.workforce && {
      workers: [plan.workforce.workers[t]],
      hired: [plan.workforce.hired[t]],
      laidOff: [plan.workforce.laidOff[t]],
    },
  };
}
