import type { ProblemChange } from '../domain/change-problem';
import { changeProblem } from '../domain/change-problem';
import type { PlanningProblem } from '../domain/planning-problem';
import { readBack } from '../formulation/read-back';
import type { Explained } from './explained';
import { told } from './explanation';
import type { Explanation } from './explanation';
import { leastCapacity } from './least-capacity';
import type { ColumnCeiling } from './least-capacity';
import { limitingFactors } from './limiting-factors';
import type { LimitingFactor } from './limiting-factors';
import { missesOf, quantityIn } from './misses';
import type { Miss } from './misses';
import { periodWord, spanOf } from './period-word';
import { count, list, money, quantity, row, sayIn } from '../domain/said';
import type { Said } from '../domain/said';
import { whyThisItem } from './why-this-item';

/** What is short, late or below its safety stock, and why. */
export const shortfallTexts = {
  neverDelivered: '{units} units of {name} in {when} are never delivered.',
  late: '{units} units of {name} are open at the end of {when} and delivered late.',
  lateFor: 'Up to {units} units of {name} are open at the end of {when} and delivered late ({time}).',
  belowSafetyStock: 'The stock of {name} ends {when} up to {units} units below its safety stock.',
  delivering: 'Delivering them',
  deliveringInTime: 'Delivering in time',
  keeping: 'Keeping it',
  amountEach: '{money} ({each} each)',
  worthOnly: '{what} is possible but would cost {cost} and is worth only {penalty}.',
  savesOnly: '{what} is possible but would cost {cost} and saves a penalty of only {penalty}.',
  together: 'No limit alone is the reason, but these together are: {factors}.',
  reached: 'On its way these limits are reached: {factors}.',
  reason: 'The reason is {factor}: without that limit {effect}{rest}.',
  without: '; without {factor}, {effect}',
  nothingMissed: 'nothing would be missed',
  lessMissed: 'it would be {units} less',
  unitsIn: '{units} in {period}',
  leastCure: 'The least cure is {units} more units of {name} ({when}): nothing would be missed, {effect}.',
  sameCost: 'without changing what the plan costs',
  earnMore: 'and the plan would earn {money} more',
  earnLess: 'and the plan would earn {money} less',
  costMore: 'and the plan would cost {money} more',
  costLess: 'and the plan would cost {money} less',
  sellsForLess: 'It sells for less than it costs: {money} in all.',
  severalLimits:
    'Money is not the reason, since deliveries go before cost here: limits and fixed quantities on its way leave nothing for it together.',
  noLimit: 'No limit stands in the way: missing it costs {money}, and serving it costs no less.',
} as const;

const say = sayIn(shortfallTexts);

/** Most misses for which a cure is sought. */
const mostCures = 8;
/** Most misses for which it is said why the item gives way. */
const mostComparisons = 40;
/** A miss counts as cured below this share of it. */
const almostNothing = 1e-4;

/** A limit with how much of a miss goes away without it. */
interface Cause {
  readonly factor: LimitingFactor;
  /** In the unit of the miss; null where there was no time to find out. */
  readonly cured: number | null;
}

/**
 * Every shortage, late delivery and missed safety stock with its reason: the limits on its way that bind, each confirmed by
 * solving without it and ranked by how much that cures; what it would cost to serve all the same; the least cure; and why this
 * item gives way. Without time left the limits are named and not confirmed.
 */
export function shortfalls(explained: Explained): Explanation[] {
  const { session, plan } = explained;
  const { problem } = session.base;
  const without = relaxedPlans(explained);
  return missesOf(problem, plan).map((miss, rank) => {
    const factors = limitingFactors(problem, plan, miss);
    const causes = factors
      .map((factor): Cause => ({ factor, cured: without(miss, [factor]) }))
      .filter(({ cured }) => cured === null || cured > almostNothing * miss.quantity)
      .sort((one, other) => (other.cured ?? 0) - (one.cured ?? 0));
    const together = causes.length === 0 && factors.length > 1 ? without(miss, factors) : null;
    const forced = costOfServing(explained, miss);
    const cure = rank < mostCures ? leastCure(explained, miss, causes) : null;
    const sentences = [
      headline(problem, miss),
      dearerText(problem, miss, forced),
      causesText(miss, causes),
      together !== null && together > almostNothing * miss.quantity
        ? say('together', { factors: list(factors.map(({ said }) => said)) })
        : null,
      cure?.said ?? null,
    ].filter((said) => said !== null);
    const main = causes[0]?.factor;
    const why =
      main?.position == null || miss.kind !== 'shortage' || rank >= mostComparisons
        ? null
        : whyThisItem(problem, plan, miss, main.position);
    if (sentences.length === 1) sentences.push(withoutLimit(problem, miss, factors));
    return {
      kind: miss.kind,
      item: miss.item,
      resource: main?.resource ?? null,
      period: miss.from,
      quantity: miss.quantity,
      value: miss.penalty,
      ...told(...sentences, ...(why ? [why] : [])),
      inputs: [...new Set([...penaltyInputs(miss), ...causes.flatMap(({ factor }) => factor.inputs)])],
      ...(cure ? { changes: cure.changes } : {}),
    };
  });
}

/** How much of a miss goes away without some limits; each set of limits is solved once. */
function relaxedPlans({ session, patience }: Explained) {
  const solved = new Map<string, ReturnType<typeof solveWithout>>();
  function solveWithout(factors: readonly LimitingFactor[]) {
    const relaxed = factors.reduce((problem, factor) => factor.relaxed(problem), session.base.problem);
    const { model, outcome } = session.solve(relaxed, patience.solveOptions());
    return outcome.kind === 'optimal' ? { problem: relaxed, plan: readBack(model, outcome.values) } : null;
  }
  return (miss: Miss, factors: readonly LimitingFactor[]): number | null => {
    const id = factors.map((factor) => factor.id).join('; ');
    let found = solved.get(id);
    if (found === undefined) {
      if (patience.isOver()) return null;
      found = solveWithout(factors);
      solved.set(id, found);
    }
    return found ? miss.quantity - quantityIn(miss, found.problem, found.plan) : null;
  };
}

function headline(problem: PlanningProblem, { kind, item, from, to, quantity: missed, most }: Miss): Said {
  const { name } = problem.items[item];
  const when = spanOf(problem, from, to);
  switch (kind) {
    case 'shortage':
      return say('neverDelivered', { units: quantity(missed), name, when });
    case 'late':
      return from === to
        ? say('late', { units: quantity(missed), name, when })
        : say('lateFor', { units: quantity(most), name, when, time: count(missed, `unit-${periodWord(problem)}`) });
    case 'safetyStock':
      return say('belowSafetyStock', { name, when, units: quantity(most) });
  }
}

/** Where the plan could serve all the same, and does not because that is dearer: total cost without the penalty saved. */
function costOfServing({ session, objective, duals, plan, patience }: Explained, miss: Miss): number | null {
  const { problem } = session.base;
  if (!duals || (problem.mode !== 'cost' && problem.mode !== 'profit') || patience.isOver()) return null;
  // Nothing else may be missed in its place.
  const { columnLower } = session.base.lp;
  const edits = ceilingsFor(miss, problem, session.base, plan).map(
    ({ column, upper }) =>
      ({
        kind: 'column',
        number: column,
        lower: columnLower[column],
        upper: Math.max(columnLower[column], upper),
      }) as const,
  );
  const outcome = session.solveEdited(edits, patience.solveOptions());
  if (outcome.kind !== 'optimal') return null;
  // What is no longer paid for this miss is paid for serving it.
  const before = objective - miss.penalty;
  const served = quantityIn(miss, problem, readBack(session.base, outcome.values)) <= almostNothing * miss.quantity;
  return served ? outcome.objective - before : null;
}

function dearerText(
  problem: PlanningProblem,
  { kind, penalty, quantity: missed }: Miss,
  cost: number | null,
): Said | null {
  if (cost === null) return null;
  const what = say(({ shortage: 'delivering', late: 'deliveringInTime', safetyStock: 'keeping' } as const)[kind]);
  const each = (amount: number) =>
    missed > 1 ? say('amountEach', { money: money(amount), each: money(amount / missed) }) : money(amount);
  return say(problem.mode === 'profit' && kind === 'shortage' ? 'worthOnly' : 'savesOnly', {
    what,
    cost: each(cost),
    penalty: each(penalty),
  });
}

function causesText(miss: Miss, causes: readonly Cause[]): Said | null {
  if (causes.length === 0) return null;
  const confirmed = causes.filter(({ cured }) => cured !== null);
  if (confirmed.length === 0) return say('reached', { factors: list(causes.map(({ factor }) => factor.said)) });
  const [first, ...others] = confirmed.slice(0, 4);
  const rest = others.map(({ factor, cured }) =>
    say('without', { factor: factor.said, effect: effectOf(miss, cured ?? 0) }),
  );
  return say('reason', { factor: first.factor.said, effect: effectOf(miss, first.cured ?? 0), rest: row(rest) });
}

function effectOf({ quantity: missed }: Miss, cured: number): Said {
  return cured >= (1 - almostNothing) * missed ? say('nothingMissed') : say('lessMissed', { units: quantity(cured) });
}

/** The least extra capacity that ends a miss, tried out: what the whole plan costs with it. */
function leastCure(
  { session, plan, cost, patience }: Explained,
  miss: Miss,
  causes: readonly Cause[],
): { readonly said: Said; readonly changes: readonly ProblemChange[] } | null {
  const { base, solver } = session;
  const cures = causes
    .filter(({ factor, cured }) => factor.position !== null && cured !== null)
    .slice(0, 2)
    .flatMap(({ factor }) => {
      if (factor.position === null || patience.isOver()) return [];
      const ceilings = ceilingsFor(miss, base.problem, base, plan);
      const extra = leastCapacity(base, solver, factor.position, ceilings, patience.solveOptions());
      if (!extra || extra.every((units) => units === 0)) return [];
      const changes = extra.flatMap((amount, t): ProblemChange[] =>
        amount > 0
          ? [{ input: 'Capacity', members: [factor.position ?? 0], periods: { from: t, to: t }, by: 'amount', amount }]
          : [],
      );
      const changed = changeProblem(base.problem, changes);
      const { model, outcome } = session.solve(changed, patience.solveOptions());
      if (outcome.kind !== 'optimal') return [];
      const left = quantityIn(miss, changed, readBack(model, outcome.values));
      if (left > almostNothing * miss.quantity) return [];
      return [{ name: factor.resource ?? '', extra, changes, saved: savedBy(base.problem, cost, outcome.objective) }];
    });
  if (cures.length === 0) return null;
  const best = cures.reduce((one, other) => (other.saved > one.saved ? other : one));
  const total = best.extra.reduce((sum, units) => sum + units, 0);
  const when = best.extra.flatMap((units, t) =>
    units > 0 ? [say('unitsIn', { units: quantity(units), period: base.problem.periods[t].label })] : [],
  );
  const amount = money(Math.abs(best.saved));
  const isProfit = base.problem.mode === 'profit';
  const effect =
    Math.abs(best.saved) < 0.005
      ? say('sameCost')
      : isProfit
        ? say(best.saved > 0 ? 'earnMore' : 'earnLess', { money: amount })
        : say(best.saved > 0 ? 'costLess' : 'costMore', { money: amount });
  return {
    said: say('leastCure', { units: quantity(total), name: best.name, when: list(when, 6), effect }),
    changes: best.changes,
  };
}

/** Money that a changed plan saves (in mode `profit`: earns) against this one. */
function savedBy(problem: PlanningProblem, { total, revenue }: Explained['cost'], objective: number): number {
  return (problem.mode === 'profit' ? total - revenue : total) - objective;
}

/** The miss goes away, and no other shortage, lateness or gap grows. */
function ceilingsFor(
  miss: Miss,
  problem: PlanningProblem,
  base: Explained['session']['base'],
  plan: Explained['plan'],
): ColumnCeiling[] {
  const ceilings: ColumnCeiling[] = [];
  const add = (id: string, key: { demand: number } | { item: number }, period: number, upper: number) => {
    const column = base.columnOf(id, { ...key, period });
    if (column >= 0) ceilings.push({ column, upper });
  };
  const within = (kind: Miss['kind'], item: number, t: number) =>
    miss.kind === kind && miss.item === item && t >= miss.from && t <= miss.to;
  problem.demands.forEach(({ item }, demand) =>
    problem.periods.forEach((_period, t) => {
      add('shortage', { demand }, t, within('shortage', item, t) ? 0 : plan.shortage[demand][t]);
      add('backorders', { demand }, t, within('late', item, t) ? 0 : plan.backorders[demand][t]);
    }),
  );
  problem.items.forEach(({ safetyStock }, item) =>
    problem.periods.forEach((_period, t) => {
      const gap = Math.max(0, safetyStock[t] - plan.inventory[item][t]);
      add('safety_stock_gap', { item }, t, within('safetyStock', item, t) ? 0 : gap);
    }),
  );
  return ceilings;
}

/**
 * No limit was found that cures it: money is the reason. Where deliveries go before cost it cannot be, and the limits that are
 * reached are named although none of them cures it alone.
 */
function withoutLimit({ mode }: PlanningProblem, { kind, penalty }: Miss, reached: readonly LimitingFactor[]): Said {
  if (kind !== 'safetyStock' && (mode === 'delivery' || mode === 'fair-share'))
    return reached.length > 0
      ? say('reached', { factors: list(reached.map(({ said }) => said)) })
      : say('severalLimits');
  if (kind === 'shortage' && mode === 'profit') return say('sellsForLess', { money: money(penalty) });
  return say('noLimit', { money: money(penalty) });
}

function penaltyInputs({ kind }: Miss): string[] {
  switch (kind) {
    case 'shortage':
      return ['Demand', 'Shortage_Cost'];
    case 'late':
      return ['Demand', 'Backorder_Cost'];
    case 'safetyStock':
      return ['Safety_Stock', 'Safety_Stock_Cost'];
  }
}
