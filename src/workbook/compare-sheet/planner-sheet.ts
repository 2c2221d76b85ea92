import { costTermIds, costTermTitles } from '../../planning';
import type { PlanReport } from '../../planning';
import { emptySheet } from '../book-content';
import type { ComparedPlanner } from '../compared-planner';
import type { PlanJudgement } from '../judge-plan';
import { usePerPeriod } from '../judge-plan';
import { rateText, rateTitle } from '../presets/rate-text';
import { colors, percentFormat } from '../plan-sheet/styles';
import type { CellStyle, SheetCell, SheetChart, SheetContent } from '../sheet-content';
import type { CellValue } from '../workbook';

const title = { bold: true, fontSize: 16, fontColor: colors.accent } as const;
const note = { fontColor: colors.grey } as const;
const section = { bold: true, fontSize: 12, fontColor: colors.accent, borderBottom: 'medium' } as const;
const heading = { bold: true, fill: colors.accent, fontColor: colors.accentText } as const;
const right = { align: 'right' } as const;
const broken = { fill: colors.amber, bold: true } as const;
const money = { ...right, numberFormat: '#,##0.00' } as const;
const units = { ...right, numberFormat: '#,##0' } as const;
const percent = { ...right, numberFormat: percentFormat } as const;
const count = { ...right, numberFormat: '#,##0' } as const;

const lineColors = [
  '7F7F7F',
  'C55A11',
  '1F4E79',
  '548235',
  '9DC3E6',
  'FFD966',
  '7030A0',
  '00A3A1',
  'C00000',
  '8B6914',
  'FF7BAC',
] as const;
const chartRows = 18;
/** Characters in a row of the sheet that a printed page holds at a readable size. */
const charactersPerPage = 220;

const chartNote = 'Use is load as a fraction of regular capacity.';

/** One line of the sheet: a label and a value per planner (or per period). */
interface Row {
  readonly label: string;
  readonly values: readonly CellValue[];
  readonly style: CellStyle;
  /** Whether a value is to be marked. */
  readonly isBroken?: (value: CellValue) => boolean;
}

/**
 * The planners of a network as a planner judges them: can the plan be carried out, what does it break, whom does it serve, what
 * does it earn, how steady is the load, how much is left to mend by hand. Then cost by term, what each product loses, and the
 * use of every resource by period, with a chart of the busiest.
 */
export function plannerSheet(runs: readonly ComparedPlanner[], scenario: string | null, runDate: string): SheetContent {
  const cells: SheetCell[] = [];
  let row = 0;
  const put = (column: number, value: CellValue, style?: CellStyle) => void cells.push({ row, column, value, style });
  const table = (name: string, headings: readonly string[], rows: readonly Row[]) => {
    put(0, name, section);
    for (let column = 1; column <= headings.length; column++) put(column, null, section);
    row += 1;
    put(0, '', heading);
    headings.forEach((each, i) => put(1 + i, each, { ...heading, ...right }));
    row += 1;
    for (const { label, values, style, isBroken } of rows) {
      put(0, label);
      values.forEach((value, i) => put(1 + i, value, isBroken?.(value) ? { ...style, ...broken } : style));
      row += 1;
    }
    row += 1;
  };
  const names = runs.map(({ name }) => name);
  put(0, scenario === null ? 'SOP Compare' : `SOP Compare (${scenario})`, title);
  row += 1;
  const atOwnRates = runs.some(({ report }) => report.preset !== null)
    ? ' Plans made with a preset of cost rates are judged at the rates of the workbook.'
    : '';
  put(0, `Planners side by side; what is broken is marked.${atOwnRates} ${runDate.replace('T', ' ')}`, note);
  row += 2;
  table('Judgement', names, judgementRows(runs));
  table('Cost', names, costRows(runs));
  const rates = rateRows(runs);
  if (rates.length > 0) table('Rates of the presets', names, rates);
  table('Units never delivered, and late', names, lossRows(runs));
  const useRow = row;
  const uses = resourceUses(runs);
  if (uses.length > 0) {
    table('Use of capacity, the busiest first', runs[0].report.periods, useRows(uses));
    // Below the chart, so that it is printed whole.
    cells.push({ row: row + chartRows + 1, column: 0, value: chartNote, style: note });
  }
  const columnWidths = [46, ...names.map(() => 21), ...runs[0].report.periods.slice(names.length).map(() => 10)];
  return {
    ...emptySheet('SOP Compare'),
    cells,
    columnWidths,
    freeze: { rows: 3, columns: 1 },
    print: {
      orientation: 'landscape',
      fitToWidth: Math.ceil(columnWidths.reduce((sum, width) => sum + width, 0) / charactersPerPage),
      titleRows: null,
      titleColumns: [0, 0],
    },
    showGridlines: false,
    tabColor: colors.accent,
    charts: uses.length > 0 ? [useChart(uses[0], useRow, row)] : [],
  };
}

function judgementRows(runs: readonly ComparedPlanner[]): Row[] {
  const measure = (
    label: string,
    style: CellStyle,
    value: (judgement: PlanJudgement) => CellValue,
    isBroken?: Row['isBroken'],
  ): Row => ({
    label,
    style,
    values: runs.map(({ judgement, report }) => (judgement ? value(judgement) : report.status)),
    ...(isBroken ? { isBroken } : {}),
  });
  const someOf = (value: CellValue) => typeof value === 'number' && value > 0;
  return [
    measure(
      'Can be carried out',
      right,
      ({ feasible }) => (feasible ? 'yes' : 'no'),
      (value) => value !== 'yes',
    ),
    measure('Limits broken', count, ({ limitsBroken }) => limitsBroken, someOf),
    measure('Delivered in time, of demand (as promised)', percent, ({ onTime }) => onTime),
    measure('Delivered in time or late, of demand (as promised)', percent, ({ delivered }) => delivered),
    measure('Revenue less cost', money, ({ margin }) => margin),
    measure('Least use of the busiest resource', percent, ({ leastUse }) => leastUse),
    measure(
      'Most use of the busiest resource',
      percent,
      ({ mostUse }) => mostUse,
      (value) => Number(value) > 1 + 1e-6,
    ),
    measure('Change of use from period to period, average', percent, ({ useChange }) => useChange),
    measure('Corrections to make by hand', count, ({ manualCorrections }) => manualCorrections, someOf),
    measure('Run time, milliseconds', count, ({ milliseconds }) => Math.round(milliseconds)),
  ];
}

function costRows(runs: readonly ComparedPlanner[]): Row[] {
  const amounts = (value: (money: ComparedPlanner['money']) => number | null) => runs.map(({ money }) => value(money));
  const terms = costTermIds.filter((id) => runs.some(({ money: { costs } }) => costs !== null && costs[id] !== 0));
  return [
    ...terms.map((id): Row => ({
      label: costTermTitles[id],
      style: money,
      values: amounts(({ costs }) => costs && costs[id]),
    })),
    { label: 'Total cost', style: { ...money, bold: true, borderTop: 'thin' }, values: amounts((r) => r.totalCost) },
    { label: 'Revenue', style: money, values: amounts(({ revenue }) => revenue) },
  ];
}

/** The rates that presets set, each in the column of its preset. */
function rateRows(runs: readonly ComparedPlanner[]): Row[] {
  const titles = [...new Set(runs.flatMap(({ report }) => (report.preset?.rates ?? []).map(rateTitle)))];
  return titles.map((label) => ({
    label,
    style: right,
    values: runs.map(({ report }) => {
      const rate = report.preset?.rates.find((each) => rateTitle(each) === label);
      return rate ? rateText(rate) : null;
    }),
  }));
}

/** What each product loses, over all locations and periods. */
function lossRows(runs: readonly ComparedPlanner[]): Row[] {
  const products = [...new Set(runs.flatMap(({ report }) => (report.network ?? []).map(({ product }) => product)))];
  const sum = ({ network }: PlanReport, product: string, key: 'short' | 'late') =>
    network ? network.reduce((total, each) => (each.product === product ? total + each[key] : total), 0) : null;
  return products.flatMap((product) =>
    (['short', 'late'] as const).flatMap((key): Row[] => {
      const values = runs.map(({ report }) => sum(report, product, key));
      if (values.every((value) => (value ?? 0) < 1e-6)) return [];
      return [{ label: `${product}, ${key === 'short' ? 'never delivered' : 'late'}`, style: units, values }];
    }),
  );
}

/** Use of a resource by period, for every planner that has a plan. */
interface ResourceUse {
  readonly resource: string;
  readonly runs: readonly { readonly name: string; readonly use: readonly number[] }[];
}

/** The use of every resource with a capacity, the busiest first. */
function resourceUses(runs: readonly ComparedPlanner[]): readonly ResourceUse[] {
  const resources = runs[0].reading.problem?.resources ?? [];
  const uses = resources.map(({ name }, resource): ResourceUse => ({
    resource: name,
    runs: runs.flatMap((run) => {
      const { problem } = run.reading;
      if (!problem || run.outcome?.kind !== 'planned') return [];
      const use = usePerPeriod(problem, run.outcome.plan, resource);
      return use.length === 0 ? [] : [{ name: run.name, use }];
    }),
  }));
  const most = (one: ResourceUse) => Math.max(...one.runs.map(({ use }) => use.reduce((sum, each) => sum + each, 0)));
  return uses.filter((one) => one.runs.length > 0).sort((one, other) => most(other) - most(one));
}

/** Use of every resource by every planner, resource by resource. */
function useRows(uses: readonly ResourceUse[]): Row[] {
  const isBroken = (value: CellValue) => Number(value) > 1 + 1e-6;
  return uses.flatMap(({ resource, runs }) =>
    runs.map(({ name, use }): Row => ({ label: `${resource}, ${name}`, style: percent, values: use, isBroken })),
  );
}

/** The use of a resource that stands first in the table, one line per planner. */
function useChart({ resource, runs }: ResourceUse, tableRow: number, below: number): SheetChart {
  const periods = runs[0].use.length;
  const across = (row: number) => ({ row, column: 1, rowCount: 1, columnCount: periods });
  return {
    name: 'Compare: use of capacity',
    title: `Use of ${resource} by planner`,
    description: `Lines: use of ${resource} as a fraction of its capacity by period, one line per planner.`,
    anchor: { row: below, column: 0, rowCount: chartRows, columnCount: Math.min(6, 1 + periods) },
    stacked: false,
    series: runs.map(({ name }, r) => ({
      kind: 'line',
      name,
      values: across(tableRow + 2 + r),
      categories: across(tableRow + 1),
      color: lineColors[r % lineColors.length],
      dashed: r < 2,
    })),
    valueAxisTitle: null,
    categoryAxisTitle: null,
    valueNumberFormat: '0%',
    valueAxisMinimum: 0,
  };
}
