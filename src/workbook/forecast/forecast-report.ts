import type { Accuracy, Bucket, ItemAccuracy, ServicePoint } from '../../forecasting/index';
import type { Issue } from '../../planning/index';
import type { CleaningReport } from './clean-workbook';
import { itemServiceCurve } from './item-result';
import type { ItemResult } from './item-result';

/** What `sop forecast` prints: the contract's shape, quantities never rounded. */
export interface ForecastReport {
  readonly bucket: Bucket;
  readonly items: readonly ItemReport[];
  readonly cleaning: CleaningReport;
  readonly issues: readonly Issue[];
}

export interface ItemReport {
  readonly item: string;
  readonly method: string;
  readonly class: string;
  readonly history: readonly (number | null)[];
  /** First day of each period forecast, ISO. */
  readonly periods: readonly string[];
  readonly forecast: readonly number[];
  readonly lower95: readonly number[];
  readonly upper95: readonly number[];
  readonly accuracy: Pick<Accuracy, 'mase' | 'wape' | 'mape' | 'bias'> & Pick<ItemAccuracy, 'valueAdded'>;
  readonly safetyStock: number;
  /** Why the item has only the average of its history; null for a proper forecast. */
  readonly failed: string | null;
  /** Sum of errors over their mean size; beyond ±4 the forecast is biased. */
  readonly trackingSignal: number | null;
  /** WAPE of Excel's FORECAST.ETS less that of the forecast. */
  readonly valueAddedToForecastEts: number | null;
  /** Fraction of demand served from stock, 0–1, with the safety stock. */
  readonly fillRate: number;
  /** Units on hand and on order at which to order. */
  readonly reorderPoint: number;
  readonly serviceLevel: number;
  /** What other service levels cost in inventory. */
  readonly serviceCurve: readonly ServicePoint[];
  /** Accuracy of the planner's own past numbers; null where there are none. */
  readonly planner: PlannerReport | null;
}

/** How good the planner's own numbers were. */
export interface PlannerReport extends Accuracy {
  /** WAPE of the forecast less that of the planner: what his numbers add to it. */
  readonly valueAdded: number | null;
  /** His demand of the periods to come rises away from the forecast. */
  readonly hockeyStick: boolean;
  /** How many of his past forecasts rose away from the demand that came. */
  readonly pastHockeySticks: number;
}

/** The report of one item. */
export function itemReport(result: ItemResult, periods: readonly string[]): ItemReport {
  const { item, forecast, stock, fillRate, rules, hockeyStick, pastHockeySticks } = result;
  const { mase = null, wape = null, mape = null, bias = null, valueAdded = null } = forecast.accuracy ?? {};
  const planner = forecast.accuracy?.planner ?? null;
  return {
    item,
    method: forecast.method,
    class: forecast.class,
    history: forecast.history,
    periods,
    forecast: forecast.forecast,
    lower95: forecast.lower95,
    upper95: forecast.upper95,
    accuracy: { mase, wape, mape, bias, valueAdded },
    safetyStock: stock.safetyStock,
    failed: forecast.failed,
    trackingSignal: forecast.accuracy?.trackingSignal ?? null,
    valueAddedToForecastEts: forecast.accuracy?.valueAddedToForecastEts ?? null,
    fillRate,
    reorderPoint: stock.reorderPoint,
    serviceLevel: rules.serviceLevel,
    serviceCurve: itemServiceCurve(result),
    planner: planner && { ...planner, hockeyStick, pastHockeySticks },
  };
}
