import { isoDay, type DayNumber } from '../calendar-day';
import type { AuditRow, CleaningAction, CleaningKind, RawHistoryRow } from './history';

/** What was found in a row and what was done about it. */
export interface Finding {
  kind: CleaningKind;
  action: CleaningAction;
  reason: string;
}

/** A row on its way through the cleaning: what it says, what it is taken to mean so far, and what was found. */
export interface WorkingRow {
  raw: RawHistoryRow;
  item: string | null;
  day: DayNumber | null;
  /** Units; null where the row has no usable quantity. */
  quantity: number | null;
  findings: Finding[];
  /** `used`: stands for its day; `dropped`: another row stands for it; `removed`: by the planner. */
  fate: 'used' | 'dropped' | 'quarantined' | 'removed';
  /** The planner decided about this row: no rule may change it any more. */
  isDecided: boolean;
}

/** Adds a finding; the same kind is stated once. */
export function addFinding(row: WorkingRow, kind: CleaningKind, action: CleaningAction, reason: string): void {
  if (!row.findings.some((finding) => finding.kind === kind)) row.findings.push({ kind, action, reason });
}

/** Changes what was done about a finding, once a later step has decided it. */
export function settleFinding(row: WorkingRow, kind: CleaningKind, action: CleaningAction, reason: string): void {
  const finding = row.findings.find((candidate) => candidate.kind === kind);
  if (finding) Object.assign(finding, { action, reason });
  else row.findings.push({ kind, action, reason });
}

/** The audit rows of one working row; `cleanedQuantity` is what the cleaned history has on its day. */
export function auditRows(row: WorkingRow, cleanedQuantity: number | null): AuditRow[] {
  const isUsed = row.fate === 'used' && row.day !== null;
  return row.findings.map((finding) => ({
    row: row.raw.row,
    item: row.raw.item,
    date: row.raw.date,
    quantity: row.raw.quantity,
    ...finding,
    // No estimate stands for a row that stands for no day.
    action:
      finding.action === 'imputed' && (row.fate === 'dropped' || row.fate === 'quarantined')
        ? row.fate
        : finding.action,
    cleanedItem: row.item,
    cleanedDate: isUsed && row.day !== null ? isoDay(row.day) : null,
    cleanedQuantity: isUsed ? cleanedQuantity : null,
  }));
}
