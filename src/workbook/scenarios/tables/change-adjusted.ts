import { changedNumber } from '../changed-number';
import type { TableChange } from '../scenario-table';
import { chosenOf, reportNothing } from './chosen-names';
import type { EditableRow, EditableTable } from './editable-table';
import type { Effects } from './effects';
import { expandPeriods, expandProducts, meansAll, periodCell, periodOf } from './expand-rows';
import type { TableAxes } from './expand-rows';
import { rowNames } from './row-names';
import type { AdjustedKind } from './table-input';

/** Something whose quantity can be fixed. */
export interface AdjustedTarget {
  readonly product: string;
  readonly location: string;
  /** Receiving location or customer; empty where there is none. */
  readonly to: string;
}

export type AdjustedTargets = Readonly<Record<AdjustedKind, readonly AdjustedTarget[]>>;

/**
 * Changes fixed quantities. `value` fixes everything that is meant, in every period of the span, whether it was fixed before or
 * not; `percent` and `absolute` change what is fixed already.
 */
export function changeAdjusted(
  table: EditableTable,
  change: TableChange,
  targets: readonly AdjustedTarget[],
  axes: TableAxes,
  effects: Effects,
): void {
  expandProducts(table, 'SOP_Adjusted', axes);
  expandPeriods(table, axes);
  if (change.kind === 'value') fixAll(table, change, targets, axes, effects);
  else changeFixed(table, change, axes, effects);
}

function fixAll(
  table: EditableTable,
  change: TableChange,
  targets: readonly AdjustedTarget[],
  axes: TableAxes,
  effects: Effects,
): void {
  const { input, row: scenarioRow } = change;
  const names = targets.map(namesOf);
  const chosen = chosenOf(change, names, axes);
  if (!chosen) return;
  const after = changedNumber(0, change, input);
  if (after === null) return;
  const fixedAt = new Map<string, EditableRow[]>();
  for (const row of table.rows) {
    if (kindOf(table, row) !== input.kind) continue;
    const key = keyOf(table.text(row, 'Product'), table.text(row, 'Location'), periodOf(table, row, axes.periods));
    fixedAt.set(key, [...(fixedAt.get(key) ?? []), row]);
  }
  const replaced = new Set<EditableRow>();
  const added: EditableRow[] = [];
  for (const [index, { product, location, to }] of targets.entries()) {
    if (!chosen.isMeant(names[index])) continue;
    for (let period = chosen.first; period <= chosen.last; period++) {
      const present = (fixedAt.get(keyOf(product, location, period)) ?? []).filter((row) => {
        const other = table.text(row, 'To');
        return meansAll(other) || other.toLowerCase() === to.toLowerCase();
      });
      present.forEach((row) => replaced.add(row));
      const before =
        present.length === 0 ? null : present.reduce((sum, row) => sum + (table.number(row, 'Quantity') ?? 0), 0);
      const label = axes.periods[period];
      const place = { Kind: input.kind, Product: product, Location: location, To: to === '' ? null : to };
      const origin = { ...scenarioRow.origin, added: true };
      added.push(table.row({ ...place, Period: periodCell(label), Quantity: after }, origin));
      effects.add({ input: input.label, item: lastOf(names[index]), period: label.text, before, after });
    }
  }
  table.rows = [...table.rows.filter((row) => !replaced.has(row)), ...added];
}

function changeFixed(table: EditableTable, change: TableChange, axes: TableAxes, effects: Effects): void {
  const { input } = change;
  const rows = table.rows.filter((row) => kindOf(table, row) === input.kind);
  const names = rows.map((row) => rowNames('SOP_Adjusted', (column) => table.text(row, column)));
  const chosen = chosenOf(change, names, axes);
  if (!chosen) return;
  let changed = 0;
  for (const [index, row] of rows.entries()) {
    const period = periodOf(table, row, axes.periods);
    if (!chosen.isMeant(names[index]) || period < chosen.first || period > chosen.last) continue;
    const before = table.number(row, 'Quantity') ?? 0;
    const after = changedNumber(before, change, input);
    if (after === null) return;
    table.set(row, 'Quantity', after);
    effects.add({
      input: input.label,
      item: lastOf(names[index]),
      period: axes.periods[period].text,
      before,
      after,
    });
    changed += 1;
  }
  if (changed === 0) reportNothing(change);
}

function namesOf({ product, location, to }: AdjustedTarget): readonly string[] {
  const texts: Readonly<Record<string, string>> = { Product: product, Location: location, To: to };
  return rowNames('SOP_Adjusted', (column) => texts[column] ?? '');
}

function kindOf(table: EditableTable, row: EditableRow): string {
  return table.text(row, 'Kind').toLowerCase();
}

function keyOf(product: string, location: string, period: number): string {
  return [product.toLowerCase(), location.toLowerCase(), period].join('|');
}

function lastOf(names: readonly string[]): string {
  return names[names.length - 1];
}
