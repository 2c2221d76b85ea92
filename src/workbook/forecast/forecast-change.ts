import { hasErrors } from '../../planning/index';
import type { Issue } from '../../planning/index';
import { scenariosChange } from '../scenarios/write-scenarios';
import { noChange } from '../workbook';
import type { Result, Workbook, WorkbookChange } from '../workbook';
import { planEdits, serviceEdits } from './apply-forecast';
import type { AppliedForecast } from './apply-forecast';
import { withServiceLevels } from './demand-forecast';
import type { DemandForecast } from './demand-forecast';
import { forecastLogSheet } from './forecast-log';
import { withForecastScenarios } from './forecast-scenarios';
import { forecastSheet } from './forecast-sheet';
import { keepingFormer } from './former-demand';

/** What of a forecast goes into the workbook. */
export interface ForecastWriting {
  /** The sheets that show it; true where absent. */
  readonly sheets?: boolean;
  /** The forecast into the cells named Demand, and all safety stocks into Safety_Stock. */
  readonly apply?: boolean;
  /** The forecast and the bounds of its interval as the scenarios FORECAST, LOW and HIGH. */
  readonly scenarios?: boolean;
  /** Cycle service levels (0–1) that the planner chose, by item: they and their safety stocks are written. */
  readonly serviceLevels?: ReadonlyMap<string, number>;
}

/** The change that writes a forecast; null where something that is wanted cannot be written, which the issues tell. */
export interface ForecastChange {
  readonly change: WorkbookChange | null;
  readonly issues: readonly Issue[];
}

/**
 * What a forecast writes: its sheets, and what else is wanted, with what stood there before kept so that it can come back. The
 * command line and the pane write the same, because both write this. The workbook is only read.
 */
export async function forecastChange(
  workbook: Workbook,
  made: DemandForecast,
  { sheets = true, apply = false, scenarios = false, serviceLevels = new Map() }: ForecastWriting,
): Promise<Result<ForecastChange>> {
  const forecast = withServiceLevels(made, serviceLevels);
  const { cleaned, results, periods, bucket, log, actuals } = forecast;
  const { date1904 } = cleaned.content;
  const applied = [
    ...(apply ? [planEdits(cleaned, results, periods, bucket)] : []),
    ...(serviceLevels.size > 0 ? [serviceEdits(cleaned, results, new Set(serviceLevels.keys()))] : []),
  ];
  const rows = scenarios ? await scenarioTables(workbook, forecast) : none;
  if (!rows.ok) return rows;
  // What has no place in the cells has none in the scenarios either, and is said once.
  const issues = [...applied.flatMap((one) => one.issues), ...(apply ? [] : rows.value.issues)];
  if (hasErrors(issues)) return { ok: true, value: { change: null, issues } };
  const edits = mergedEdits(applied);
  const filled = edits.length > 0 ? await keepingFormer(workbook, edits) : { ok: true as const, value: noChange };
  if (!filled.ok) return filled;
  const shown = sheets
    ? [
        ...(cleaned.sheet ? [cleaned.sheet] : []),
        forecastSheet({ ...forecast, date1904 }),
        forecastLogSheet(log, bucket, actuals, date1904),
      ]
    : [];
  return { ok: true, value: { change: { ...filled.value, sheets: shown, tables: rows.value.tables }, issues } };
}

interface ScenarioTables {
  readonly tables: WorkbookChange['tables'];
  readonly issues: readonly Issue[];
}

const none: Result<ScenarioTables> = { ok: true, value: { tables: [], issues: [] } };

/** The table of scenarios with the forecast in it, as the table is by now. */
async function scenarioTables(workbook: Workbook, forecast: DemandForecast): Promise<Result<ScenarioTables>> {
  const request = { names: ['demand', 'periods'], tables: ['SOP_Scenarios'], ranges: [], settings: [] };
  const read = await workbook.read(request);
  if (!read.ok) return read;
  const { rows, issues } = withForecastScenarios(read.value, forecast);
  return { ok: true, value: { tables: hasErrors(issues) ? [] : scenariosChange(read.value, rows).tables, issues } };
}

/** A stock that two edits set is written once. */
function mergedEdits(applied: readonly AppliedForecast[]): AppliedForecast['cells'] {
  const byPlace = new Map(applied.flatMap(({ cells }) => cells).map((edit) => [JSON.stringify(edit.reference), edit]));
  return [...byPlace.values()];
}
