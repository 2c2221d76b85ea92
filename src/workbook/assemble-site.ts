import type {
  Demand,
  Item,
  PerPeriod,
  PlanningMode,
  PlanningProblem,
  Source,
  Subcontract,
  Warehouse,
} from '../planning/index';
import { isGiven, perPeriod, perPeriodIfGiven, perPeriodOrNull, single } from './input-set';
import { fairShareOf } from './read-fair-share';
import type { InputSet } from './input-set';
import { resourcesOf, usesOf, workforceOf } from './assemble-resources';

/** What is not a number: labels, choices, and what today's plan says. */
export interface SiteWords {
  readonly mode: PlanningMode;
  readonly periods: readonly string[];
  readonly items: readonly string[];
  readonly resources: readonly string[];
  readonly wholeWorkers: boolean;
  /** Today's production per item and period; null where the workbook has none that can be read. */
  readonly productionPlan: readonly PerPeriod[] | null;
  /** Number of first periods that keep today's production. */
  readonly frozenPeriods: number;
}

/** The planning problem of a single site: one item per row of demand, one source for each, one pool of storage. */
export function assembleSite(set: InputSet, words: SiteWords): PlanningProblem {
  const positions = words.items.map((_, item) => item);
  const hasResources = words.resources.length > 0;
  const fairShare = fairShareOf(set);
  // Without segments the named inputs keep to the contract's order, where missed safety stock is a matter of cost.
  const spreads = fairShare.fairShareSegments ? { safetyStockFairShare: true } : {};
  return {
    mode: words.mode,
    ...fairShare,
    periods: words.periods.map((label) => ({ label })),
    items: words.items.map((name, item) => ({ ...itemOf(set, name, item), ...spreads })),
    demands: positions.map((item) => demandOf(set, item)),
    sources: words.items.map((name, item) => sourceOf(set, words, name, item)),
    subcontracts: isGiven(set, 'Subcontract_Cost') ? positions.map((item) => subcontractOf(set, item)) : [],
    lanes: [],
    resources: hasResources ? resourcesOf(set, words.resources) : [],
    warehouses: isGiven(set, 'Warehouse_Capacity') ? [warehouseOf(set, positions)] : [],
    workforce: workforceOf(set, words.wholeWorkers),
    currentPractice: {
      coveragePeriods: isGiven(set, 'Coverage_Periods')
        ? positions.map((item) => single(set, 'Coverage_Periods', item, 0))
        : null,
      production: words.productionPlan,
    },
  };
}

function itemOf(set: InputSet, name: string, item: number): Item {
  return {
    name,
    product: name,
    location: '',
    openingInventory: single(set, 'Initial_Inventory', item, 0),
    holdingCost: perPeriod(set, 'Holding_Cost', item, 0),
    safetyStock: safetyStockOf(set, item),
    safetyStockCost: isGiven(set, 'Safety_Stock_Cost') ? single(set, 'Safety_Stock_Cost', item, 0) : null,
    maxInventory: perPeriod(set, 'Max_Inventory', item, Infinity),
    maxInventoryCost: null,
    finalInventory: single(set, 'Final_Inventory', item, 0),
    receipts: constant(set, 0),
    storageUse: single(set, 'Storage_Use', item, 1),
  };
}

/** The largest of what the safety-stock inputs ask for, in each period. */
function safetyStockOf(set: InputSet, item: number): PerPeriod {
  const demand = perPeriod(set, 'Demand', item, 0);
  const average = demand.reduce((sum, quantity) => sum + quantity, 0) / demand.length;
  const ofAverage = single(set, 'Safety_Stock_Periods', item, 0) * average;
  const ratio = single(set, 'Safety_Stock_Ratio', item, 0);
  return perPeriod(set, 'Safety_Stock', item, 0).map((given, period) =>
    Math.max(given, ofAverage, ratio * (demand[period + 1] ?? 0)),
  );
}

function demandOf(set: InputSet, item: number): Demand {
  return {
    item,
    customer: '',
    quantity: perPeriod(set, 'Demand', item, 0),
    shortageCost: perPeriodIfGiven(set, 'Shortage_Cost', item),
    backorderCost: perPeriodIfGiven(set, 'Backorder_Cost', item),
    maxLateness: single(set, 'Max_Lateness', item, Infinity),
    price: perPeriod(set, 'Price', item, 0),
    fairShare: true,
    fixedDelivery: constant(set, null),
  };
}

function sourceOf(set: InputSet, words: SiteWords, name: string, item: number): Source {
  return {
    name,
    item,
    uses: words.resources.length > 0 ? usesOf(set, 'Capacity_Use', item, 1) : [],
    cost: perPeriod(set, 'Production_Cost', item, 0),
    arrival: words.periods.map((_, period) => period),
    components: [],
    minLot: single(set, 'Min_Lot', item, 0),
    lotSize: single(set, 'Lot_Size', item, 0),
    lotPeriods: Infinity,
    setupCost: perPeriod(set, 'Setup_Cost', item, 0),
    setupUses: words.resources.length > 0 ? usesOf(set, 'Setup_Use', item, 0) : [],
    minimum: perPeriod(set, 'Min_Production', item, 0),
    maximum: perPeriod(set, 'Max_Production', item, Infinity),
    fixed: fixedProduction(set, words, item),
    quota: 1,
  };
}

/** Frozen periods keep today's production, whatever else is fixed there. */
function fixedProduction(set: InputSet, words: SiteWords, item: number): (number | null)[] {
  return perPeriodOrNull(set, 'Fixed_Production', item).map((fixed, period) =>
    period < words.frozenPeriods && words.productionPlan ? words.productionPlan[item][period] : fixed,
  );
}

function subcontractOf(set: InputSet, item: number): Subcontract {
  return {
    item,
    limit: perPeriod(set, 'Subcontract_Limit', item, Infinity),
    cost: perPeriod(set, 'Subcontract_Cost', item, 0),
  };
}

function warehouseOf(set: InputSet, items: readonly number[]): Warehouse {
  return {
    name: 'Warehouse',
    items,
    capacity: perPeriod(set, 'Warehouse_Capacity', 0, 0),
    overflowThreshold: single(set, 'Overflow_Threshold', 0, 1),
    overflowCost: perPeriodIfGiven(set, 'Overflow_Cost', 0),
  };
}

function constant<T>(set: InputSet, value: T): T[] {
  return new Array<T>(set.dimensions.periods).fill(value);
}
