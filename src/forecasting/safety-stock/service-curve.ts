import { fillRateAt, itemSafetyStock, type DemandDistribution } from './item-safety-stock';

/** One point of the curve of service against inventory. */
export interface ServicePoint {
  /** Cycle service level, 0–1. */
  serviceLevel: number;
  /** Units. */
  safetyStock: number;
  /** Units on hand and on order. */
  reorderPoint: number;
  /** Average units on hand: half a lot plus the safety stock. */
  averageInventory: number;
  /** Fraction of demand served from stock, 0–1. */
  fillRate: number;
  /** Money for holding the average inventory over one period. */
  holdingCostPerPeriod: number;
}

/** What the curve needs besides the distribution of demand over the lead time. */
export interface ServiceCurveOptions {
  /** Units per replenishment; without one, the mean demand over the lead time. */
  lotSize?: number;
  /** Money per unit and period. */
  holdingCostPerUnitPerPeriod?: number;
  /** Cycle service levels, 0–1; without any, 50 % to 99.9 %. */
  levels?: readonly number[];
}

const USUAL_LEVELS = [
  0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98, 0.985, 0.99, 0.995, 0.999,
];

/** The exchange curve of one item: what each service level costs in inventory. Silver, Pyke & Thomas, ch. 6. */
export function serviceCurve(demand: DemandDistribution, options: ServiceCurveOptions = {}): ServicePoint[] {
  const lotSize = options.lotSize ?? demand.mean;
  return (options.levels ?? USUAL_LEVELS).map((serviceLevel) => {
    const { safetyStock, reorderPoint } = itemSafetyStock(demand, {
      measure: 'cycleServiceLevel',
      level: serviceLevel,
    });
    const averageInventory = lotSize / 2 + safetyStock;
    return {
      serviceLevel,
      safetyStock,
      reorderPoint,
      averageInventory,
      fillRate: fillRateAt(demand, safetyStock, lotSize),
      holdingCostPerPeriod: averageInventory * (options.holdingCostPerUnitPerPeriod ?? 0),
    };
  });
}
