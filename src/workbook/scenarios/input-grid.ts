import type { FoundInput } from '../find-input';
import { dimensionsOf, fitShape } from '../fit-shape';
import type { Dimensions, InputDimension } from '../fit-shape';
import { isBlank } from '../cell-number';
import { foundSize } from '../read-layout';
import { inputDefinition } from '../schema';
import type { InputName } from '../schema';
import type { InputShape } from '../schema-definitions';
import type { Cell } from '../workbook';

/**
 * Numbers of an input by its dimensions: rows are items or resources, columns are periods (or resources, by item). A
 * dimension that the input lacks has length 1. Null is "no limit".
 */
export interface InputGrid {
  readonly input: InputName;
  readonly shape: InputShape;
  readonly down: InputDimension | null;
  readonly across: InputDimension | null;
  readonly numbers: (number | null)[][];
  readonly numberFormat: string;
  /** What the workbook has; null where it does not give the input. */
  readonly source: FoundInput | null;
  /** Whether the source's rows are this grid's columns; null once the grid has grown beyond its source. */
  readonly transposed: boolean | null;
}

/** The numbers of an input that was read without error; for one that is not given, its default where that is a number. */
export function gridOf(input: InputName, found: FoundInput | undefined, dimensions: Dimensions): InputGrid | null {
  const definition = inputDefinition(input);
  const given = found && !found.cells.every((row) => row.every(isBlank)) ? found : null;
  const fit = given && fitShape(definition.shapes, foundSize(given), dimensions);
  if (!given || !fit) {
    const standard = /^\d+$/.test(definition.default) ? Number(definition.default) : null;
    const shape: InputShape | null = definition.shapes.includes('scalar') ? 'scalar' : null;
    if (shape === null) return null;
    const nothing = { down: null, across: null, numberFormat: 'General', source: null, transposed: null };
    return { input, shape, ...nothing, numbers: [[standard]] };
  }
  const read = given.cells.map((row) => row.map((cell) => numberOf(cell, definition.blank)));
  const numbers = fit.transposed ? turned(read) : read;
  const { down, across } = dimensionsOf({ shape: fit.shape, transposed: false });
  const first = given.cells.flat().find(({ value }) => typeof value === 'number');
  const numberFormat = first?.numberFormat ?? 'General';
  return { input, shape: fit.shape, down, across, numbers, numberFormat, source: given, transposed: fit.transposed };
}

/** The grid with the dimensions that a change needs, its numbers repeated; null where the input cannot have them. */
export function grownGrid(
  grid: InputGrid,
  needs: { readonly rows: boolean; readonly periods: boolean },
  dimensions: Dimensions,
): InputGrid | null {
  const rows = needs.rows || grid.down !== null;
  const columns = needs.periods || grid.across !== null;
  if (rows === (grid.down !== null) && columns === (grid.across !== null)) {
    return needs.periods && grid.across !== 'periods' ? null : grid;
  }
  const shape = inputDefinition(grid.input).shapes.find((candidate) => {
    const { down, across } = dimensionsOf({ shape: candidate, transposed: false });
    const keeps = (grid.down === null || down === grid.down) && (grid.across === null || across === grid.across);
    return (
      keeps && (down !== null) === rows && (across !== null) === columns && (!needs.periods || across === 'periods')
    );
  });
  if (!shape) return null;
  const { down, across } = dimensionsOf({ shape, transposed: false });
  const height = down === null ? 1 : dimensions[down];
  const width = across === null ? 1 : dimensions[across];
  const numbers = Array.from({ length: height }, (_row, r) => {
    const line = grid.numbers[grid.numbers.length === 1 ? 0 : r];
    return Array.from({ length: width }, (_column, c) => line[line.length === 1 ? 0 : c]);
  });
  return { ...grid, shape, down, across, numbers, transposed: null };
}

/** The grid as an input that a workbook could hold, in the direction in which its matrices run. */
export function inputOf(grid: InputGrid, { periodsRun }: Dimensions): FoundInput {
  const mayTurn = grid.shape !== 'byItemAndResource';
  const turn = grid.transposed ?? (periodsRun === 'down' && mayTurn);
  const numbers = turn ? turned(grid.numbers) : grid.numbers;
  const cells = numbers.map((row) => row.map((value): Cell => cellOf(value, grid.numberFormat)));
  const { source } = grid;
  return {
    input: grid.input,
    definedName: source?.definedName ?? null,
    scope: source?.scope ?? null,
    reference: source?.reference ?? null,
    cells,
    above: source?.above ?? null,
    left: source?.left ?? null,
    changed: true,
  };
}

function numberOf({ value }: Cell, blank: 'zero' | 'noLimit'): number | null {
  return typeof value === 'number' ? value : blank === 'zero' ? 0 : null;
}

function cellOf(value: number | null, numberFormat: string): Cell {
  return { value, numberFormat, text: null, formula: null };
}

function turned<T>(rows: readonly (readonly T[])[]): T[][] {
  return rows[0].map((_, column) => rows.map((row) => row[column]));
}
