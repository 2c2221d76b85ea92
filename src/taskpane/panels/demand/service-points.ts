import type { ServicePoint } from '../../../forecasting/index';
import { itemServiceCurve } from '../../../workbook/forecast/item-result';
import type { ItemResult } from '../../../workbook/forecast/item-result';

/** Curves that were computed already: quantiles of intermittent demand take their time. */
const curves = new WeakMap<ItemResult, readonly ServicePoint[]>();

/** What each service level of an item costs in inventory, 50 % to 99.9 %. */
export function servicePoints(result: ItemResult): readonly ServicePoint[] {
  const known = curves.get(result) ?? itemServiceCurve(result);
  curves.set(result, known);
  return known;
}

/** The same at one service level, 0–1. */
export function servicePointAt(result: ItemResult, level: number): ServicePoint {
  return itemServiceCurve(result, [level])[0];
}
