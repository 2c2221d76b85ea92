import type { ItemPeriodQuantity, PlanComparison } from '../../planning';
import type { CellStyle } from '../sheet-content';
import type { CostSummaryRows } from './cost-summary';
import type { PlanSheetInput } from './input';
import { sectionLine } from './panel';
import { blankLine, freeLine, measureColumn, openingColumn, ownerColumn, totalColumn } from './sheet-block';
import type { FreeLine } from './sheet-block';
import type { SheetStyles } from './styles';

/** Places that are listed one by one; the line above them has the total. */
const placesShown = 12;

/**
 * What is done today against this plan: cost term by term with the saving, what today's way leaves undelivered, and the
 * inventory that it holds beyond this plan. Empty where nothing is known of today.
 */
export function againstToday(
  input: PlanSheetInput,
  costs: CostSummaryRows,
  columns: number,
  styles: SheetStyles,
): readonly FreeLine[] {
  const { today } = input;
  if (!today) return [];
  const title = today.kind === 'rule' ? "Against today's rule" : "Against today's production";
  return [
    sectionLine(title, styles, columns),
    tableLine(['Cost', "Today's", 'This plan', 'Saving'], styles),
    ...costLines(today.comparison, costs, styles),
    blankLine(),
    ...placeLines(input, today.comparison, styles),
  ];
}

function tableLine(titles: readonly string[], styles: SheetStyles): FreeLine {
  return freeLine(
    titles.map((value, c) => ({
      column: ownerColumn + c,
      value,
      style: c === 0 ? styles.tableLabelHeading : styles.tableHeading,
    })),
  );
}

/** Today's cost is a value; this plan's is the sheet's own, so that the saving follows it. */
function costLines(comparison: PlanComparison, costs: CostSummaryRows, styles: SheetStyles): readonly FreeLine[] {
  const lines: readonly FreeLine[] = comparison.terms.map(({ id, title, today, other, saving }) => {
    const row = costs.terms.find(({ term }) => term.id === id)?.row;
    const line: FreeLine = freeLine((places) => [
      { column: ownerColumn, value: title, style: styles.label },
      { column: measureColumn, value: today, style: styles.money },
      { column: totalColumn, value: other, formula: row ? places.total(row) : null, style: styles.money },
      {
        column: openingColumn,
        value: saving,
        formula: `${places.address(line, measureColumn)}-${places.address(line, totalColumn)}`,
        style: styles.money,
      },
    ]);
    return line;
  });
  if (lines.length === 0) return [];
  const [first, last] = [lines[0], lines[lines.length - 1]];
  const total = freeLine((places) => {
    const sum = (column: number, value: number) => ({
      column,
      value,
      formula: `SUM(${places.address(first, column)}:${places.address(last, column)})`,
      style: styles.moneyTotal,
    });
    return [
      { column: ownerColumn, value: 'Total cost', style: styles.labelTotal },
      sum(measureColumn, comparison.today),
      sum(totalColumn, comparison.other),
      sum(openingColumn, comparison.saving),
    ];
  });
  return [...lines, total];
}

function placeLines(input: PlanSheetInput, comparison: PlanComparison, styles: SheetStyles): readonly FreeLine[] {
  const { short, tiedUp } = comparison;
  const lines: FreeLine[] = [];
  if (short.length > 0) {
    lines.push(
      ...placeTable('Where today falls short', 'Units never delivered', input, short, styles, (entry) => [
        { value: entry.quantity, style: styles.quantity },
      ]),
    );
  }
  if (tiedUp.length > 0) {
    lines.push(
      ...placeTable('Where today ties up cash', 'Units above this plan', input, tiedUp, styles, (entry) => [
        { value: entry.quantity, style: styles.quantity },
        { value: entry.holdingCost, style: styles.money },
      ]),
    );
  }
  return lines;
}

/** The largest places by their last figure, below the sum over all of them. */
function placeTable<Place extends ItemPeriodQuantity>(
  title: string,
  measure: string,
  { problem }: PlanSheetInput,
  places: readonly Place[],
  styles: SheetStyles,
  figures: (place: Place) => readonly { readonly value: number; readonly style: CellStyle }[],
): readonly FreeLine[] {
  const ranked = places
    .map((place) => ({ place, cells: figures(place) }))
    .sort((one, other) => other.cells[other.cells.length - 1].value - one.cells[one.cells.length - 1].value);
  const width = ranked[0].cells.length;
  const totals = Array.from({ length: width }, (_, c) => ranked.reduce((sum, { cells }) => sum + cells[c].value, 0));
  const shown = ranked.slice(0, placesShown);
  const line = (
    label: string,
    period: string,
    cells: readonly { value: number; style: CellStyle }[],
    style: CellStyle,
  ) =>
    freeLine([
      { column: ownerColumn, value: label, style },
      { column: measureColumn, value: period, style: { ...style, align: 'right' } },
      ...cells.map((cell, c) => ({ column: totalColumn + c, ...cell })),
    ]);
  return [
    tableLine([title, 'Period', measure, ...(width > 1 ? ['Cost of holding them'] : [])], styles),
    ...shown.map(({ place, cells }) =>
      line(problem.items[place.item].name, problem.periods[place.period].label, cells, styles.label),
    ),
    line(
      shown.length < ranked.length ? `All ${ranked.length} places` : 'All places',
      '',
      totals.map((value, c) => ({ value, style: { ...ranked[0].cells[c].style, ...styles.labelTotal } })),
      styles.labelTotal,
    ),
    blankLine(),
  ];
}
