import { storageUseOf } from '../domain/cost-of-plan';
import { worded } from '../domain/issue';
import type { Issue } from '../domain/issue';
import type { Matrix, Plan } from '../domain/plan';
import type { PlanningProblem } from '../domain/planning-problem';
import { assemble } from '../formulation/assemble';
import type { AssembledModel } from '../formulation/assemble';
import { deliveries } from '../formulation/decisions/deliveries';
import { excessInventory, safetyStockGap } from '../formulation/decisions/inventory';
import { overflow } from '../formulation/decisions/overflow';
import { production } from '../formulation/decisions/production';
import { shortage } from '../formulation/decisions/shortage';
import { transport } from '../formulation/decisions/transport';
import { formulationFor } from '../formulation/formulation';
import { priority, rated } from '../formulation/parts';
import type { Priority } from '../formulation/parts';
import { readBack } from '../formulation/read-back';
import { solveByPriority } from '../formulation/solve-by-priority';
import type { PrioritySolveOptions } from '../formulation/solve-by-priority';
import type { Solver } from '../lp/solver';
import { limitingFactors } from './limiting-factors';
import { missesOf } from './misses';
import { list, quantity, sayIn } from '../domain/said';
import type { Said } from '../domain/said';
import { withSoftDemand, withSoftSafetyStock, withSoftStorage } from './relaxations';

/** Limits that could not hold together and gave way. */
export const brokenTexts = {
  changeLimit: 'Change the limit, or what stands against it.',
  production: 'The production of {name} in {period} is fixed to {units}, but {possible} is all that is possible.',
  transport: 'The transport of {name} in {period} is fixed to {units}, but {possible} is all that is possible.',
  delivery: 'The delivery of {name} in {period} is fixed to {units}, but {possible} is all that is possible.',
  noRoom: '{name} has room for {room} in {period}, but {used} has to be stored.',
  tooMuchStock: 'The stock of {name} in {period} is limited to {most}, but {units} has to be there.',
  undelivered: '{units} units of {name} wanted in {period} cannot be delivered: nothing can supply them in time.',
  undeliveredFor:
    '{units} units of {name} wanted in {period} cannot be delivered. What stands in the way is {factors}.',
  noSafetyStock: 'The safety stock of {name} is {safetyStock}, but at the end of {period} there can only be {units}.',
} as const;

const say = sayIn(brokenTexts);

/** A limit that a plan could not keep, and by how much it gave way. */
export interface BrokenLimit {
  readonly kind: 'production' | 'transport' | 'delivery' | 'storage' | 'maximumInventory' | 'demand' | 'safetyStock';
  readonly item: number | null;
  /** Of the source, lane, item or warehouse. */
  readonly name: string;
  readonly period: number;
  /** Units by which the limit is missed. */
  readonly quantity: number;
  readonly sentence: string;
  /** The sentence with what it is made of, to be said in another language. */
  readonly said: readonly Said[];
}

/** A problem whose limits have given way just as much as they must. */
export interface YieldedProblem {
  readonly problem: PlanningProblem;
  readonly broken: readonly BrokenLimit[];
  /** Demand taken out of the problem because nothing can deliver it, per demand and period. */
  readonly givenUp: Matrix;
}

/** Whether limits that cannot all hold give way, so that a plan always exists: those of a network, not those of a single plant. */
export function limitsYield(problem: PlanningProblem): boolean {
  return problem.items.some(({ location }) => location !== '');
}

/** Less than this is rounding, relative. */
const almostNothing = 1e-6;

/**
 * Makes limits that contradict each other give way: first as little as possible of what the planner fixed, then of storage,
 * then of demand that must be delivered, then of safety stock. Capacity, lots and the most that a lane carries never give.
 * Null where that is not enough.
 */
export function yieldLimits(
  problem: PlanningProblem,
  solver: Solver,
  options: PrioritySolveOptions,
): YieldedProblem | null {
  const soft = withSoftStorage(withSoftSafetyStock(withSoftDemand(problem)));
  const model = withFixedAsMost(assemble(soft, formulationFor('cost')));
  const outcome = solveByPriority(model, violationsOf(problem), solver, options);
  if (outcome.kind !== 'optimal') return null;
  const reached = readBack(model, outcome.values);
  const mustDeliver = problem.demands.map(({ shortageCost }) => problem.mode === 'cost' && shortageCost === null);
  const givenUp = reached.shortage.map((row, k) =>
    row.map((units, t) =>
      mustDeliver[k] && units > almostNothing * Math.max(1, problem.demands[k].quantity[t]) ? units : 0,
    ),
  );
  return {
    problem: yielded(problem, reached, givenUp),
    broken: [
      ...brokenFixings(problem, reached),
      ...brokenStorage(problem, reached),
      ...brokenDemand(problem, reached, givenUp),
      ...brokenSafetyStock(problem, reached),
    ],
    givenUp,
  };
}

/** What gave way, as warnings beside the plan. */
export function brokenLimitIssues(broken: readonly BrokenLimit[]): Issue[] {
  return broken.map(({ said }) => ({
    severity: 'warning',
    code: 'limit-broken',
    sheet: null,
    cell: null,
    ...worded(said[0], say('changeLimit')),
  }));
}

/** Quantities that the planner fixed become the most there may be. */
function withFixedAsMost(model: AssembledModel): AssembledModel {
  const columnLower = model.lp.columnLower.slice();
  const free = (decisionId: string, fixings: readonly (readonly (number | null)[])[], coordinate: string) =>
    fixings.forEach((row, position) =>
      row.forEach((units, period) => {
        const column = units === null ? -1 : model.columnOf(decisionId, { [coordinate]: position, period });
        if (column >= 0) columnLower[column] = 0;
      }),
    );
  const { sources, lanes, demands } = model.problem;
  free(
    'production',
    sources.map(({ fixed }) => fixed),
    'source',
  );
  free(
    'transport',
    lanes.map(({ fixed }) => fixed),
    'lane',
  );
  free(
    'deliveries',
    demands.map(({ fixedDelivery }) => fixedDelivery),
    'demand',
  );
  return { ...model, lp: { ...model.lp, columnLower } };
}

/** What must give as little as possible, most precious first. */
function violationsOf(problem: PlanningProblem): Priority[] {
  const { sources, lanes, demands, items } = problem;
  return [
    priority({
      id: 'fixed_missed',
      title: 'Fixed quantities missed',
      equation: String.raw`-\sum_{s,t} x_{s,t} - \sum_{l,t} y_{l,t} - \sum_{k,t} d_{k,t}`,
      measures: [
        rated(production, (_problem, { source, period }) => (sources[source].fixed[period] === null ? 0 : -1)),
        rated(transport, (_problem, { lane, period }) => (lanes[lane].fixed[period] === null ? 0 : -1)),
        rated(deliveries, (_problem, { demand, period }) => (demands[demand].fixedDelivery[period] === null ? 0 : -1)),
      ],
    }),
    priority({
      id: 'storage_exceeded',
      title: 'Stock that does not fit',
      equation: String.raw`\sum_{h,t} f_{h,t} + \sum_{i,t} w_{i,t}`,
      measures: [
        rated(overflow, (_problem, { warehouse }) => (problem.warehouses[warehouse].overflowCost === null ? 1 : 0)),
        rated(excessInventory, (_problem, { item }) => (items[item].maxInventoryCost === null ? 1 : 0)),
      ],
    }),
    priority({
      id: 'demand_given_up',
      title: 'Demand that cannot be delivered',
      equation: String.raw`\sum_{k,t} n_{k,t}`,
      measures: [rated(shortage, (_problem, { demand }) => (demands[demand].shortageCost === null ? 1 : 0))],
    }),
    priority({
      id: 'safety_stock_given_up',
      title: 'Safety stock that cannot be kept',
      equation: String.raw`\sum_{i,t} v_{i,t}`,
      measures: [rated(safetyStockGap, (_problem, { item }) => (items[item].safetyStockCost === null ? 1 : 0))],
    }),
  ];
}

/** The problem with every limit that does not hold put where it was reached. */
function yielded(problem: PlanningProblem, reached: Plan, givenUp: Matrix): PlanningProblem {
  const most = (fixed: readonly (number | null)[], row: readonly number[]) =>
    fixed.map((units, t) => (units === null ? null : misses(units, row[t]) ? row[t] : units));
  return {
    ...problem,
    sources: problem.sources.map((source, s) => ({ ...source, fixed: most(source.fixed, reached.production[s]) })),
    lanes: problem.lanes.map((lane, l) => ({ ...lane, fixed: most(lane.fixed, reached.transport[l]) })),
    demands: problem.demands.map((demand, k) => ({
      ...demand,
      quantity: demand.quantity.map((units, t) => Math.max(0, units - givenUp[k][t])),
      fixedDelivery: most(demand.fixedDelivery, reached.deliveries[k]),
    })),
    items: problem.items.map((item, i) => {
      const stock = reached.inventory[i];
      const last = stock.length - 1;
      return {
        ...item,
        safetyStock:
          item.safetyStockCost === null
            ? item.safetyStock.map((units, t) => Math.min(units, stock[t]))
            : item.safetyStock,
        finalInventory: Math.min(item.finalInventory, stock[last]),
        maxInventory:
          item.maxInventoryCost === null
            ? item.maxInventory.map((units, t) => Math.max(units, stock[t]))
            : item.maxInventory,
      };
    }),
    warehouses: problem.warehouses.map((warehouse, h) => {
      if (warehouse.overflowCost !== null) return warehouse;
      const used = storageUseOf(problem, reached, h);
      return {
        ...warehouse,
        capacity: warehouse.capacity.map((units, t) => Math.max(units, used[t] / warehouse.overflowThreshold)),
      };
    }),
  };
}

function misses(asked: number, reached: number): boolean {
  return asked - reached > almostNothing * Math.max(1, asked);
}

function brokenFixings(problem: PlanningProblem, reached: Plan): BrokenLimit[] {
  const { items, periods } = problem;
  const found = (
    kind: 'production' | 'transport' | 'delivery',
    name: string,
    item: number,
    fixed: readonly (number | null)[],
    row: readonly number[],
  ): BrokenLimit[] =>
    fixed.flatMap((units, period) => {
      if (units === null || !misses(units, row[period])) return [];
      const said = say(kind, {
        name,
        period: periods[period].label,
        units: quantity(units),
        possible: quantity(row[period]),
      });
      return [{ kind, item, name, period, quantity: units - row[period], ...told(said) }];
    });
  return [
    ...problem.sources.flatMap(({ name, item, fixed }, s) =>
      found('production', name, item, fixed, reached.production[s]),
    ),
    ...problem.lanes.flatMap(({ name, to, fixed }, l) => found('transport', name, to, fixed, reached.transport[l])),
    ...problem.demands.flatMap(({ item, fixedDelivery }, k) =>
      found('delivery', items[item].name, item, fixedDelivery, reached.deliveries[k]),
    ),
  ];
}

function brokenStorage(problem: PlanningProblem, reached: Plan): BrokenLimit[] {
  const label = (period: number) => problem.periods[period].label;
  const full = problem.warehouses.flatMap((warehouse, h) =>
    warehouse.overflowCost !== null
      ? []
      : storageUseOf(problem, reached, h).flatMap((used, period): BrokenLimit[] => {
          const room = warehouse.overflowThreshold * warehouse.capacity[period];
          if (!misses(used, room)) return [];
          const said = say('noRoom', {
            name: warehouse.name,
            room: quantity(room),
            period: label(period),
            used: quantity(used),
          });
          return [{ kind: 'storage', item: null, name: warehouse.name, period, quantity: used - room, ...told(said) }];
        }),
  );
  const high = problem.items.flatMap((item, i) =>
    item.maxInventoryCost !== null
      ? []
      : reached.inventory[i].flatMap((units, period): BrokenLimit[] => {
          const most = item.maxInventory[period];
          if (!misses(units, most)) return [];
          const said = say('tooMuchStock', {
            name: item.name,
            period: label(period),
            most: quantity(most),
            units: quantity(units),
          });
          return [
            { kind: 'maximumInventory', item: i, name: item.name, period, quantity: units - most, ...told(said) },
          ];
        }),
  );
  return [...full, ...high];
}

/** Demand given up, each run of periods with the limits that stand in its way. */
function brokenDemand(problem: PlanningProblem, reached: Plan, givenUp: Matrix): BrokenLimit[] {
  const plan = { ...reached, shortage: givenUp };
  return missesOf(problem, plan)
    .filter(({ kind }) => kind === 'shortage')
    .flatMap((miss) => {
      const factors = limitingFactors(problem, plan, miss).map(({ said }) => said);
      const { name } = problem.items[miss.item];
      return problem.periods.flatMap((period, t): BrokenLimit[] => {
        const units = problem.demands.reduce((sum, { item }, k) => (item === miss.item ? sum + givenUp[k][t] : sum), 0);
        if (t < miss.from || t > miss.to || units <= 0) return [];
        const wanted = { units: quantity(units), name, period: period.label };
        const said =
          factors.length === 0
            ? say('undelivered', wanted)
            : say('undeliveredFor', { ...wanted, factors: list(factors) });
        return [{ kind: 'demand', item: miss.item, name, period: t, quantity: units, ...told(said) }];
      });
    });
}

function brokenSafetyStock(problem: PlanningProblem, reached: Plan): BrokenLimit[] {
  return problem.items.flatMap((item, i) =>
    item.safetyStockCost !== null
      ? []
      : reached.inventory[i].flatMap((units, period): BrokenLimit[] => {
          if (!misses(item.safetyStock[period], units)) return [];
          const said = say('noSafetyStock', {
            name: item.name,
            safetyStock: quantity(item.safetyStock[period]),
            period: problem.periods[period].label,
            units: quantity(units),
          });
          const missing = item.safetyStock[period] - units;
          return [{ kind: 'safetyStock', item: i, name: item.name, period, quantity: missing, ...told(said) }];
        }),
  );
}

function told(said: Said): Pick<BrokenLimit, 'sentence' | 'said'> {
  return { sentence: said.text, said: [said] };
}
