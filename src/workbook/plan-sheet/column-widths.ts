import { cellTextFormat } from '../cell-text';
import type { SheetFormats } from './formats';
import type { PlanSheetInput } from './input';
import type { TableFigure } from './item-table';
import type { PlanRow } from './plan-row';
import { firstPeriodColumn, totalColumn } from './sheet-block';
import type { RateColumns } from './rate-columns';
import { formatOf } from './styles';

/** Widths in characters: wide enough for the longest number of the plan, and no wider than a page allows. */
export function columnWidths(
  { problem }: PlanSheetInput,
  formats: SheetFormats,
  rows: readonly PlanRow[],
  figures: readonly TableFigure[],
  columns: RateColumns,
): readonly (number | null)[] {
  const characters = shownCharacters();
  const shared = [...problem.resources, ...problem.warehouses];
  const labels = [
    ...problem.items.map(({ name }) => name.length),
    ...shared.map(({ name }) => name.length + panelWords),
  ];
  const owner = clamp(Math.max(...labels) + 2, 26, 40);
  let inPeriods = 0;
  let inTotals = 0;
  let measure = 24;
  for (const row of rows) {
    const format = formatOf(row.look, formats);
    measure = Math.max(measure, row.measure.length + 2);
    inTotals = Math.max(inTotals, characters(row.total?.value, format), characters(row.opening?.value, format));
    inPeriods = Math.max(inPeriods, characters(Math.max(...row.values.map((value) => Math.abs(value ?? 0))), format));
  }
  const period = clamp(inPeriods + 2, 10, 18);
  const total = clamp(inTotals + 2, 12, 20);
  const widths = [
    owner,
    clamp(measure, 24, 36),
    total,
    Math.max(12, period, total),
    ...problem.periods.map(() => period),
    ...Array.from({ length: columns.first - firstPeriodColumn - problem.periods.length }, () => gap),
    ...columns.headings.map((lines) => clamp(Math.max(...lines.map(({ length }) => length)) + 2, 10, 24)),
  ];
  figures.forEach(({ value, format }, c) => {
    const column = totalColumn + c;
    widths[column] = Math.max(widths[column] ?? period, clamp(characters(value, format) + 2, 10, 20));
  });
  return widths;
}

/** Characters that the panel puts beside the name of a resource. */
const panelWords = 'Average utilisation, '.length;

/** Between the periods and the rates. */
const gap = 3;

/** Characters of a number in a format; each format is read once. */
function shownCharacters(): (value: number | undefined, format: string) => number {
  const texts = new Map<string, ReturnType<typeof cellTextFormat>>();
  return (value = 0, format) => {
    const textOf = texts.get(format) ?? cellTextFormat(format, false);
    texts.set(format, textOf);
    return (textOf(value) ?? String(value)).length;
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
