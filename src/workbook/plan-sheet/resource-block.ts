import { allOf, costRow, excessOver, lackTo } from './cost-row';
import type { Charge } from './cost-row';
import type { PlanSheetInput } from './input';
import type { InputPosition } from './input-reference';
import { numberText, planRow, sum, valueAt } from './plan-row';
import type { PlanRow } from './plan-row';
import type { CapacityColumns } from './rate-columns';
import { inputFactor, inputRate, inputValue, steadyRate } from './rates';
import { occurs } from './tidy';
import type { WorkforceRows } from './workforce-block';

/** The rows of one resource: what is used of it, what there is, and what one more unit would be worth. */
export interface ResourceRows {
  readonly resource: number;
  readonly load: PlanRow;
  /** Null where the resource has no limit in any period. */
  readonly capacity: PlanRow | null;
  readonly overtime: PlanRow | null;
  readonly overtimeLimit: PlanRow | null;
  /** Load as a fraction of regular capacity. */
  readonly use: PlanRow | null;
  readonly rows: readonly PlanRow[];
}

/** Rows of a resource. The `drawers` are the items' rows that use it. */
export function resourceRows(
  input: PlanSheetInput,
  columns: CapacityColumns,
  workforce: WorkforceRows | null,
  drawers: readonly PlanRow[],
  resource: number,
  terms: readonly { readonly id: string; readonly measure: string }[],
): ResourceRows {
  const { problem, plan } = input;
  const { name } = problem.resources[resource];
  const people = problem.workforce?.resource === resource ? workforce : null;
  const load = loadRow(name, problem.periods.length, drawers, columns.resource(resource));
  const capacity = capacityRow(input, people, resource);
  const overtime = occurs(plan.overtime[resource])
    ? planRow({ owner: name, measure: 'Overtime', values: plan.overtime[resource], look: 'decision' })
    : null;
  const overtimeLimit = overtime ? overtimeLimitRow(input, people, resource) : null;
  const use = capacity && useRow(name, 'Use', load, capacity);
  const price = priceRow(input, resource);
  const costs = terms.map(({ id, measure }) =>
    costRow(name, measure, problem.periods.length, resourceCharges(input, id, resource, load, overtime)),
  );
  const rows = [load, capacity, overtime, overtimeLimit, use, price, ...costs].filter((row) => row !== null);
  return { resource, load, capacity, overtime, overtimeLimit, use, rows };
}

/** Product of a column of the item blocks with their rates: rows that take nothing have none, and count as 0. */
export function loadRow(
  owner: string,
  horizon: number,
  drawers: readonly PlanRow[],
  column: number,
  measure = 'Load',
): PlanRow {
  const values = new Array<number>(horizon).fill(0);
  for (const row of drawers) {
    const rate = row.rates.find((candidate) => candidate.column === column);
    if (rate) values.forEach((value, t) => (values[t] = value + rate.value * valueAt(row, t)));
  }
  return planRow({
    owner,
    measure,
    look: 'decision',
    values,
    formula: (t, places) => `SUMPRODUCT(${places.itemColumn({ rate: column })},${places.itemColumn({ period: t })})`,
  });
}

/** A load as a fraction of what there is. */
export function useRow(owner: string, measure: string, load: PlanRow, available: PlanRow): PlanRow {
  const fraction = (used: number, there: number) => (there > 0 ? roundTo6(used / there) : 0);
  const text = (used: string, there: string) => `IF(${there}>0,ROUND(${used}/${there},6),0)`;
  const limited = available.values.every((value) => value !== null);
  return planRow({
    owner,
    measure,
    look: 'percent',
    values: load.values.map((_, t) =>
      available.values[t] === null ? null : fraction(valueAt(load, t), valueAt(available, t)),
    ),
    formula: (t, places) => text(places.cell(load, t), places.cell(available, t)),
    total: limited
      ? {
          value: fraction(sum(load.values), sum(available.values)),
          formula: (places) => text(places.total(load), places.total(available)),
        }
      : null,
  });
}

/** Half away from zero, as Excel's ROUND. */
function roundTo6(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function capacityRow(input: PlanSheetInput, people: WorkforceRows | null, resource: number): PlanRow | null {
  const { problem } = input;
  const { name, capacity } = problem.resources[resource];
  if (capacity.every((limit) => limit === Infinity)) return null;
  const hours = problem.workforce?.hoursPerWorker;
  const fixed = (t: number) => inputValue(input, 'Capacity', { resources: resource, periods: t }, capacity[t]);
  return planRow({
    owner: name,
    measure: 'Capacity',
    values: capacity.map((limit, t) =>
      limit === Infinity ? null : limit + (people && hours ? valueAt(people.workers, t) * hours[t] : 0),
    ),
    formula: (t, places) => {
      if (!people || !hours) return fixed(t).formula;
      const worked = `${places.cell(people.workers, t)}*${inputFactor(input, 'Hours_Per_Worker', { periods: t }, hours[t])}`;
      return capacity[t] === 0 ? worked : `${fixed(t).formula ?? numberText(capacity[t])}+${worked}`;
    },
  });
}

function overtimeLimitRow(input: PlanSheetInput, people: WorkforceRows | null, resource: number): PlanRow | null {
  const { problem } = input;
  const { name, overtimeCapacity } = problem.resources[resource];
  const given = people ? problem.workforce?.overtimePerWorker : undefined;
  const perWorker = given?.every((hours) => hours < Infinity) ? given : undefined;
  if (!perWorker && overtimeCapacity.every((limit) => limit === Infinity)) return null;
  const worked = (t: number) => (people && perWorker ? valueAt(people.workers, t) * perWorker[t] : Infinity);
  return planRow({
    owner: name,
    measure: 'Most overtime',
    look: 'secondary',
    values: overtimeCapacity.map((limit, t) => {
      const least = Math.min(limit, worked(t));
      return least === Infinity ? null : least;
    }),
    formula: (t, places) => {
      const limit =
        overtimeCapacity[t] === Infinity
          ? null
          : inputFactor(input, 'Overtime_Capacity', { resources: resource, periods: t }, overtimeCapacity[t]);
      if (!people || !perWorker) return input.references.Overtime_Capacity ? limit : null;
      const byPeople = `${places.cell(people.workers, t)}*${inputFactor(input, 'Overtime_Per_Worker', { periods: t }, perWorker[t])}`;
      return limit === null ? byPeople : `MIN(${limit},${byPeople})`;
    },
  });
}

/** A price is the change of total cost per additional unit: money that one more unit of capacity would save is negative. */
function priceRow({ problem, shadowPrices }: PlanSheetInput, resource: number): PlanRow | null {
  const prices = shadowPrices[resource] ?? null;
  if (!prices || !occurs(prices)) return null;
  return planRow({
    owner: problem.resources[resource].name,
    measure: 'Shadow price',
    values: prices,
    look: 'price',
    total: null,
  });
}

function resourceCharges(
  input: PlanSheetInput,
  term: string,
  resource: number,
  load: PlanRow,
  overtime: PlanRow | null,
): readonly Charge[] {
  const { overtimeCost, minUse, minUseCost, targetUse, targetUseCost } = input.problem.resources[resource];
  const at = (t: number): InputPosition => ({ resources: resource, periods: t });
  switch (term) {
    case 'overtime':
      return overtime
        ? [
            {
              quantity: allOf(overtime),
              rate: inputRate(input, 'Overtime_Cost', { resources: resource }, overtimeCost),
            },
          ]
        : [];
    case 'minCapacity':
      return [
        {
          quantity: lackTo((t) => inputValue(input, 'Min_Capacity', at(t), minUse[t]), load),
          rate: steadyRate(inputValue(input, 'Min_Capacity_Cost', { resources: resource }, minUseCost)),
        },
      ];
    case 'targetCapacity':
      return [
        {
          quantity: excessOver((t) => inputValue(input, 'Target_Capacity', at(t), targetUse[t]), load),
          rate: steadyRate(inputValue(input, 'Target_Capacity_Cost', { resources: resource }, targetUseCost)),
        },
      ];
    default:
      return [];
  }
}
