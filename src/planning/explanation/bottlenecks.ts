import { readBack } from '../formulation/read-back';
import type { Explained } from './explained';
import { told } from './explanation';
import type { Explanation } from './explanation';
import type { BoundEdit } from './model-session';
import { differenceText } from './plan-difference';
import { savingRange } from './price-range';
import type { SavingRange } from './price-range';
import { money, quantity, sayIn } from '../domain/said';
import type { Said } from '../domain/said';
import { shadowPrice } from '../lp/shadow-price';

/** What one more unit of a limit is worth. */
export const bottleneckTexts = {
  earns: 'earns',
  saves: 'saves',
  unitOf: 'unit of {name}',
  usableUnitOf: 'usable unit of {name}',
  because: ': {why}.',
  stop: '.',
  atMost: 'One more {unit} in {period} {verb} at most {money}.',
  however: 'One more {unit} in {period} {verb} {money}, however many there are{because}',
  part: 'A part of one more {unit} in {period} {verb} {money} a unit, up to {upTo} units{because}',
  upTo: 'One more {unit} in {period} {verb} {money}, up to {upTo} units{because}',
} as const;

const say = sayIn(bottleneckTexts);

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
        : [reason(explained, binding, null, null)],
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
  if (!range) return patience.isOver() ? [reason(explained, binding, null, null)] : [];
  const units = Math.min(1, range.upTo);
  const outcome = solveWith(units);
  const why = outcome ? differenceText(problem, plan, readBack(session.base, outcome.values), units) : null;
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
  why: Said | null,
): Explanation {
  const { label } = base.problem.periods[period];
  const verb = say(base.problem.mode === 'profit' ? 'earns' : 'saves');
  const unit = say(kind === 'resource' ? 'unitOf' : 'usableUnitOf', { name });
  const because = why ? say('because', { why }) : say('stop');
  const value = range?.saving ?? -price;
  const known = { unit, period: label, verb, money: money(value) };
  const sentence = !range
    ? say('atMost', known)
    : range.upTo === Infinity
      ? say('however', { ...known, because })
      : range.upTo < 1
        ? say('part', { ...known, upTo: quantity(range.upTo), because })
        : say('upTo', { ...known, upTo: quantity(range.upTo), because });
  const upTo = range && Number.isFinite(range.upTo) ? range.upTo : null;
  return {
    kind: 'bottleneck',
    item: null,
    resource: name,
    period,
    quantity: upTo,
    value,
    ...told(sentence),
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
