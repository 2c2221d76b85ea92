/** One row of the demand history as it stands in the sheet. */
export interface RawHistoryRow {
  /** Data row, from 1. */
  row: number;
  /** Text, an Excel serial number, or nothing. */
  date: string | number | null;
  item: string | null;
  quantity: string | number | null;
}

/** What can be wrong with a row; one row can have several of them. */
export type CleaningKind =
  | 'outlier'
  | 'missingQuantity'
  | 'negativeQuantity'
  | 'badDate'
  | 'missingDate'
  | 'impossibleDate'
  | 'duplicate'
  | 'conflict'
  | 'itemSpelling'
  | 'textQuantity';

/** What was done about it; `kept` is always the planner's own decision. */
export type CleaningAction =
  'imputed' | 'reread' | 'placed' | 'respelled' | 'dropped' | 'quarantined' | 'kept' | 'replaced' | 'removed';

/** One change to one row: what was there, what was done, why. */
export interface AuditRow {
  row: number;
  /** Item, date and quantity as they were found. */
  item: string | null;
  date: string | number | null;
  quantity: string | number | null;
  kind: CleaningKind;
  action: CleaningAction;
  /** A sentence for the planner, on the sheet SOP Cleaning and in the pane. */
  reason: string;
  /** Item, day (ISO) and quantity that the cleaned history now has because of this row; null where it has none. */
  cleanedItem: string | null;
  cleanedDate: string | null;
  cleanedQuantity: number | null;
}

/** A row that was left out because no decision about it would have been better than a guess. */
export interface QuarantinedRow {
  row: number;
  item: string | null;
  date: string | number | null;
  quantity: string | number | null;
  reason: string;
}

/**
 * A decision of the planner about one row; it wins over every rule. `fingerprint` (see row-fingerprint.ts) ties it to the content, so
 * that it still finds its row after rows were inserted, and is dropped when the row was edited.
 */
export type Overrule = {
  row: number;
  fingerprint?: string;
  /** The finding that the planner overruled. */
  kind: CleaningKind;
} & (
  | { decision: 'keep' }
  | { decision: 'remove' }
  | { decision: 'replace'; item?: string; date?: string; quantity?: number }
);

/** How an item's days follow each other. `sparse`: only days with demand are recorded, so that an absent day is zero, not missing. */
export type HistoryCalendar = 'daily' | 'businessDays' | 'weekly' | 'monthly' | 'sparse';

/** The cleaned history of one item, oldest day first. */
export interface CleanedHistory {
  item: string;
  calendar: HistoryCalendar;
  /** Days as day numbers (calendar-day.ts); for a `weekly` or `monthly` calendar the day that stands for the bucket. */
  days: number[];
  /** Units per day (per bucket for `weekly` and `monthly`). */
  quantities: number[];
  /** Data row behind each day, 0 where no row is behind it. */
  rows: number[];
  /** The step in which the item's quantities come: 1 for pieces, 12 for dozens. Estimates are not rounded to it. */
  unit: number;
  /** True where the quantity is an estimate, because the row was missing, null, negative or an outlier. */
  imputed: boolean[];
}

/** One day of one item in the cleaned history. */
export interface CleanedDay {
  item: string;
  /** ISO text. */
  date: string;
  quantity: number;
}

/** The cleaned history, and everything that was done to get there. */
export interface CleaningResult {
  items: CleanedHistory[];
  audit: AuditRow[];
  quarantine: QuarantinedRow[];
  /** Number of audit rows of each kind. */
  totals: Record<CleaningKind, number>;
}
