import { followingPeriods } from '../forecasting/index';
import type {
  ActualDemand,
  Bucket,
  BucketHistory,
  ForecastedItem,
  ForecastTask,
  PoolOutcome,
  SnapshotAccuracy,
} from '../forecasting/index';
import { hasErrors } from '../planning/index';
import type { Issue } from '../planning/index';
import { planEdits } from './forecast/apply-forecast';
import { cleanWorkbook } from './forecast/clean-workbook';
import type { CleanedWorkbook, CleaningPorts } from './forecast/clean-workbook';
import { extendedLog, forecastLogSheet, pastAccuracy, readForecastLog } from './forecast/forecast-log';
import {
  bucketHistories,
  forecastTask,
  outlierPeriods,
  periodsBetween,
  periodsToForecast,
  plannedDemand,
} from './forecast/forecast-tasks';
import { itemReport } from './forecast/forecast-report';
import type { ForecastReport } from './forecast/forecast-report';
import { forecastSheet } from './forecast/forecast-sheet';
import { itemResults } from './forecast/item-result';
import type { ItemResult } from './forecast/item-result';
import { readForecastSettings } from './forecast/read-forecast-settings';
import { noChange } from './workbook';
import type { Result, Workbook, WorkbookChange } from './workbook';

export interface ForecastWorkbookOptions {
  /** Wins over the workbook's `Forecast_Periods`. */
  readonly periods?: number;
  /** Wins over the workbook's `Forecast_Bucket`. */
  readonly bucket?: Bucket;
  /** Whether forecast and safety stock go into the cells named Demand and Safety_Stock. */
  readonly apply: boolean;
  /** Date and time of the run, ISO text in local time. */
  readonly runDate: string;
  /** Forecasts the items: in this thread, or on a pool of workers. */
  readonly forecast: (tasks: readonly ForecastTask[]) => Promise<PoolOutcome<ForecastedItem>>;
  /** Cleans the history's rows; in this thread where absent. */
  readonly clean?: CleaningPorts['clean'];
}

/** A run from the history to the plan's inputs; nothing has been written yet. */
export interface ForecastedWorkbook {
  readonly report: ForecastReport;
  readonly cleaned: CleanedWorkbook;
  /** First day of each period, ISO: the whole history, and the forecast. */
  readonly historyPeriods: readonly string[];
  readonly periods: readonly string[];
  /** In the order of the report's items. */
  readonly results: readonly ItemResult[];
  /** How forecasts of former runs turned out; null where none can be measured yet. */
  readonly past: SnapshotAccuracy | null;
  /** Sheets to write, and the plan's cells where asked; null where the data is wrong. */
  readonly change: WorkbookChange | null;
}

const seasons: Readonly<Record<Bucket, number>> = { day: 7, week: 52, month: 12 };

/** Reads the history of a workbook, cleans it, forecasts every item, and lays out the sheets. */
export async function forecastWorkbook(
  workbook: Workbook,
  options: ForecastWorkbookOptions,
): Promise<Result<ForecastedWorkbook>> {
  const read = await cleanWorkbook(workbook, options.runDate, { clean: options.clean });
  if (!read.ok) return read;
  const cleaned = read.value;
  const { plan, reports, content, found } = cleaned;
  const settings = readForecastSettings(found, plan?.items ?? [], plan?.periods.length ?? 1, reports);
  const bucket = options.bucket ?? settings.bucket ?? 'month';
  const histories = bucketHistories(cleaned, bucket);
  if (hasErrors(reports.issues()) || histories === null) {
    if (!hasErrors(reports.issues())) reports.add('SOP_History', tooShort(bucket));
    return { ok: true, value: nothing(cleaned, bucket) };
  }
  const { items, first, last } = histories;
  const historyPeriods = periodsBetween(first, last, bucket);
  const count = options.periods ?? settings.periods ?? periodsToForecast(cleaned, bucket, last);
  const periods = followingPeriods(last, bucket, count);
  const tasks = items.map((history) => forecastTask(history, cleaned, bucket, periods, seasons[bucket]));
  const outcome = await options.forecast(tasks);
  if (outcome.cancelled) return { ok: true, value: nothing(cleaned, bucket) };

  const flags = outlierPeriods(cleaned, bucket);
  const results = itemResults(
    outcome.results.flatMap((forecast, index) => {
      if (forecast === null) return [];
      const flagged = items[index].periods.map((period) => flags.has(`${forecast.item}\n${period}`));
      return [{ forecast, flagged, planned: plannedDemand(cleaned, bucket, forecast.item, periods, items.length) }];
    }),
    settings,
    seasons[bucket],
  );
  outcomeIssues(results, cleaned).forEach((issue) => reports.add(null, issue));
  const actuals = items.flatMap(actualDemand);
  const runDay = options.runDate.slice(0, 10);
  const former = readForecastLog(cleaned.log, content.date1904);
  const past = pastAccuracy(former, bucket, actuals);
  const log = extendedLog(
    former,
    results.flatMap(({ item, forecast }) =>
      forecast.forecast.map((quantity, h) => ({
        runDate: runDay,
        item,
        bucket,
        period: periods[h],
        lead: h + 1,
        quantity,
      })),
    ),
  );
  const applied = options.apply ? planEdits(cleaned, results, periods, bucket) : null;
  applied?.issues.forEach((issue) => reports.add(null, issue));
  const issues = reports.issues();
  const { runDate } = options;
  const { date1904 } = content;
  const sheets = [
    ...(cleaned.sheet ? [cleaned.sheet] : []),
    forecastSheet({ results, bucket, historyPeriods, periods, past, runDate, date1904 }),
    forecastLogSheet(log, bucket, actuals, date1904),
  ];
  return {
    ok: true,
    value: {
      report: {
        bucket,
        items: results.map((result) => itemReport(result, periods)),
        cleaning: cleaned.report.cleaning,
        issues,
      },
      cleaned,
      historyPeriods,
      periods,
      results,
      past,
      change: hasErrors(issues) ? null : { ...noChange, sheets, cells: applied?.cells ?? [] },
    },
  };
}

function nothing(cleaned: CleanedWorkbook, bucket: Bucket): ForecastedWorkbook {
  const issues = cleaned.reports.issues();
  return {
    report: { bucket, items: [], cleaning: cleaned.report.cleaning, issues },
    cleaned,
    historyPeriods: [],
    periods: [],
    results: [],
    past: null,
    change: null,
  };
}

function actualDemand({ item, periods, quantities }: BucketHistory): ActualDemand[] {
  return periods.map((period, t) => ({ item, period, quantity: quantities[t] }));
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
  return results.flatMap(({ item, forecast, hockeyStick }) => [
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
  ]);
}
