import { changedNumber } from '../changed-number';
import type { TableChange } from '../scenario-table';
import { chosenOf, reportNothing } from './chosen-names';
import type { EditableRow, EditableTable } from './editable-table';
import type { Effects } from './effects';
import { meansAll, periodCell, periodOf } from './expand-rows';
import type { TableAxes } from './expand-rows';
import { rowNames } from './row-names';

/** Columns of which the model has one number for the whole horizon. */
const withoutPeriods: ReadonlySet<string> = new Set(['MinUseCost', 'TargetUseCost']);

/** Changes a column of resources, where a row for one period overrides the row for all. */
export function changeResources(table: EditableTable, change: TableChange, axes: TableAxes, effects: Effects): void {
  const { input, kind } = change;
  const names = table.rows.map((row) => rowNames('SOP_Resources', (column) => table.text(row, column)));
  const chosen = chosenOf(change, names, axes);
  if (!chosen) return;
  if (chosen.somePeriods && withoutPeriods.has(input.column)) {
    change.row.report(
      'error',
      'wrong-shape',
      'Period from',
      `${input.label} cannot differ by period.`,
      'Leave Period from and Period to blank.',
    );
    return;
  }
  const resources = new Map(names.flat().map((name) => [name.toLowerCase(), name]));
  let changed = 0;
  for (const resource of resources.values()) {
    if (!chosen.isMeant([resource])) continue;
    const own = table.rows.filter((row) => table.text(row, 'Resource').toLowerCase() === resource.toLowerCase());
    const general = own.find((row) => meansAll(table.text(row, 'Period')));
    const byPeriod = new Map(
      own.filter((row) => row !== general).map((row) => [periodOf(table, row, axes.periods), row]),
    );
    const valueOf = (row: EditableRow | undefined) => (row ? table.number(row, input.column) : null);
    const changeCell = (row: EditableRow, before: number | null, period: string | null): boolean => {
      if (before === null && kind !== 'value') return true;
      const after = changedNumber(before ?? 0, change, input);
      if (after === null) return false;
      table.set(row, input.column, after);
      effects.add({ input: input.label, item: resource, period, before, after });
      changed += 1;
      return true;
    };
    if (!chosen.somePeriods) {
      if (general && !changeCell(general, valueOf(general) ?? input.standard, null)) return;
      for (const [period, row] of byPeriod) {
        if (general && valueOf(row) === null) continue;
        if (!changeCell(row, valueOf(row) ?? input.standard, axes.periods[period]?.text ?? null)) return;
      }
      continue;
    }
    for (let period = chosen.first; period <= chosen.last; period++) {
      const label = axes.periods[period];
      const before = valueOf(byPeriod.get(period)) ?? valueOf(general) ?? input.standard;
      const present = byPeriod.get(period);
      const row = present ?? table.row({ Resource: resource, Period: periodCell(label) }, own[0].origin);
      if (!present) table.rows.push(row);
      if (!changeCell(row, before, label.text)) return;
    }
  }
  if (changed === 0) reportNothing(change);
}
