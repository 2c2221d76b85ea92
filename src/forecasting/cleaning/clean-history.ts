import { isoDay } from '../calendar-day';
import type { PlannedEvent } from '../event-calendar';
import type {
  AuditRow,
  CleanedDay,
  CleanedHistory,
  CleaningKind,
  CleaningResult,
  Overrule,
  QuarantinedRow,
  RawHistoryRow,
} from './history';
import { resolveDuplicates } from './duplicates';
import { imputeMissing } from './impute';
import { canonicalItems } from './item-spelling';
import { itemSeries, type ItemSeries } from './item-series';
import { findOutliers } from './outliers';
import { placeUndated, quarantine } from './place-undated';
import { protectedEntries } from './protected-days';
import { resolveDates, type ResolvedDates, type UndatedRow } from './resolve-dates';
import { resolveQuantities } from './resolve-quantities';
import { applicableOverrules } from './row-fingerprint';
import { addFinding, auditRows, settleFinding, type WorkingRow } from './working-row';

/** What the cleaning may know besides the rows. */
export interface CleaningOptions {
  /** Item names of the plan; a variant of one is spelt like it. */
  items?: readonly string[];
  /** Decisions of the planner, which win over every rule. */
  overrules?: readonly Overrule[];
  /** Events of the planner: demand on their days is never an outlier. */
  events?: readonly PlannedEvent[];
}

/**
 * Cleans a demand history: spelling of items, quantities, dates, copies and conflicts, outliers, then an estimate for every missing day.
 * Every change is an audit row; what cannot be decided is in quarantine; the rows given are not changed.
 */
export function cleanHistory(rawRows: readonly RawHistoryRow[], options: CleaningOptions = {}): CleaningResult {
  const overrules = applicableOverrules(rawRows, options.overrules ?? []);
  const rows = rawRows.map((raw) => workingRow(raw, overrules.get(raw.row)));
  const remaining = rows.filter((row) => row.fate !== 'removed');

  nameItems(remaining, options.items ?? []);
  resolveQuantities(remaining);
  const dates = resolveDates(remaining);
  adoptNameless(remaining, dates);
  resolveDuplicates(dates.byItem);
  const undated = undatedByItem(dates);

  const cleaned = new Map<WorkingRow, number>();
  const items = [...dates.byItem]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([item, days]) => cleanItem(itemSeries(item, days), undated.get(item) ?? [], options.events ?? [], cleaned))
    .filter((history) => history.days.length > 0);

  const audit: AuditRow[] = [];
  const quarantined: QuarantinedRow[] = [];
  rows.forEach((row, index) => {
    const { item, date, quantity } = rawRows[index];
    stateDecision(row, overrules.get(row.raw.row));
    const found = auditRows(row, cleaned.get(row) ?? row.quantity);
    audit.push(...found.map((finding) => ({ ...finding, item, date, quantity })));
    if (row.fate === 'quarantined') {
      const reason = row.findings.find((finding) => finding.action === 'quarantined')?.reason ?? '';
      quarantined.push({ row: row.raw.row, item, date, quantity, reason });
    }
  });
  return { items, audit, quarantine: quarantined, totals: totalsByKind(audit) };
}

/** The cleaned history as a list of days, as the sheet and the command line give it. */
export function cleanedDays(items: readonly CleanedHistory[]): CleanedDay[] {
  return items.flatMap(({ item, days, quantities }) =>
    days.map((day, at) => ({ item, date: isoDay(day), quantity: quantities[at] })),
  );
}

function workingRow(raw: RawHistoryRow, overrule: Overrule | undefined): WorkingRow {
  const isReplaced = overrule?.decision === 'replace';
  return {
    raw: isReplaced
      ? {
          row: raw.row,
          item: overrule.item ?? raw.item,
          date: overrule.date ?? raw.date,
          quantity: overrule.quantity ?? raw.quantity,
        }
      : raw,
    item: null,
    day: null,
    quantity: null,
    findings: [],
    fate: overrule?.decision === 'remove' ? 'removed' : 'used',
    isDecided: overrule !== undefined,
  };
}

function nameItems(rows: readonly WorkingRow[], known: readonly string[]): void {
  const { items } = canonicalItems(
    rows.map((row) => row.raw),
    known,
  );
  const isOneItem = items.every((item) => item === null);
  rows.forEach((row, index) => {
    row.item = isOneItem ? '' : items[index];
    if (isOneItem || row.item === row.raw.item) return;
    if (row.item !== null)
      addFinding(row, 'itemSpelling', 'respelled', `“${row.raw.item}” is another spelling of ${row.item}.`);
    else addFinding(row, 'itemSpelling', 'quarantined', 'The row names no item.');
  });
}

/** A row without an item belongs to the one item that lacks its day; otherwise it stays out. */
function adoptNameless(rows: readonly WorkingRow[], { byItem }: ResolvedDates): void {
  for (const row of rows) {
    if (row.item !== null || row.day === null) continue;
    const day = row.day;
    const lacking = [...byItem].filter(([, { expected, taken }]) => expected.has(day) && !taken.has(day));
    if (lacking.length !== 1) {
      quarantine(row, `${lacking.length === 0 ? 'no item lacks' : 'several items lack'} a row on that day`);
      continue;
    }
    row.item = lacking[0][0];
    lacking[0][1].taken.set(day, [row]);
    settleFinding(row, 'itemSpelling', 'placed', `The row names no item; only ${row.item} lacks a row on that day.`);
  }
}

/** Undated rows by item; rows without an item cannot be placed at all. */
function undatedByItem(dates: ResolvedDates): Map<string, UndatedRow[]> {
  const byItem = new Map<string, UndatedRow[]>();
  for (const entry of dates.undated) {
    const item = entry.row.item;
    if (item === null || entry.row.quantity === null) {
      quarantine(entry.row, item === null ? 'it names no item' : 'it has no usable quantity');
      continue;
    }
    const ofItem = byItem.get(item);
    if (ofItem) ofItem.push(entry);
    else byItem.set(item, [entry]);
  }
  return byItem;
}

function cleanItem(
  series: ItemSeries,
  undated: readonly UndatedRow[],
  events: readonly PlannedEvent[],
  cleaned: Map<WorkingRow, number>,
): CleanedHistory {
  const ofEvents = protectedEntries(series, events);
  const outliers = new Map(findOutliers(series, ofEvents).map(({ at, reason }) => [at, reason]));
  for (const [at, reason] of outliers) {
    const row = series.rows[at];
    if (row === null) continue;
    addFinding(row, 'outlier', row.isDecided ? 'kept' : 'imputed', reason);
    if (row.isDecided) outliers.delete(at);
  }
  let estimates = imputeMissing(series, (at) => outliers.has(at));
  if (undated.length > 0) {
    placeUndated(series, undated, estimates);
    estimates = imputeMissing(series, (at) => outliers.has(at));
  }
  const quantities = series.days.map((_, at) => estimates.get(at) ?? series.values[at]);
  series.rows.forEach((row, at) => {
    if (row !== null) cleaned.set(row, quantities[at]);
  });
  return {
    item: series.item,
    calendar: series.calendar,
    unit: series.unit,
    days: series.days,
    quantities,
    rows: series.rows.map((row) => row?.raw.row ?? 0),
    imputed: series.days.map((_, at) => estimates.has(at)),
  };
}

/** The audit names the planner's decision with the kind of finding that it overruled. */
function stateDecision(row: WorkingRow, overrule: Overrule | undefined): void {
  if (overrule === undefined) return;
  const [action, reason] =
    overrule.decision === 'keep'
      ? (['kept', 'Kept: the planner decided so.'] as const)
      : overrule.decision === 'remove'
        ? (['removed', 'Left out: the planner decided so.'] as const)
        : (['replaced', 'Replaced by the planner.'] as const);
  settleFinding(row, overrule.kind, action, reason);
}

function totalsByKind(audit: readonly AuditRow[]): Record<CleaningKind, number> {
  const totals: Record<CleaningKind, number> = {
    outlier: 0,
    missingQuantity: 0,
    negativeQuantity: 0,
    badDate: 0,
    missingDate: 0,
    impossibleDate: 0,
    duplicate: 0,
    conflict: 0,
    itemSpelling: 0,
    textQuantity: 0,
  };
  for (const { kind } of audit) totals[kind]++;
  return totals;
}
