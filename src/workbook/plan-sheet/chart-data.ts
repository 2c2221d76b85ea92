import type { PlanSheetInput } from './input';
import type { ItemRows } from './item-rows';
import { planRow, sum, valueAt } from './plan-row';
import type { Places, PlanRow } from './plan-row';
import type { CapacityColumns } from './rate-columns';
import type { ResourceRows } from './resource-block';
import type { TotalsRows } from './totals-block';

/** More series than this cannot be told apart: the largest are shown, and the others as one. */
export const seriesShown = 12;

/** What the stacked chart shows: production by item, or, where units take different capacity, the load. */
export interface StackRows {
  readonly title: string;
  readonly axis: string;
  readonly rows: readonly PlanRow[];
  /** The capacity line; null where nothing limits production. */
  readonly resource: ResourceRows | null;
}

/** Rows of the stack. The resource is the one used most on average. */
export function stackRows(
  input: PlanSheetInput,
  items: readonly ItemRows[],
  totals: TotalsRows,
  resources: readonly ResourceRows[],
  columns: CapacityColumns,
): StackRows {
  const resource = mostUsed(resources);
  const column = resource ? columns.resource(resource.resource) : null;
  const name = resource ? input.problem.resources[resource.resource].name : '';
  const unweighted = items.every(
    ({ production, supply }) =>
      [...production.members, ...supply.setups.members].every(({ row }) =>
        row.rates.every((rate) => rate.column !== column || rate.value === 1),
      ) && supply.setups.members.every(({ row }) => row.rates.every((rate) => rate.column !== column)),
  );
  const everyItemUses = items.every(({ production }) =>
    production.members.every(({ row }) => row.rates.some((rate) => rate.column === column)),
  );
  const inUnits = column === null || (unweighted && everyItemUses);
  const measure = inUnits ? 'Production' : `Load on ${name}`;
  const made = items
    .map((item) => itemStackRow(input, item, measure, inUnits ? null : column))
    .filter((row) => row !== null)
    .sort((a, b) => sum(b.values) - sum(a.values));
  const whole = inUnits || !resource ? totals.production : resource.load;
  const shown = made.length > seriesShown ? made.slice(0, seriesShown - 1) : made;
  const rows = shown.length < made.length ? [...shown, otherRow(measure, shown, whole)] : shown;
  const title = inUnits
    ? resource
      ? 'Production by item against capacity'
      : 'Production by item'
    : `Load on ${name} by item against capacity`;
  return { title, axis: inUnits ? 'Units' : 'Capacity units', rows, resource };
}

/** The limited resource with the highest average use. */
function mostUsed(resources: readonly ResourceRows[]): ResourceRows | null {
  let most: ResourceRows | null = null;
  let highest = -1;
  for (const each of resources) {
    if (!each.capacity || !each.use) continue;
    const average = sum(each.use.values) / each.use.values.length;
    if (average > highest) [most, highest] = [each, average];
  }
  return most;
}

function itemStackRow(
  input: PlanSheetInput,
  { item, production, supply }: ItemRows,
  measure: string,
  column: number | null,
): PlanRow | null {
  const owner = input.problem.items[item].name;
  const whole = production.total;
  if (!whole || sum(whole.values) === 0) return null;
  if (column === null)
    return planRow({
      owner,
      measure,
      values: whole.values,
      formula: (t, places) => places.cell(whole, t),
      look: 'secondary',
    });
  const weighted = [...production.members, ...supply.setups.members].flatMap(({ row }) => {
    const rate = row.rates.find((each) => each.column === column);
    return rate ? [{ row, rate: rate.value }] : [];
  });
  if (weighted.length === 0) return null;
  return planRow({
    owner,
    measure,
    look: 'secondary',
    values: whole.values.map((_, t) => weighted.reduce((all, { row, rate }) => all + rate * valueAt(row, t), 0)),
    formula: (t, places: Places) =>
      weighted.map(({ row }) => `${places.cell(row, t)}*${places.rate(row, column)}`).join('+'),
  });
}

function otherRow(measure: string, shown: readonly PlanRow[], whole: PlanRow): PlanRow {
  return planRow({
    owner: 'Other items',
    measure,
    look: 'secondary',
    values: whole.values.map((value, t) => (value ?? 0) - shown.reduce((all, row) => all + valueAt(row, t), 0)),
    formula: (t, places) =>
      `${places.cell(whole, t)}-SUM(${places.cell(shown[0], t)}:${places.cell(shown[shown.length - 1], t)})`,
  });
}
