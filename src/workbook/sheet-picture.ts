import { areaContains } from './address';
import { cellText } from './cell-text';
import type { StackedChart } from './stacked-charts';
import type { CellStyle, ChartSeries, SeriesReference, SheetCell, SheetChart, SheetToWrite } from './sheet-content';
import type { CellValue, RangeReference, Workbook } from './workbook';

/** A sheet of the open file as the page shows it. */
export interface SheetPicture {
  readonly name: string;
  readonly columns: number;
  /** Only rows that hold something; each with its number on the sheet, from 0. */
  readonly rows: readonly PictureRow[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly charts: readonly PictureChart[];
  /** Whether the sheet has more than what is shown. */
  readonly isCut: boolean;
}

/** A chart that covers cells of the sheet. */
export interface PictureChart {
  readonly anchor: SheetChart['anchor'];
  readonly title: string;
  readonly description: string;
  readonly chart: StackedChart;
  /** Names of the lines, in order. */
  readonly lines: readonly string[];
}

export interface PictureRow {
  readonly row: number;
  readonly cells: readonly PictureCell[];
}

export interface PictureCell {
  readonly text: string;
  readonly isNumber: boolean;
  readonly style: CellStyle | null;
}

/** The most that is drawn: a page is no spreadsheet. */
const mostRows = 160;
const mostColumns = 30;
const nothing: PictureCell = { text: '', isNumber: false, style: null };

/** A sheet that was just written, with its looks. */
export function pictureOfWritten(sheet: SheetToWrite): SheetPicture {
  const all = [...sheet.cells];
  const isShown = ({ row, column }: { readonly row: number; readonly column: number }) =>
    row < 4000 && column < mostColumns;
  const byRow = new Map<number, PictureCell[]>();
  let columns = 0;
  let isCut = false;
  for (const cell of all) {
    if (!isShown(cell)) {
      isCut = true;
      continue;
    }
    const cells = byRow.get(cell.row) ?? [];
    byRow.set(cell.row, cells);
    const { value, style = null } = cell;
    const text = shownText(value, style);
    cells[cell.column] = { text, isNumber: typeof value === 'number', style };
    columns = Math.max(columns, cell.column + 1);
  }
  const charts = sheet.charts.filter(({ anchor }) => anchor.column + anchor.columnCount <= mostColumns);
  for (const { anchor } of charts) {
    columns = Math.max(columns, anchor.column + anchor.columnCount);
    // A chart needs its rows even where no cell is filled.
    for (let row = anchor.row; row < anchor.row + anchor.rowCount; row++) if (!byRow.has(row)) byRow.set(row, []);
  }
  const rows = [...byRow.entries()].sort(([a], [b]) => a - b);
  return {
    name: sheet.name,
    columns,
    rows: rows.slice(0, mostRows).map(([row, cells]) => ({ row, cells: filled(cells, columns) })),
    frozenRows: sheet.freeze?.rows ?? 0,
    frozenColumns: sheet.freeze?.columns ?? 0,
    charts: charts.map((chart) => ({
      anchor: chart.anchor,
      title: chart.title,
      description: chart.description,
      chart: chartOf(chart, all),
      lines: chart.series.filter(isLine).map(({ name }) => name),
    })),
    isCut: isCut || rows.length > mostRows,
  };
}

/** A sheet of the file as its cells show it. */
export async function pictureOfRead(workbook: Workbook, sheet: string): Promise<SheetPicture | null> {
  const range = { sheet, row: 0, column: 0, rowCount: mostRows, columnCount: mostColumns };
  const read = await workbook.read({ names: [], tables: [], ranges: [range], settings: [] });
  if (!read.ok || !read.value.ranges[0]) return null;
  const { cells } = read.value.ranges[0];
  const isFilled = (text: string) => text !== '';
  const texts = cells.map((line) => line.map((cell) => cell.text ?? cellText(cell.value, 'General', false) ?? ''));
  const columns = Math.max(
    1,
    ...texts.map((line) => line.length - [...line].reverse().findIndex(isFilled)).filter((n) => n <= mostColumns),
  );
  const last = texts.length - [...texts].reverse().findIndex((line) => line.some(isFilled));
  const rowCount = last > texts.length ? 1 : last;
  return {
    name: sheet,
    columns,
    rows: texts.slice(0, rowCount).map((line, row) => ({
      row,
      cells: line.slice(0, columns).map((text, column) => ({
        text,
        isNumber: typeof cells[row][column].value === 'number',
        style: null,
      })),
    })),
    frozenRows: 0,
    frozenColumns: 0,
    charts: [],
    isCut: rowCount === mostRows || columns === mostColumns,
  };
}

/** Whether a cell lies in the selection. */
export function isSelected(selection: RangeReference | null, sheet: string, row: number, column: number): boolean {
  return selection !== null && selection.sheet === sheet && areaContains(selection, row, column);
}

/** A native chart as the page draws charts: its columns stacked, up to two of its lines; no second axis. */
function chartOf({ series }: SheetChart, cells: readonly SheetCell[]): StackedChart {
  const values = (reference: SeriesReference) => cellsOf(reference, cells);
  const numbers = (reference: SeriesReference) =>
    values(reference).map((cell) => (typeof cell?.value === 'number' ? cell.value : null));
  const primary = series.filter(({ secondary }) => !secondary);
  const lines = primary.filter(isLine);
  const stacks = primary.filter((one) => !isLine(one));
  const periods = values(primary[0].categories).map((cell) => (cell ? shownText(cell.value, cell.style) : ''));
  const columns = stacks.map(({ name, values: reference }, color) => ({
    name,
    color,
    values: numbers(reference).map((value) => value ?? 0),
  }));
  return {
    resource: null,
    periods,
    series: columns,
    others: 0,
    totals: periods.map((_period, t) => columns.reduce((sum, column) => sum + column.values[t], 0)),
    line: lines[0] ? numbers(lines[0].values) : periods.map(() => null),
    raisedLine: lines[1] ? numbers(lines[1].values) : null,
  };
}

function isLine({ kind, secondary }: ChartSeries): boolean {
  return kind === 'line' && !secondary;
}

function cellsOf({ row, column, rowCount, columnCount }: SeriesReference, cells: readonly SheetCell[]) {
  const area = { row, column, rowCount, columnCount };
  const inside = cells.filter((cell) => areaContains(area, cell.row, cell.column));
  return Array.from({ length: rowCount * columnCount }, (_none, n) =>
    inside.find((cell) => cell.row - row + cell.column - column === n),
  );
}

function shownText(value: CellValue, style: CellStyle | null = null): string {
  return cellText(value, style?.numberFormat ?? 'General', false) ?? String(value);
}

function filled(cells: readonly (PictureCell | undefined)[], columns: number): PictureCell[] {
  return Array.from({ length: columns }, (_none, column) => cells[column] ?? nothing);
}
