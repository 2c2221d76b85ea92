import type { PlanSheetInput } from './input';
import type { PlanRow } from './plan-row';
import { firstPeriodColumn } from './sheet-block';
import type { RateColumns } from './rate-columns';

/** Widths in characters: wide enough for the longest number of the plan, and no wider than a page allows. */
export function columnWidths(
  { problem }: PlanSheetInput,
  rows: readonly PlanRow[],
  columns: RateColumns,
): readonly (number | null)[] {
  const shared = [...problem.resources, ...problem.warehouses];
  const labels = [
    ...problem.items.map(({ name }) => name.length),
    ...shared.map(({ name }) => name.length + panelWords),
  ];
  const owner = clamp(Math.max(...labels) + 2, 26, 40);
  let widestValue = 0;
  let widestTotal = 0;
  let measure = 24;
  for (const row of rows) {
    measure = Math.max(measure, row.measure.length + 2);
    if (row.look === 'percent') continue;
    widestTotal = Math.max(widestTotal, Math.abs(row.total?.value ?? 0), Math.abs(row.opening?.value ?? 0));
    for (const value of row.values) widestValue = Math.max(widestValue, Math.abs(value ?? 0));
  }
  const period = clamp(digits(widestValue) + 3, 10, 18);
  const total = clamp(digits(widestTotal) + 3, 12, 20);
  return [
    owner,
    clamp(measure, 24, 36),
    total,
    Math.max(12, period, total),
    ...Array.from({ length: columns.first - firstPeriodColumn }, () => period),
    ...columns.headings.map((heading) => clamp(heading.length + 2, period, 24)),
  ];
}

/** Characters that the panel puts beside the name of a resource. */
const panelWords = 'Average utilisation, '.length;

/** Characters of a number with thousands separators. */
function digits(value: number): number {
  const whole = Math.max(1, Math.ceil(Math.log10(Math.max(1, value) + 1)));
  return whole + Math.floor((whole - 1) / 3);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
