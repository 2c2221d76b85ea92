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
  const inPeriods = widestNumber(characters);
  const inTotals = widestNumber(characters);
  let measure = 24;
  for (const row of rows) {
    const format = formatOf(row.look, formats);
    measure = Math.max(measure, row.measure.length + 2);
    inTotals.show(row.total?.value ?? 0, format);
    inTotals.show(row.opening?.value ?? 0, format);
    inPeriods.show(largest(row.values), format);
  }
  const period = clamp(inPeriods.characters() + 2, 10, 18);
  const total = clamp(inTotals.characters() + 2, 12, 20);
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
function shownCharacters(): (value: number, format: string) => number {
  const texts = new Map<string, ReturnType<typeof cellTextFormat>>();
  return (value, format) => {
    const textOf = texts.get(format) ?? cellTextFormat(format, false);
    texts.set(format, textOf);
    return (textOf(value) ?? String(value)).length;
  };
}

/** Follows how wide the widest of many numbers is. */
function widestNumber(characters: (value: number, format: string) => number) {
  const known = new Map<string, { least: number; most: number }>();
  let widest = 0;
  return {
    show(value: number, format: string): void {
      const between = known.get(format) ?? { least: Infinity, most: -Infinity };
      // With a fixed number of decimals no number is wider than those on both sides of it.
      if (value >= between.least && value <= between.most && !optionalDigits.test(format)) return;
      known.set(format, { least: Math.min(value, between.least), most: Math.max(value, between.most) });
      widest = Math.max(widest, characters(value, format));
    },
    characters: () => widest,
  };
}

/** Formats that show some numbers with more decimals than others. */
const optionalDigits = /General|E[+-]|[./][^;]*[#?]/i;

function largest(values: readonly (number | null)[]): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value ?? 0));
  return most;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
