import type { ItemDays } from './resolve-dates';
import { itemSeries } from './item-series';
import { localLevel } from './local-level';
import { addFinding, type WorkingRow } from './working-row';

/** With this share of rows on days that have several quantities, a row is one order, not one day. */
const ORDER_LIST_SHARE = 0.15;

/**
 * Leaves one row per item and day. An exact copy is dropped. Of several quantities the one that fits the days around it stays and the
 * others are set aside. A list of single orders is recognised by its many rows per day: they are added up and nothing is a copy.
 */
export function resolveDuplicates(byItem: ReadonlyMap<string, ItemDays>): void {
  const crowded = [...byItem.values()].map((days) => [...days.taken.values()].filter((rows) => rows.length > 1));
  const inConflict = crowded.flat().filter((rows) => new Set(rows.map((row) => row.quantity)).size > 1);
  const rowsInConflict = inConflict.reduce((sum, rows) => sum + rows.length, 0);
  const dated = [...byItem.values()].reduce((sum, days) => sum + rowCount(days), 0);
  if (rowsInConflict > ORDER_LIST_SHARE * dated) return;
  [...byItem].forEach(([item, days], index) => {
    if (crowded[index].length === 0) return;
    const conflicts = crowded[index].map((rows) => dropCopies(rows)).filter((rows) => rows.length > 1);
    if (conflicts.length > 0) settleConflicts(item, days, conflicts);
  });
}

function rowCount(days: ItemDays): number {
  let count = 0;
  for (const rows of days.taken.values()) count += rows.length;
  return count;
}

/** The planner's own row first, then the upper one. */
function byPrecedence(a: WorkingRow, b: WorkingRow): number {
  return Number(b.isDecided) - Number(a.isDecided) || a.raw.row - b.raw.row;
}

function dropCopies(rows: readonly WorkingRow[]): WorkingRow[] {
  const kept: WorkingRow[] = [];
  for (const row of [...rows].sort(byPrecedence)) {
    const original = kept.find((other) => other.quantity === row.quantity && describes(other, row));
    if (!original) {
      kept.push(row);
      continue;
    }
    row.fate = 'dropped';
    addFinding(row, 'duplicate', 'dropped', `The row repeats row ${original.raw.row}.`);
  }
  return kept;
}

/** Two rows without a usable quantity are copies only if they say the same. */
function describes(other: WorkingRow, row: WorkingRow): boolean {
  return row.quantity !== null || other.raw.quantity === row.raw.quantity;
}

function settleConflicts(item: string, days: ItemDays, conflicts: WorkingRow[][]): void {
  const disputed = new Set(conflicts.map((rows) => rows[0].day));
  // What is disputed says nothing about the level, nor about the step in which quantities come.
  const certain = new Map([...days.taken].filter(([day]) => !disputed.has(day)));
  const series = itemSeries(item, { ...days, taken: certain });
  const level = localLevel(series, (at) => disputed.has(series.days[at]));
  const indexOf = new Map(series.days.map((day, at) => [day, at]));
  for (const rows of conflicts) {
    const withQuantity = rows.filter((row) => row.quantity !== null);
    const usual = level.usual[indexOf.get(rows[0].day ?? NaN) ?? 0] || 0;
    // An item that comes in dozens is not sold by the seven.
    const isWhole = ({ quantity }: WorkingRow): boolean => series.unit <= 1 || (quantity ?? 0) % series.unit === 0;
    const isTelling = withQuantity.some(isWhole);
    const distance = (row: WorkingRow): number =>
      isTelling && !isWhole(row)
        ? Infinity
        : Math.abs(Math.log(((row.quantity ?? 0) + series.unit / 2) / (usual + series.unit / 2)));
    const [kept] =
      withQuantity.length > 0
        ? [...withQuantity].sort((a, b) =>
            a.isDecided || b.isDecided ? byPrecedence(a, b) : distance(a) - distance(b),
          )
        : rows;
    for (const row of rows) {
      if (row === kept) continue;
      if (row.quantity === null) {
        row.fate = 'dropped';
        continue;
      }
      row.fate = 'quarantined';
      const reason = `Row ${kept.raw.row} has ${kept.quantity} for the same item and day, which fits the days around it better.`;
      addFinding(row, 'conflict', 'quarantined', reason);
    }
  }
}
