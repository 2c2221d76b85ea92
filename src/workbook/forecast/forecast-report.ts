import type { Accuracy, Bucket, ItemAccuracy } from '../../forecasting/index';
import type { Issue } from '../../planning/index';
import type { CleaningReport } from './clean-workbook';
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
}

/** The report of one item. */
export function itemReport({ item, forecast, stock }: ItemResult, periods: readonly string[]): ItemReport {
  const { mase = null, wape = null, mape = null, bias = null, valueAdded = null } = forecast.accuracy ?? {};
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
  };
}
