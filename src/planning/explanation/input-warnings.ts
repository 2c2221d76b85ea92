import { mayBeLate, mayBeShort } from '../domain/demand-terms';
import type { Demand, PlanningProblem, Source } from '../domain/planning-problem';
import type { Explained } from './explained';
import type { Explanation } from './explanation';
import { countText, periodWord } from './period-word';
import { listText, moneyText, quantityText } from './quantity-text';

const nothing = { item: null, resource: null, period: null, quantity: null, value: null } as const;

/** Costs that cannot change any plan: the planner may believe that they do. */
export function costsWithoutEffect({ session, cost }: Explained): Explanation[] {
  const { problem, lp } = session.base;
  if (lp.objective.every((rate) => rate === 0)) {
    return [
      {
        ...nothing,
        kind: 'costWithoutEffect',
        sentence: 'No cost is given, so every plan that keeps the limits is as good as this one.',
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
  const money = fixed.reduce((sum, { item }) => sum + (perItem?.[item] ?? 0), 0);
  const names = fixed.map(({ item }) => problem.items[item].name);
  return [
    {
      ...nothing,
      kind: 'costWithoutEffect',
      item: fixed.length === 1 ? fixed[0].item : null,
      value: money,
      sentence:
        `The production cost of ${listText(names)} cannot change the plan: it is the same in every period, and all demand ` +
        `must be made once, whenever that is (${moneyText(money)} of this plan).`,
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
      sentence:
        `A unit of ${problem.items[item].name} that is never delivered costs ${moneyText(penalty)} in ` +
        `${problem.periods[period].label}, less than the ${moneyText(supply)} of making it: the cheapest plan does not ` +
        `deliver it, whatever the capacity.`,
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
  const word = periodWord(problem);
  return [
    {
      ...nothing,
      kind: 'penaltyOrder',
      item,
      period,
      value: backorderCost[period] * late,
      sentence:
        `Delivering ${name} ${countText(late, word)} late costs ${moneyText(backorderCost[period] * late)} a unit, holding it ` +
        `as long ${moneyText(holdingCost[period] * late)}: the cheapest plan delivers late rather than build ahead.`,
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
      sentence:
        `Never delivering a unit of ${problem.items[item].name} costs ${moneyText(shortageCost[period])}, less than delivering it ` +
        `one ${periodWord(problem)} late (${moneyText(backorderCost[period])}): nothing is ever delivered late.`,
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
        sentence:
          `The demand of ${name} ends in ${problem.periods[last].label}, ${countText(end - last, periodWord(problem))} before that ` +
          `of other items: nothing of it is made or kept for later, which is right only if it is discontinued ` +
          `(its last demand is ${quantityText(demandAt(problem, item, last))} units).`,
        inputs: ['Demand'],
      },
    ];
  });
}

function demandAt({ demands }: PlanningProblem, item: number, period: number): number {
  return demands.reduce((sum, demand) => (demand.item === item ? sum + demand.quantity[period] : sum), 0);
}
