import type { PlanningProblem } from '../domain/planning-problem';
import type { Solver } from '../lp/solver';
import { isFeasible } from './fixes';
import type { Patience } from './patience';
import { list, sayIn } from '../domain/said';
import type { Said } from '../domain/said';
import {
  withFreeProduction,
  withSoftDemand,
  withSoftMaximumInventory,
  withSoftSafetyStock,
  withSoftWarehouses,
} from './relaxations';

/** Kinds of limits that cannot hold together. */
export const groupTexts = {
  groups: 'These limits cannot hold together: {groups}.',
  leastProductions: 'the least production',
  mostProductions: 'the most production',
  fixedProductions: 'the fixed production',
  laneLimits: 'the limits of the lanes',
  maximumInventory: 'the maximum inventory',
  room: 'the room of {names}',
  stocks: 'the safety stock and final inventory',
  capacityOf: 'the capacity of {name}',
  wholeDemand: 'the demand, which must be delivered',
} as const;

const say = sayIn(groupTexts);

/** All limits of one kind, and the problem without them. */
interface LimitGroup {
  readonly said: Said;
  readonly left: (problem: PlanningProblem) => PlanningProblem;
}

/**
 * The kinds of limits that cannot hold together: each in turn is left out, and stays out when there still is no plan
 * (deletion filter: Chinneck & Dravnieks, Locating minimal infeasible constraint sets in linear programs, ORSA J. Computing 3,
 * 1991). When patience ends early, what is left is a conflict all the same, only not the smallest.
 */
export function conflictOfGroups(problem: PlanningProblem, solver: Solver, patience: Patience): Said[] {
  const groups = groupsOf(problem);
  let standing = problem;
  const needed: LimitGroup[] = [];
  for (const group of groups) {
    if (patience.isOver()) {
      needed.push(group);
      continue;
    }
    const without = group.left(standing);
    if (isFeasible(without, solver, patience.solveOptions())) needed.push(group);
    else standing = without;
  }
  return needed.length === 0
    ? []
    : [
        say('groups', {
          groups: list(
            needed.map(({ said }) => said),
            8,
          ),
        }),
      ];
}

function groupsOf(problem: PlanningProblem): LimitGroup[] {
  const { sources, lanes, items, warehouses, demands } = problem;
  const groups: (LimitGroup | false)[] = [
    sources.some(({ minimum }) => minimum.some((units) => units > 0)) && {
      said: say('leastProductions'),
      left: (of) => withFreeProduction(of, 'minimum'),
    },
    sources.some(({ maximum }) => maximum.some((units) => units < Infinity)) && {
      said: say('mostProductions'),
      left: (of) => withFreeProduction(of, 'maximum'),
    },
    sources.some(({ fixed }) => fixed.some((units) => units !== null)) && {
      said: say('fixedProductions'),
      left: (of) => withFreeProduction(of, 'fixed'),
    },
    lanes.some(({ maximum, fixed }) => [...maximum, ...fixed].some((units) => units !== null && units < Infinity)) && {
      said: say('laneLimits'),
      left: (of) => ({
        ...of,
        lanes: of.lanes.map((lane) => ({
          ...lane,
          maximum: lane.maximum.map(() => Infinity),
          fixed: lane.fixed.map(() => null),
        })),
      }),
    },
    items.some(({ maxInventory, maxInventoryCost }) => maxInventoryCost === null && maxInventory.some(isFinite)) && {
      said: say('maximumInventory'),
      left: withSoftMaximumInventory,
    },
    warehouses.length > 0 && {
      said: say('room', { names: list(warehouses.map(({ name }) => name)) }),
      left: withSoftWarehouses,
    },
    items.some(
      ({ safetyStock, safetyStockCost, finalInventory }) =>
        finalInventory > 0 || (safetyStockCost === null && safetyStock.some((units) => units > 0)),
    ) && { said: say('stocks'), left: withSoftSafetyStock },
    ...problem.resources.map(
      ({ name, capacity }, r): LimitGroup | false =>
        capacity.some(isFinite) && {
          said: say('capacityOf', { name }),
          left: (of) => ({
            ...of,
            resources: of.resources.map((entry, other) =>
              other === r ? { ...entry, capacity: entry.capacity.map(() => Infinity) } : entry,
            ),
          }),
        },
    ),
    demands.length > 0 && { said: say('wholeDemand'), left: withSoftDemand },
  ];
  return groups.filter((group): group is LimitGroup => group !== false);
}
