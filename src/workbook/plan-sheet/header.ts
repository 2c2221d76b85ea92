import type { CostSummaryRows } from './cost-summary';
import type { PlanSheetInput } from './input';
import { statusFormula } from './input-checks';
import { modeText, statusText } from './run-details';
import type { PanelEntry } from './panel';
import { firstPeriodColumn, freeLine, measureColumn, openingColumn, ownerColumn, totalColumn } from './sheet-block';
import type { FreeCell, FreeLine } from './sheet-block';
import type { RateColumns } from './rate-columns';
import type { SheetStyles } from './styles';

/** The lines that stay on top: what the sheet is, whether it can be trusted, and the periods. */
export function headerLines(
  input: PlanSheetInput,
  costs: CostSummaryRows,
  checks: readonly { readonly line: FreeLine; readonly entry: PanelEntry }[],
  inputMarks: readonly FreeLine[],
  headings: FreeLine,
  columns: RateColumns,
  styles: SheetStyles,
): readonly FreeLine[] {
  const closest = input.status === 'closest';
  const title = input.scenario === null ? 'SOP Plan' : `SOP Plan (${input.scenario})`;
  const words = statusText(input);
  const status = `${words[0].toUpperCase()}${words.slice(1)}; ${modeText(input)}`;
  const total = costs.total;
  return [
    freeLine((places) => [
      { column: ownerColumn, value: closest ? `${title}: closest plan, not feasible` : title, style: styles.title },
      { column: totalColumn, value: 'Total cost', style: styles.headline },
      {
        column: openingColumn,
        value: total.total?.value ?? 0,
        formula: places.total(total),
        style: styles.headlineMoney,
      },
      ...rateHeadings(columns, 2, styles),
    ]),
    freeLine((places) => [
      {
        column: ownerColumn,
        value: status,
        formula: statusFormula(status, inputMarks, places),
        style: closest ? { ...styles.status, bold: true } : styles.status,
      },
      { column: totalColumn, value: 'All checks', style: styles.headline },
      {
        column: openingColumn,
        value: checks.every(({ entry }) => entry.value === true),
        formula: `AND(${places.address(checks[0].line, measureColumn)}:${places.address(checks[checks.length - 1].line, measureColumn)})`,
        style: styles.headlineCheck,
      },
      ...rateHeadings(columns, 1, styles),
    ]),
    headings,
  ];
}

/** The line with the period headings. */
export function headingLine(input: PlanSheetInput, columns: RateColumns, styles: SheetStyles): FreeLine {
  const { periods } = input.problem;
  const { columnHeading, periodHeading } = styles;
  const numberHeading = { ...columnHeading, align: 'right' as const };
  return freeLine([
    { column: ownerColumn, value: 'Item', style: columnHeading },
    { column: measureColumn, value: 'Measure', style: columnHeading },
    { column: totalColumn, value: 'Total', style: numberHeading },
    { column: openingColumn, value: 'Opening', style: numberHeading },
    ...periods.map(({ label }, t) => ({
      column: firstPeriodColumn + t,
      value: input.periodHeadings?.[t] ?? label,
      style: periodHeading,
    })),
    ...rateHeadings(columns, 0, styles),
  ]);
}

/** The line of the rate columns' headings that stands so many lines above their foot. */
function rateHeadings({ headings, first }: RateColumns, above: number, styles: SheetStyles): readonly FreeCell[] {
  return headings.map((lines, rate) => ({
    column: first + rate,
    value: lines[lines.length - 1 - above] ?? null,
    style: { ...styles.columnHeading, align: 'right' },
  }));
}
