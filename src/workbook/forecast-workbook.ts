import type { Bucket } from '../forecasting/index';
import { hasErrors } from '../planning/index';
import type { Issue } from '../planning/index';
import { cleanWorkbook } from './forecast/clean-workbook';
import type { CleanedWorkbook, CleaningPorts } from './forecast/clean-workbook';
import { forecastDemand } from './forecast/demand-forecast';
import type { DemandForecast, DemandForecastOptions } from './forecast/demand-forecast';
import { forecastChange } from './forecast/forecast-change';
import type { ForecastWriting } from './forecast/forecast-change';
import { itemReport } from './forecast/forecast-report';
import type { ForecastReport } from './forecast/forecast-report';
import type { Result, Workbook, WorkbookChange } from './workbook';

export interface ForecastWorkbookOptions extends DemandForecastOptions, ForecastWriting {
  /** Cleans the history's rows; in this thread where absent. */
  readonly clean?: CleaningPorts['clean'];
}

/** A run from the history to the plan's inputs; nothing has been written yet. Lists are empty where the data is wrong. */
export interface ForecastedWorkbook extends DemandForecast {
  readonly report: ForecastReport;
  /** Sheets to write, and the plan's cells where asked; null where the data is wrong. */
  readonly change: WorkbookChange | null;
}

/** The whole way from the history to what is written: reads a workbook, cleans, forecasts every item, and lays out the change. */
export async function forecastWorkbook(
  workbook: Workbook,
  options: ForecastWorkbookOptions,
): Promise<Result<ForecastedWorkbook>> {
  const read = await cleanWorkbook(workbook, options.runDate, { clean: options.clean });
  if (!read.ok) return read;
  const cleaned = read.value;
  const { bucket, forecast } = await forecastDemand(cleaned, options);
  const written = forecast ? await forecastChange(workbook, forecast, options) : null;
  if (written?.ok === false) return written;
  const issues = byGravity([...cleaned.reports.issues(), ...(written?.value.issues ?? [])]);
  const made = forecast ?? nothing(cleaned, bucket, options.runDate);
  return {
    ok: true,
    value: {
      ...made,
      report: forecastReport(made, issues),
      change: hasErrors(issues) || !written ? null : written.value.change,
    },
  };
}

/** A forecast as `sop forecast` prints it. */
export function forecastReport(forecast: DemandForecast, issues: readonly Issue[]): ForecastReport {
  const { bucket, periods, results, cleaned } = forecast;
  return {
    bucket,
    items: results.map((result) => itemReport(result, periods)),
    cleaning: cleaned.report.cleaning,
    issues,
  };
}

function nothing(cleaned: CleanedWorkbook, bucket: Bucket, runDate: string): DemandForecast {
  const none = { historyPeriods: [], periods: [], results: [], log: [], actuals: [], past: null };
  return { cleaned, bucket, runDate, ...none };
}

/** Errors first, as everywhere. */
function byGravity(issues: readonly Issue[]): readonly Issue[] {
  const isError = ({ severity }: Issue): boolean => severity === 'error';
  return [...issues.filter(isError), ...issues.filter((issue) => !isError(issue))];
}
