import { cleanedDays, cleanHistory } from '../../forecasting/index';
import type {
  AuditRow,
  CleanedDay,
  CleaningKind,
  CleaningOptions,
  CleaningResult,
  Overrule,
  PlannedEvent,
  RawHistoryRow,
} from '../../forecasting/index';
import { hasErrors } from '../../planning/index';
import type { Issue } from '../../planning/index';
import { findInputs } from '../find-input';
import type { FoundInput } from '../find-input';
import { mappingSetting, readMapping, requestForMapping } from '../mapping';
import { collectReports } from '../reports';
import type { Reports } from '../reports';
import { forecastInputs, forecastTables } from '../schema';
import type { InputName } from '../schema';
import type { SheetContent } from '../sheet-content';
import type { RangeContent, RangeReference, ReadRequest, Result, Workbook, WorkbookContent } from '../workbook';
import { cleaningSheet, cleaningSheetName } from './cleaning-sheet';
import { forecastLogName } from './forecast-log';
import { planDemand } from './plan-demand';
import type { PlanDemand } from './plan-demand';
import { readPlannerForecasts } from './planner-forecasts';
import type { PlannerForecast } from './planner-forecasts';
import { readEvents } from './read-forecast-settings';
import { readHistory } from './read-history';
import { readOverrules } from './read-overrules';

/** One finding of the cleaning as `sop clean` and `sop forecast` print it; `row` counts data rows from 1. */
export type CleaningReportRow = Pick<AuditRow, 'row' | 'item' | 'date' | 'quantity' | 'kind' | 'action' | 'reason'>;

/** What the cleaning found, as the command line prints it. */
export interface CleaningReport {
  readonly rows: readonly CleaningReportRow[];
  readonly totals: Readonly<Record<CleaningKind, number>>;
}

/** What `sop clean` prints. */
export interface CleanReport {
  readonly cleaning: CleaningReport;
  /** The cleaned history, one entry per item and day. */
  readonly clean: readonly CleanedDay[];
  readonly issues: readonly Issue[];
}

/** A history read and cleaned; nothing has been written. */
export interface CleanedWorkbook {
  readonly report: CleanReport;
  readonly cleaning: CleaningResult;
  /** The planner's decisions that apply. */
  readonly overrules: readonly Overrule[];
  /** Rows of the history that have any content. */
  readonly rowCount: number;
  /** The cells of the history's rows: data row 1 is the first. Null where there is no history. */
  readonly place: RangeReference | null;
  /** The audit; null where there is no history. */
  readonly sheet: SheetContent | null;
  readonly content: WorkbookContent;
  readonly found: ReadonlyMap<InputName, FoundInput>;
  readonly plan: PlanDemand | null;
  readonly events: readonly PlannedEvent[];
  /** The planner's own forecasts, past and to come. */
  readonly planner: readonly PlannerForecast[];
  readonly reports: Reports;
  /** The sheet of former forecasts; null where there is none yet. */
  readonly log: RangeContent | null;
}

/** How a history is cleaned, where it is not in this thread by what stands on the sheet. */
export interface CleaningPorts {
  /** Cleans rows, e.g. on a worker; in this thread where absent. */
  readonly clean?: (rows: readonly RawHistoryRow[], options: CleaningOptions) => Promise<CleaningResult>;
  /** Decisions that the sheet does not have yet, in place of what it says about their rows; null takes one back. */
  readonly decisions?: ReadonlyMap<number, Overrule | null>;
}

/** Inputs of the plan that the forecast fills, or reads labels and prices from. */
const planNames: readonly InputName[] = [
  'Demand',
  'Items',
  'Periods',
  'Safety_Stock',
  'Price',
  'Lot_Size',
  'Holding_Cost',
];
const resultSheets = [cleaningSheetName, forecastLogName];
const sheetEnd = { rowCount: 1048576, columnCount: 16384 };

/** Reads the history and cleans it, with the planner's former decisions. */
export async function cleanWorkbook(
  workbook: Workbook,
  runDate: string,
  { clean, decisions }: CleaningPorts = {},
): Promise<Result<CleanedWorkbook>> {
  const read = await readForecastContent(workbook);
  if (!read.ok) return read;
  const { content, log, audit } = read.value;
  const reports = collectReports();
  const { mapping, issues } = readMapping(content.settings[mappingSetting]);
  issues.forEach((issue) => reports.add(null, issue));
  const { found, unresolved } = findInputs(content, mapping);
  unresolved.forEach(({ input, issue }) => reports.add(input, issue));
  const history = readHistory(content, found, reports);
  const plan = planDemand(found, content.date1904);
  const events = readEvents(content, reports);
  const planner = readPlannerForecasts(content, reports);
  const decided = withDecisions(audit ? readOverrules(audit, content.date1904, reports) : [], decisions);
  const isUsable = !hasErrors(reports.issues());
  const options = { items: plan?.items ?? [], overrules: decided, events };
  const cleaning =
    isUsable && clean ? await clean(history.rows, options) : cleanHistory(isUsable ? history.rows : [], options);
  const overrules = decided.filter(({ kind, row }) => {
    const applies = cleaning.audit.some((found) => found.row === row && found.kind === kind && isDecision(found));
    if (!applies && isUsable) reports.add('SOP Cleaning', lostDecision(row));
    return applies;
  });
  const named = nameOnlyItem(cleaning, plan);
  return {
    ok: true,
    value: {
      report: {
        cleaning: { rows: named.audit.map(reportRow), totals: named.totals },
        clean: cleanedDays(named.items),
        issues: reports.issues(),
      },
      cleaning: named,
      overrules,
      rowCount: history.rows.length,
      place: history.body,
      sheet: isUsable
        ? cleaningSheet({
            cleaning: named,
            overrules,
            rowCount: history.rows.length,
            runDate,
            date1904: content.date1904,
          })
        : null,
      content,
      found,
      plan,
      events,
      planner,
      reports,
      log,
    },
  };
}

/** Everything the forecast reads, former results included, which are looked for once the sheets are known. */
async function readForecastContent(workbook: Workbook) {
  const request: ReadRequest = {
    names: [...forecastInputs.map(({ name }) => name.toLowerCase()), ...planNames.map((name) => name.toLowerCase())],
    tables: forecastTables,
    ranges: [],
    settings: [mappingSetting],
  };
  const first = await workbook.read(request);
  if (!first.ok) return first;
  const { mapping } = readMapping(first.value.settings[mappingSetting]);
  const mapped = requestForMapping(mapping);
  const former = first.value.sheets.filter((name) => resultSheets.some((sheet) => isSame(sheet, name)));
  const content =
    former.length === 0 && Object.keys(mapping).length === 0
      ? first
      : await workbook.read({
          ...request,
          tables: [...request.tables, ...mapped.tables],
          ranges: [...mapped.ranges, ...former.map((sheet) => ({ sheet, row: 0, column: 0, ...sheetEnd }))],
        });
  if (!content.ok) return content;
  const own = content.value.ranges.slice(mapped.ranges.length);
  const sheetOf = (name: string) => own.find(({ reference }) => isSame(reference.sheet, name)) ?? null;
  const value = { content: content.value, log: sheetOf(forecastLogName), audit: sheetOf(cleaningSheetName) };
  return { ok: true, value } as const;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function withDecisions(
  former: readonly Overrule[],
  decisions: ReadonlyMap<number, Overrule | null> = new Map(),
): readonly Overrule[] {
  const kept = former.filter(({ row }) => !decisions.has(row));
  return [...kept, ...[...decisions.values()].filter((overrule) => overrule !== null)];
}

function isDecision({ action }: AuditRow): boolean {
  return action === 'kept' || action === 'removed' || action === 'replaced';
}

function lostDecision(row: number): Issue {
  return {
    severity: 'warning',
    code: 'lost-decision',
    sheet: cleaningSheetName,
    cell: null,
    message: `The decision about row ${row} no longer applies: the history has no such row any more, or has it twice.`,
    fix: 'Decide again on the sheet, if it is still needed.',
  };
}

function reportRow({ row, item, date, quantity, kind, action, reason }: AuditRow): CleaningReportRow {
  return { row, item, date, quantity, kind, action, reason };
}

/** A history without items is that of the plan's only item. */
function nameOnlyItem(cleaning: CleaningResult, plan: PlanDemand | null): CleaningResult {
  if (cleaning.items.length !== 1 || cleaning.items[0].item !== '') return cleaning;
  const item = plan?.items.length === 1 ? plan.items[0] : 'Item 1';
  return {
    ...cleaning,
    items: [{ ...cleaning.items[0], item }],
    audit: cleaning.audit.map((row) => ({ ...row, cleanedItem: row.cleanedItem === '' ? item : row.cleanedItem })),
  };
}
