import type { PlanSheetInput } from './input';
import { numberText, planRow, valueAt } from './plan-row';
import type { PlanRow } from './plan-row';
import type { ProblemIndex } from './problem-index';
import type { CapacityColumns } from './rate-columns';
import { inputValue } from './rates';
import { placeName } from './linked-rows';
import type { LinkedRows } from './linked-rows';
import { sharedRows } from './shared-rows';
import type { SharedRows } from './shared-rows';
import { occurs } from './tidy';

/** How an item is supplied and used: production, set-ups, purchases, receipts, transport, use as a component. */
export interface SupplyRows {
  readonly production: SharedRows;
  readonly setups: SharedRows;
  readonly subcontract: SharedRows;
  /** What moves the stock, without deliveries to customers. */
  readonly flows: readonly StockFlow[];
  readonly rows: readonly PlanRow[];
}

/** What adds to an item's stock in a period (sign 1) or takes from it (-1). */
export interface StockFlow {
  readonly sign: 1 | -1;
  readonly row: PlanRow;
}

/** The supply rows of an item. Sources that never run are left out where there are several. */
export function supplyRows(
  input: PlanSheetInput,
  index: ProblemIndex,
  columns: CapacityColumns,
  linked: LinkedRows,
  item: number,
): SupplyRows {
  const { problem, plan } = input;
  const { name: owner, receipts } = problem.items[item];
  const production = linked.production[item];
  const sources = production.members.map(({ member }) => member);
  const setups = sharedRows(
    owner,
    'Set-ups',
    sources
      .filter(
        (s) =>
          occurs(plan.setups[s]) && (occurs(problem.sources[s].setupCost) || problem.sources[s].setupUses.length > 0),
      )
      .map((s) => ({
        member: s,
        name: problem.sources[s].name,
        row: {
          values: plan.setups[s],
          rates: problem.sources[s].setupUses.map(({ resource, use }) => ({
            column: columns.resource(resource),
            ...inputValue(input, 'Setup_Use', { items: item, resources: resource }, use),
          })),
        },
      })),
  );
  const subcontract = sharedRows(
    owner,
    'Subcontract',
    index.subcontracts[item]
      .filter((s) => occurs(plan.subcontract[s]))
      .map((s) => ({
        member: s,
        name: `contract ${s + 1}`,
        row: { values: plan.subcontract[s], look: 'decision' as const },
      })),
  );
  const flows: StockFlow[] = [];
  const rows: PlanRow[] = [...production.rows, ...setups.rows];
  const add = (sign: 1 | -1, row: PlanRow | null, alreadyShown = false) => {
    if (!row) return;
    flows.push({ sign, row });
    if (!alreadyShown) rows.push(row);
  };
  if (sources.every((s) => immediate(problem.sources[s].arrival))) add(1, production.total, true);
  else
    for (const { member, row } of production.members)
      add(1, arrivingRow(owner, 'Arriving from production', row, problem.sources[member].arrival));
  rows.push(...subcontract.rows);
  add(1, subcontract.total, true);
  if (occurs(receipts)) add(1, planRow({ owner, measure: 'Receipts under way', values: receipts }));
  for (const l of index.lanesTo[item]) {
    const sent = linked.sent[l];
    const from = placeName(problem.items[problem.lanes[l].from]);
    if (sent) add(1, arrivingRow(owner, `Received from ${from}`, sent, problem.lanes[l].arrival));
  }
  for (const l of index.lanesFrom[item]) add(-1, linked.sent[l]);
  for (const s of index.usedBy[item]) componentFlows(input, linked, item, s).forEach(({ sign, row }) => add(sign, row));
  return { production, setups, subcontract, flows, rows };
}

/** What the production of another item takes of this one, at its start; a co-product comes out on arrival. */
function componentFlows(input: PlanSheetInput, linked: LinkedRows, item: number, source: number): readonly StockFlow[] {
  const { problem, plan } = input;
  const { components, arrival, item: product } = problem.sources[source];
  if (!occurs(plan.production[source])) return [];
  const owner = problem.items[item].name;
  const made = linked.made[source] ?? unknownSource(source);
  return components
    .filter((component) => component.item === item && component.quantity !== 0)
    .map(({ quantity }) => {
      const coProduct = quantity < 0;
      const starts = coProduct ? startsByArrival(arrival) : arrival.map((_, t) => [t]);
      const factor = Math.abs(quantity);
      return {
        sign: coProduct ? 1 : -1,
        row: planRow({
          owner,
          measure: `${coProduct ? 'Comes out with' : 'Used for'} ${problem.items[product].name}`,
          look: 'secondary',
          values: arrival.map((_, t) =>
            (starts[t] ?? []).reduce((all, start) => all + factor * plan.production[source][start], 0),
          ),
          formula: (t, places) =>
            (starts[t] ?? []).map((start) => `${numberText(factor)}*${places.cell(made, start)}`).join('+') || null,
        }),
      };
    });
}

function unknownSource(source: number): never {
  throw new Error(`Source ${source} has no row on the plan sheet although it runs.`);
}

/** What arrives in each period of what was started or sent earlier. */
function arrivingRow(owner: string, measure: string, from: PlanRow, arrival: readonly number[]): PlanRow {
  const starts = startsByArrival(arrival);
  return planRow({
    owner,
    measure,
    look: 'secondary',
    values: arrival.map((_, t) => (starts[t] ?? []).reduce((all, start) => all + valueAt(from, start), 0)),
    formula: (t, places) => (starts[t] ?? []).map((start) => places.cell(from, start)).join('+') || null,
  });
}

/** Periods in which what arrives in each period was started. */
function startsByArrival(arrival: readonly number[]): readonly (readonly number[])[] {
  const starts: number[][] = arrival.map(() => []);
  arrival.forEach((at, start) => starts[at]?.push(start));
  return starts;
}

function immediate(arrival: readonly number[]): boolean {
  return arrival.every((at, start) => at === start);
}
