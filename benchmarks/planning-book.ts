import { columnName } from '../src/workbook/address';
import { emptySheet } from '../src/workbook/book-content';
import type { SheetCell } from '../src/workbook/sheet-content';
import { buildXlsx } from '../src/workbook/xlsx/build-xlsx';
import { seededRandom } from './seeded-random';

/**
 * A workbook of the family of `multiItemProgramme` and any size: seasonal demand, three shared capacities loaded to about
 * 95 % over the horizon, so that the peaks are built ahead, a soft safety stock, shortage at a price. The same size gives the
 * same bytes.
 */
export function planningBook(items: number, periods: number): Uint8Array {
  const random = seededRandom(items * 1000 + periods);
  const cells: SheetCell[] = [];
  const names: { name: string; refersTo: string }[] = [];
  let row = 0;
  const add = (name: string, rows: readonly (readonly (number | string)[])[]) => {
    rows.forEach((line, r) => line.forEach((value, c) => cells.push({ row: row + r, column: 1 + c, value })));
    const end = `$${columnName(rows[0].length)}$${row + rows.length}`;
    names.push({ name, refersTo: `Data!$B$${row + 1}:${end}` });
    row += rows.length + 1;
  };
  const range = (count: number) => Array.from({ length: count }, (_entry, index) => index);
  const demand = range(items).map(() => {
    const level = 20 + 980 * random() ** 2;
    const phase = random() * periods;
    const season = (t: number) => 1 + 0.5 * Math.sin((2 * Math.PI * (t + 0.2 * phase)) / Math.min(periods, 52));
    return range(periods).map((t) => Math.round(level * season(t) * (0.8 + 0.4 * random())));
  });
  const use = range(items).map(() => range(3).map(() => (random() < 0.6 ? Math.round(10 + 20 * random()) / 10 : 0)));
  const load = range(3).map((r) => {
    const total = demand.reduce((sum, line, i) => sum + use[i][r] * line.reduce((one, other) => one + other, 0), 0);
    return total / periods;
  });
  add('Periods', [range(periods).map((t) => `W${String(t + 1).padStart(2, '0')}`)]);
  add(
    'Items',
    range(items).map((i) => [`Item ${String(i + 1).padStart(4, '0')}`]),
  );
  add('Resources', [['Moulding', 'Assembly', 'Packing']]);
  add('Demand', demand);
  add(
    'Capacity',
    load.map((mean) => range(periods).map(() => Math.round((mean / 0.95) * (0.95 + 0.1 * random())))),
  );
  add('Capacity_Use', use);
  add(
    'Production_Cost',
    range(items).map(() => [Math.round(500 + 3000 * random()) / 100]),
  );
  add(
    'Holding_Cost',
    range(items).map(() => [Math.round(10 + 60 * random()) / 100]),
  );
  add(
    'Initial_Inventory',
    range(items).map((i) => [Math.round(demand[i][0] * 1.2)]),
  );
  add(
    'Safety_Stock',
    range(items).map((i) => [Math.round(demand[i][0] * 0.3)]),
  );
  add('Safety_Stock_Cost', [[2]]);
  add(
    'Shortage_Cost',
    range(items).map(() => [Math.round(60 + 60 * random())]),
  );
  return buildXlsx({ sheets: [{ ...emptySheet('Data'), cells }], names, tables: [] });
}
