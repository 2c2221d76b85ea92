import type { LinearProgramme, SparseColumns } from '../planning';

/** A row that was added after the programme was opened. */
export interface AddedRow {
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/**
 * The programme of a session as it stands after the changes so far: what the next solve must answer for. Row numbers
 * continue from the rows of the matrix to the added rows. The bounds and the objective are the session's own copies.
 */
export interface EditedProgramme {
  readonly columnCount: number;
  readonly columnKinds: Uint8Array;
  readonly matrix: SparseColumns;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  readonly addedRows: AddedRow[];
  objective: Float64Array;
  objectiveOffset: number;
  rowLower: Float64Array;
  rowUpper: Float64Array;
}

/** The programme before any change. */
export function editedProgramme(lp: LinearProgramme): EditedProgramme {
  return {
    columnCount: lp.columnCount,
    columnKinds: lp.columnKinds,
    matrix: lp.matrix,
    columnLower: lp.columnLower.slice(),
    columnUpper: lp.columnUpper.slice(),
    addedRows: [],
    objective: lp.objective.slice(),
    objectiveOffset: lp.objectiveOffset,
    rowLower: lp.rowLower.slice(),
    rowUpper: lp.rowUpper.slice(),
  };
}

function requireMember(position: number, count: number, what: string): void {
  if (!Number.isInteger(position) || position < 0 || position >= count) {
    throw new RangeError(`There is no ${what} ${position}; the programme has ${count}.`);
  }
}

function requireBounds(lower: number, upper: number): void {
  if (Number.isNaN(lower) || Number.isNaN(upper)) throw new RangeError('A bound must be a number or infinite.');
}

/** Replaces the bounds of a column. */
export function setColumnBounds(programme: EditedProgramme, column: number, lower: number, upper: number): void {
  requireMember(column, programme.columnCount, 'column');
  requireBounds(lower, upper);
  programme.columnLower[column] = lower;
  programme.columnUpper[column] = upper;
}

/** Replaces the bounds of a row. */
export function setRowBounds(programme: EditedProgramme, row: number, lower: number, upper: number): void {
  requireMember(row, programme.rowLower.length, 'row');
  requireBounds(lower, upper);
  programme.rowLower[row] = lower;
  programme.rowUpper[row] = upper;
}

/** Bounds of several columns or rows, whose numbers ascend. */
export interface SeveralBounds {
  readonly numbers: Int32Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Replaces the bounds of several columns, or of none where one of them is wrong. */
export function setColumnsBounds(programme: EditedProgramme, bounds: SeveralBounds): void {
  requireSeveral(bounds, programme.columnCount, 'column');
  bounds.numbers.forEach((column, at) => setColumnBounds(programme, column, bounds.lower[at], bounds.upper[at]));
}

/** Replaces the bounds of several rows, or of none where one of them is wrong. */
export function setRowsBounds(programme: EditedProgramme, bounds: SeveralBounds): void {
  requireSeveral(bounds, programme.rowLower.length, 'row');
  bounds.numbers.forEach((row, at) => setRowBounds(programme, row, bounds.lower[at], bounds.upper[at]));
}

function requireSeveral({ numbers, lower, upper }: SeveralBounds, count: number, what: string): void {
  if (numbers.length !== lower.length || numbers.length !== upper.length) {
    throw new RangeError(`Every ${what} needs a lower and an upper bound.`);
  }
  numbers.forEach((number, at) => {
    requireMember(number, count, what);
    requireBounds(lower[at], upper[at]);
    if (at > 0 && number <= numbers[at - 1]) throw new RangeError(`The ${what}s are not in ascending order.`);
  });
}

/** Replaces the whole objective. */
export function setObjective(programme: EditedProgramme, objective: Float64Array, offset: number): void {
  if (objective.length !== programme.columnCount) {
    throw new RangeError(`The objective has ${objective.length} entries for ${programme.columnCount} columns.`);
  }
  programme.objective = objective.slice();
  programme.objectiveOffset = offset;
}

/** Appends a row and returns its number. */
export function appendRow(
  programme: EditedProgramme,
  lower: number,
  upper: number,
  columns: Int32Array,
  values: Float64Array,
): number {
  if (columns.length !== values.length) throw new RangeError('A row needs as many values as columns.');
  requireBounds(lower, upper);
  for (const column of columns) requireMember(column, programme.columnCount, 'column');
  if (new Set(columns).size !== columns.length) throw new RangeError('A row names a column twice.');
  programme.addedRows.push({ columns: columns.slice(), values: values.slice() });
  programme.rowLower = withLast(programme.rowLower, lower);
  programme.rowUpper = withLast(programme.rowUpper, upper);
  return programme.rowLower.length - 1;
}

function withLast(numbers: Float64Array, last: number): Float64Array {
  const longer = new Float64Array(numbers.length + 1);
  longer.set(numbers);
  longer[numbers.length] = last;
  return longer;
}

/** Calls `visit` for every coefficient of the programme, column by column, then the added rows. */
export function forEachCoefficient(
  programme: EditedProgramme,
  visit: (row: number, column: number, value: number) => void,
): void {
  const { matrix, columnCount } = programme;
  for (let column = 0; column < columnCount; column++) {
    for (let entry = matrix.starts[column]; entry < matrix.starts[column + 1]; entry++) {
      visit(matrix.rows[entry], column, matrix.values[entry]);
    }
  }
  forEachAdded(programme, visit);
}

/** The same for the added rows alone. */
export function forEachAdded(
  { addedRows, rowLower }: EditedProgramme,
  visit: (row: number, column: number, value: number) => void,
): void {
  const firstAdded = rowLower.length - addedRows.length;
  addedRows.forEach((row, position) => {
    row.columns.forEach((column, entry) => visit(firstAdded + position, column, row.values[entry]));
  });
}
