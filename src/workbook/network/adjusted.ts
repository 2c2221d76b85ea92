import type { Demand, Item, Lane, Source } from '../../planning/index';
import type { TableRow, TableRows } from '../read-table';
import type { Calendar } from './calendar';
import { locationOf } from './items';
import type { ItemRegister } from './items';
import type { Products } from './products';

/** The parts of a network that fixed quantities change. */
export interface Adjustable {
  readonly items: readonly Item[];
  readonly demands: readonly Demand[];
  readonly sources: readonly Source[];
  readonly lanes: readonly Lane[];
}

type Kind = 'production' | 'transport' | 'delivery' | 'receipt';
const kinds: readonly Kind[] = ['production', 'transport', 'delivery', 'receipt'];

/** Fixed quantities by kind, position in the list of that kind, and period. */
type Fixed = Readonly<Record<Kind, Map<number, Map<number, number>>>>;

/** Puts the quantities of SOP_Adjusted into the sources, lanes, demands and items that they fix. */
export function applyAdjusted(
  table: TableRows | null,
  parts: Adjustable,
  calendar: Calendar,
  products: Products,
  register: ItemRegister,
): Adjustable {
  if (!table) return parts;
  const fixed: Fixed = { production: new Map(), transport: new Map(), delivery: new Map(), receipt: new Map() };
  for (const row of table.rows) readAdjusted(row, parts, calendar, products, register, fixed);
  const over = <T>(values: readonly T[], kind: Kind, position: number): (T | number)[] =>
    values.map((value, period) => fixed[kind].get(position)?.get(period) ?? value);
  return {
    items: parts.items.map((item, i) => ({
      ...item,
      receipts: item.receipts.map((units, period) => units + (fixed.receipt.get(i)?.get(period) ?? 0)),
    })),
    demands: parts.demands.map((demand, k) => ({
      ...demand,
      fixedDelivery: over(demand.fixedDelivery, 'delivery', k),
    })),
    sources: parts.sources.map((source, s) => ({ ...source, fixed: over(source.fixed, 'production', s) })),
    lanes: parts.lanes.map((lane, l) => ({ ...lane, fixed: over(lane.fixed, 'transport', l) })),
  };
}

function readAdjusted(
  row: TableRow,
  parts: Adjustable,
  calendar: Calendar,
  products: Products,
  register: ItemRegister,
  fixed: Fixed,
): void {
  const kind = kinds.find((candidate) => candidate === row.text('Kind').toLowerCase());
  const location = locationOf(row);
  const periods = calendar.periodsOf(row, 'Period', false);
  const quantity = row.number('Quantity');
  if (!kind) {
    const what = row.text('Kind') === '' ? 'The kind is missing.' : `"${row.text('Kind')}" is no kind of adjustment.`;
    row.report('error', 'unknown-kind', 'Kind', what, `Enter one of ${kinds.join(', ')}.`);
  }
  if (row.isBlank('Quantity')) {
    row.report(
      'warning',
      'blank-cell',
      'Quantity',
      'The quantity is blank, so nothing is fixed.',
      'Enter a number, 0 for a stop, or delete the row.',
    );
  }
  if (!kind || location === null || quantity === null) return;
  let met = false;
  for (const product of products.of(row)) {
    const item = register.known(product, location);
    const targets = item === undefined ? [] : targetsOf(kind, item, row, parts, register);
    if (targets.length === 0) continue;
    met = true;
    for (const period of periods) fix(kind, targets, period, quantity, row, parts, fixed);
  }
  if (met) return;
  row.report(
    quantity === 0 || kind === 'receipt' ? 'warning' : 'error',
    'nothing-to-fix',
    'Kind',
    `There is no ${nouns[kind]} of "${row.text('Product')}" at "${location}" to fix.`,
    'Correct the row, or delete it.',
  );
}

const nouns: Readonly<Record<Kind, string>> = {
  production: 'source',
  transport: 'lane',
  delivery: 'demand',
  receipt: 'stock',
};

/** Positions of what a row fixes. */
function targetsOf(
  kind: Kind,
  item: number,
  row: TableRow,
  parts: Adjustable,
  register: ItemRegister,
): readonly number[] {
  const to = ['', '*'].includes(row.text('To')) ? null : row.text('To').toLowerCase();
  const positions = <T>(list: readonly T[], matches: (entry: T) => boolean): number[] =>
    list.flatMap((entry, position) => (matches(entry) ? [position] : []));
  switch (kind) {
    case 'production':
      return positions(parts.sources, (source) => source.item === item);
    case 'transport':
      return positions(
        parts.lanes,
        (lane) => lane.from === item && (to === null || register.places[lane.to].location.toLowerCase() === to),
      );
    case 'delivery':
      return positions(
        parts.demands,
        (demand) => demand.item === item && (to === null || demand.customer.toLowerCase() === to),
      );
    case 'receipt':
      return [item];
  }
}

/** Fixes a quantity; where it is for several, it is split by quota, or by what is wanted in the period. */
function fix(
  kind: Kind,
  targets: readonly number[],
  period: number,
  quantity: number,
  row: TableRow,
  parts: Adjustable,
  fixed: Fixed,
): void {
  const weights = targets.map((position) => {
    if (kind === 'production') return parts.sources[position].quota;
    if (kind === 'transport') return parts.lanes[position].quota;
    return kind === 'delivery' ? parts.demands[position].quantity[period] : 1;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  targets.forEach((position, index) => {
    const periods = fixed[kind].get(position) ?? new Map<number, number>();
    fixed[kind].set(position, periods);
    const share = total > 0 ? weights[index] / total : 1 / targets.length;
    if (kind !== 'receipt' && periods.has(period)) {
      row.report(
        'error',
        'duplicate-row',
        'Period',
        `The ${kind} of "${row.text('Product')}" is fixed twice for the same period.`,
        'Delete one of the rows.',
      );
    }
    periods.set(period, (kind === 'receipt' ? (periods.get(period) ?? 0) : 0) + quantity * share);
  });
}
