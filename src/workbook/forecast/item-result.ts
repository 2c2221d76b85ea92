import { classifyItems, demandOverLeadTime, isHockeyStick, itemSafetyStock } from '../../forecasting/index';
import type { ForecastedItem, ItemClass, SafetyStock } from '../../forecasting/index';
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
  /** The plan's demand rises away from the forecast without a reason in the history. */
  readonly hockeyStick: boolean;
}

/** What the results of all items are made of, in one order. */
export interface ItemInput {
  readonly forecast: ForecastedItem;
  readonly flagged: readonly boolean[];
  /** The plan's present demand in the periods forecast; empty where the plan has none. */
  readonly planned: readonly number[];
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
  return inputs.map(({ forecast, flagged, planned }, index) => {
    const { item } = forecast;
    const rules = settings.rulesOf(item, isOnlyOne);
    const demand = demandOverLeadTime(forecast, { periods: rules.leadTime, deviation: rules.leadTimeDeviation });
    return {
      item,
      forecast,
      flagged,
      itemClass: classes[index],
      rules,
      stock: itemSafetyStock(demand, { measure: 'cycleServiceLevel', level: rules.serviceLevel }),
      hockeyStick: planned.length > 0 && isHockeyStick(planned, forecast.forecast.slice(0, planned.length)),
    };
  });
}
