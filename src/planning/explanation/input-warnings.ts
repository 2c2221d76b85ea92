import { mayBeLate, mayBeShort } from '../domain/demand-terms';
import type { Demand, PlanningProblem, Source } from '../domain/planning-problem';
import type { Explained } from './explained';
import { told } from './explanation';
import type { Explanation } from './explanation';
import { periodWord } from './period-word';
import { count, list, money, quantity, sayIn, word } from '../domain/said';

/** What is odd about costs and demand. */
export const warningTexts = {
  noCost: 'No cost is given, so every plan that keeps the limits is as good as this one.',
  constantCost:
    'The production cost of {names} cannot change the plan: it is the same in every period, and all demand must be made once, whenever that is ({money} of this plan).',
  cheapShortage:
    'A unit of {name} that is never delivered costs {penalty} in {period}, less than the {supply} of making it: the cheapest plan does not deliver it, whatever the capacity.',
  cheapLateness:
    'Delivering {name} {time} late costs {penalty} a unit, holding it as long {holding}: the cheapest plan delivers late rather than build ahead.',
  shortageFirst:
    'Never delivering a unit of {name} costs {shortage}, less than delivering it one {word} late ({late}): nothing is ever delivered late.',
  earlyEnd:
    'The demand of {name} ends in {period}, {time} before that of other items: nothing of it is made or kept for later, which is right only if it is discontinued (its last demand is {units} units).',
} as const;

const say = sayIn(warningTexts);

const nothing = { item: null, resource: null, period: null, quantity: null, value: null } as const;

/** Costs that cannot change any plan: the planner may believe that they do. */
export function costsWithoutEffect({ session, cost }: Explained): Explanation[] {
  const { problem, lp } = session.base;
  if (lp.objective.every((rate) => rate === 0)) {
    return [
      {
        ...nothing,
        kind: 'costWithoutEffect',
        ...told(say('noCost')),
        inputs: ['Production_Cost', 'Holding_Cost'],
      },
    ];
  }
  const fixed = problem.items.flatMap((_item, item) => {
    const source = constantSource(problem, item);
    return source ? [{ item, source }] : [];
  });
  if (fixed.length === 0) return [];
  const perItem = cost.terms.find(({ id }) => id === 'production')?.perItem;
  const total = fixed.reduce((sum, { item }) => sum + (perItem?.[item] ?? 0), 0);
  const names = fixed.map(({ item }) => problem.items[item].name);
  return [
    {
      ...nothing,
      kind: 'costWithoutEffect',
      item: fixed.length === 1 ? fixed[0].item : null,
      value: total,
      ...told(say('constantCost', { names: list(names), money: money(total) })),
      inputs: ['Production_Cost'],
    },
  ];
}

/** The only source of an item, where it costs the same in every period and all it makes in all is given by the demand. */
function constantSource(problem: PlanningProblem, item: number): Source | null {
  const sources = problem.sources.filter((source) => source.item === item);
  const [source] = sources;
  const alone =
    sources.length === 1 &&
    problem.lanes.every(({ from, to }) => from !== item && to !== item) &&
    problem.subcontracts.every((entry) => entry.item !== item) &&
    problem.sources.every(({ components }) => components.every((component) => component.item !== item)) &&
    problem.demands.every((demand) => demand.item !== item || !mayBeShort(problem, demand));
  if (!alone) return null;
  return source.cost[0] > 0 && source.cost.every((rate) => rate === source.cost[0]) ? source : null;
}

/** Penalties whose order makes a plan do what nobody wants. */
export function penaltyOrder({ session: { base } }: Explained): Explanation[] {
  const { problem } = base;
  return problem.demands.flatMap((demand) => [
    ...cheapShortage(problem, demand),
    ...cheapLateness(problem, demand),
    ...shortageBeforeLateness(problem, demand),
  ]);
}

function cheapShortage(problem: PlanningProblem, { item, shortageCost, price, quantity }: Demand): Explanation[] {
  if (!shortageCost || problem.mode === 'delivery' || problem.mode === 'fair-share') return [];
  const lost = (t: number) => shortageCost[t] + (problem.mode === 'profit' ? price[t] : 0);
  const period = quantity.findIndex((units, t) => units > 0 && lost(t) < cheapestSupply(problem, item, t));
  if (period < 0) return [];
  const [penalty, supply] = [lost(period), cheapestSupply(problem, item, period)];
  if (supply === Infinity) return [];
  return [
    {
      ...nothing,
      kind: 'penaltyOrder',
      item,
      period,
      value: penalty,
      ...told(
        say('cheapShortage', {
          name: problem.items[item].name,
          penalty: money(penalty),
          period: problem.periods[period].label,
          supply: money(supply),
        }),
      ),
      inputs: ['Shortage_Cost', 'Production_Cost'],
    },
  ];
}

/** Least money for one more unit by the end of a period, not counting stock; Infinity where nothing supplies it directly. */
function cheapestSupply(problem: PlanningProblem, item: number, period: number): number {
  let least = Infinity;
  // Supplied over lanes, an item costs at least something that is not known here: no statement is made.
  if (problem.lanes.some(({ to }) => to === item)) return 0;
  for (const { item: made, cost } of problem.sources) {
    if (made === item) least = Math.min(least, ...cost.slice(0, period + 1));
  }
  for (const { item: bought, cost } of problem.subcontracts) {
    if (bought === item) least = Math.min(least, ...cost.slice(0, period + 1));
  }
  return least;
}

function cheapLateness(problem: PlanningProblem, demand: Demand): Explanation[] {
  const { item, backorderCost, maxLateness, quantity } = demand;
  const { holdingCost, name } = problem.items[item];
  if (!backorderCost || !mayBeLate(demand) || problem.mode === 'delivery' || problem.mode === 'fair-share') return [];
  const period = quantity.findIndex((units, t) => units > 0 && backorderCost[t] < holdingCost[t]);
  if (period < 0) return [];
  const late = Math.min(maxLateness, problem.periods.length - 1);
  return [
    {
      ...nothing,
      kind: 'penaltyOrder',
      item,
      period,
      value: backorderCost[period] * late,
      ...told(
        say('cheapLateness', {
          name,
          time: count(late, periodWord(problem)),
          penalty: money(backorderCost[period] * late),
          holding: money(holdingCost[period] * late),
        }),
      ),
      inputs: ['Backorder_Cost', 'Holding_Cost', 'Max_Lateness'],
    },
  ];
}

function shortageBeforeLateness(problem: PlanningProblem, demand: Demand): Explanation[] {
  const { item, backorderCost, shortageCost, quantity } = demand;
  if (!backorderCost || !shortageCost || !mayBeLate(demand) || problem.mode !== 'cost') return [];
  const period = quantity.findIndex((units, t) => units > 0 && shortageCost[t] < backorderCost[t]);
  if (period < 0) return [];
  return [
    {
      ...nothing,
      kind: 'penaltyOrder',
      item,
      period,
      value: shortageCost[period],
      ...told(
        say('shortageFirst', {
          name: problem.items[item].name,
          shortage: money(shortageCost[period]),
          word: word(periodWord(problem)),
          late: money(backorderCost[period]),
        }),
      ),
      inputs: ['Shortage_Cost', 'Backorder_Cost'],
    },
  ];
}

/** Fewest periods without demand at the end that are worth a word. */
const leastEmptyPeriods = 2;

/** Items whose demand ends before that of the others: often a forecast that was not carried on. */
export function earlyHorizons({ session: { base } }: Explained): Explanation[] {
  const { problem } = base;
  const lastOf = problem.items.map((_item, item) =>
    problem.periods.reduce(
      (last, _period, t) => (problem.demands.some((d) => d.item === item && d.quantity[t] > 0) ? t : last),
      -1,
    ),
  );
  const end = Math.max(...lastOf);
  return problem.items.flatMap(({ name }, item): Explanation[] => {
    const last = lastOf[item];
    if (last < 0 || end - last < leastEmptyPeriods) return [];
    return [
      {
        ...nothing,
        kind: 'horizon',
        item,
        period: last,
        quantity: end - last,
        ...told(
          say('earlyEnd', {
            name,
            period: problem.periods[last].label,
            time: count(end - last, periodWord(problem)),
            units: quantity(demandAt(problem, item, last)),
          }),
        ),
        inputs: ['Demand'],
      },
    ];
  });
}

function demandAt({ demands }: PlanningProblem, item: number, period: number): number {
  return demands.reduce((sum, demand) => (demand.item === item ? sum + demand.quantity[period] : sum), 0);
}
