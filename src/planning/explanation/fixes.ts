import type { PerPeriod, PlanningProblem } from '../domain/planning-problem';
import { assemble } from '../formulation/assemble';
import type { AssembledModel } from '../formulation/assemble';
import { safetyStockGap } from '../formulation/decisions/inventory';
import { overtime } from '../formulation/decisions/overtime';
import { shortage } from '../formulation/decisions/shortage';
import { subcontracting } from '../formulation/decisions/subcontracting';
import { formulationFor } from '../formulation/formulation';
import type { Coordinate, Decision, Key } from '../formulation/parts';
import { withColumn } from '../lp/extend-programme';
import { solveOnce } from '../lp/solver';
import type { Solver } from '../lp/solver';
import { listText, quantityText } from './quantity-text';
import { withSoftCapacity, withSoftDemand, withSoftOpeningInventory, withSoftSafetyStock } from './relaxations';

/** A change that alone makes the limits hold. */
export interface Fix {
  /** What to change: an input's name, or `Demand`. */
  readonly what: string;
  /** Least amount of the change. */
  readonly amount: number;
  readonly unit: string;
  readonly sentence: string;
  readonly change: FixChange;
}

/** A fix as plain data: units to add or to give up. */
export type FixChange =
  | { readonly kind: 'capacity'; readonly resource: number; readonly extra: PerPeriod }
  | { readonly kind: 'openingInventory'; readonly extraPerItem: readonly number[] }
  | { readonly kind: 'safetyStock'; readonly lessPerItem: readonly PerPeriod[] }
  | { readonly kind: 'demand'; readonly lessPerDemand: readonly PerPeriod[] };

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
  }
}

/** What is asked of the solver for one fix stays within this time. */
const secondsPerFix = 20;

/** Every single change that makes the limits hold, the least of its kind, each verified by solving again. */
export function fixesFor(problem: PlanningProblem, solver: Solver): Fix[] {
  const candidates = [
    ...problem.resources.flatMap((_resource, resource) => [
      leastCapacityEveryPeriod(problem, solver, resource),
      leastCapacityInTotal(problem, solver, resource),
    ]),
    leastOpeningInventory(problem, solver),
    leastSafetyStockGivenUp(problem, solver),
    leastDemandGivenUp(problem, solver),
  ];
  return candidates.filter((fix): fix is Fix => fix !== null && isFeasible(applyFix(problem, fix), solver));
}

/** Whether any plan satisfies the limits of a problem. */
export function isFeasible(problem: PlanningProblem, solver: Solver): boolean {
  const model = assemble(problem, formulationFor(problem.mode));
  const lp = { ...model.lp, objective: new Float64Array(model.lp.columnCount), objectiveOffset: 0 };
  return solveOnce(solver, lp, { timeLimitSeconds: secondsPerFix }).kind === 'optimal';
}

/** The least amount by which capacity must grow, the same in every period: the inflection point of a capacity experiment. */
function leastCapacityEveryPeriod(problem: PlanningProblem, solver: Solver, resource: number): Fix | null {
  const model = assemble(problem, formulationFor(problem.mode));
  const rows = problem.periods
    .map((_period, period) => model.rowOf('resource_capacity', { resource, period }))
    .filter((row) => row >= 0);
  if (rows.length === 0) return null;
  const free = { ...model.lp, objective: new Float64Array(model.lp.columnCount), objectiveOffset: 0 };
  const lp = withColumn(free, { cost: 1, lower: 0, upper: Infinity, rows, values: rows.map(() => -1) });
  const outcome = solveOnce(solver, lp, { timeLimitSeconds: secondsPerFix });
  if (outcome.kind !== 'optimal' || outcome.objective <= 0) return null;
  const amount = roundedUp(outcome.objective);
  const { name, capacity } = problem.resources[resource];
  const uniform = capacity.every((value) => value === capacity[0]);
  return {
    what: name,
    amount,
    unit: 'capacity units per period',
    sentence: uniform
      ? `At least ${quantityText(capacity[0] + amount)} units of ${name} in every period instead of ` +
        `${quantityText(capacity[0])} (${quantityText(amount)} more) make a plan possible.`
      : `At least ${quantityText(amount)} more units of ${name} in every period make a plan possible.`,
    change: { kind: 'capacity', resource, extra: problem.periods.map(() => amount) },
  };
}

/** The least total of extra capacity, put where it is needed. */
function leastCapacityInTotal(problem: PlanningProblem, solver: Solver, resource: number): Fix | null {
  const relaxed = withSoftCapacity(problem, resource);
  const amounts = leastOf(relaxed, overtime, solver, (key) => key.resource === resource);
  if (!amounts) return null;
  // Overtime that was allowed before is not extra.
  const allowed = problem.resources[resource].overtimeCapacity;
  const extra = problem.periods.map((_period, t) => Math.max(0, roundedUp(sumAt(amounts, t) - allowed[t])));
  const total = extra.reduce((sum, amount) => sum + amount, 0);
  if (total <= 0) return null;
  const { name } = problem.resources[resource];
  return {
    what: `${name} (single periods)`,
    amount: total,
    unit: 'capacity units',
    sentence: `${quantityText(total)} more units of ${name} in all make a plan possible: ${whenText(problem, extra)}.`,
    change: { kind: 'capacity', resource, extra },
  };
}

function leastOpeningInventory(problem: PlanningProblem, solver: Solver): Fix | null {
  const relaxed = withSoftOpeningInventory(problem);
  const first = problem.subcontracts.length;
  const amounts = leastOf(relaxed, subcontracting, solver, (key) => key.subcontract >= first);
  if (!amounts) return null;
  const perItem = problem.items.map((_item, i) =>
    roundedUp(amounts.filter(({ key }) => key.subcontract === first + i).reduce((sum, { amount }) => sum + amount, 0)),
  );
  const total = perItem.reduce((sum, amount) => sum + amount, 0);
  if (total <= 0) return null;
  const parts = problem.items.flatMap(({ name }, i) =>
    perItem[i] > 0 ? [`${quantityText(perItem[i])} of ${name}`] : [],
  );
  return {
    what: 'Initial_Inventory',
    amount: total,
    unit: 'units',
    sentence: `${quantityText(total)} more units on hand before the first period make a plan possible: ${listText(parts)}.`,
    change: { kind: 'openingInventory', extraPerItem: perItem },
  };
}

function leastSafetyStockGivenUp(problem: PlanningProblem, solver: Solver): Fix | null {
  const hard = problem.items.map(({ safetyStockCost }) => safetyStockCost === null);
  const amounts = leastOf(withSoftSafetyStock(problem), safetyStockGap, solver, ({ item }) => hard[item]);
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
    sentence:
      `Giving up safety stock of ${listText(names)}, at most ${quantityText(most)} units of an item at a time, ` +
      `makes a plan possible.`,
    change: { kind: 'safetyStock', lessPerItem: given },
  };
}

function leastDemandGivenUp(problem: PlanningProblem, solver: Solver): Fix | null {
  const hard = problem.demands.map(({ shortageCost }) => shortageCost === null);
  const amounts = leastOf(withSoftDemand(problem), shortage, solver, ({ demand }) => hard[demand]);
  if (!amounts) return null;
  const total = amounts.reduce((sum, { amount }) => sum + amount, 0);
  if (total <= 0) return null;
  const given = problem.demands.map(() => problem.periods.map(() => 0));
  for (const { key, amount } of amounts) given[key.demand][key.period] += roundedUp(amount);
  const parts = problem.demands.flatMap(({ item }, k) => {
    const units = given[k].reduce((sum, amount) => sum + amount, 0);
    return units > 0 ? [`${quantityText(units)} of ${problem.items[item].name}`] : [];
  });
  return {
    what: 'Demand',
    amount: total,
    unit: 'units',
    sentence: `Giving up ${quantityText(total)} units of demand makes a plan possible: ${listText(parts)}.`,
    change: { kind: 'demand', lessPerDemand: given },
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
  counts: (key: Key<Coordinate>) => boolean,
): AmountAt[] | null {
  const model = assemble(problem, formulationFor(problem.mode));
  const columns = columnsOf(model, of).filter(({ key }) => counts(key));
  const objective = new Float64Array(model.lp.columnCount);
  for (const { column } of columns) objective[column] = 1;
  const outcome = solveOnce(
    solver,
    { ...model.lp, objective, objectiveOffset: 0 },
    { timeLimitSeconds: secondsPerFix },
  );
  if (outcome.kind !== 'optimal') return null;
  return columns
    .map(({ key, column }) => ({ key, amount: outcome.values[column] }))
    .filter(({ amount }) => amount > 1e-7);
}

function columnsOf<C extends Coordinate>(
  model: AssembledModel,
  of: Decision<C>,
): { readonly key: Key<Coordinate>; readonly column: number }[] {
  return [...of.keys(model.problem)].map((key) => ({
    key: key as Key<Coordinate>,
    column: model.columnOf(of.id, key as Key<Coordinate>),
  }));
}

function sumAt(amounts: readonly AmountAt[], period: number): number {
  return amounts.reduce((sum, { key, amount }) => (key.period === period ? sum + amount : sum), 0);
}

function whenText(problem: PlanningProblem, amounts: readonly number[]): string {
  const parts = amounts.flatMap((amount, t) =>
    amount > 0 ? [`${quantityText(amount)} in ${problem.periods[t].label}`] : [],
  );
  return listText(parts, 6);
}

/** Up to the fourth decimal, so that the amount shown is enough. */
function roundedUp(amount: number): number {
  return Math.ceil(amount * 1e4 - 1e-3) / 1e4;
}
