import { againstToday } from './plan-sheet/against-today';
import { planCharts } from './plan-sheet/charts';
import { columnWidths } from './plan-sheet/column-widths';
import { sheetFormats } from './plan-sheet/formats';
import { headerLines, headingLine } from './plan-sheet/header';
import { planHighlights } from './plan-sheet/highlights';
import type { PlanSheetInput } from './plan-sheet/input';
import { inputCheckLines } from './plan-sheet/input-checks';
import { itemTable } from './plan-sheet/item-table';
import { drawnLines, lineNumbers, placesOf } from './plan-sheet/layout';
import type { SheetLayout } from './plan-sheet/layout';
import { sectionLine } from './plan-sheet/panel';
import { panelBlocks } from './plan-sheet/panel-blocks';
import { overrideLines } from './plan-sheet/override-lines';
import type { PlanRow } from './plan-sheet/plan-row';
import { planRows } from './plan-sheet/plan-rows';
import { blankLine, firstPeriodColumn, openingColumn } from './plan-sheet/sheet-block';
import type { SheetLine } from './plan-sheet/sheet-block';
import { planSheetName } from './plan-sheet/sheet-name';
import { colors, sheetStyles } from './plan-sheet/styles';
import { tidyPlan } from './plan-sheet/tidy';
import type { SheetToWrite } from './sheet-content';

export type { PlanCosts, PlanCostTerm, PlanSheetFormats, PlanSheetInput } from './plan-sheet/input';
export type { InputDimension, InputPosition, InputReference, ReferencedInput } from './plan-sheet/input-reference';
export { planCosts, workbookSide } from './plan-sheet/reading-to-input';
export { planSheetName } from './plan-sheet/sheet-name';

const chartRows = 17;
/** Periods that a printed page holds at a readable size. */
const periodsPerPage = 18;

/**
 * The plan as a sheet. Decisions are values; what follows from them (inventories, loads, costs, key figures, checks) are
 * formulas over the plan's own cells and the user's inputs, with their values. It needs neither solver nor add-in.
 *
 * From the top: header; run, key figures and checks beside the charts; cost; what is done today against it; all items by period; one line per item;
 * capacity, warehouses and workforce; a block per item; the figures behind the stacked chart.
 */
export function planSheet(given: PlanSheetInput): SheetToWrite {
  const input = { ...given, plan: tidyPlan(given.plan) };
  const horizon = input.problem.periods.length;
  const formats = sheetFormats(input);
  const styles = sheetStyles(formats);
  const rows = planRows(input);
  const headings = headingLine(input, rows.columns, styles);
  const table = itemTable(input, rows.terms, rows.items, rows.columns, styles);
  const panel = panelBlocks(input, rows, table, headings, styles);
  const unchanged = inputCheckLines(input.inputChecks ?? [], firstPeriodColumn + horizon, styles);
  const header = headerLines(input, rows.costs, panel.checks, unchanged.marks, headings, rows.columns, styles);

  const section = (title: string, blocks: readonly (readonly PlanRow[])[]): readonly SheetLine[] =>
    blocks.length === 0 ? [] : [sectionLine(title, styles, firstPeriodColumn + horizon), ...blocks.flat(), blankLine()];
  const rowsOf = (blocks: readonly { readonly rows: readonly PlanRow[] }[]) => blocks.map((block) => block.rows);
  const beside = Math.max(0, 2 * (chartRows + 1) - panel.lines.length);
  const top = [...header, blankLine(), ...panel.lines, ...Array.from({ length: beside }, blankLine), blankLine()];
  const shared = [
    ...section('Capacity', rowsOf(rows.resources)),
    ...section('Warehouse', rowsOf(rows.warehouses)),
    ...section('Workforce', rows.workforce ? [rows.workforce.rows] : []),
  ];
  const plan = section('Plan by item', rows.itemBlocks);
  const body = [...shared, ...plan];
  const lines = [
    ...top,
    ...section('Cost', [rows.costs.rows]),
    ...againstToday(input, rows.costs, firstPeriodColumn + horizon, styles),
    ...overrideLines(input.overrides ?? [], firstPeriodColumn + horizon, styles),
    ...section('All items', [rows.totals.rows]),
    sectionLine('Items', styles, firstPeriodColumn + horizon),
    ...table.lines,
    ...body,
    ...section('Chart data', [rows.stack.rows]),
    ...unchanged.lines,
  ];
  const blocks = [
    rows.costs.rows,
    rows.totals.rows,
    ...rowsOf([...rows.resources, ...rows.warehouses]),
    ...(rows.workforce ? [rows.workforce.rows] : []),
    ...rows.itemBlocks,
  ];
  const layout: SheetLayout = {
    lines,
    horizon,
    columns: rows.columns,
    rates: rows.rates,
    items: { first: plan[0], last: plan[plan.length - 1] },
    body: { first: body[0], last: body[body.length - 1] },
    leads: new Set(blocks.map((block) => block[0])),
  };
  const numberOf = lineNumbers(lines);
  const periodsOf = (row: PlanRow | 'headings') => ({
    row: numberOf(row === 'headings' ? headings : row),
    column: firstPeriodColumn,
    rowCount: 1,
    columnCount: horizon,
  });
  const pages = Math.ceil(horizon / periodsPerPage);
  return {
    name: planSheetName(input.scenario),
    cells: drawnLines(layout, placesOf(layout, numberOf), styles),
    columnWidths: columnWidths(
      input,
      formats,
      [...rows.itemBlocks.flat(), ...rows.totals.rows, ...rows.costs.rows],
      table.figures,
      rows.columns,
    ),
    freeze: { rows: header.length, columns: 2 },
    print: {
      orientation: 'landscape',
      fitToWidth: pages,
      titleRows: [0, header.length - 1],
      titleColumns: pages > 1 ? [0, 1] : null,
    },
    highlights: planHighlights(
      {
        uses: [...rows.resources, ...rows.warehouses].flatMap(({ use }) => use ?? []),
        troubles: rows.items.flatMap(({ rows: { demand, belowZero } }) => [
          ...demand.shortage.rows,
          ...demand.late.rows,
          ...(belowZero ? [belowZero] : []),
        ]),
        checks: [...panel.checks.map(({ line }) => line), ...panel.limits, ...unchanged.marks, ...table.itemLines],
        headerCheck: header[1],
      },
      horizon,
      numberOf,
    ),
    charts: planCharts(input, formats, rows, {
      periodsOf,
      rowNumber: numberOf,
      origin: { row: header.length + 1, column: openingColumn },
      chartRows,
      chartColumns: Math.min(8, Math.max(6, Math.ceil((horizon + 1) / 2))),
    }),
    showGridlines: false,
    tabColor: colors.accent,
  };
}
