import { periodLength } from '../../planning';
import type { PerPeriod } from '../../planning';
import { allOf, costRow, difference, excessOver, lackTo } from './cost-row';
import type { Charge } from './cost-row';
import type { ReferencedInput } from './input-reference';
import type { PlanSheetInput } from './input';
import type { ItemRows } from './item-rows';
import type { LinkedRows } from './linked-rows';
import { numberText, valueAt } from './plan-row';
import type { Computed, Places, PlanRow } from './plan-row';
import type { ProblemIndex } from './problem-index';
import { inputByPeriod, inputValue } from './rates';

/** What an item pays for under one cost term. */
type ItemCharges = (
  input: PlanSheetInput,
  index: ProblemIndex,
  linked: LinkedRows,
  rows: ItemRows,
) => readonly Charge[];

/** Terms that belong to items, by their key in the contract's `costs`. */
export const itemCharges: Readonly<Record<string, ItemCharges>> = {
  production: (input, _, __, { item, production }) =>
    production.members.map(({ member, row }) =>
      charge(input, 'Production_Cost', item, row, input.problem.sources[member].cost),
    ),
  setup: (input, _, __, { item, supply }) =>
    supply.setups.members.map(({ member, row }) =>
      charge(input, 'Setup_Cost', item, row, input.problem.sources[member].setupCost),
    ),
  subcontract: (input, _, __, { item, supply }) =>
    supply.subcontract.members.map(({ member, row }) =>
      charge(input, 'Subcontract_Cost', item, row, input.problem.subcontracts[member].cost),
    ),
  transport: (input, index, linked, { item }) =>
    index.lanesTo[item].flatMap((lane) => {
      const row = linked.sent[lane];
      return row ? [{ quantity: allOf(row), rate: constantRate(input.problem.lanes[lane].cost) }] : [];
    }),
  holding: (input, _, __, { item, inventory }) => [
    charge(input, 'Holding_Cost', item, inventory, input.problem.items[item].holdingCost),
  ],
  safetyStock: (input, _, __, { item, inventory, safetyStock }) => {
    const cost = input.problem.items[item].safetyStockCost;
    if (cost === null || !safetyStock) return [];
    const rate = inputValue(input, 'Safety_Stock_Cost', { items: item }, cost);
    const level = (t: number, places: Places | null) => ({
      value: valueAt(safetyStock, t),
      formula: places && places.cell(safetyStock, t),
    });
    return [{ quantity: lackTo(level, inventory), rate: (t) => grown(rate, periodLength(input.problem, t)) }];
  },
  maxInventory: (input, _, __, { item, inventory }) => {
    const { maxInventory, maxInventoryCost } = input.problem.items[item];
    if (maxInventoryCost === null) return [];
    const level = (t: number) => ({ value: maxInventory[t], formula: null });
    const rate = (t: number) => ({ value: maxInventoryCost * periodLength(input.problem, t), formula: null });
    return [{ quantity: excessOver(level, inventory), rate }];
  },
  shortage: (input, _, __, { item, demand }) =>
    demand.shortage.members.flatMap(({ member, row }) => {
      const cost = input.problem.demands[member].shortageCost;
      return cost ? [charge(input, 'Shortage_Cost', item, row, cost)] : [];
    }),
  backorder: (input, _, __, { item, demand }) =>
    demand.late.members.flatMap(({ member, row }) => {
      const cost = input.problem.demands[member].backorderCost;
      return cost ? [charge(input, 'Backorder_Cost', item, row, cost)] : [];
    }),
};

/** Money by period for an item under a term; null where the item has no part in it. */
export function itemCostRow(
  input: PlanSheetInput,
  index: ProblemIndex,
  linked: LinkedRows,
  rows: ItemRows,
  term: { readonly id: string; readonly measure: string },
): PlanRow | null {
  const charges = itemCharges[term.id]?.(input, index, linked, rows) ?? [];
  const { name } = input.problem.items[rows.item];
  return costRow(name, term.measure, input.problem.periods.length, charges);
}

/** Revenue of an item: price of all that is wanted, less of what is never delivered. */
export function itemRevenueRow(input: PlanSheetInput, rows: ItemRows): PlanRow | null {
  const { problem } = input;
  const short = new Map(rows.demand.shortage.members.map(({ member, row }) => [member, row]));
  const charges = rows.demand.demand.members.map(({ member, row }): Charge => {
    const shortage = short.get(member);
    const { price } = problem.demands[member];
    const single = charge(input, 'Price', rows.item, row, price);
    return shortage ? { ...single, quantity: difference(row, shortage) } : single;
  });
  return costRow(problem.items[rows.item].name, 'Revenue', problem.periods.length, charges);
}

function charge(input: PlanSheetInput, name: ReferencedInput, item: number, row: PlanRow, rates: PerPeriod): Charge {
  return {
    quantity: allOf(row),
    rate: inputByPeriod(input, name, { items: item }, rates),
  };
}

/** A rate for the length of the first period, as one for a longer or shorter one. */
function grown({ value, formula }: Computed, length: number): Computed {
  if (length === 1) return { value, formula };
  return { value: value * length, formula: formula && `${formula}*${numberText(length)}` };
}

function constantRate(rates: PerPeriod): Charge['rate'] {
  return (t) => ({ value: rates[t], formula: null });
}
