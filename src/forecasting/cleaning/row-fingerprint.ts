import type { Overrule, RawHistoryRow } from './history';

/** The content of a row as one text, by which a remembered decision finds it again after rows were inserted or sorted. */
export function rowFingerprint(row: RawHistoryRow): string {
  return JSON.stringify([row.date, row.item, row.quantity]);
}

/**
 * The decisions that apply, by data row. One whose row has other content than when it was made goes to the one row that has that content
 * now; if there is none or more than one, it no longer applies.
 */
export function applicableOverrules(
  rows: readonly RawHistoryRow[],
  overrules: readonly Overrule[],
): Map<number, Overrule> {
  const applicable = new Map<number, Overrule>();
  if (overrules.length === 0) return applicable;
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  const byContent = new Map<string, RawHistoryRow[]>();
  for (const row of rows) byContent.set(rowFingerprint(row), [...(byContent.get(rowFingerprint(row)) ?? []), row]);
  for (const overrule of overrules) {
    const same = byNumber.get(overrule.row);
    if (overrule.fingerprint === undefined || (same && rowFingerprint(same) === overrule.fingerprint)) {
      if (same) applicable.set(overrule.row, overrule);
      continue;
    }
    const moved = byContent.get(overrule.fingerprint) ?? [];
    if (moved.length === 1) applicable.set(moved[0].row, overrule);
  }
  return applicable;
}
