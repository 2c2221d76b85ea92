import type { PerPeriod, PlanningProblem } from '../domain/planning-problem';
import { assemble } from '../formulation/assemble';
import type { AssembledModel } from '../formulation/assemble';
import { excessInventory, safetyStockGap } from '../formulation/decisions/inventory';
import { overflow } from '../formulation/decisions/overflow';
import { overtime } from '../formulation/decisions/overtime';
import { shortage } from '../formulation/decisions/shortage';
import { subcontracting } from '../formulation/decisions/subcontracting';
import { formulationFor } from '../formulation/formulation';
import { anyDecision } from '../formulation/parts';
import type { Coordinate, Decision, Key } from '../formulation/parts';
import { withColumn } from '../lp/extend-programme';
import { solveOnce } from '../lp/solver';
import type { SolveOptions, Solver } from '../lp/solver';
import { list, quantity, sayIn, textOf } from '../domain/said';
import type { Said, SaidValue } from '../domain/said';
import type { Patience } from './patience';
import { leastCapacity, roundedUp } from './least-capacity';
import { leastProductionChange, withProductionValues } from './production-fixes';
import type { ProductionValue } from './production-fixes';
import {
  withSoftCapacity,
  withSoftDemand,
  withSoftMaximumInventory,
  withSoftOpeningInventory,
  withSoftSafetyStock,
  withSoftWarehouses,
} from './relaxations';
import type { ProductionRule } from './relaxations';
import { leastMoreWorkers, withMoreWorkers } from './worker-fixes';

/** What would make a plan possible. */
export const fixTexts = {
  capacityInstead:
    'At least {units} units of {name} in every period instead of {before} ({more} more) make a plan possible.',
  capacityMore: 'At least {more} more units of {name} in every period make a plan possible.',
  workersInstead:
    'At least {workers} workers in every period instead of at most {before} ({more} more) make a plan possible.',
  workersMore: 'At least {more} more workers in every period make a plan possible.',
  shareMore: '{percent} % more of every resource in every period makes a plan possible.',
  capacityInAll: '{units} more units of {name} in all make a plan possible: {when}.',
  amountIn: '{units} in {period}',
  unitsOf: '{units} of {name}',
  moreOnHand: '{units} more units on hand before the first period make a plan possible: {parts}.',
  lessSafetyStock:
    'Giving up safety stock of {names}, at most {units} units of an item at a time, makes a plan possible.',
  lessDemand: 'Giving up {units} units of demand makes a plan possible: {parts}.',
  moreInventory: 'Room for up to {units} more units above the maximum inventory of {names} makes a plan possible.',
  roomIn: '{units} of {name} ({when})',
  moreRoom: 'More room makes a plan possible: up to {parts}.',
  valueInstead: '{to} of {name} instead of {from} in {period}',
  fixed: 'Making {parts} makes a plan possible.',
  minimum: 'A least production of {parts} makes a plan possible.',
  maximum: 'A most production of {parts} makes a plan possible.',
} as const;

const say = sayIn(fixTexts);

/** A change that alone makes the limits hold. */
export interface Fix {
  /** What to change: an input's name, or `Demand`. */
  readonly what: string;
  /** Least amount of the change. */
  readonly amount: number;
  readonly unit: string;
  readonly sentence: string;
  /** The sentence with what it is made of, to be said in another language. */
  readonly said: readonly Said[];
  readonly change: FixChange;
}

/** A fix as plain data: units to add or to give up. */
export type FixChange =
  | { readonly kind: 'capacity'; readonly resource: number; readonly extra: PerPeriod }
  /** So many more workers may be employed in every period. */
  | { readonly kind: 'workers'; readonly extra: number }
  /** Every resource gets this share more in every period. */
  | { readonly kind: 'allCapacity'; readonly share: number }
  | { readonly kind: 'openingInventory'; readonly extraPerItem: readonly number[] }
  | { readonly kind: 'safetyStock'; readonly lessPerItem: readonly PerPeriod[] }
  | { readonly kind: 'demand'; readonly lessPerDemand: readonly PerPeriod[] }
  | { readonly kind: 'warehouse'; readonly extraPerWarehouse: readonly PerPeriod[] }
  | { readonly kind: 'maximumInventory'; readonly extraPerItem: readonly PerPeriod[] }
  | { readonly kind: 'production'; readonly rule: ProductionRule; readonly values: readonly ProductionValue[] };

/** The problem with a fix made, to verify it and to plan with it. */
export function applyFix(problem: PlanningProblem, { change }: Pick<Fix, 'change'>): PlanningProblem {
  switch (change.kind) {
    case 'capacity':
      return {
        ...problem,
        resources: problem.resources.map((entry, r) =>
          r === change.resource
            ? { ...entry, capacity: entry.capacity.map((units, t) => units + change.extra[t]) }
            : entry,
        ),
      };
    case 'workers':
      return withMoreWorkers(problem, change.extra);
    case 'allCapacity':
      return {
        ...problem,
        resources: problem.resources.map((entry) => ({
          ...entry,
          capacity: entry.capacity.map((units) => units * (1 + change.share)),
        })),
      };
    case 'openingInventory':
      return {
        ...problem,
        items: problem.items.map((item, i) => ({
          ...item,
          openingInventory: item.openingInventory + change.extraPerItem[i],
        })),
      };
    case 'safetyStock':
      return {
        ...problem,
        items: problem.items.map((item, i) => ({
          ...item,
          safetyStock: item.safetyStock.map((units, t) => Math.max(0, units - change.lessPerItem[i][t])),
          finalInventory: Math.max(0, item.finalInventory - change.lessPerItem[i][problem.periods.length - 1]),
        })),
      };
    case 'demand':
      return {
        ...problem,
        demands: problem.demands.map((demand, k) => ({
          ...demand,
          quantity: demand.quantity.map((units, t) => Math.max(0, units - change.lessPerDemand[k][t])),
        })),
      };
    case 'warehouse':
      return {
        ...problem,
        warehouses: problem.warehouses.map((warehouse, h) => ({
          ...warehouse,
          capacity: warehouse.capacity.map((units, t) => units + change.extraPerWarehouse[h][t]),
        })),
      };
    case 'maximumInventory':
      return {
        ...problem,
        items: problem.items.map((item, i) => ({
          ...item,
          maxInventory: item.maxInventory.map((units, t) => units + change.extraPerItem[i][t]),
        })),
      };
    case 'production':
      return withProductionValues(problem, change.rule, change.values);
  }
}

/** What is asked of the solver for one fix stays within this time. */
const secondsPerFix = 20;

/** Finds one fix within the time it is given; null where there is none of its kind. */
type Search = (options: SolveOptions) => Fix | null;

/**
 * Every single change that makes the limits hold, the least of its kind, each verified by solving again. What planners reach
 * for first is sought first; when patience is over the rest is left out.
 */
export function fixesFor(problem: PlanningProblem, solver: Solver, patience: Patience): Fix[] {
  const rules: readonly ProductionRule[] = ['fixed', 'minimum', 'maximum'];
  // The capacity of people is their hours, so more of it is more people.
  const own = problem.resources.flatMap((_resource, r) => (problem.workforce?.resource === r ? [] : [r]));
  const searches: readonly Search[] = [
    ...own.map(
      (resource): Search =>
        (options) =>
          leastCapacityEveryPeriod(problem, solver, resource, options),
    ),
    ...own.map(
      (resource): Search =>
        (options) =>
          leastCapacityInTotal(problem, solver, resource, options),
    ),
    (options) => leastWorkers(problem, solver, options),
    (options) => leastCapacityEverywhere(problem, solver, options),
    (options) => leastOpeningInventory(problem, solver, options),
    (options) => leastSafetyStockGivenUp(problem, solver, options),
    (options) => leastDemandGivenUp(problem, solver, options),
    (options) => leastMaximumInventory(problem, solver, options),
    (options) => leastWarehouse(problem, solver, options),
    ...rules.map(
      (rule): Search =>
        (options) =>
          leastProductionRule(problem, solver, rule, options),
    ),
  ];
  const timed = () => {
    const { timeLimitSeconds = secondsPerFix } = patience.solveOptions();
    return { timeLimitSeconds: Math.min(secondsPerFix, timeLimitSeconds) };
  };
  return searches.flatMap((search) => {
    if (patience.isOver()) return [];
    const fix = search(timed());
    return fix && isFeasible(applyFix(problem, fix), solver, timed()) ? [fix] : [];
  });
}

/** Whether any plan satisfies the limits of a problem. */
export function isFeasible(
  problem: PlanningProblem,
  solver: Solver,
  options: SolveOptions = { timeLimitSeconds: secondsPerFix },
): boolean {
  const model = assemble(problem, formulationFor(problem.mode));
  const lp = { ...model.lp, objective: new Float64Array(model.lp.columnCount), objectiveOffset: 0 };
  return solveOnce(solver, lp, options).kind === 'optimal';
}

/** The least amount by which capacity must grow, the same in every period: the inflection point of a capacity experiment. */
function leastCapacityEveryPeriod(
  problem: PlanningProblem,
  solver: Solver,
  resource: number,
  options: SolveOptions,
): Fix | null {
  const model = assemble(problem, formulationFor(problem.mode));
  const rows = problem.periods
    .map((_period, period) => model.rowOf('resource_capacity', { resource, period }))
    .filter((row) => row >= 0);
  if (rows.length === 0) return null;
  const free = { ...model.lp, objective: new Float64Array(model.lp.columnCount), objectiveOffset: 0 };
  const lp = withColumn(free, { cost: 1, lower: 0, upper: Infinity, rows, values: rows.map(() => -1) });
  const outcome = solveOnce(solver, lp, options);
  if (outcome.kind !== 'optimal' || outcome.objective <= 0) return null;
  const amount = roundedUp(outcome.objective);
  const { name, capacity } = problem.resources[resource];
  const uniform = capacity.every((value) => value === capacity[0]);
  return {
    what: name,
    amount,
    unit: 'capacity units per period',
    ...told(
      uniform
        ? say('capacityInstead', {
            units: quantity(capacity[0] + amount),
            name,
            before: quantity(capacity[0]),
            more: quantity(amount),
          })
        : say('capacityMore', { more: quantity(amount), name }),
    ),
    change: { kind: 'capacity', resource, extra: problem.periods.map(() => amount) },
  };
}

function leastWorkers(problem: PlanningProblem, solver: Solver, options: SolveOptions): Fix | null {
  const amount = leastMoreWorkers(problem, solver, options);
  const most = problem.workforce?.maxWorkers;
  if (amount === null || !most) return null;
  const uniform = most.every((value) => value === most[0]);
  return {
    what: 'Max_Workers',
    amount,
    unit: 'workers',
    ...told(
      uniform
        ? say('workersInstead', {
            workers: quantity(most[0] + amount),
            before: quantity(most[0]),
            more: quantity(amount),
          })
        : say('workersMore', { more: quantity(amount) }),
    ),
    change: { kind: 'workers', extra: amount },
  };
}

/** The least share by which every resource must grow, for where several of them are too small. */
function leastCapacityEverywhere(problem: PlanningProblem, solver: Solver, options: SolveOptions): Fix | null {
  if (problem.resources.length < 2) return null;
  const model = assemble(problem, formulationFor(problem.mode));
  const entries = problem.resources.flatMap(({ capacity }, resource) =>
    capacity.flatMap((units, period) => {
      const row = model.rowOf('resource_capacity', { resource, period });
      return row < 0 || units === 0 ? [] : [{ row, value: -units }];
    }),
  );
  const free = { ...model.lp, objective: new Float64Array(model.lp.columnCount), objectiveOffset: 0 };
  const column = {
    cost: 1,
    lower: 0,
    upper: Infinity,
    rows: entries.map(({ row }) => row),
    values: entries.map(({ value }) => value),
  };
  const outcome = solveOnce(solver, withColumn(free, column), options);
  if (outcome.kind !== 'optimal' || outcome.objective <= 0) return null;
  const percent = Math.ceil(outcome.objective * 1e4 - 1e-3) / 100;
  return {
    what: 'Capacity',
    amount: percent,
    unit: '%',
    ...told(say('shareMore', { percent: quantity(percent) })),
    change: { kind: 'allCapacity', share: percent / 100 },
  };
}

/** The least total of extra capacity, put where it is needed. */
function leastCapacityInTotal(
  problem: PlanningProblem,
  solver: Solver,
  resource: number,
  options: SolveOptions,
): Fix | null {
  const extra = leastExtraCapacity(problem, solver, resource, options);
  if (!extra) return null;
  const total = extra.reduce((sum, amount) => sum + amount, 0);
  if (total <= 0) return null;
  const { name } = problem.resources[resource];
  return {
    what: `${name} (single periods)`,
    amount: total,
    unit: 'capacity units',
    ...told(say('capacityInAll', { units: quantity(total), name, when: whenOf(problem, extra) })),
    change: { kind: 'capacity', resource, extra },
  };
}

function leastExtraCapacity(
  problem: PlanningProblem,
  solver: Solver,
  resource: number,
  options: SolveOptions,
): PerPeriod | null {
  const model = assemble(problem, formulationFor(problem.mode));
  if (!model.lp.columnFamilies.some(({ id }) => id === 'set_ups')) {
    return leastCapacity(model, solver, resource, [], options);
  }
  // What a set-up allows depends on the capacity, so the extra must be known when the model is made.
  const relaxed = withSoftCapacity(problem, resource);
  const amounts = leastOf(relaxed, overtime, solver, options, (key) => key.resource === resource);
  const allowed = problem.resources[resource].overtimeCapacity;
  return amounts && problem.periods.map((_period, t) => roundedUp(sumAt(amounts, t) - allowed[t]));
}

function leastOpeningInventory(problem: PlanningProblem, solver: Solver, options: SolveOptions): Fix | null {
  const relaxed = withSoftOpeningInventory(problem);
  const first = problem.subcontracts.length;
  const amounts = leastOf(relaxed, subcontracting, solver, options, (key) => key.subcontract >= first);
  if (!amounts) return null;
  const perItem = problem.items.map((_item, i) =>
    roundedUp(amounts.filter(({ key }) => key.subcontract === first + i).reduce((sum, { amount }) => sum + amount, 0)),
  );
  const total = perItem.reduce((sum, amount) => sum + amount, 0);
  if (total <= 0) return null;
  const parts = problem.items.flatMap(({ name }, i) =>
    perItem[i] > 0 ? [say('unitsOf', { units: quantity(perItem[i]), name })] : [],
  );
  return {
    what: 'Initial_Inventory',
    amount: total,
    unit: 'units',
    ...told(say('moreOnHand', { units: quantity(total), parts: list(parts) })),
    change: { kind: 'openingInventory', extraPerItem: perItem },
  };
}

function leastSafetyStockGivenUp(problem: PlanningProblem, solver: Solver, options: SolveOptions): Fix | null {
  const hard = problem.items.map(({ safetyStockCost }) => safetyStockCost === null);
  const amounts = leastOf(withSoftSafetyStock(problem), safetyStockGap, solver, options, ({ item }) => hard[item]);
  if (!amounts) return null;
  const total = amounts.reduce((sum, { amount }) => sum + amount, 0);
  if (total <= 0) return null;
  const given = problem.items.map(() => problem.periods.map(() => 0));
  for (const { key, amount } of amounts) given[key.item][key.period] += roundedUp(amount);
  const most = Math.max(...given.flat());
  const names = problem.items.filter((_item, i) => given[i].some((amount) => amount > 0)).map(({ name }) => name);
  return {
    what: 'Safety_Stock',
    amount: total,
    unit: 'unit-periods',
    ...told(say('lessSafetyStock', { names: list(names), units: quantity(most) })),
    change: { kind: 'safetyStock', lessPerItem: given },
  };
}

function leastDemandGivenUp(problem: PlanningProblem, solver: Solver, options: SolveOptions): Fix | null {
  const hard = problem.demands.map(({ shortageCost }) => shortageCost === null);
  const amounts = leastOf(withSoftDemand(problem), shortage, solver, options, ({ demand }) => hard[demand]);
  if (!amounts) return null;
  const total = amounts.reduce((sum, { amount }) => sum + amount, 0);
  if (total <= 0) return null;
  const given = problem.demands.map(() => problem.periods.map(() => 0));
  for (const { key, amount } of amounts) given[key.demand][key.period] += roundedUp(amount);
  const parts = problem.demands.flatMap(({ item }, k) => {
    const units = given[k].reduce((sum, amount) => sum + amount, 0);
    return units > 0 ? [say('unitsOf', { units: quantity(units), name: problem.items[item].name })] : [];
  });
  return {
    what: 'Demand',
    amount: total,
    unit: 'units',
    ...told(say('lessDemand', { units: quantity(total), parts: list(parts) })),
    change: { kind: 'demand', lessPerDemand: given },
  };
}

function leastMaximumInventory(problem: PlanningProblem, solver: Solver, options: SolveOptions): Fix | null {
  const hard = problem.items.map(
    ({ maxInventoryCost, maxInventory }) => maxInventoryCost === null && maxInventory.some((most) => most < Infinity),
  );
  if (!hard.includes(true)) return null;
  const relaxed = withSoftMaximumInventory(problem);
  const amounts = leastOf(relaxed, excessInventory, solver, options, ({ item }) => hard[item]);
  if (!amounts || amounts.length === 0) return null;
  const extra = problem.items.map(() => problem.periods.map(() => 0));
  for (const { key, amount } of amounts) extra[key.item][key.period] += roundedUp(amount);
  const names = problem.items.filter((_item, i) => extra[i].some((amount) => amount > 0)).map(({ name }) => name);
  const most = Math.max(...extra.flat());
  return {
    what: 'Max_Inventory',
    amount: most,
    unit: 'units',
    ...told(say('moreInventory', { units: quantity(most), names: list(names) })),
    change: { kind: 'maximumInventory', extraPerItem: extra },
  };
}

function leastWarehouse(problem: PlanningProblem, solver: Solver, options: SolveOptions): Fix | null {
  if (problem.warehouses.length === 0) return null;
  const amounts = leastOf(withSoftWarehouses(problem), overflow, solver, options, () => true);
  if (!amounts || amounts.length === 0) return null;
  const extra = problem.warehouses.map(() => problem.periods.map(() => 0));
  for (const { key, amount } of amounts) {
    const { overflowCost, overflowThreshold } = problem.warehouses[key.warehouse];
    const usable = overflowCost === null ? overflowThreshold : 1;
    extra[key.warehouse][key.period] += roundedUp(amount / usable);
  }
  const parts = problem.warehouses.flatMap(({ name }, h) => {
    const most = Math.max(...extra[h]);
    return most > 0 ? [say('roomIn', { units: quantity(most), name, when: whenOf(problem, extra[h]) })] : [];
  });
  return {
    what: 'Warehouse_Capacity',
    amount: Math.max(...extra.flat()),
    unit: 'storage units',
    ...told(say('moreRoom', { parts: list(parts) })),
    change: { kind: 'warehouse', extraPerWarehouse: extra },
  };
}

const ruleNames = { fixed: 'Fixed_Production', minimum: 'Min_Production', maximum: 'Max_Production' } as const;

function leastProductionRule(
  problem: PlanningProblem,
  solver: Solver,
  rule: ProductionRule,
  options: SolveOptions,
): Fix | null {
  const values = leastProductionChange(problem, solver, rule, options);
  if (!values || values.length === 0) return null;
  const parts = values.map(({ source, period, from, to }) => {
    const { name } = problem.sources[source];
    return say('valueInstead', { to: quantity(to), name, from: quantity(from), period: problem.periods[period].label });
  });
  return {
    what: ruleNames[rule],
    amount: values.reduce((sum, { from, to }) => sum + Math.abs(to - from), 0),
    unit: 'units',
    ...told(say(rule, { parts: list(parts, 6) })),
    change: { kind: 'production', rule, values },
  };
}

interface AmountAt {
  readonly key: Key<Coordinate>;
  readonly amount: number;
}

/** Least total of a decision over the keys that count, nothing else having a cost; null where even that is not possible. */
function leastOf<C extends Coordinate>(
  problem: PlanningProblem,
  of: Decision<C>,
  solver: Solver,
  options: SolveOptions,
  counts: (key: Key<Coordinate>) => boolean,
): AmountAt[] | null {
  const model = assemble(problem, formulationFor(problem.mode));
  const columns = columnsOf(model, of).filter(({ key }) => counts(key));
  const objective = new Float64Array(model.lp.columnCount);
  for (const { column } of columns) objective[column] = 1;
  const outcome = solveOnce(solver, { ...model.lp, objective, objectiveOffset: 0 }, options);
  if (outcome.kind !== 'optimal') return null;
  return columns
    .map(({ key, column }) => ({ key, amount: outcome.values[column] }))
    .filter(({ amount }) => amount > 1e-7);
}

function columnsOf<C extends Coordinate>(
  model: AssembledModel,
  of: Decision<C>,
): { readonly key: Key<Coordinate>; readonly column: number }[] {
  const columns: { readonly key: Key<Coordinate>; readonly column: number }[] = [];
  anyDecision(of).keys(model.problem, (key) => columns.push({ key, column: model.columnOf(of.id, key) }));
  return columns;
}

function sumAt(amounts: readonly AmountAt[], period: number): number {
  return amounts.reduce((sum, { key, amount }) => (key.period === period ? sum + amount : sum), 0);
}

function whenOf(problem: PlanningProblem, amounts: readonly number[]): SaidValue {
  const parts = amounts.flatMap((amount, t) =>
    amount > 0 ? [say('amountIn', { units: quantity(amount), period: problem.periods[t].label })] : [],
  );
  return list(parts, 6);
}

function told(said: Said): Pick<Fix, 'sentence' | 'said'> {
  return { sentence: textOf([said]), said: [said] };
}
