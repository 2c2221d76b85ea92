import type { Plan } from '../domain/plan';
import type { PlanningProblem } from '../domain/planning-problem';
import type { Miss } from './misses';
import { money, quantity, sayIn } from '../domain/said';
import type { Said } from '../domain/said';

/** Why an item gives way to another. */
export const comparisonTexts = {
  lighter:
    'A unit of {item} takes {use} of {resource}, a unit of {other} only {otherUse}: serving the latter leaves less undelivered.',
  givesWay: '{item} gives way to {other}, which must be delivered.',
  earnsMore: 'A unit of {resource} earns {money} with {item} and {otherMoney} with {other}, which is served.',
  avoidsMore: 'A unit of {resource} avoids {money} with {item} and {otherMoney} with {other}, which is served.',
} as const;

const say = sayIn(comparisonTexts);

/** What a unit of a resource achieves with an item. */
interface Worth {
  readonly item: number;
  readonly use: number;
  /** Money per unit of the resource; Infinity where the item must be delivered. */
  readonly value: number;
}

/**
 * Why an item gives way to another at a resource that both need: the unit of the resource does more elsewhere. Null where
 * the rates do not tell (the other item has less to offer, or is made in other periods).
 */
export function whyThisItem(problem: PlanningProblem, plan: Plan, miss: Miss, resource: number): Said | null {
  const own = worthOf(problem, miss.item, resource, miss.from);
  if (!own) return null;
  const others = problem.items
    .map((_item, item) => (item === miss.item ? null : worthOf(problem, item, resource, miss.from)))
    .filter((worth): worth is Worth => worth !== null && isServed(problem, plan, worth.item, miss));
  const { name } = problem.resources[resource];
  const nameOf = ({ item }: Worth) => problem.items[item].name;
  if (problem.mode === 'delivery' || problem.mode === 'fair-share') {
    const lighter = nearest(
      others.filter(({ use }) => use < own.use - 1e-9),
      ({ use }) => -use,
    );
    return lighter && problem.mode === 'delivery'
      ? say('lighter', {
          item: nameOf(own),
          use: quantity(own.use),
          resource: name,
          other: nameOf(lighter),
          otherUse: quantity(lighter.use),
        })
      : null;
  }
  const better = nearest(
    others.filter(({ value }) => value > own.value + 1e-9),
    ({ value }) => value,
  );
  if (!better) return null;
  return better.value === Infinity
    ? say('givesWay', { item: nameOf(own), other: nameOf(better) })
    : say(problem.mode === 'profit' ? 'earnsMore' : 'avoidsMore', {
        resource: name,
        money: money(own.value),
        item: nameOf(own),
        otherMoney: money(better.value),
        other: nameOf(better),
      });
}

function nearest<T>(candidates: readonly T[], distance: (candidate: T) => number): T | null {
  return candidates.reduce<T | null>((best, one) => (best && distance(best) <= distance(one) ? best : one), null);
}

function worthOf(problem: PlanningProblem, item: number, resource: number, period: number): Worth | null {
  const source = problem.sources.find(
    (entry) => entry.item === item && entry.uses.some((use) => use.resource === resource && use.use > 0),
  );
  const demands = problem.demands.filter((demand) => demand.item === item);
  if (!source || demands.length === 0) return null;
  const use = source.uses.find((entry) => entry.resource === resource)?.use ?? 0;
  const avoided = Math.max(
    ...demands.map(({ shortageCost, price }) => {
      if (problem.mode === 'profit') return (shortageCost?.[period] ?? 0) + price[period];
      return shortageCost ? shortageCost[period] : Infinity;
    }),
  );
  return { item, use, value: (avoided - source.cost[period]) / use };
}

/** Whether the item is made in the periods of the miss and nothing of it is short there. */
function isServed(problem: PlanningProblem, plan: Plan, item: number, { from, to }: Miss): boolean {
  const within = (row: readonly number[]) => row.slice(from, to + 1).reduce((sum, units) => sum + units, 0);
  const made = problem.sources.some((source, s) => source.item === item && within(plan.production[s]) > 1e-6);
  return made && problem.demands.every((demand, k) => demand.item !== item || within(plan.shortage[k]) <= 1e-6);
}
