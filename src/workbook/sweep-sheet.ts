import { costTermIds, costTermTitles } from '../planning';
import type { Sweep } from '../planning';
import { cellAddress } from './address';
import { emptySheet } from './book-content';
import { colors } from './plan-sheet/styles';
import type { SheetCell, SheetContent } from './sheet-content';
import type { CellValue } from './workbook';

/** The sheet that a sweep is written to. */
export const sweepSheetName = 'SOP Sweep';

const heading = { bold: true, fill: colors.accent, fontColor: colors.accentText, align: 'right' } as const;
const note = { fontColor: colors.grey } as const;
const money = { align: 'right', numberFormat: '#,##0.00' } as const;
const chartRows = 18;
const chartColumns = 6;

/** What a sweep started from, in words, and when it was made. */
export interface SweepOrigin {
  /** Scenario, preset, or changes of the what-if; empty for the workbook as it is. */
  readonly from: string;
  readonly runDate: string;
}

/**
 * How the cost follows one input, as a sheet: the curve as a chart, what happens between the values in words, and a line for each
 * value with its cost by term. What one more unit costs or saves is a formula over the sheet's own cells; a value without a plan
 * shows why, and leaves a gap in the chart.
 */
export function sweepSheet({ input, points, breaks }: Sweep, { from, runDate }: SweepOrigin): SheetContent {
  const terms = costTermIds.filter((id) => points.some(({ costs }) => costs !== null && costs[id] !== 0));
  const isWhole = points.every(({ value }) => Number.isInteger(value));
  const number = { align: 'right', numberFormat: isWhole ? '#,##0' : 'General' } as const;
  const cells: SheetCell[] = [];
  const put = (row: number, column: number, value: CellValue, style?: SheetCell['style'], formula?: string) =>
    void cells.push({ row, column, value, style, ...(formula === undefined ? {} : { formula }) });
  put(0, 0, `${sweepSheetName}: ${input}`, { bold: true, fontSize: 16, fontColor: colors.accent });
  put(1, 0, `How the total cost follows ${input}${from === '' ? '' : `, ${from}`}. ${runDate.replace('T', ' ')}`, note);
  breaks.forEach(({ sentence }, n) => put(3 + n, 0, sentence));
  const chartRow = 4 + breaks.length;
  const top = chartRow + chartRows + 1;
  const titles = [input, 'Total cost', 'Per unit more', 'Status', ...terms.map((id) => costTermTitles[id])];
  titles.forEach((title, column) => put(top, column, title, heading));
  points.forEach(({ value, status, totalCost, costs }, n) => {
    const row = top + 1 + n;
    const before = points[n - 1];
    put(row, 0, value, number);
    put(row, 1, totalCost, money);
    if (totalCost !== null && before && before.totalCost !== null) {
      const [last, now] = [row - 1, row].map((each) => [cellAddress(each, 0), cellAddress(each, 1)]);
      const slope = (totalCost - before.totalCost) / (value - before.value);
      put(row, 2, slope, money, `(${now[1]}-${last[1]})/(${now[0]}-${last[0]})`);
    }
    put(row, 3, status === 'optimal' ? 'optimal' : statusText[status], { align: 'right' });
    terms.forEach((id, t) => put(row, 4 + t, costs?.[id] ?? null, money));
  });
  const down = (column: number) => ({ row: top + 1, column, rowCount: points.length, columnCount: 1 });
  return {
    ...emptySheet(sweepSheetName),
    cells,
    columnWidths: [18, 18, 18, 16, ...terms.map(() => 18)],
    freeze: { rows: 2, columns: 1 },
    print: { orientation: 'landscape', fitToWidth: 1, titleRows: null, titleColumns: null },
    showGridlines: false,
    tabColor: colors.accent,
    charts: [
      {
        name: 'Sweep: total cost',
        title: `Total cost by ${input}`,
        description: `Line: total cost at every value of ${input}; no point where no plan satisfies the limits.`,
        anchor: { row: chartRow, column: 0, rowCount: chartRows, columnCount: chartColumns },
        stacked: false,
        series: [{ kind: 'line', name: 'Total cost', values: down(1), categories: down(0), color: colors.accent }],
        valueAxisTitle: null,
        categoryAxisTitle: input,
        valueNumberFormat: '#,##0',
      },
    ],
  };
}

const statusText = {
  stoppedEarly: 'stopped early',
  infeasible: 'no plan',
  unbounded: 'unbounded',
  invalid: 'invalid',
  failed: 'failed',
} as const;
