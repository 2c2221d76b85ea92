import type { SheetCell } from '../sheet-content';
import { cellAddress, columnName } from '../address';
import type { ItemColumn, PlanRow } from './plan-row';
import { firstPeriodColumn, measureColumn, openingColumn, ownerColumn, totalColumn } from './sheet-block';
import type { RateColumns, RatesBeside } from './rate-columns';
import type { FreeLine, LinePlaces, SheetLine } from './sheet-block';
import { colors } from './styles';
import type { SheetStyles } from './styles';

/** Lines from the first to the last, both included. */
export interface LineSpan {
  readonly first: SheetLine;
  readonly last: SheetLine;
}

/** Lines in their order, with the stretches that column sums run over. */
export interface SheetLayout {
  readonly lines: readonly SheetLine[];
  readonly horizon: number;
  readonly columns: RateColumns;
  readonly rates: RatesBeside;
  /** The blocks of the items. */
  readonly items: LineSpan;
  /** All blocks that bear cost. */
  readonly body: LineSpan;
  /** First rows of their blocks. */
  readonly leads: ReadonlySet<SheetLine>;
}

/** Row of each line, counted from 0. */
export type LineNumbers = (line: SheetLine) => number;

/** Numbers the lines from the top. */
export function lineNumbers(lines: readonly SheetLine[]): LineNumbers {
  const numbers = new Map<SheetLine, number>(lines.map((line, number) => [line, number]));
  return (line) => {
    const number = numbers.get(line);
    if (number === undefined) throw new Error('A formula of the plan sheet refers to a line that is not on the sheet.');
    return number;
  };
}

/** Where rows and columns stand, as formulas write them. */
export function placesOf({ horizon, columns, items, body }: SheetLayout, numberOf: LineNumbers): LinePlaces {
  const periodNames = Array.from({ length: horizon }, (_, t) => columnName(firstPeriodColumn + t));
  const opening = columnName(openingColumn);
  const total = columnName(totalColumn);
  const letters = (column: ItemColumn): string => {
    if (column === 'measures') return `$${columnName(measureColumn)}`;
    if (column === 'openings') return opening;
    if ('rate' in column) return `$${columnName(columns.first + column.rate)}`;
    return periodNames[column.period];
  };
  const stretch = (column: ItemColumn, { first, last }: LineSpan, rows = 'all') => {
    const [top, bottom] = [
      numberOf(first) + (rows === 'butFirst' ? 2 : 1),
      numberOf(last) + (rows === 'butLast' ? 0 : 1),
    ];
    return `${letters(column)}$${top}:${letters(column)}$${bottom}`;
  };
  const span = (number: number) => `${periodNames[0]}${number}:${periodNames[horizon - 1]}${number}`;
  // A row is named by every cell that refers to it, and its digits are put together once.
  const digits = new Map<PlanRow, string>();
  const digitsOf = (row: PlanRow): string => {
    const known = digits.get(row);
    if (known !== undefined) return known;
    const text = String(numberOf(row) + 1);
    digits.set(row, text);
    return text;
  };
  return {
    cell: (row, period) => (period < 0 ? opening : periodNames[period]) + digitsOf(row),
    total: (row) => total + digitsOf(row),
    span: (row) => span(numberOf(row) + 1),
    spanAbove: (row) => span(numberOf(row)),
    measure: (row) => `$${columnName(measureColumn)}${numberOf(row) + 1}`,
    rate: (row, rate) => `$${columnName(columns.first + rate)}${numberOf(row) + 1}`,
    itemColumn: (column, rows) => stretch(column, items, rows),
    bodyColumn: (column) => stretch(column, body),
    address: (line, column) => cellAddress(numberOf(line), column),
  };
}

/** All cells of the sheet, line by line from left to right, made anew at each pass. */
export function drawnLines(layout: SheetLayout, places: LinePlaces, styles: SheetStyles): Iterable<SheetCell> {
  return inLines(layout.lines.length, (row) => {
    const line = layout.lines[row];
    return line.kind === 'planRow' ? drawnPlanRow(row, line, layout, places, styles) : drawnLine(row, line, places);
  });
}

/** The cells of so many lines, of which only one is there at a time. Written without a generator, which would make two objects per cell. */
function inLines(count: number, drawn: (row: number) => readonly SheetCell[]): Iterable<SheetCell> {
  return {
    [Symbol.iterator](): Iterator<SheetCell, undefined> {
      let row = 0;
      let at = 0;
      let cells: readonly SheetCell[] = [];
      const found: { done: false; value: SheetCell } = { done: false, value: { row: 0, column: 0, value: null } };
      return {
        next() {
          while (at === cells.length) {
            if (row === count) return { done: true, value: undefined };
            cells = drawn(row++);
            at = 0;
          }
          found.value = cells[at++];
          return found;
        },
      };
    },
  };
}

function drawnLine(row: number, line: FreeLine, places: LinePlaces): readonly SheetCell[] {
  return line.cells(places).map(({ column, value, formula, style }) => {
    return { row, column, value, ...(formula ? { formula: `=${formula}` } : {}), ...(style ? { style } : {}) };
  });
}

function drawnPlanRow(
  row: number,
  line: PlanRow,
  { leads: leading, horizon, columns, rates: ratesBeside }: SheetLayout,
  places: LinePlaces,
  styles: SheetStyles,
): readonly SheetCell[] {
  const cells: SheetCell[] = [];
  const { look: rowLook, total, opening, formula } = line;
  const leads = leading.has(line);
  const style = styles.row(rowLook, leads, 'number');
  // What the planner fixed is told from what was decided.
  const fixedStyle = line.fixed?.some(Boolean) ? { ...style, fill: colors.band, italic: true } : style;
  cells.push({ row, column: ownerColumn, value: line.owner, style: styles.row(rowLook, leads, 'owner') });
  cells.push({ row, column: measureColumn, value: line.measure, style: styles.row(rowLook, leads, 'measure') });
  const number = (column: number, value: number | null, text: string | null | undefined, isFixed = false) => {
    // An empty cell is drawn only for the line above it.
    if (value === null && !style.borderTop) return;
    const look = isFixed ? fixedStyle : style;
    cells.push(
      text && value !== null
        ? { row, column, value, formula: `=${text}`, style: look }
        : { row, column, value, style: look },
    );
  };
  number(totalColumn, total?.value ?? null, total?.formula?.(places));
  number(openingColumn, opening?.value ?? null, opening?.formula);
  for (let t = 0; t < horizon; t += 1)
    number(firstPeriodColumn + t, line.values[t], formula?.(t, places), line.fixed?.[t]);
  const rates = [...line.rates, ...(ratesBeside.get(line) ?? [])].sort((a, b) => a.column - b.column);
  for (const { column, value, formula: text } of rates)
    cells.push({
      row,
      column: columns.first + column,
      value,
      ...(text ? { formula: `=${text}` } : {}),
      style: styles.rate,
    });
  return cells;
}
