import type { PerPeriod } from '../../planning';
import { allOf, costRow, excessOver, lackToRowBelow, mayCharge } from './cost-row';
import type { Charge, ChargedQuantity, CountedRow } from './cost-row';
import type { ReferencedInput } from './input-reference';
import type { PlanSheetInput } from './input';
import type { ItemRows } from './item-rows';
import type { LinkedRows } from './linked-rows';
import type { Computed, PlanRow } from './plan-row';
import type { ProblemIndex } from './problem-index';
import { constantRate, inputRate, inputValue, rateByLength } from './rates';
import type { Rate } from './rates';

/** What an item pays under a term, or earns. */
export interface ItemCost {
  /** Costs that are the same per unit in every period: each stands once, beside the row whose units it is for. */
  readonly unitCosts: readonly UnitCost[];
  /** Money by period for everything else; null where there is nothing else. */
  readonly row: PlanRow | null;
  /** Over the horizon. */
  readonly total: number;
}

/** A cost per unit, and the units. */
export interface UnitCost extends CountedRow {
  readonly cost: Computed;
  readonly value: (period: number) => number;
}

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
    const rate = rateByLength(input, inputValue(input, 'Safety_Stock_Cost', { items: item }, cost));
    return [{ quantity: lackToRowBelow(safetyStock, inventory), rate }];
  },
  maxInventory: (input, _, __, { item, inventory }) => {
    const { maxInventory, maxInventoryCost } = input.problem.items[item];
    if (maxInventoryCost === null) return [];
    const level = (t: number) => ({ value: maxInventory[t], formula: null });
    const rate = rateByLength(input, { value: maxInventoryCost, formula: null });
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

/** The cost of an item under a term; null where the item has no part in it. */
export function itemCost(
  input: PlanSheetInput,
  index: ProblemIndex,
  linked: LinkedRows,
  rows: ItemRows,
  term: { readonly id: string; readonly measure: string },
): ItemCost | null {
  const charges = itemCharges[term.id]?.(input, index, linked, rows) ?? [];
  return costOf(input, rows.item, term.measure, charges);
}

/** Revenue of an item: price of all that is wanted, less of what is never delivered. */
export function itemRevenue(input: PlanSheetInput, { item, demand }: ItemRows): ItemCost | null {
  const price = (member: number) => inputRate(input, 'Price', { items: item }, input.problem.demands[member].price);
  return costOf(input, item, 'Revenue', [
    ...demand.demand.members.map(({ member, row }) => ({ quantity: allOf(row), rate: price(member) })),
    ...demand.shortage.members.map(({ member, row }) => ({ quantity: allOf(row), rate: lost(price(member)) })),
  ]);
}

function charge(input: PlanSheetInput, name: ReferencedInput, item: number, row: PlanRow, rates: PerPeriod): Charge {
  return { quantity: allOf(row), rate: inputRate(input, name, { items: item }, rates) };
}

/** A price that is not earned. */
function lost({ at, steady }: Rate): Rate {
  const negative = ({ value, formula }: Computed) => ({ value: -value, formula: formula && `-${formula}` });
  return { at: (t) => negative(at(t)), steady: steady && negative(steady) };
}

function costOf(
  { problem }: PlanSheetInput,
  item: number,
  measure: string,
  charges: readonly Charge[],
): ItemCost | null {
  const horizon = problem.periods.length;
  const unitCosts: UnitCost[] = [];
  const others: Charge[] = [];
  for (const each of charges) {
    const { quantity, rate } = each;
    if (!quantity.counted || !rate.steady) others.push(each);
    else if (mayCharge(rate.steady)) unitCosts.push(unitCost(quantity, quantity.counted, rate.steady));
  }
  const row = costRow(problem.items[item].name, measure, horizon, others);
  if (unitCosts.length === 0 && !row) return null;
  let total = row?.total?.value ?? 0;
  for (const { cost, value } of unitCosts) for (let t = 0; t < horizon; t += 1) total += cost.value * value(t);
  return { unitCosts, row, total };
}

function unitCost({ value }: ChargedQuantity, counted: CountedRow, cost: Computed): UnitCost {
  return { ...counted, cost, value };
}
