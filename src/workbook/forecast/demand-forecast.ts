import { dayFromIso, followingPeriods } from '../../forecasting/index';
import type {
  ActualDemand,
  Bucket,
  BucketHistory,
  ForecastedItem,
  ForecastTask,
  PoolOutcome,
  SnapshotAccuracy,
} from '../../forecasting/index';
import { hasErrors } from '../../planning/index';
import type { Issue } from '../../planning/index';
import type { CleanedWorkbook } from './clean-workbook';
import { extendedLog, pastAccuracy, readForecastLog } from './forecast-log';
import type { LoggedForecast } from './forecast-log';
import {
  bucketHistories,
  forecastTask,
  outlierPeriods,
  periodsBetween,
  periodsToForecast,
  plannedDemand,
} from './forecast-tasks';
import { itemResults, withServiceLevel } from './item-result';
import type { ItemResult } from './item-result';
import { pastHockeySticks } from './planner-forecasts';
import { readForecastSettings } from './read-forecast-settings';

/** What to forecast, and with what. */
export interface DemandForecastOptions {
  /** Wins over the workbook's `Forecast_Periods`. */
  readonly periods?: number;
  /** Wins over the workbook's `Forecast_Bucket`. */
  readonly bucket?: Bucket;
  /** Date and time of the run, ISO text in local time. */
  readonly runDate: string;
  /** Forecasts the items: in this thread, or on a pool of workers. */
  readonly forecast: (tasks: readonly ForecastTask[]) => Promise<PoolOutcome<ForecastedItem>>;
}

/** The forecast of a cleaned history; nothing has been written or laid out. */
export interface DemandForecast {
  readonly cleaned: CleanedWorkbook;
  readonly bucket: Bucket;
  readonly runDate: string;
  /** First day of each period, ISO: the whole history, and the forecast. */
  readonly historyPeriods: readonly string[];
  readonly periods: readonly string[];
  /** In the plan's order. */
  readonly results: readonly ItemResult[];
  /** Forecasts of former runs and of this one. */
  readonly log: readonly LoggedForecast[];
  /** Demand of every period of history. */
  readonly actuals: readonly ActualDemand[];
  /** How forecasts of former runs turned out; null where none can be measured yet. */
  readonly past: SnapshotAccuracy | null;
}

const seasons: Readonly<Record<Bucket, number>> = { day: 7, week: 52, month: 12 };

/**
 * Forecasts every item of a cleaned history, and sets its stock from the error of its forecast. Null where the data is wrong (the
 * issues are in the reports of the cleaning) or the run was cancelled.
 */
export async function forecastDemand(
  cleaned: CleanedWorkbook,
  options: DemandForecastOptions,
): Promise<{ readonly bucket: Bucket; readonly forecast: DemandForecast | null }> {
  const { plan, reports, content, found, planner } = cleaned;
  const settings = readForecastSettings(found, plan?.items ?? [], plan?.periods.length ?? 1, reports);
  const bucket = options.bucket ?? settings.bucket ?? 'month';
  const histories = bucketHistories(cleaned, bucket);
  if (hasErrors(reports.issues()) || histories === null) {
    if (!hasErrors(reports.issues())) reports.add('SOP_History', tooShort(bucket));
    return { bucket, forecast: null };
  }
  const { items, first, last } = histories;
  const historyPeriods = periodsBetween(first, last, bucket);
  const count = options.periods ?? settings.periods ?? periodsToForecast(cleaned, bucket, last);
  const periods = followingPeriods(last, bucket, count);
  const tasks = items.map((history) => forecastTask(history, cleaned, bucket, periods, seasons[bucket]));
  const outcome = await options.forecast(tasks);
  if (outcome.cancelled) return { bucket, forecast: null };

  const flags = outlierPeriods(cleaned, bucket);
  const isOnlyOne = items.length === 1;
  const results = itemResults(
    outcome.results.flatMap((forecast, index) => {
      if (forecast === null) return [];
      const { item } = forecast;
      const history = items[index];
      return [
        {
          forecast,
          flagged: history.periods.map((period) => flags.has(`${item}\n${period}`)),
          planned: plannedDemand(cleaned, bucket, item, periods, items.length),
          pastHockeySticks: pastHockeySticks(planner, item, isOnlyOne, demandByStart(history), bucket),
        },
      ];
    }),
    settings,
    seasons[bucket],
  );
  outcomeIssues(results, cleaned).forEach((issue) => reports.add(null, issue));
  const actuals = items.flatMap(actualDemand);
  const former = readForecastLog(cleaned.log, content.date1904);
  const runDate = options.runDate.slice(0, 10);
  const log = extendedLog(
    former,
    results.flatMap(({ item, forecast }) =>
      forecast.forecast.map((quantity, h) => ({ runDate, item, bucket, period: periods[h], lead: h + 1, quantity })),
    ),
  );
  return {
    bucket,
    forecast: {
      cleaned,
      bucket,
      runDate: options.runDate,
      historyPeriods,
      periods,
      results,
      log,
      actuals,
      past: pastAccuracy(former, bucket, actuals),
    },
  };
}

/** The forecast with other cycle service levels (0–1) for some items, by name: their stocks follow. */
export function withServiceLevels<Forecast extends DemandForecast>(
  forecast: Forecast,
  levels: ReadonlyMap<string, number>,
): Forecast {
  const results = forecast.results.map((result) => {
    const level = levels.get(result.item);
    return level === undefined ? result : withServiceLevel(result, level);
  });
  return { ...forecast, results };
}

function actualDemand({ item, periods, quantities }: BucketHistory): ActualDemand[] {
  return periods.map((period, t) => ({ item, period, quantity: quantities[t] }));
}

function demandByStart({ periods, quantities }: BucketHistory): ReadonlyMap<number, number> {
  return new Map(periods.map((period, t) => [dayFromIso(period) ?? NaN, quantities[t]]));
}

function tooShort(bucket: Bucket): Issue {
  return {
    severity: 'error',
    code: 'short-history',
    sheet: null,
    cell: null,
    message: `The history covers no whole ${bucket}.`,
    fix: 'Add more past demand, or forecast in shorter periods.',
  };
}

/** Items without a proper forecast, and plans that the forecast contradicts. */
function outcomeIssues(results: readonly ItemResult[], { plan }: CleanedWorkbook): Issue[] {
  const about = (code: string, message: string, fix: string): Issue => ({
    severity: 'warning',
    code,
    sheet: plan?.found.reference?.sheet ?? null,
    cell: null,
    message,
    fix,
  });
  return results.flatMap(({ item, forecast, hockeyStick, pastHockeySticks }) => [
    ...(forecast.failed === null
      ? []
      : [
          about(
            'no-forecast',
            `${item} has no proper forecast: ${forecast.failed}`,
            'Its average is used; check its history.',
          ),
        ]),
    ...(hockeyStick
      ? [
          about(
            'hockey-stick',
            `Demand of ${item} rises away from its forecast towards the end.`,
            'Check what the rise rests on.',
          ),
        ]
      : []),
    ...(pastHockeySticks > 0
      ? [
          about(
            'past-hockey-stick',
            `${pastHockeySticks} past forecasts of ${item} in SOP_Planner_Forecast rose away from the demand that came.`,
            'Weigh the later periods of his next one less.',
          ),
        ]
      : []),
  ]);
}
