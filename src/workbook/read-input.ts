import { number, sayIn, tally, worded } from '../planning/index';
import type { Issue, Said, SaidValue } from '../planning/index';
import { areaAddress } from './address';
import { isBlank, plainNumber, readNumber, unreadable } from './cell-number';
import { addressOf } from './find-input';
import type { FoundInput } from './find-input';
import { fitShape, sizeInWords, sizesThatFit } from './fit-shape';
import type { Dimensions, Fit } from './fit-shape';
import { foundSize } from './read-layout';
import { inputDefinition } from './schema';
import type { InputDefinition } from './schema-definitions';
import type { Cell } from './workbook';

/** What can be wrong with the cells of an input. */
export const inputTexts = {
  negativeRate: '{input} is negative in {cells}.',
  checkSign: 'Check the sign; a negative rate rewards what it usually discourages.',
  blankInput: '{input} is blank in {cells} and was taken as not given.',
  enterOrDelete: 'Enter a value, or delete the name.',
  blankCells: '{input} is blank in {cells}, counted as 0.',
  enterOrConfirm: 'Enter a number, or 0 to confirm.',
  theName: 'the name',
  cellsAndMore: '{cells} and {rest} more',
  aConstant: 'a constant',
  cellsOfSize: '{cells}, {size}',
  wrongShape: '{input} is {where}, which fits no shape for {dimensions}.',
  referToOrResources: 'Let {input} refer to {sizes}; for several resources, name their labels Resources.',
  referTo: 'Let {input} refer to {sizes}.',
  dimensions: '{items} and {periods}',
  dimensionsOnResources: '{items} and {periods} on {resources}',
  noTruth: '{input} has {value} where TRUE or FALSE belongs.',
  enterTruth: 'Enter TRUE or FALSE.',
} as const;

const say = sayIn(inputTexts);

/**
 * Numbers of an input as its shape has them: rows are items or resources, columns are periods (or resources, by item); a
 * dimension that the shape lacks has length 1. Null is a blank cell that means "no limit".
 */
export interface InputNumbers extends Fit {
  readonly numbers: readonly (readonly (number | null)[])[];
}

/** The number that holds for a row (item or resource) and a column (period or resource). */
export function numberAt(input: InputNumbers, row: number, column: number): number | null {
  const numbers = input.numbers[input.numbers.length === 1 ? 0 : row];
  return numbers[numbers.length === 1 ? 0 : column];
}

/**
 * Reads the cells of a number input, reporting every cell that cannot be used; null where the shape fits nothing or an
 * optional input is blank throughout, which is as good as not given.
 */
export function readInputNumbers(
  found: FoundInput,
  dimensions: Dimensions | null,
  report: (issue: Issue) => void,
): InputNumbers | null {
  const definition = inputDefinition(found.input);
  const numbers = readCells(found, definition, report);
  if (dimensions === null) return null;
  const fit = fitShape(definition.shapes, foundSize(found), dimensions);
  if (fit === null) {
    report(wrongShape(found, definition, dimensions));
    return null;
  }
  if (found.input !== 'Demand' && found.cells.every((row) => row.every(isBlank))) return null;
  return { ...fit, numbers: fit.transposed ? turned(numbers) : numbers };
}

function readCells(
  found: FoundInput,
  definition: InputDefinition,
  report: (issue: Issue) => void,
): (number | null)[][] {
  const blanks: (readonly [number, number])[] = [];
  const negatives: (readonly [number, number])[] = [];
  const numbers = found.cells.map((row, rowIndex) =>
    row.map((cell, column) => {
      const plain = plainNumber(cell, definition);
      if (plain !== null) {
        if (plain < 0) negatives.push([rowIndex, column]);
        return plain;
      }
      const reading = readNumber(cell, definition.name, definition);
      if (reading.kind === 'number') return reading.value;
      if (reading.kind === 'blank') {
        if (definition.blank === 'zero') blanks.push([rowIndex, column]);
        return definition.blank === 'zero' ? 0 : null;
      }
      report(cellIssue(found, rowIndex, column, reading));
      return 0;
    }),
  );
  reportBlanks(found, blanks, report);
  if (negatives.length > 0) {
    report({
      severity: 'warning',
      code: 'negative-rate',
      ...placeOf(found, negatives),
      ...worded(say('negativeRate', { input: definition.name, cells: cellList(found, negatives) }), say('checkSign')),
    });
  }
  return numbers;
}

/** An issue of one cell of an input. The cells that hold today's plan are only compared, so there it is a warning. */
function cellIssue(
  found: FoundInput,
  row: number,
  column: number,
  { code, message, fix, said }: Pick<Issue, 'code' | 'message' | 'fix' | 'said'>,
): Issue {
  const { sheet, cell } = placeOf(found, [[row, column]]);
  return {
    severity: found.input === 'Production_Plan' ? 'warning' : 'error',
    code,
    sheet,
    cell,
    message,
    fix,
    ...(said && { said }),
  };
}

function reportBlanks(
  found: FoundInput,
  blanks: readonly (readonly [number, number])[],
  report: (issue: Issue) => void,
): void {
  if (blanks.length === 0) return;
  const all = found.input !== 'Demand' && blanks.length === found.cells.length * found.cells[0].length;
  // Today's plan is blank until a first plan is written there.
  if (all && found.input === 'Production_Plan') return;
  report({
    severity: 'warning',
    code: all ? 'blank-input' : 'blank-cell',
    ...placeOf(found, blanks),
    ...(all
      ? worded(say('blankInput', { input: found.input, cells: cellList(found, blanks) }), say('enterOrDelete'))
      : worded(say('blankCells', { input: found.input, cells: cellList(found, blanks) }), say('enterOrConfirm'))),
  });
}

function placeOf(
  found: FoundInput,
  cells: readonly (readonly [number, number])[],
): { readonly sheet: string | null; readonly cell: string | null } {
  return found.reference ? { sheet: found.reference.sheet, cell: runsOf(found, cells)[0] } : addressOf(found);
}

const longestList = 20;

/** Addresses of cells, neighbours in a row or column joined: `C7, D9:F9`. */
function cellList(found: FoundInput, cells: readonly (readonly [number, number])[]): SaidValue {
  if (!found.reference) return say('theName');
  const runs = runsOf(found, cells);
  const rest = runs.length - longestList;
  return rest > 0
    ? say('cellsAndMore', { cells: runs.slice(0, longestList).join(', '), rest: number(rest) })
    : runs.join(', ');
}

function runsOf(found: FoundInput, cells: readonly (readonly [number, number])[]): string[] {
  const origin = found.reference ?? { row: 0, column: 0 };
  const areas: { row: number; column: number; rowCount: number; columnCount: number }[] = [];
  for (const [row, column] of cells) {
    const last = areas[areas.length - 1];
    if (last && last.rowCount === 1 && row === last.row && column === last.column + last.columnCount) {
      last.columnCount += 1;
    } else if (last && last.columnCount === 1 && column === last.column && row === last.row + last.rowCount) {
      last.rowCount += 1;
    } else {
      areas.push({ row, column, rowCount: 1, columnCount: 1 });
    }
  }
  return areas.map((area) => areaAddress({ ...area, row: area.row + origin.row, column: area.column + origin.column }));
}

function wrongShape(found: FoundInput, definition: InputDefinition, dimensions: Dimensions): Issue {
  const { sheet, cell } = addressOf(found);
  const where =
    cell === null ? say('aConstant') : say('cellsOfSize', { cells: cell, size: sizeInWords(foundSize(found)) });
  const sizes = sizesThatFit(definition.shapes, dimensions);
  return {
    severity: 'error',
    code: 'wrong-shape',
    sheet,
    cell,
    ...worded(
      say('wrongShape', { input: definition.name, where, dimensions: dimensionsInWords(dimensions) }),
      dimensions.resources === 1 && definition.shapes.includes('byResource')
        ? say('referToOrResources', { input: definition.name, sizes })
        : say('referTo', { input: definition.name, sizes }),
    ),
  };
}

function dimensionsInWords({ items, periods, resources }: Dimensions): Said {
  const size = { items: tally(items, 'item'), periods: tally(periods, 'period') };
  return resources > 1
    ? say('dimensionsOnResources', { ...size, resources: tally(resources, 'resource') })
    : say('dimensions', size);
}

/** Reads a cell that says TRUE or FALSE (or 1 or 0); null where it says neither or is blank. */
export function readTruth(found: FoundInput, report: (issue: Issue) => void): boolean | null {
  const cell = singleCell(found, report);
  if (!cell || isBlank(cell)) return null;
  const { value } = cell;
  const word = typeof value === 'string' ? value.trim().toUpperCase() : value;
  if (word === true || word === 'TRUE' || word === 1) return true;
  if (word === false || word === 'FALSE' || word === 0) return false;
  report(
    cellIssue(found, 0, 0, {
      code: 'not-a-truth-value',
      ...worded(say('noTruth', { input: found.input, value: JSON.stringify(value) }), say('enterTruth')),
    }),
  );
  return null;
}

/** Reads a cell that holds a word; null where it holds none. */
export function readWord(found: FoundInput, report: (issue: Issue) => void): string | null {
  const cell = singleCell(found, report);
  if (!cell || isBlank(cell)) return null;
  return typeof cell.value === 'string' ? cell.value.trim() : JSON.stringify(cell.value);
}

function singleCell(found: FoundInput, report: (issue: Issue) => void): Cell | null {
  const { rows, columns } = foundSize(found);
  if (rows === 1 && columns === 1) {
    const wrong = unreadable(found.cells[0][0], found.input);
    if (wrong) report(cellIssue(found, 0, 0, wrong));
    return wrong ? null : found.cells[0][0];
  }
  const one = { items: 1, periods: 1, resources: 1, periodsRun: 'across' } as const;
  report(wrongShape(found, inputDefinition(found.input), one));
  return null;
}

/** The number format of the first cell that holds a number; null where none does. */
export function firstNumberFormat(found: FoundInput): string | null {
  for (const row of found.cells) {
    const cell = row.find(({ value }) => typeof value === 'number');
    if (cell) return cell.numberFormat;
  }
  return null;
}

function turned<T>(rows: readonly (readonly T[])[]): T[][] {
  return rows[0].map((_, column) => rows.map((row) => row[column]));
}
