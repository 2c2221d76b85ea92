import type { CellValue } from './cell-value';

/**
 * A result sheet as plain data. Rows and columns count from 0. Every adapter (file, Excel) draws the same sheet from it.
 */
export interface SheetContent {
  /** At most 31 characters, none of `[ ] : * ? / \`. */
  readonly name: string;
  readonly cells: readonly SheetCell[];
  /** Widths in characters of the default font, from column 0; null leaves the default. */
  readonly columnWidths: readonly (number | null)[];
  /** Rows and columns that stay while scrolling. */
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  readonly print: PrintSetup | null;
  readonly highlights: readonly Highlight[];
  readonly charts: readonly SheetChart[];
  readonly showGridlines: boolean;
  /** `RRGGBB`, or null. */
  readonly tabColor: string | null;
  /** A sheet that is added is not shown among the tabs. */
  readonly hidden?: boolean;
}

/**
 * A sheet on its way into a workbook. Its cells may be made only while they are gone through, the same each time: a sheet may
 * have a million, of which no writer needs more than one line at once.
 */
export interface SheetToWrite extends Omit<SheetContent, 'cells'> {
  readonly cells: Iterable<SheetCell>;
}

/** The sheet with all its cells made. */
export function madeSheet(sheet: SheetToWrite): SheetContent {
  return { ...sheet, cells: [...sheet.cells] };
}

export interface SheetCell {
  readonly row: number;
  readonly column: number;
  /** A constant, or the cached value of `formula`. Text is always written as text, whatever it starts with. */
  readonly value: CellValue;
  /** With the leading `=`, in English with commas (A1 references); absent for a constant. */
  readonly formula?: string;
  readonly style?: CellStyle;
}

/** Only what a plan sheet needs; an absent property leaves Excel's default. */
export interface CellStyle {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. */
  readonly fontSize?: number;
  /** `RRGGBB`. */
  readonly fontColor?: string;
  readonly fill?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly verticalAlign?: 'top' | 'middle' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly borderTop?: 'thin' | 'medium';
  readonly borderBottom?: 'thin' | 'medium';
}

export interface PrintSetup {
  readonly orientation: 'landscape' | 'portrait';
  /** Pages the sheet is fitted to in width; height is free. */
  readonly fitToWidth: number;
  /** Rows repeated on every page, first and last, from 0. */
  readonly titleRows: readonly [number, number] | null;
  readonly titleColumns: readonly [number, number] | null;
}

/** A conditional format on a rectangle. */
export interface Highlight {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** `atLeast`: value >= limit. `isFalse`: the value is FALSE. `formula`: relative to the top-left cell. */
  readonly when:
    | { readonly kind: 'atLeast'; readonly limit: number }
    | { readonly kind: 'isFalse' }
    | { readonly kind: 'formula'; readonly formula: string };
  readonly style: Pick<CellStyle, 'fill' | 'fontColor' | 'bold'>;
}

/** A rectangle of cells one row or one column thick, on the same sheet unless `sheet` is given. */
export interface SeriesReference {
  readonly sheet?: string;
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

export interface ChartSeries {
  readonly kind: 'column' | 'line' | 'area';
  readonly name: string;
  /** Cell with the name, where the sheet has one, so that the chart follows it. */
  readonly nameCell?: { readonly row: number; readonly column: number };
  readonly values: SeriesReference;
  readonly categories: SeriesReference;
  /** `RRGGBB`. */
  readonly color: string;
  readonly dashed?: boolean;
  /** For black-and-white print: a pattern for columns, a marker for lines. */
  readonly pattern?:
    'solid' | 'wideUpwardDiagonal' | 'wideDownwardDiagonal' | 'percent20' | 'percent50' | 'horizontal' | 'vertical';
  readonly marker?: 'none' | 'circle' | 'square' | 'diamond' | 'triangle';
  /** Drawn against the right-hand axis. */
  readonly secondary?: boolean;
}

/** A native chart anchored on the sheet. Columns are stacked when `stacked`. */
export interface SheetChart {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly anchor: {
    readonly row: number;
    readonly column: number;
    readonly rowCount: number;
    readonly columnCount: number;
  };
  readonly stacked: boolean;
  readonly series: readonly ChartSeries[];
  readonly valueAxisTitle: string | null;
  readonly categoryAxisTitle: string | null;
  readonly valueNumberFormat: string;
  /** Where the left value axis starts; absent: the program chooses, and may cut columns short. */
  readonly valueAxisMinimum?: number;
}
