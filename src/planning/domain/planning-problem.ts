/**
 * A planning problem in the planner's words. One model serves a single plant and a network: an *item* is a product at a
 * location (a plant without locations is a network of one), and everything else refers to items by their position.
 *
 * All values are plain data, resolved and expanded: every `PerPeriod` has one entry per period of the horizon, money and
 * quantities are never rounded, "no limit" is ±Infinity, and "not allowed" or "not given" is null.
 */

/** One value per period of the horizon. */
export type PerPeriod = readonly number[];

/**
 * What "best" means. `cost`: least total cost. `delivery`: least quantity never delivered, then least lateness, then least
 * cost. `fair-share`: the smallest possible largest fraction never delivered, then the next, then lateness, then (where asked)
 * the same for safety stock missed, then cost. `profit`: largest revenue minus cost.
 */
export type PlanningMode = 'cost' | 'delivery' | 'fair-share' | 'profit';

export const planningModes: readonly PlanningMode[] = ['cost', 'delivery', 'fair-share', 'profit'];

export interface Period {
  /** As the planner's workbook shows it. */
  readonly label: string;
  /** Length in lengths of the first period, by which rates grow that are one number per item; absent: 1. */
  readonly length?: number;
}

/** A product at a location: the place where inventory is counted. */
export interface Item {
  /** Unique; the product alone where there is one location, else `product @ location`. */
  readonly name: string;
  readonly product: string;
  /** Empty where the problem has no locations. */
  readonly location: string;
  /** Units on hand before the first period. */
  readonly openingInventory: number;
  /** Money per unit and period, on the inventory at the end of each period. */
  readonly holdingCost: PerPeriod;
  /** Least inventory at the end of each period, units. */
  readonly safetyStock: PerPeriod;
  /** Money per unit below safety stock and length of the first period; null: safety stock is a hard limit. */
  readonly safetyStockCost: number | null;
  /** Whether mode `fair-share` spreads what is missed of a soft safety stock to this item; absent: no. */
  readonly safetyStockFairShare?: boolean;
  /** Most inventory at the end of each period, units. */
  readonly maxInventory: PerPeriod;
  /** Money per unit and length of the first period above `maxInventory` (above safety stock where that is larger); null: a hard limit. */
  readonly maxInventoryCost: number | null;
  /** Least inventory at the end of the last period, units; 0 where none is asked. */
  readonly finalInventory: number;
  /** Supply already under way, units arriving in each period. */
  readonly receipts: PerPeriod;
  /** Storage units that one unit takes. */
  readonly storageUse: number;
}

/** Demand for an item by one customer (or by nobody in particular), all of it with the same terms. */
export interface Demand {
  readonly item: number;
  /** Empty where the problem has no customers. */
  readonly customer: string;
  /** Units wanted in each period. */
  readonly quantity: PerPeriod;
  /** Money per unit never delivered; null: every unit must be delivered (in mode `cost`). */
  readonly shortageCost: PerPeriod | null;
  /** Money per unit and period of lateness, charged in each period that ends with the unit undelivered; null: never late. */
  readonly backorderCost: PerPeriod | null;
  /** Most periods of lateness; Infinity: as late as the horizon allows. */
  readonly maxLateness: number;
  /** Money per delivered unit. */
  readonly price: PerPeriod;
  /** Whether `fair-share` spreads shortage to this demand. */
  readonly fairShare: boolean;
  /** Quantity to deliver in each period where the planner fixed it; null elsewhere. */
  readonly fixedDelivery: readonly (number | null)[];
}

/** A rate at which something draws on a resource. */
export interface ResourceUse {
  readonly resource: number;
  /** Capacity units per unit (or per set-up). */
  readonly use: number;
}

/** An item that goes into another: units of the component per unit made. Negative: a co-product that comes out. */
export interface Component {
  readonly item: number;
  readonly quantity: number;
}

/** A way to make an item: production. */
export interface Source {
  readonly name: string;
  readonly item: number;
  readonly uses: readonly ResourceUse[];
  /** Money per unit made. */
  readonly cost: PerPeriod;
  /** Period in which what is started in period t arrives (t itself without lead time); beyond the horizon: never. */
  readonly arrival: readonly number[];
  readonly components: readonly Component[];
  /** Production is zero or at least this many units; 0: no such rule. */
  readonly minLot: number;
  /** Production is a multiple of this many units; 0: no such rule. */
  readonly lotSize: number;
  /** Number of first periods in which lot rules hold (discretisation horizon); Infinity: all. */
  readonly lotPeriods: number;
  /** Money per period with production; 0: none. */
  readonly setupCost: PerPeriod;
  /** Capacity units per period with production. */
  readonly setupUses: readonly ResourceUse[];
  /** Least and most units made per period. */
  readonly minimum: PerPeriod;
  readonly maximum: PerPeriod;
  /** Units to make in each period where the planner fixed it (0 is a stop); null elsewhere. */
  readonly fixed: readonly (number | null)[];
  /** Share of the requirement that a rule-based planner gives to this source. */
  readonly quota: number;
}

/** Buying an item instead of making it: no capacity, no production cost. */
export interface Subcontract {
  readonly item: number;
  /** Most units per period. */
  readonly limit: PerPeriod;
  /** Money per unit. */
  readonly cost: PerPeriod;
}

/** A way to move a product between two locations. */
export interface Lane {
  readonly name: string;
  /** Item (product at the sending location). */
  readonly from: number;
  /** Item (the same product at the receiving location). */
  readonly to: number;
  /** Money per unit moved. */
  readonly cost: PerPeriod;
  /** Period in which what leaves in period t arrives; beyond the horizon: never. */
  readonly arrival: readonly number[];
  readonly minLot: number;
  readonly lotSize: number;
  readonly lotPeriods: number;
  /** Most units per period. */
  readonly maximum: PerPeriod;
  readonly fixed: readonly (number | null)[];
  readonly quota: number;
}

/** Something shared that limits production: a line, a machine group, hours of people. */
export interface Resource {
  readonly name: string;
  /** Regular capacity units per period. */
  readonly capacity: PerPeriod;
  /** Capacity units per period that may be added. */
  readonly overtimeCapacity: PerPeriod;
  /** Money per added capacity unit, on top of the production cost. */
  readonly overtimeCost: PerPeriod;
  /** Use that should be reached; below it each capacity unit costs `minUseCost`. */
  readonly minUse: PerPeriod;
  readonly minUseCost: number;
  /** Use that should not be exceeded; above it each capacity unit costs `targetUseCost`. */
  readonly targetUse: PerPeriod;
  readonly targetUseCost: number;
}

/** Room shared by the inventories of several items. */
export interface Warehouse {
  readonly name: string;
  readonly items: readonly number[];
  /** Storage units at the end of each period. */
  readonly capacity: PerPeriod;
  /** Usable fraction of the capacity, 0 to 1. */
  readonly overflowThreshold: number;
  /** Money per storage unit and period above the threshold; null: the threshold is a hard limit. */
  readonly overflowCost: PerPeriod | null;
  /** Most storage units above the threshold; absent: the rest of the capacity. */
  readonly overflowLimit?: number;
}

/** People whose hours are the capacity of a resource. */
export interface Workforce {
  /** The resource whose capacity the workers' hours add to. */
  readonly resource: number;
  /** Workers before the first period. */
  readonly initialWorkers: number;
  /** Regular capacity units per worker and period. */
  readonly hoursPerWorker: PerPeriod;
  /** Most overtime, capacity units per worker and period; Infinity: only the resource limits it. */
  readonly overtimePerWorker: PerPeriod;
  /** Money per worker and period, used or not. */
  readonly wageCost: PerPeriod;
  /** Money per worker hired, and per worker laid off. */
  readonly hireCost: PerPeriod;
  readonly layoffCost: PerPeriod;
  readonly maxWorkers: PerPeriod;
  /** Whether workers come whole. */
  readonly wholeWorkers: boolean;
}

/** What is done today, to compare with: never a limit (frozen periods are, through `Source.fixed`). */
export interface CurrentPractice {
  /** Periods of future demand that the fixed rule covers, per item; null where no rule is given. */
  readonly coveragePeriods: readonly number[] | null;
  /** Today's production per item and period; null where the workbook has none. */
  readonly production: readonly PerPeriod[] | null;
}

/** Spreading shortage by a penalty that grows in steps, instead of exactly. */
export interface FairShareSegments {
  /** Number of equal parts of a period's demand (and of a safety stock), 1 to 10. */
  readonly count: number;
  /** Factor from the penalty of one part to that of the next. */
  readonly growth: number;
}

export interface PlanningProblem {
  readonly mode: PlanningMode;
  /** How mode `fair-share` spreads shortage; absent: exactly, by the largest fraction never delivered. */
  readonly fairShareSegments?: FairShareSegments;
  readonly periods: readonly Period[];
  readonly items: readonly Item[];
  readonly demands: readonly Demand[];
  readonly sources: readonly Source[];
  readonly subcontracts: readonly Subcontract[];
  readonly lanes: readonly Lane[];
  readonly resources: readonly Resource[];
  readonly warehouses: readonly Warehouse[];
  readonly workforce: Workforce | null;
  readonly currentPractice: CurrentPractice;
}
