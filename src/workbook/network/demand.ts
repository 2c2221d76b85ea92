import type { Demand } from '../../planning/index';
import type { TableRow, TableRows } from '../read-table';
import type { Calendar } from './calendar';
import { locationOf } from './items';
import type { ItemRegister } from './items';
import type { Products } from './products';

/** Demand with the same terms, so that late units of it can be delivered in the order in which they were wanted. */
interface Stream {
  readonly item: number;
  readonly product: number;
  readonly customer: string;
  readonly lateCost: number | null;
  readonly maxLateness: number;
  readonly fairShare: boolean;
  readonly quantity: number[];
  /** Money per unit never delivered, by period; null where the stream has no demand. */
  readonly shortageCost: (number | null)[];
  readonly mayBeShort: boolean;
}

/**
 * Demand by item, customer and terms. Rows that differ in the cost or limit of lateness, in fair share, or in the cost of never
 * delivering in the same period, make separate streams; other rows add up.
 */
export function readDemand(
  table: TableRows,
  calendar: Calendar,
  products: Products,
  items: ItemRegister,
): readonly Demand[] {
  const streams = new Map<string, Stream>();
  let warned = false;
  for (const row of table.rows) {
    const location = locationOf(row);
    const periods = calendar.periodsOf(row, 'Period', false);
    const quantity = quantityOf(row);
    if (location === null) continue;
    const late = row.number('LateCost');
    const maxLateness = row.number('MaxLateness');
    const lateCost = late ?? ((maxLateness ?? 0) > 0 ? 0 : null);
    if (late === null && lateCost === 0 && !warned) {
      warned = true;
      row.report(
        'warning',
        'late-without-cost',
        'MaxLateness',
        'MaxLateness is given without LateCost, so late delivery costs nothing.',
        'Enter a LateCost, or 0 to confirm.',
      );
    }
    const terms = { lateCost, maxLateness: maxLateness ?? Infinity };
    for (const product of products.of(row)) {
      const item = items.at(product, location);
      for (const period of periods) {
        const fairShare = row.truth('FairShare') ?? products.list[product].fairShare;
        const own = { item, product, customer: customerOf(row), fairShare, ...terms };
        addDemand(streams, own, row, period, quantity, calendar);
      }
    }
  }
  return [...streams.values()].map((stream) => demandOf(stream, products, calendar));
}

function addDemand(
  streams: Map<string, Stream>,
  terms: Pick<Stream, 'item' | 'product' | 'customer' | 'lateCost' | 'maxLateness' | 'fairShare'>,
  row: TableRow,
  period: number,
  quantity: number,
  calendar: Calendar,
): void {
  const cost = row.number('NonDeliveryCost');
  const { item, customer, lateCost, maxLateness, fairShare } = terms;
  const base = [item, customer.toLowerCase(), lateCost, maxLateness, fairShare, cost === null].join('|');
  for (let variant = 0; ; variant += 1) {
    const key = `${base}|${variant}`;
    const stream = streams.get(key) ?? {
      ...terms,
      quantity: calendar.constant(0),
      shortageCost: calendar.constant<number | null>(null),
      mayBeShort: cost !== null,
    };
    const present = stream.shortageCost[period];
    if (cost !== null && present !== null && present !== cost) continue;
    stream.quantity[period] += quantity;
    stream.shortageCost[period] = cost;
    streams.set(key, stream);
    return;
  }
}

function demandOf(stream: Stream, products: Products, calendar: Calendar): Demand {
  const { price, unitCost } = products.list[stream.product];
  const anyCost = stream.shortageCost.find((cost) => cost !== null) ?? 0;
  return {
    item: stream.item,
    customer: stream.customer,
    quantity: stream.quantity,
    shortageCost: stream.mayBeShort ? stream.shortageCost.map((cost) => cost ?? anyCost) : null,
    backorderCost: stream.lateCost === null ? null : calendar.perLength(stream.lateCost),
    maxLateness: stream.maxLateness,
    price: calendar.constant(price - unitCost),
    fairShare: stream.fairShare,
    fixedDelivery: calendar.constant(null),
  };
}

function customerOf(row: TableRow): string {
  const customer = row.text('Customer');
  return customer === '*' ? '' : customer;
}

function quantityOf(row: TableRow): number {
  const quantity = row.number('Quantity');
  if (row.isBlank('Quantity')) {
    row.report('warning', 'blank-cell', 'Quantity', 'The quantity is blank, counted as 0.', 'Enter a number, or 0.');
  }
  return quantity ?? 0;
}
