import type { ProblemChange } from '../domain/change-problem';
import { changeProblem } from '../domain/change-problem';
import type { PlanningProblem } from '../domain/planning-problem';
import { readBack } from '../formulation/read-back';
import type { Explained } from './explained';
import type { Explanation } from './explanation';
import { leastCapacity } from './least-capacity';
import type { ColumnCeiling } from './least-capacity';
import { limitingFactors } from './limiting-factors';
import type { LimitingFactor } from './limiting-factors';
import { missesOf, quantityIn } from './misses';
import type { Miss } from './misses';
import { countText, periodWord, spanText } from './period-word';
import { listText, moneyText, quantityText } from './quantity-text';
import { whyThisItem } from './why-this-item';

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
        ? `No limit alone is the reason, but these together are: ${listText(factors.map(({ text }) => text))}.`
        : '',
      cure?.text ?? '',
    ].filter((text) => text !== '');
    const main = causes[0]?.factor;
    const why =
      main?.position == null || miss.kind !== 'shortage' || rank >= mostComparisons
        ? ''
        : whyThisItem(problem, plan, miss, main.position);
    if (sentences.length === 1) sentences.push(withoutLimit(problem, miss));
    return {
      kind: miss.kind,
      item: miss.item,
      resource: main?.resource ?? null,
      period: miss.from,
      quantity: miss.quantity,
      value: miss.penalty,
      sentence: sentences.join(' ') + why,
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

function headline(problem: PlanningProblem, { kind, item, from, to, quantity, most }: Miss): string {
  const { name } = problem.items[item];
  const when = spanText(problem, from, to);
  switch (kind) {
    case 'shortage':
      return `${quantityText(quantity)} units of ${name} in ${when} are never delivered.`;
    case 'late':
      return from === to
        ? `${quantityText(quantity)} units of ${name} are open at the end of ${when} and delivered late.`
        : `Up to ${quantityText(most)} units of ${name} are open at the end of ${when} and delivered late ` +
            `(${countText(quantity, `unit-${periodWord(problem)}`)}).`;
    case 'safetyStock':
      return `The stock of ${name} ends ${when} up to ${quantityText(most)} units below its safety stock.`;
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

function dearerText(problem: PlanningProblem, { kind, penalty, quantity }: Miss, cost: number | null): string {
  if (cost === null) return '';
  const what = { shortage: 'Delivering them', late: 'Delivering in time', safetyStock: 'Keeping it' }[kind];
  const each = (money: number) => (quantity > 1 ? ` (${moneyText(money / quantity)} each)` : '');
  const loss = problem.mode === 'profit' && kind === 'shortage' ? 'is worth' : 'saves a penalty of';
  return (
    `${what} is possible but would cost ${moneyText(cost)}${each(cost)} and ${loss} only ` +
    `${moneyText(penalty)}${each(penalty)}.`
  );
}

function causesText(miss: Miss, causes: readonly Cause[]): string {
  if (causes.length === 0) return '';
  const confirmed = causes.filter(({ cured }) => cured !== null);
  if (confirmed.length === 0) return `On its way these limits are reached: ${listText(causes.map(textOf))}.`;
  const [first, ...others] = confirmed.slice(0, 4);
  const rest = others.map(({ factor, cured }) => `; without ${factor.text}, ${shareText(miss, cured ?? 0)}`);
  return `The reason is ${first.factor.text}: without that limit ${shareText(miss, first.cured ?? 0)}${rest.join('')}.`;
}

function textOf({ factor }: Cause): string {
  return factor.text;
}

function shareText({ quantity }: Miss, cured: number): string {
  return cured >= (1 - almostNothing) * quantity
    ? 'nothing would be missed'
    : `it would be ${quantityText(cured)} less`;
}

/** The least extra capacity that ends a miss, tried out: what the whole plan costs with it. */
function leastCure(
  { session, plan, cost, patience }: Explained,
  miss: Miss,
  causes: readonly Cause[],
): { readonly text: string; readonly changes: readonly ProblemChange[] } | null {
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
    units > 0 ? [`${quantityText(units)} in ${base.problem.periods[t].label}`] : [],
  );
  const effect =
    Math.abs(best.saved) < 0.005
      ? 'without changing what the plan costs'
      : `and the plan would ${base.problem.mode === 'profit' ? 'earn' : 'cost'} ${moneyText(Math.abs(best.saved))} ` +
        `${best.saved > 0 === (base.problem.mode === 'profit') ? 'more' : 'less'}`;
  return {
    text: `The least cure is ${quantityText(total)} more units of ${best.name} (${listText(when, 6)}): nothing would be missed, ${effect}.`,
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

/** No limit binds on its way: money does. */
function withoutLimit({ mode }: PlanningProblem, { kind, penalty }: Miss): string {
  if (kind === 'shortage' && mode === 'profit') return `It sells for less than it costs: ${moneyText(penalty)} in all.`;
  return `No limit stands in the way: missing it costs ${moneyText(penalty)}, and serving it costs more.`;
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
