import type { ChangeableInput, PlanningProblem } from '../../../planning';

/** An input that can be swept, with the value from which its range is proposed. */
export interface SweptInput {
  readonly input: ChangeableInput;
  /** Average of the workbook's values; for `Demand`, which a sweep multiplies, 1. */
  readonly value: number;
  /** Whether the workbook has this one value for all. */
  readonly isUniform: boolean;
}

/** Where the values of an input stand in a problem. */
const valuesOf: readonly (readonly [ChangeableInput, (problem: PlanningProblem) => readonly (number | null)[]])[] = [
  ['Capacity', ({ resources }) => resources.flatMap(({ capacity }) => capacity)],
  ['Demand', ({ demands }) => (demands.length > 0 ? [1] : [])],
  ['Holding_Cost', ({ items }) => items.flatMap(({ holdingCost }) => holdingCost)],
  ['Safety_Stock', ({ items }) => items.flatMap(({ safetyStock }) => safetyStock)],
  ['Initial_Inventory', ({ items }) => items.map(({ openingInventory }) => openingInventory)],
  ['Overtime_Capacity', ({ resources }) => resources.flatMap(({ overtimeCapacity }) => overtimeCapacity)],
  ['Overtime_Cost', ({ resources }) => resources.flatMap(({ overtimeCost }) => overtimeCost)],
  ['Warehouse_Capacity', ({ warehouses }) => warehouses.flatMap(({ capacity }) => capacity)],
  ['Max_Inventory', ({ items }) => items.flatMap(({ maxInventory }) => maxInventory)],
  ['Production_Cost', ({ sources }) => sources.flatMap(({ cost }) => cost)],
  ['Setup_Cost', ({ sources }) => sources.flatMap(({ setupCost }) => setupCost)],
  ['Subcontract_Limit', ({ subcontracts }) => subcontracts.flatMap(({ limit }) => limit)],
  ['Subcontract_Cost', ({ subcontracts }) => subcontracts.flatMap(({ cost }) => cost)],
  ['Shortage_Cost', ({ demands }) => demands.flatMap(({ shortageCost }) => shortageCost ?? [])],
  ['Backorder_Cost', ({ demands }) => demands.flatMap(({ backorderCost }) => backorderCost ?? [])],
  ['Safety_Stock_Cost', ({ items }) => items.map(({ safetyStockCost }) => safetyStockCost)],
  ['Price', ({ demands }) => demands.flatMap(({ price }) => price)],
  ['Wage_Cost', ({ workforce }) => workforce?.wageCost ?? []],
];

/** The inputs that a problem has values of. */
export function sweptInputs(problem: PlanningProblem): readonly SweptInput[] {
  return valuesOf.flatMap(([input, valuesIn]): SweptInput[] => {
    const values = valuesIn(problem).filter((value): value is number => value !== null && Number.isFinite(value));
    if (!values.some((value) => value > 0)) return [];
    const value = values.reduce((sum, each) => sum + each, 0) / values.length;
    return [{ input, value, isUniform: values.every((each) => each === values[0]) }];
  });
}
