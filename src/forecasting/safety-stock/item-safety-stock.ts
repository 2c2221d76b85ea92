import type { LeadTimeDemand } from './lead-time-demand';
import {
  cycleServiceLevel,
  expectedShortagePerCycle,
  safetyStockForCycleService,
  safetyStockForFillRate,
} from './service-level';

/** What the planner promises: no stockout in this share of the replenishment cycles, or this share of the demand from stock (0–1). */
export type ServiceTarget =
  | { measure: 'cycleServiceLevel'; level: number }
  /** `lotSize`: units per replenishment; without one, a cycle is one lead time and its demand the lot. */
  | { measure: 'fillRate'; level: number; lotSize?: number };

/** Demand over the lead time: normal, or with the quantiles that a forecast gives (skewed, intermittent). */
export type DemandDistribution =
  | ({ kind: 'normal' } & LeadTimeDemand)
  /** `quantile(p)`: units that demand over the lead time stays within with probability p; rising in p, 0 < p < 1. */
  | { kind: 'quantiles'; mean: number; quantile: (probability: number) => number };

/** The stock to hold for one item and what it achieves; quantities in units. */
export interface SafetyStock {
  /** Stock above the mean demand over the lead time, at least 0. */
  safetyStock: number;
  /** Stock (on hand and on order) at which to order: mean demand over the lead time plus safety stock. */
  reorderPoint: number;
  /** Probability (0–1) of no stockout per cycle. */
  cycleServiceLevel: number;
  /** Units short per cycle, on average. */
  shortagePerCycle: number;
}

/** Highest level that is computed; a promise of 100 % has no finite stock. */
const HIGHEST_LEVEL = 0.99999;

/** Safety stock and reorder point of one item for a service target. */
export function itemSafetyStock(demand: DemandDistribution, target: ServiceTarget): SafetyStock {
  const level = Math.min(HIGHEST_LEVEL, Math.max(0, target.level));
  const needed =
    target.measure === 'cycleServiceLevel'
      ? stockForCycleService(demand, level)
      : stockForFillRate(demand, level, target.lotSize ?? demand.mean);
  const safetyStock = Math.max(0, Number.isFinite(needed) ? needed : 0);
  return {
    safetyStock,
    reorderPoint: demand.mean + safetyStock,
    cycleServiceLevel: serviceAt(demand, safetyStock),
    shortagePerCycle: shortageAt(demand, safetyStock),
  };
}

/** Fraction of demand (0–1) served from stock with a safety stock and a lot size, units. */
export function fillRateAt(demand: DemandDistribution, safetyStock: number, lotSize: number): number {
  return lotSize > 0 ? Math.max(0, 1 - shortageAt(demand, safetyStock) / lotSize) : 1;
}

function stockForCycleService(demand: DemandDistribution, level: number): number {
  if (demand.kind === 'normal') return safetyStockForCycleService(level, demand.deviation);
  return level <= 0 ? -demand.mean : demand.quantile(level) - demand.mean;
}

function stockForFillRate(demand: DemandDistribution, level: number, lotSize: number): number {
  if (demand.kind === 'normal') return safetyStockForFillRate(level, demand.deviation, lotSize);
  const allowed = (1 - level) * lotSize;
  let low = 0;
  let high = Math.max(1e-9, demand.quantile(HIGHEST_LEVEL) - demand.mean);
  if (shortageAt(demand, low) <= allowed) return 0;
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (shortageAt(demand, middle) > allowed) low = middle;
    else high = middle;
  }
  return high;
}

function serviceAt(demand: DemandDistribution, safetyStock: number): number {
  if (demand.kind === 'normal') return cycleServiceLevel(safetyStock, demand.deviation);
  const stock = demand.mean + safetyStock;
  let low = 0;
  let high = 1;
  for (let round = 0; round < 50; round++) {
    const middle = (low + high) / 2;
    // A tolerance, because a quantile of whole units repeats itself exactly only up to rounding.
    if (demand.quantile(middle) <= stock + 1e-9 * Math.max(1, stock)) low = middle;
    else high = middle;
  }
  return low;
}

const STEPS = 400;

/** E[max(demand - stock, 0)]: the area between the quantiles and the stock, midpoint rule, finer towards the tail where it matters. */
function shortageAt(demand: DemandDistribution, safetyStock: number): number {
  if (demand.kind === 'normal') return expectedShortagePerCycle(safetyStock, demand.deviation);
  const stock = demand.mean + safetyStock;
  let shortage = 0;
  for (let step = 0; step < STEPS; step++) {
    // p = 1 - u² puts most of the points near p = 1; dp = 2u du.
    const u = (step + 0.5) / STEPS;
    shortage += Math.max(0, demand.quantile(1 - u * u) - stock) * ((2 * u) / STEPS);
  }
  return shortage;
}
