import { columnKind } from '../lp/linear-programme';
import type { Family, LinearProgramme } from '../lp/linear-programme';
import type { PlanningProblem } from '../domain/planning-problem';
import { columnBuilder } from './column-builder';
import type { ColumnBuilder } from './column-builder';
import { growingList, numbers } from './growing-list';
import { familyOf, keyNumbers, rowIndexOf } from './key-space';
import type { KeySpace } from './key-space';
import { sizeOf } from './parts';
import type {
  AddEntry,
  Balance,
  Bound,
  Coordinate,
  Decision,
  Formulation,
  Key,
  Limit,
  Priority,
  Rated,
  Term,
} from './parts';

type AnyKey = Key<Coordinate>;

/** A linear programme that still knows which part made each of its columns and rows. */
export interface AssembledModel {
  readonly problem: PlanningProblem;
  readonly formulation: Formulation;
  readonly lp: LinearProgramme;
  /** Number of the row that the part made for a key; −1 where it made none. */
  rowOf(partId: string, key: Partial<AnyKey>): number;
  /** Number of the column that the decision made for a key; −1 where it made none. */
  columnOf(decisionId: string, key: Partial<AnyKey>): number;
}

interface RowBlock {
  readonly part: Balance<Coordinate> | Limit<Coordinate>;
  readonly space: KeySpace;
  readonly family: Family;
}

/**
 * Problem × formulation → linear programme. It knows parts, not planning: balances and limits make rows, decisions make
 * columns, flows and terms make coefficients, bounds and cost terms fill in the rest.
 */
export function assemble(problem: PlanningProblem, formulation: Formulation): AssembledModel {
  const dimension = (coordinate: Coordinate) => sizeOf(coordinate, problem);
  const rowLower = growingList(numbers);
  const rowUpper = growingList(numbers);
  const rowBlocks = new Map<string, RowBlock>();
  const limitRows = formulation.limits.filter((part): part is Limit<Coordinate> => part.kind === 'limit');
  for (const part of [...formulation.balances, ...limitRows]) {
    const space = keyNumbers(part.index, dimension, rowLower.length);
    part.keys(problem, (key) => {
      const { lower, upper } = rowFigures(part, problem, key);
      space.add(key);
      rowLower.push(lower);
      rowUpper.push(upper);
    });
    rowBlocks.set(part.id, { part, space, family: familyOf(part.id, space) });
  }

  const columns = columnBuilder(rowLower.length);
  const columnSpaces = new Map<string, KeySpace>();
  const columnFamilies: Family[] = [];
  for (const decision of formulation.decisions) {
    const space = keyNumbers(decision.index, dimension, columns.count());
    const figures = columnFigures(decision, formulation);
    const landings = [...flowsOf(decision, rowBlocks, columns), ...termsOn(decision, limitRows, rowBlocks, columns)];
    decision.keys(problem, (key) => {
      space.add(key);
      const kind = decision.whole?.(problem, key) ? columnKind.integer : columnKind.continuous;
      columns.start(figures.cost(problem, key), figures.lower(problem, key), figures.upper(problem, key), kind);
      for (const { entries, add } of landings) entries(problem, key, add);
    });
    columnSpaces.set(decision.id, space);
    columnFamilies.push(familyOf(decision.id, space));
  }

  const lp: LinearProgramme = {
    ...columns.finish(),
    rowCount: rowLower.length,
    objectiveOffset: constantCost(problem, formulation),
    rowLower: rowLower.finished(),
    rowUpper: rowUpper.finished(),
    rowFamilies: [...rowBlocks.values()].map(({ family }) => family).filter(({ count }) => count > 0),
    columnFamilies: columnFamilies.filter(({ count }) => count > 0),
  };
  return {
    problem,
    formulation,
    lp,
    rowOf: (partId, key) => indexIn(rowBlocks.get(partId)?.space, key),
    columnOf: (decisionId, key) => indexIn(columnSpaces.get(decisionId), key),
  };
}

/** Bounds of a row. */
export function rowFigures(part: Balance<Coordinate> | Limit<Coordinate>, problem: PlanningProblem, key: AnyKey) {
  const value = part.rightHandSide(problem, key);
  return { lower: part.sense === '<=' ? -Infinity : value, upper: part.sense === '>=' ? Infinity : value };
}

/** Cost and bounds of a decision's columns: its own bounds and those of every rule about it. */
export function columnFigures(decision: Decision<Coordinate>, formulation: Formulation) {
  const bounds = boundsOn(decision, formulation);
  const lowers = bounds.flatMap(({ lower }) => lower ?? []);
  const uppers = bounds.flatMap(({ upper }) => upper ?? []);
  const rates = ratesOn(
    decision,
    formulation.costs.flatMap(({ prices }) => prices),
  ).map(({ rate }) => rate);
  const [cost, ...costs] = rates;
  return {
    cost(problem: PlanningProblem, key: AnyKey): number {
      let sum = cost ? cost(problem, key) : 0;
      for (let index = 0; index < costs.length; index++) sum += costs[index](problem, key);
      return sum;
    },
    lower(problem: PlanningProblem, key: AnyKey): number {
      let most = decision.lower?.(problem, key) ?? 0;
      for (let index = 0; index < lowers.length; index++) most = Math.max(most, lowers[index](problem, key));
      return most;
    },
    upper(problem: PlanningProblem, key: AnyKey): number {
      let least = decision.upper?.(problem, key) ?? Infinity;
      for (let index = 0; index < uppers.length; index++) least = Math.min(least, uppers[index](problem, key));
      return least;
    },
  };
}

/** Cost that depends on no decision. */
export function constantCost(problem: PlanningProblem, { costs }: Formulation): number {
  let total = 0;
  for (const { constant } of costs) total += constant?.(problem) ?? 0;
  return total;
}

/** The objective of a priority over the columns of a model. */
export function objectiveOf(model: AssembledModel, { measures }: Priority): Float64Array {
  const objective = new Float64Array(model.lp.columnCount);
  for (const { decision, rate } of measures) {
    decision.keys(model.problem, (key) => {
      objective[model.columnOf(decision.id, key)] += rate(model.problem, key);
    });
  }
  return objective;
}

/** Coefficients of a decision's columns, and what puts them on their rows. */
interface Landing {
  readonly entries: Term['entries'];
  readonly add: AddEntry;
}

function flowsOf(
  { id, flows }: Decision<Coordinate>,
  blocks: ReadonlyMap<string, RowBlock>,
  columns: ColumnBuilder,
): readonly Landing[] {
  return flows.map(({ balance, entries }) => {
    const space = blocks.get(balance.id)?.space;
    const add: AddEntry = (key, amount) => {
      const row = space ? rowIndexOf(space, key) : -1;
      if (row < 0) throw new Error(`${id} flows into ${balance.id}, which has no row ${JSON.stringify(key)}.`);
      columns.add(row, amount);
    };
    return { entries, add };
  });
}

function termsOn(
  decision: Decision<Coordinate>,
  limits: readonly Limit<Coordinate>[],
  blocks: ReadonlyMap<string, RowBlock>,
  columns: ColumnBuilder,
): readonly Landing[] {
  return limits.flatMap((limit) => {
    const block = blocks.get(limit.id);
    if (!block || block.family.count === 0) return [];
    // A limit has no row where it does not bind anything (an unlimited resource): the term has nothing to land on.
    const add: AddEntry = (key, amount) => {
      const row = rowIndexOf(block.space, key);
      if (row >= 0) columns.add(row, amount);
    };
    return limit.terms.filter((term) => term.decision.id === decision.id).map(({ entries }) => ({ entries, add }));
  });
}

/** Rules that are kept as bounds of the decision's columns. */
export function boundsOn(decision: Decision<Coordinate>, formulation: Formulation): Bound<Coordinate>[] {
  return formulation.limits.filter(
    (part): part is Bound<Coordinate> => part.kind === 'bound' && part.decision.id === decision.id,
  );
}

function ratesOn(decision: Decision<Coordinate>, rates: readonly Rated[]): Rated[] {
  return rates.filter((rate) => rate.decision.id === decision.id);
}

function indexIn(space: KeySpace | undefined, key: Partial<AnyKey>): number {
  return space ? rowIndexOf(space, key) : -1;
}
