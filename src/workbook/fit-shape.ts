import type { InputShape } from './schema-definitions';

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
export function sizesThatFit(shapes: readonly InputShape[], dimensions: Dimensions): string {
  const different = shapes.filter((shape, position) => {
    const size = sizeInOrder(shape, dimensions);
    return !shapes.slice(0, position).some((earlier) => sizeInOrder(earlier, dimensions) === size);
  });
  const sizes = different.map((shape) => {
    const { rows, columns } = sizeOf(shape, dimensions);
    const meaning = shapeWords[shape][dimensions.periodsRun];
    if (shape === 'scalar') return '1 cell';
    if (Math.min(rows, columns) === 1) return `${cellCount(rows * columns)} (${shapeWords[shape].across})`;
    return dimensions.periodsRun === 'across'
      ? `${rows} × ${columns} (${meaning})`
      : `${columns} × ${rows} (${meaning})`;
  });
  return sizes.length === 1 ? sizes[0] : `${sizes.slice(0, -1).join(', ')} or ${sizes[sizes.length - 1]}`;
}

/** A list is the same in a row and in a column. */
function sizeInOrder(shape: InputShape, dimensions: Dimensions): string {
  const { rows, columns } = sizeOf(shape, dimensions);
  return Math.min(rows, columns) === 1 ? `${rows * columns}` : `${rows} × ${columns}`;
}

/** A range's size, for a message. */
export function sizeInWords({ rows, columns }: Size): string {
  return `${rows} ${rows === 1 ? 'row' : 'rows'} × ${columns} ${columns === 1 ? 'column' : 'columns'}`;
}

function cellCount(count: number): string {
  return count === 1 ? '1 cell' : `${count} cells`;
}

const shapeWords: Readonly<Record<InputShape, Readonly<Record<PeriodsRun, string>>>> = {
  scalar: { across: 'one for all', down: 'one for all' },
  byItem: { across: 'one per item', down: 'one per item' },
  byPeriod: { across: 'one per period', down: 'one per period' },
  byItemAndPeriod: { across: 'items in rows, periods in columns', down: 'periods in rows, items in columns' },
  byResource: { across: 'one per resource', down: 'one per resource' },
  byResourceAndPeriod: {
    across: 'resources in rows, periods in columns',
    down: 'periods in rows, resources in columns',
  },
  byItemAndResource: { across: 'items in rows, resources in columns', down: 'resources in rows, items in columns' },
};
