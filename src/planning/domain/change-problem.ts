import type {
  Demand,
  Item,
  PerPeriod,
  PlanningProblem,
  Resource,
  Source,
  Warehouse,
  Workforce,
} from './planning-problem';

/** Inputs that a what-if can change, by their names in the workbook. */
export const changeableInputs = [
  'Capacity',
  'Overtime_Capacity',
  'Overtime_Cost',
  'Min_Capacity',
  'Min_Capacity_Cost',
  'Target_Capacity',
  'Target_Capacity_Cost',
  'Demand',
  'Shortage_Cost',
  'Backorder_Cost',
  'Max_Lateness',
  'Price',
  'Holding_Cost',
  'Initial_Inventory',
  'Final_Inventory',
  'Safety_Stock',
  'Safety_Stock_Cost',
  'Max_Inventory',
  'Production_Cost',
  'Setup_Cost',
  'Lot_Size',
  'Min_Lot',
  'Min_Production',
  'Max_Production',
  'Subcontract_Limit',
  'Subcontract_Cost',
  'Warehouse_Capacity',
  'Overflow_Threshold',
  'Overflow_Cost',
  'Initial_Workers',
  'Max_Workers',
  'Hours_Per_Worker',
  'Overtime_Per_Worker',
  'Wage_Cost',
  'Hire_Cost',
  'Layoff_Cost',
] as const;

export type ChangeableInput = (typeof changeableInputs)[number];

/** A change of one input, as plain data. */
export interface ProblemChange {
  readonly input: ChangeableInput;
  /** Positions of the items (resources for what belongs to resources) that it concerns; null: all. */
  readonly members: readonly number[] | null;
  /** First and last period that it concerns; null: all. */
  readonly periods: { readonly from: number; readonly to: number } | null;
  /** `factor` multiplies what is there, `amount` is added to it, `value` takes its place. */
  readonly by: 'factor' | 'amount' | 'value';
  readonly amount: number;
}

/** The problem with changes made, one after the other. Where an input is not given, only a `value` gives it. */
export function changeProblem(problem: PlanningProblem, changes: readonly ProblemChange[]): PlanningProblem {
  return changes.reduce((changed, change) => changeOnce(changed, change), problem);
}

function changeOnce(problem: PlanningProblem, change: ProblemChange): PlanningProblem {
  const concerns = (member: number) => change.members === null || change.members.includes(member);
  const resources = (of: (resource: Resource) => Partial<Resource>): PlanningProblem => ({
    ...problem,
    resources: problem.resources.map((entry, r) => (concerns(r) ? { ...entry, ...of(entry) } : entry)),
  });
  const items = (of: (item: Item) => Partial<Item>): PlanningProblem => ({
    ...problem,
    items: problem.items.map((entry, i) => (concerns(i) ? { ...entry, ...of(entry) } : entry)),
  });
  const demands = (of: (demand: Demand) => Partial<Demand>): PlanningProblem => ({
    ...problem,
    demands: problem.demands.map((entry) => (concerns(entry.item) ? { ...entry, ...of(entry) } : entry)),
  });
  const sources = (of: (source: Source) => Partial<Source>): PlanningProblem => ({
    ...problem,
    sources: problem.sources.map((entry) => (concerns(entry.item) ? { ...entry, ...of(entry) } : entry)),
  });
  const warehouses = (of: (warehouse: Warehouse) => Partial<Warehouse>): PlanningProblem => ({
    ...problem,
    warehouses: problem.warehouses.map((entry, h) => (concerns(h) ? { ...entry, ...of(entry) } : entry)),
  });
  const workers = (of: (workforce: Workforce) => Partial<Workforce>): PlanningProblem => ({
    ...problem,
    workforce: problem.workforce && { ...problem.workforce, ...of(problem.workforce) },
  });
  const each = (values: PerPeriod) => eachPeriod(values, change);
  const eachIfGiven = (values: PerPeriod | null) =>
    values || change.by !== 'value' ? values && each(values) : each(problem.periods.map(() => 0));
  const one = (value: number) => changed(value, change);
  const oneIfGiven = (value: number | null) => (value !== null || change.by === 'value' ? one(value ?? 0) : null);
  const subcontracts = (of: 'limit' | 'cost'): PlanningProblem => ({
    ...problem,
    subcontracts: problem.subcontracts.map((entry) =>
      concerns(entry.item) ? { ...entry, [of]: each(entry[of]) } : entry,
    ),
  });

  switch (change.input) {
    case 'Capacity':
      return resources(({ capacity }) => ({ capacity: each(capacity) }));
    case 'Overtime_Capacity':
      return resources(({ overtimeCapacity }) => ({ overtimeCapacity: each(overtimeCapacity) }));
    case 'Overtime_Cost':
      return resources(({ overtimeCost }) => ({ overtimeCost: each(overtimeCost) }));
    case 'Min_Capacity':
      return resources(({ minUse }) => ({ minUse: each(minUse) }));
    case 'Min_Capacity_Cost':
      return resources(({ minUseCost }) => ({ minUseCost: one(minUseCost) }));
    case 'Target_Capacity':
      return resources(({ targetUse }) => ({ targetUse: each(targetUse) }));
    case 'Target_Capacity_Cost':
      return resources(({ targetUseCost }) => ({ targetUseCost: one(targetUseCost) }));
    case 'Demand':
      return demands(({ quantity }) => ({ quantity: each(quantity) }));
    case 'Shortage_Cost':
      return demands(({ shortageCost }) => ({ shortageCost: eachIfGiven(shortageCost) }));
    case 'Backorder_Cost':
      return demands(({ backorderCost }) => ({ backorderCost: eachIfGiven(backorderCost) }));
    case 'Max_Lateness':
      return demands(({ maxLateness }) => ({ maxLateness: Math.round(one(maxLateness)) }));
    case 'Price':
      return demands(({ price }) => ({ price: each(price) }));
    case 'Holding_Cost':
      return items(({ holdingCost }) => ({ holdingCost: each(holdingCost) }));
    case 'Initial_Inventory':
      return items(({ openingInventory }) => ({ openingInventory: one(openingInventory) }));
    case 'Final_Inventory':
      return items(({ finalInventory }) => ({ finalInventory: one(finalInventory) }));
    case 'Safety_Stock':
      return items(({ safetyStock }) => ({ safetyStock: each(safetyStock) }));
    case 'Safety_Stock_Cost':
      return items(({ safetyStockCost }) => ({ safetyStockCost: oneIfGiven(safetyStockCost) }));
    case 'Max_Inventory':
      return items(({ maxInventory }) => ({ maxInventory: each(maxInventory) }));
    case 'Production_Cost':
      return sources(({ cost }) => ({ cost: each(cost) }));
    case 'Setup_Cost':
      return sources(({ setupCost }) => ({ setupCost: each(setupCost) }));
    case 'Lot_Size':
      return sources(({ lotSize }) => ({ lotSize: one(lotSize) }));
    case 'Min_Lot':
      return sources(({ minLot }) => ({ minLot: one(minLot) }));
    case 'Min_Production':
      return sources(({ minimum }) => ({ minimum: each(minimum) }));
    case 'Max_Production':
      return sources(({ maximum }) => ({ maximum: each(maximum) }));
    case 'Subcontract_Limit':
      return subcontracts('limit');
    case 'Subcontract_Cost':
      return subcontracts('cost');
    case 'Warehouse_Capacity':
      return warehouses(({ capacity }) => ({ capacity: each(capacity) }));
    case 'Overflow_Threshold':
      return warehouses(({ overflowThreshold }) => ({ overflowThreshold: Math.min(1, one(overflowThreshold)) }));
    case 'Overflow_Cost':
      return warehouses(({ overflowCost }) => ({ overflowCost: eachIfGiven(overflowCost) }));
    case 'Initial_Workers':
      return workers(({ initialWorkers }) => ({ initialWorkers: one(initialWorkers) }));
    case 'Max_Workers':
      return workers(({ maxWorkers }) => ({ maxWorkers: each(maxWorkers) }));
    case 'Hours_Per_Worker':
      return workers(({ hoursPerWorker }) => ({ hoursPerWorker: each(hoursPerWorker) }));
    case 'Overtime_Per_Worker':
      return workers(({ overtimePerWorker }) => ({ overtimePerWorker: each(overtimePerWorker) }));
    case 'Wage_Cost':
      return workers(({ wageCost }) => ({ wageCost: each(wageCost) }));
    case 'Hire_Cost':
      return workers(({ hireCost }) => ({ hireCost: each(hireCost) }));
    case 'Layoff_Cost':
      return workers(({ layoffCost }) => ({ layoffCost: each(layoffCost) }));
  }
}

function eachPeriod(values: PerPeriod, change: ProblemChange): PerPeriod {
  const { periods } = change;
  return values.map((value, t) =>
    periods === null || (t >= periods.from && t <= periods.to) ? changed(value, change) : value,
  );
}

/** No input is negative, so a change stops at zero. "No limit" stays, whatever it is multiplied with. */
function changed(value: number, { by, amount }: ProblemChange): number {
  if (by === 'value') return amount;
  if (value === Infinity) return value;
  return Math.max(0, by === 'factor' ? value * amount : value + amount);
}
