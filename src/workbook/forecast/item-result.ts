import {
  classifyItems,
  demandOverLeadTime,
  fillRateAt,
  isHockeyStick,
  itemSafetyStock,
  serviceCurve,
} from '../../forecasting/index';
import type { DemandDistribution, ForecastedItem, ItemClass, SafetyStock, ServicePoint } from '../../forecasting/index';
import type { ForecastSettings, StockRules } from './read-forecast-settings';

/** Everything about one item's demand that the sheet and the pane show. */
export interface ItemResult {
  readonly item: string;
  readonly forecast: ForecastedItem;
  /** True where the cleaning replaced an outlier in the period; one entry per period of history. */
  readonly flagged: readonly boolean[];
  readonly itemClass: ItemClass;
  readonly rules: StockRules;
  readonly stock: SafetyStock;
  /** Fraction of demand served from stock with that safety stock, 0–1. */
  readonly fillRate: number;
  /** The planner's demand of the periods to come rises away from the forecast without a reason in the history. */
  readonly hockeyStick: boolean;
  /** How many of the planner's past forecasts rose away from the demand that came. */
  readonly pastHockeySticks: number;
}

/** What the results of all items are made of, in one order. */
export interface ItemInput {
  readonly forecast: ForecastedItem;
  readonly flagged: readonly boolean[];
  /** The planner's own demand in the periods forecast, from the first on; empty where there is none. */
  readonly planned: readonly number[];
  readonly pastHockeySticks: number;
}

/** Classes, safety stock and reorder point of every item from its forecast. */
export function itemResults(inputs: readonly ItemInput[], settings: ForecastSettings, season: number): ItemResult[] {
  const isOnlyOne = inputs.length === 1;
  const classes = classifyItems(
    inputs.map(({ forecast: { item, history } }) => {
      const quantities = history.map((quantity) => quantity ?? 0);
      const lastYear = quantities.slice(-season).reduce((sum, quantity) => sum + quantity, 0);
      return { item, revenue: lastYear * (settings.priceOf(item, isOnlyOne) ?? 1), history: quantities };
    }),
  );
  return inputs.map(({ forecast, flagged, planned, pastHockeySticks }, index) => {
    const { item } = forecast;
    const rules = settings.rulesOf(item, isOnlyOne);
    return {
      item,
      forecast,
      flagged,
      itemClass: classes[index],
      rules,
      ...stockFor(forecast, rules),
      hockeyStick: planned.length > 0 && isHockeyStick(planned, forecast.forecast.slice(0, planned.length)),
      pastHockeySticks,
    };
  });
}

/** The result with another cycle service level (0–1) promised: its safety stock, reorder point and fill rate follow. */
export function withServiceLevel(result: ItemResult, serviceLevel: number): ItemResult {
  const rules = { ...result.rules, serviceLevel };
  return { ...result, rules, ...stockFor(result.forecast, rules) };
}

/**
 * What each cycle service level of an item costs in inventory, with the fill rate it gives; for the levels given, else for the
 * usual ones from 50 % to 99.9 %.
 */
export function itemServiceCurve({ forecast, rules }: ItemResult, levels?: readonly number[]): readonly ServicePoint[] {
  return serviceCurve(demandOf(forecast, rules), {
    lotSize: rules.lotSize ?? undefined,
    holdingCostPerUnitPerPeriod: rules.holdingCost,
    levels,
  });
}

function demandOf(forecast: ForecastedItem, rules: StockRules): DemandDistribution {
  return demandOverLeadTime(forecast, { periods: rules.leadTime, deviation: rules.leadTimeDeviation });
}

function stockFor(forecast: ForecastedItem, rules: StockRules): Pick<ItemResult, 'stock' | 'fillRate'> {
  const demand = demandOf(forecast, rules);
  const stock = itemSafetyStock(demand, { measure: 'cycleServiceLevel', level: rules.serviceLevel });
  return { stock, fillRate: fillRateAt(demand, stock.safetyStock, rules.lotSize ?? demand.mean) };
}
