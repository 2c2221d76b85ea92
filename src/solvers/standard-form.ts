import type { EditedProgramme } from './edited-programme';
import { forEachCoefficient } from './edited-programme';

/** Coefficients of a variable by the name of the row, and its `cost`. */
export type NamedColumn = Record<string, number>;
/** Bounds of a row, as javascript-lp-solver spells them. */
export interface NamedRow {
  min?: number;
  max?: number;
  equal?: number;
}

/** The programme over variables that are at least 0, in named form. */
export interface StandardForm {
  readonly constraints: Record<string, NamedRow>;
  readonly variables: Record<string, NamedColumn>;
  /** Magnitude of the largest cost coefficient, at least 1. */
  readonly largestCost: number;
  /** Values of the programme's own columns. */
  valuesOf(values: Readonly<Record<string, number | undefined>>): Float64Array;
}

/** Where a column starts from: a finite bound, or 0 for a free one. */
function originOf(programme: EditedProgramme, column: number): number {
  const lower = programme.columnLower[column];
  const upper = programme.columnUpper[column];
  if (lower !== -Infinity) return lower;
  return upper === Infinity ? 0 : upper;
}

/** Names of the variables that stand for a column, each with the direction in which it moves the column. */
function partsOf(programme: EditedProgramme, column: number): readonly (readonly [string, 1 | -1])[] {
  const lower = programme.columnLower[column];
  const upper = programme.columnUpper[column];
  if (lower === upper) return [];
  const parts: (readonly [string, 1 | -1])[] = [];
  if (upper === Infinity || lower !== -Infinity) parts.push([`up${column}`, 1]);
  if (lower === -Infinity) parts.push([`down${column}`, -1]);
  return parts;
}

function namedRow(lower: number, upper: number): NamedRow {
  if (lower === upper) return { equal: lower };
  return { ...(lower > -Infinity ? { min: lower } : {}), ...(upper < Infinity ? { max: upper } : {}) };
}

/**
 * Rewrites a programme with arbitrary bounds: a column with a finite lower bound is shifted to start at 0, one with only an
 * upper bound counts downwards from it, a free one is the difference of two, a fixed one disappears; free rows are left
 * out. Null when bounds cross or a row without coefficients cannot be kept: then the programme is infeasible.
 */
export function standardForm(programme: EditedProgramme): StandardForm | null {
  const { columnCount, columnLower, columnUpper, rowLower, rowUpper } = programme;
  const constraints: Record<string, NamedRow> = {};
  const variables: Record<string, NamedColumn> = {};
  let largestCost = 1;
  for (let column = 0; column < columnCount; column++) {
    if (columnLower[column] > columnUpper[column]) return null;
    const span = columnUpper[column] - columnLower[column];
    const bounded = Number.isFinite(span) && span > 0;
    if (bounded) constraints[`span${column}`] = { max: span };
    for (const [name, direction] of partsOf(programme, column)) {
      variables[name] = { cost: direction * programme.objective[column], ...(bounded ? { [`span${column}`]: 1 } : {}) };
      largestCost = Math.max(largestCost, Math.abs(programme.objective[column]));
    }
  }
  const shift = new Float64Array(rowLower.length);
  const movable = new Uint8Array(rowLower.length);
  const free = (row: number) => rowLower[row] === -Infinity && rowUpper[row] === Infinity;
  forEachCoefficient(programme, (row, column, value) => {
    shift[row] += value * originOf(programme, column);
    if (value === 0 || free(row)) return;
    for (const [name, direction] of partsOf(programme, column)) {
      variables[name][`row${row}`] = direction * value;
      movable[row] = 1;
    }
  });
  for (let row = 0; row < rowLower.length; row++) {
    const lower = rowLower[row] - shift[row];
    const upper = rowUpper[row] - shift[row];
    if (lower > upper) return null;
    if (movable[row]) constraints[`row${row}`] = namedRow(lower, upper);
    else if (lower > 1e-9 * Math.max(1, Math.abs(shift[row])) || upper < -1e-9 * Math.max(1, Math.abs(shift[row])))
      return null;
  }
  return {
    constraints,
    variables,
    largestCost,
    valuesOf(values) {
      return Float64Array.from({ length: columnCount }, (_, column) =>
        partsOf(programme, column).reduce(
          (total, [name, direction]) => total + direction * (values[name] ?? 0),
          originOf(programme, column),
        ),
      );
    },
  };
}
