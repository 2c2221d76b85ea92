import { normalCumulative, normalLoss, normalLossInverse, normalQuantile } from './normal-distribution';

// Chopra & Meindl, Supply Chain Management, "Managing uncertainty in a supply chain: safety inventory", for normal demand. Throughout,
// `safetyStock` is reorder point minus mean demand over the lead time and `deviation` the standard deviation of that demand, both in units.

/** Probability (0–1) that a replenishment cycle ends without a stockout. */
export function cycleServiceLevel(safetyStock: number, deviation: number): number {
  if (deviation === 0) return safetyStock >= 0 ? 1 : 0;
  return normalCumulative(safetyStock / deviation);
}

/** Units short per replenishment cycle, on average. */
export function expectedShortagePerCycle(safetyStock: number, deviation: number): number {
  return deviation === 0 ? Math.max(0, -safetyStock) : deviation * normalLoss(safetyStock / deviation);
}

/** Fraction (0–1) of demand that is served from stock, with an order quantity of `lotSize` units per cycle. */
export function fillRate(safetyStock: number, deviation: number, lotSize: number): number {
  return Math.max(0, 1 - expectedShortagePerCycle(safetyStock, deviation) / lotSize);
}

/** Safety stock in units for a cycle service level (0–1). */
export function safetyStockForCycleService(serviceLevel: number, deviation: number): number {
  return deviation === 0 ? 0 : deviation * normalQuantile(serviceLevel);
}

/** Safety stock in units for a fill rate (0–1); negative where even the mean demand is more than the fill rate needs. */
export function safetyStockForFillRate(target: number, deviation: number, lotSize: number): number {
  const shortage = (1 - target) * lotSize;
  return deviation === 0 ? -shortage : deviation * normalLossInverse(shortage / deviation);
}
