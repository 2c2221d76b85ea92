import { readBack } from '../formulation/read-back';
import type { Explained } from './explained';
import type { Explanation } from './explanation';
import type { BoundEdit } from './model-session';
import { differenceText } from './plan-difference';
import { savingRange } from './price-range';
import type { SavingRange } from './price-range';
import { moneyText, quantityText } from './quantity-text';
import { shadowPrice } from '../lp/shadow-price';

/** Most limits whose range and effect are found by solving again. */
const mostStudied = 20;

/** A limit that binds, and the bound of its price. */
interface Binding {
  readonly kind: 'resource' | 'warehouse';
  readonly position: number;
  readonly name: string;
  readonly period: number;
  readonly row: number;
  readonly price: number;
}

/**
 * Resources and warehouses that bind, what one more unit of each is worth, for how many units, and why. The solver's price is
 * where to look; what is said comes from solving again, because at a corner of the cost the price may be that of one unit
 * less.
 */
export function bottlenecks(explained: Explained): Explanation[] {
  const found = bindingLimits(explained).sort((one, other) => one.price - other.price);
  const canStudy = goalsAreAtRest(explained);
  return found
    .flatMap((binding, rank) =>
      canStudy && rank < mostStudied && !explained.patience.isOver()
        ? studied(explained, binding)
        : [reason(explained, binding, null, '')],
    )
    .sort((one, other) => (other.value ?? 0) - (one.value ?? 0));
}

function bindingLimits({ session: { base }, prices }: Explained): Binding[] {
  const found: Binding[] = [];
  base.problem.resources.forEach(({ name }, position) =>
    prices.capacity[position]?.forEach((price, period) => {
      const row = base.rowOf('resource_capacity', { resource: position, period });
      if (price < 0) found.push({ kind: 'resource', position, name, period, row, price });
    }),
  );
  base.problem.warehouses.forEach(({ name }, position) =>
    prices.storage[position]?.forEach((price, period) => {
      const row = base.rowOf('storage_capacity', { warehouse: position, period });
      if (price < 0) found.push({ kind: 'warehouse', position, name, period, row, price });
    }),
  );
  return found;
}

/** Whether money is all that counts from here: no shortage or lateness that a mode would cure first, at any cost. */
function goalsAreAtRest({ session: { base }, plan, duals }: Explained): boolean {
  if (!duals) return false;
  if (base.problem.mode === 'cost' || base.problem.mode === 'profit') return true;
  return [plan.shortage, plan.backorders].every((matrix) => matrix.every((row) => row.every((units) => units === 0)));
}

/** Solves again with more of the limit: no sentence where that saves nothing. */
function studied(explained: Explained, binding: Binding): Explanation[] {
  const { session, plan, objective, patience } = explained;
  const { lp, problem } = session.base;
  const guards = guardsOf(explained);
  const solveWith = (units: number) => {
    const edit: BoundEdit = {
      kind: 'row',
      number: binding.row,
      lower: lp.rowLower[binding.row],
      upper: lp.rowUpper[binding.row] + units,
    };
    const outcome = session.solveEdited([...guards, edit], patience.solveOptions());
    return outcome.kind === 'optimal' ? outcome : null;
  };
  const range = savingRange(objective, binding.price, (units) => {
    const outcome = patience.isOver() ? null : solveWith(units);
    if (!outcome?.duals) return null;
    return { cost: outcome.objective, price: shadowPrice(outcome.duals, binding.row) };
  });
  if (!range) return patience.isOver() ? [reason(explained, binding, null, '')] : [];
  const units = Math.min(1, range.upTo);
  const outcome = solveWith(units);
  const why = outcome ? differenceText(problem, plan, readBack(session.base, outcome.values), units) : '';
  return [reason(explained, binding, range, why)];
}

/** In a mode with goals before cost that are all met: they stay met. */
function guardsOf({ session: { base } }: Explained): BoundEdit[] {
  if (base.problem.mode === 'cost' || base.problem.mode === 'profit') return [];
  return base.lp.columnFamilies
    .filter(({ id }) => id === 'shortage' || id === 'backorders')
    .flatMap(({ first, count }) =>
      Array.from({ length: count }, (_member, member): BoundEdit => ({
        kind: 'column',
        number: first + member,
        lower: 0,
        upper: 0,
      })),
    );
}

/** Without a range the price is a bound: cost never falls faster than it says. */
function reason(
  { session: { base } }: Explained,
  { kind, position, name, period, price }: Binding,
  range: SavingRange | null,
  why: string,
): Explanation {
  const { label } = base.problem.periods[period];
  const verb = base.problem.mode === 'profit' ? 'earns' : 'saves';
  const unit = kind === 'resource' ? `unit of ${name}` : `usable unit of ${name}`;
  const because = why === '' ? '.' : `: ${why}.`;
  const value = range?.saving ?? -price;
  const sentence = !range
    ? `One more ${unit} in ${label} ${verb} at most ${moneyText(value)}.`
    : range.upTo === Infinity
      ? `One more ${unit} in ${label} ${verb} ${moneyText(value)}, however many there are${because}`
      : range.upTo < 1
        ? `A part of one more ${unit} in ${label} ${verb} ${moneyText(value)} a unit, up to ` +
          `${quantityText(range.upTo)} units${because}`
        : `One more ${unit} in ${label} ${verb} ${moneyText(value)}, up to ${quantityText(range.upTo)} units${because}`;
  const upTo = range && Number.isFinite(range.upTo) ? range.upTo : null;
  return {
    kind: 'bottleneck',
    item: null,
    resource: name,
    period,
    quantity: upTo,
    value,
    sentence,
    inputs: [kind === 'resource' ? 'Capacity' : 'Warehouse_Capacity'],
    ...(kind === 'resource' && upTo !== null
      ? {
          changes: [
            {
              input: 'Capacity' as const,
              members: [position],
              periods: { from: period, to: period },
              by: 'amount' as const,
              amount: upTo,
            },
          ],
        }
      : {}),
  };
}
