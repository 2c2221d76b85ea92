import { number, sayIn, tally } from '../planning/index';
import type { Said, SaidValue } from '../planning/index';
import type { InputShape } from './schema-definitions';

/** Sizes and what they stand for, in messages. */
export const shapeTexts = {
  size: '{rows} × {columns}',
  sizeFor: '{rows} × {columns} ({meaning})',
  cellsFor: '{cells} ({meaning})',
  oneForAll: 'one for all',
  onePerItem: 'one per item',
  onePerPeriod: 'one per period',
  onePerResource: 'one per resource',
  itemsByPeriods: 'items in rows, periods in columns',
  periodsByItems: 'periods in rows, items in columns',
  resourcesByPeriods: 'resources in rows, periods in columns',
  periodsByResources: 'periods in rows, resources in columns',
  itemsByResources: 'items in rows, resources in columns',
  resourcesByItems: 'resources in rows, items in columns',
} as const;

const say = sayIn(shapeTexts);

/** Numbers of items, periods and resources, and the direction in which periods run in a matrix. */
export interface Dimensions {
  readonly items: number;
  readonly periods: number;
  readonly resources: number;
  readonly periodsRun: PeriodsRun;
}

/** `across`: periods in columns. `down`: periods in rows. */
export type PeriodsRun = 'across' | 'down';

/** What the rows or columns of a range stand for. */
export type InputDimension = 'items' | 'periods' | 'resources';

/** A range's number of rows and columns. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** How a range is read: its shape, and whether its rows are the shape's columns. */
export interface Fit {
  readonly shape: InputShape;
  readonly transposed: boolean;
}

/**
 * The first of the shapes that the range's size fits; null if none does. Where a list could be by period as well as by
 * something else, its direction decides: along the periods' direction it is by period.
 */
export function fitShape(shapes: readonly InputShape[], size: Size, dimensions: Dimensions): Fit | null {
  const fits = shapes.flatMap((shape) => fitOf(shape, size, dimensions) ?? []);
  const alongPeriods = dimensions.periodsRun === 'across' ? size.rows === 1 : size.columns === 1;
  if (fits[0]?.shape !== 'scalar' && fits.some(({ shape }) => shape === 'byPeriod')) {
    const preferred = fits.find(({ shape }) => (shape === 'byPeriod') === alongPeriods);
    if (preferred) return preferred;
  }
  return fits[0] ?? null;
}

function fitOf(shape: InputShape, size: Size, dimensions: Dimensions): Fit | null {
  const wanted = sizeOf(shape, dimensions);
  if (Math.min(wanted.rows, wanted.columns) === 1) {
    const sameLength = size.rows * size.columns === wanted.rows * wanted.columns;
    if (!sameLength || Math.min(size.rows, size.columns) !== 1) return null;
    return { shape, transposed: size.rows !== wanted.rows };
  }
  const upright = size.rows === wanted.rows && size.columns === wanted.columns;
  const turned = size.columns === wanted.rows && size.rows === wanted.columns;
  const mayTurn = dimensions.periodsRun === 'down' || shape === 'byItemAndResource';
  const mayStand = dimensions.periodsRun === 'across' || shape === 'byItemAndResource';
  if (upright && mayStand && !(turned && dimensions.periodsRun === 'down')) return { shape, transposed: false };
  return turned && mayTurn ? { shape, transposed: true } : null;
}

/** Rows and columns of a shape where periods run across. */
export function sizeOf(shape: InputShape, { items, periods, resources }: Dimensions): Size {
  switch (shape) {
    case 'scalar':
      return { rows: 1, columns: 1 };
    case 'byItem':
      return { rows: items, columns: 1 };
    case 'byPeriod':
      return { rows: 1, columns: periods };
    case 'byItemAndPeriod':
      return { rows: items, columns: periods };
    case 'byResource':
      return { rows: resources, columns: 1 };
    case 'byResourceAndPeriod':
      return { rows: resources, columns: periods };
    case 'byItemAndResource':
      return { rows: items, columns: resources };
  }
}

/** What the rows of a range stand for, and what its columns do; null for a single row or column. */
export function dimensionsOf({ shape, transposed }: Fit): {
  readonly down: InputDimension | null;
  readonly across: InputDimension | null;
} {
  const [rows, columns] = shapeDimensions[shape];
  return transposed ? { down: columns, across: rows } : { down: rows, across: columns };
}

const shapeDimensions: Readonly<Record<InputShape, readonly [InputDimension | null, InputDimension | null]>> = {
  scalar: [null, null],
  byItem: ['items', null],
  byPeriod: [null, 'periods'],
  byItemAndPeriod: ['items', 'periods'],
  byResource: ['resources', null],
  byResourceAndPeriod: ['resources', 'periods'],
  byItemAndResource: ['items', 'resources'],
};

/** The sizes that would fit, for a message: `1 cell, 3 cells (one per item) or 3 × 12 (items × periods)`. */
export function sizesThatFit(shapes: readonly InputShape[], dimensions: Dimensions): SaidValue {
  const different = shapes.filter((shape, position) => {
    const size = sizeInOrder(shape, dimensions);
    return !shapes.slice(0, position).some((earlier) => sizeInOrder(earlier, dimensions) === size);
  });
  const sizes = different.map((shape): SaidValue => {
    const { rows, columns } = sizeOf(shape, dimensions);
    const meaning = say(shapeWords[shape][dimensions.periodsRun]);
    if (shape === 'scalar') return tally(1, 'cell');
    if (Math.min(rows, columns) === 1) {
      return say('cellsFor', { cells: tally(rows * columns, 'cell'), meaning: say(shapeWords[shape].across) });
    }
    return dimensions.periodsRun === 'across'
      ? say('sizeFor', { rows: number(rows), columns: number(columns), meaning })
      : say('sizeFor', { rows: number(columns), columns: number(rows), meaning });
  });
  return { kind: 'either', of: sizes };
}

/** A list is the same in a row and in a column. */
function sizeInOrder(shape: InputShape, dimensions: Dimensions): string {
  const { rows, columns } = sizeOf(shape, dimensions);
  return Math.min(rows, columns) === 1 ? `${rows * columns}` : `${rows} × ${columns}`;
}

/** A range's size, for a message. */
export function sizeInWords({ rows, columns }: Size): Said {
  return say('size', { rows: tally(rows, 'row'), columns: tally(columns, 'column') });
}

type ShapeWord = Exclude<keyof typeof shapeTexts, 'size' | 'sizeFor' | 'cellsFor'>;

const shapeWords: Readonly<Record<InputShape, Readonly<Record<PeriodsRun, ShapeWord>>>> = {
  scalar: { across: 'oneForAll', down: 'oneForAll' },
  byItem: { across: 'onePerItem', down: 'onePerItem' },
  byPeriod: { across: 'onePerPeriod', down: 'onePerPeriod' },
  byItemAndPeriod: { across: 'itemsByPeriods', down: 'periodsByItems' },
  byResource: { across: 'onePerResource', down: 'onePerResource' },
  byResourceAndPeriod: { across: 'resourcesByPeriods', down: 'periodsByResources' },
  byItemAndResource: { across: 'itemsByResources', down: 'resourcesByItems' },
};
