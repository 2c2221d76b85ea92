import { changedNumber } from '../changed-number';
import type { TableChange } from '../scenario-table';
import { chosenOf, reportNoPeriods, reportNothing } from './chosen-names';
import type { EditableTable } from './editable-table';
import type { Effects } from './effects';
import { expandPeriods, expandProducts, periodOf } from './expand-rows';
import type { TableAxes } from './expand-rows';
import { rowNames } from './row-names';

/** Changes a column of every row that is meant; rows that have a period, only in the span. */
export function changeRows(table: EditableTable, change: TableChange, axes: TableAxes, effects: Effects): void {
  const { input, kind } = change;
  const hasPeriods = input.table === 'SOP_Demand';
  expandProducts(table, input.table, axes);
  if (hasPeriods) expandPeriods(table, axes);
  const names = table.rows.map((row) => rowNames(input.table, (column) => table.text(row, column)));
  const chosen = chosenOf(change, names, axes);
  if (!chosen) return;
  if (chosen.somePeriods && !hasPeriods) return reportNoPeriods(change);
  let changed = 0;
  for (const [index, row] of table.rows.entries()) {
    const period = hasPeriods ? periodOf(table, row, axes.periods) : null;
    if (!chosen.isMeant(names[index])) continue;
    if (period !== null && (period < chosen.first || period > chosen.last)) continue;
    const before = table.number(row, input.column) ?? input.standard;
    // A share of no limit is no limit.
    if (before === null && kind !== 'value') continue;
    const after = changedNumber(before ?? 0, change, input);
    if (after === null) return;
    table.set(row, input.column, after);
    changed += 1;
    effects.add({
      input: input.label,
      item: names[index][names[index].length - 1],
      period: period === null ? null : axes.periods[period].text,
      before,
      after,
    });
  }
  if (changed === 0) reportNothing(change);
}
