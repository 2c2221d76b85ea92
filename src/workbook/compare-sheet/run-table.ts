import { cellAddress } from '../address';
import type { CellStyle, Highlight } from '../sheet-content';
import type { CellValue } from '../workbook';
import type { ComparedRun } from './input';
import { line } from './line';
import type { AddressOf, Line } from './line';
import { differenceTolerance, differs } from './styles';
import type { CompareStyles } from './styles';

/** Columns of every table: what, a detail of it, and the first of the values. */
export const labelColumn = 0;
export const detailColumn = 1;
export const firstColumn = 2;

/** A measure with one value per run; null leaves the cell empty. */
export interface MeasureRow {
  readonly label: string;
  readonly detail?: CellValue;
  readonly detailStyle?: CellStyle;
  readonly values: readonly CellValue[];
  readonly formula?: (run: number, at: AddressOf) => string | null;
  readonly style: CellStyle;
  /** Whether the differences to the first run are shown; texts have none. */
  readonly compared: boolean;
  readonly total?: boolean;
}

/** Lines with one column per run, and beside them what each further run has more than the first. */
export interface RunTable {
  readonly heading: Line;
  readonly lines: readonly Line[];
  readonly highlights: (rowOf: (line: Line) => number) => readonly Highlight[];
}

export function runTable(
  title: string,
  detail: string,
  runs: readonly ComparedRun[],
  measures: readonly MeasureRow[],
  styles: CompareStyles,
): RunTable {
  const firstDifference = firstColumn + runs.length;
  const heading = line([
    { column: labelColumn, value: title, style: styles.labelHeading },
    { column: detailColumn, value: detail, style: styles.labelHeading },
    ...runs.map(({ name }, r) => ({ column: firstColumn + r, value: name, style: styles.heading })),
    ...runs.slice(1).map(({ name }, r) => ({
      column: firstDifference + r,
      value: `${name} less ${runs[0].name}`,
      style: styles.heading,
    })),
  ]);
  const lines = measures.map((measure) => measureLine(measure, runs, firstDifference, styles));
  const marked = measures.flatMap((measure, m) => (measure.compared ? [lines[m]] : []));
  return {
    heading,
    lines,
    highlights: (rowOf) =>
      runs.length < 2
        ? []
        : marked.map((each) => ({
            row: rowOf(each),
            column: firstDifference,
            rowCount: 1,
            columnCount: runs.length - 1,
            when: { kind: 'formula', formula: differenceFormula(rowOf(each), firstDifference) },
            style: differs,
          })),
  };
}

function measureLine(
  measure: MeasureRow,
  runs: readonly ComparedRun[],
  firstDifference: number,
  styles: CompareStyles,
) {
  const { label, detail = null, values, formula, compared, total } = measure;
  const style = total ? { ...measure.style, ...styles.total } : measure.style;
  const made: Line = line((at) => [
    { column: labelColumn, value: label, style: total ? styles.total : styles.label },
    { column: detailColumn, value: detail, style: { ...measure.detailStyle, ...(total ? styles.total : {}) } },
    ...runs.map((_run, r) => ({
      column: firstColumn + r,
      value: values[r],
      formula: values[r] === null ? null : (formula?.(r, at) ?? null),
      style,
    })),
    ...runs.slice(1).flatMap((_run, r) => {
      const [one, other] = [values[0], values[r + 1]];
      if (!compared || typeof one !== 'number' || typeof other !== 'number') return [];
      const text = `${at(made, firstColumn + r + 1)}-${at(made, firstColumn)}`;
      return [{ column: firstDifference + r, value: other - one, formula: text, style }];
    }),
  ]);
  return made;
}

/** The rule for a rectangle of differences, for its top-left cell. */
export function differenceFormula(row: number, column: number): string {
  return `ABS(${cellAddress(row, column)})>${differenceTolerance}`;
}
