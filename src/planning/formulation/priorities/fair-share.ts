import { periodLength } from '../../domain/period-length';
import type { PlanningProblem } from '../../domain/planning-problem';
import { safetyStockGap, safetyStockMayBeMissed } from '../decisions/inventory';
import { shortage } from '../decisions/shortage';
import { priority, rated } from '../parts';
import type { Fractions } from '../parts';

/** Fractions of all that the demands of each group want, over the whole horizon; group −1 is left out. */
function fractionsOfDemand(problem: PlanningProblem, groups: readonly number[]): Fractions {
  const totals = new Array<number>(Math.max(0, ...groups.map((group) => group + 1))).fill(0);
  groups.forEach((group, demand) => {
    if (group >= 0) totals[group] += problem.demands[demand].quantity.reduce((sum, units) => sum + units, 0);
  });
  return { totals, groupOf: (key) => groups[key.demand] };
}

/**
 * The fraction of each item's demand that is never delivered: the largest as small as it can be, then the next, and so on.
 * A demand with `fairShare` off is left out: what it loses is for the later goals (quantity, lateness, cost) to say.
 */
export const itemFractions = priority({
  id: 'item_fractions',
  title: "Fractions of the items' demand never delivered, the largest first",
  equation: String.raw`\operatorname{lex\,max}_i \frac{\sum_{k \in i,t} n_{k,t}}{\sum_{k \in i,t} D_{k,t}}`,
  measures: [rated(shortage, () => 1)],
  fractions: (problem) =>
    fractionsOfDemand(
      problem,
      problem.demands.map(({ item, fairShare }) => (fairShare ? item : -1)),
    ),
});

/** The same among the demands of one item (customers, or other terms), where an item has several. */
export const demandFractions = priority({
  id: 'demand_fractions',
  title: 'Fractions of the demands never delivered, the largest first',
  equation: String.raw`\operatorname{lex\,max}_k \frac{\sum_t n_{k,t}}{\sum_t D_{k,t}}`,
  measures: [rated(shortage, () => 1)],
  fractions: (problem) => {
    const { items, demands } = problem;
    const shares = items.map(() => 0);
    for (const { item, fairShare } of demands) if (fairShare) shares[item] += 1;
    return fractionsOfDemand(
      problem,
      demands.map(({ item, fairShare }, demand) => (fairShare && shares[item] > 1 ? demand : -1)),
    );
  },
});

/**
 * The fraction of each item's soft safety stock that is missed over the horizon, long periods counting for more: the largest as
 * small as it can be, then the next, and so on. After what customers want, before cost.
 */
export const safetyStockFractions = priority({
  id: 'safety_stock_fractions',
  title: "Fractions of the items' safety stock missed, the largest first",
  equation: String.raw`\operatorname{lex\,max}_i \frac{\sum_t \ell_t v_{i,t}}{\sum_t \ell_t SS_{i,t}}`,
  measures: [rated(safetyStockGap, (problem, { period }) => periodLength(problem, period))],
  fractions: (problem) => ({
    totals: problem.items.map(({ safetyStock, safetyStockFairShare = false }, item) =>
      safetyStockFairShare
        ? safetyStock.reduce(
            (sum, units, period) =>
              sum + (safetyStockMayBeMissed(problem, { item, period }) ? units * periodLength(problem, period) : 0),
            0,
          )
        : 0,
    ),
    groupOf: ({ item }) => (problem.items[item].safetyStockFairShare ? item : -1),
  }),
});
