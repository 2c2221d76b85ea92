import type { Highlight } from '../sheet-content';
import type { LineNumbers } from './layout';
import type { PlanRow } from './plan-row';
import { firstPeriodColumn, measureColumn, openingColumn } from './sheet-block';
import type { SheetLine } from './sheet-block';
import { colors } from './styles';

const busy = { fill: colors.amber };
const alarm = { fill: colors.red, fontColor: colors.redText, bold: true };

/** Use from 85 % amber, from 100 % red and bold; shortage and lateness bold; a check that fails red. */
export function planHighlights(
  rows: {
    readonly uses: readonly PlanRow[];
    readonly troubles: readonly PlanRow[];
    readonly checks: readonly SheetLine[];
    readonly headerCheck: SheetLine;
  },
  horizon: number,
  numberOf: LineNumbers,
): readonly Highlight[] {
  const periods = (row: PlanRow) => ({
    row: numberOf(row),
    column: firstPeriodColumn,
    rowCount: 1,
    columnCount: horizon,
  });
  const cell = (line: SheetLine, column: number) => ({ row: numberOf(line), column, rowCount: 1, columnCount: 1 });
  return [
    ...rows.uses.flatMap((row): Highlight[] => [
      // The first rule that applies wins.
      { ...periods(row), when: { kind: 'atLeast', limit: 1 }, style: alarm },
      { ...periods(row), when: { kind: 'atLeast', limit: 0.85 }, style: busy },
    ]),
    ...rows.troubles.map((row): Highlight => ({
      ...periods(row),
      when: { kind: 'atLeast', limit: 0.0001 },
      style: { fontColor: colors.redText, bold: true },
    })),
    ...stretches(rows.checks, numberOf).map((stretch): Highlight => ({
      ...stretch,
      column: measureColumn,
      columnCount: 1,
      when: { kind: 'isFalse' },
      style: alarm,
    })),
    { ...cell(rows.headerCheck, openingColumn), when: { kind: 'isFalse' }, style: alarm },
  ];
}

/** Neighbouring lines as one rectangle. */
function stretches(lines: readonly SheetLine[], numberOf: LineNumbers): readonly { row: number; rowCount: number }[] {
  const found: { row: number; rowCount: number }[] = [];
  for (const row of lines.map(numberOf).sort((a, b) => a - b)) {
    const last = found[found.length - 1];
    if (last && last.row + last.rowCount === row) last.rowCount += 1;
    else found.push({ row, rowCount: 1 });
  }
  return found;
}
