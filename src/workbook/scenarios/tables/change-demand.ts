import { changedNumber } from '../changed-number';
import type { TableChange } from '../scenario-table';
import { chosenOf, reportNothing } from './chosen-names';
import { copiedRow } from './editable-table';
import type { EditableRow, EditableTable } from './editable-table';
import type { Effects } from './effects';
import { expandPeriods, expandProducts, periodCell, periodOf } from './expand-rows';
import type { TableAxes } from './expand-rows';
import { rowNames } from './row-names';

/** Rows of one product, location and customer, by period. */
interface Stream {
  readonly names: readonly string[];
  readonly template: EditableRow;
  readonly byPeriod: Map<number, EditableRow[]>;
}

/**
 * Changes demand quantities. Rows of a period add up, so a change is one of their sum, which they share as before; a period
 * without a row gets one by `value` and `absolute`.
 */
export function demandChanger(table: EditableTable, axes: TableAxes, effects: Effects) {
  expandProducts(table, 'SOP_Demand', axes);
  expandPeriods(table, axes);
  const streams = streamsOf(table, axes);
  const names = [...streams.values()].map((stream) => stream.names);
  return (change: TableChange): void => {
    const chosen = chosenOf(change, names, axes);
    if (!chosen) return;
    let changed = 0;
    for (const stream of streams.values()) {
      if (!chosen.isMeant(stream.names)) continue;
      for (let period = chosen.first; period <= chosen.last; period++) {
        const rows = stream.byPeriod.get(period) ?? [];
        if (rows.length === 0 && change.kind === 'percent') continue;
        const quantities = rows.map((row) => table.number(row, 'Quantity') ?? 0);
        const before = quantities.reduce((sum, quantity) => sum + quantity, 0);
        const after = changedNumber(before, change, change.input);
        if (after === null) return;
        changed += 1;
        if (after === before) continue;
        const { text } = axes.periods[period];
        effects.add({
          input: change.input.label,
          item: stream.names[stream.names.length - 1],
          period: text,
          before,
          after,
        });
        if (rows.length === 0) {
          const label = periodCell(axes.periods[period]);
          const added = copiedRow(table, stream.template, { Period: label, Quantity: after });
          stream.byPeriod.set(period, [added]);
          table.rows.push(added);
        }
        rows.forEach((row, index) => {
          const share = before > 0 ? (after * quantities[index]) / before : index === 0 ? after : 0;
          table.set(row, 'Quantity', share);
        });
      }
    }
    if (changed === 0) reportNothing(change);
  };
}

function streamsOf(table: EditableTable, { periods }: TableAxes): ReadonlyMap<string, Stream> {
  const streams = new Map<string, Stream>();
  for (const row of table.rows) {
    const names = rowNames('SOP_Demand', (column) => table.text(row, column));
    const key = names.join('|').toLowerCase();
    const stream = streams.get(key) ?? { names, template: row, byPeriod: new Map<number, EditableRow[]>() };
    streams.set(key, stream);
    const period = periodOf(table, row, periods);
    stream.byPeriod.set(period, [...(stream.byPeriod.get(period) ?? []), row]);
  }
  return streams;
}
