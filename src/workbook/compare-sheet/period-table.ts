import type { Matrix } from '../../planning';
import type { CellStyle, Highlight } from '../sheet-content';
import type { CompareSheetInput, PlannedRun } from './input';
import { blank, line } from './line';
import type { AddressOf, Line } from './line';
import { detailColumn, differenceFormula, firstColumn, labelColumn } from './run-table';
import { differs } from './styles';
import type { CompareStyles } from './styles';

/** Column of the first period; the one before has totals. */
export const firstPeriod = firstColumn + 1;

/** A line over the periods, with its total where a sum over periods means something. */
export interface PeriodLine {
  readonly label: string;
  readonly detail: string;
  readonly values: readonly number[];
  readonly formula: ((period: number, at: AddressOf) => string) | null;
  readonly summed: boolean;
  readonly style: CellStyle;
}

export function periodHeading(title: string, detail: string, input: CompareSheetInput, styles: CompareStyles): Line {
  const labels = input.periodHeadings ?? input.runs[0].report.periods;
  return line([
    { column: labelColumn, value: title, style: styles.labelHeading },
    { column: detailColumn, value: detail, style: styles.labelHeading },
    { column: firstColumn, value: 'Total', style: styles.heading },
    ...labels.map((value, t) => ({ column: firstPeriod + t, value, style: styles.periodHeading })),
    ...quartersOf(input).map(({ label }, q) => ({
      column: firstPeriod + labels.length + q,
      value: label,
      style: styles.heading,
    })),
  ]);
}

/** Calendar quarters that the periods fall into, in order; none where the periods are no dates or lie in one quarter. */
export function quartersOf({
  periodDates,
}: CompareSheetInput): readonly { readonly label: string; readonly first: number; readonly last: number }[] {
  const quarters: { label: string; first: number; last: number }[] = [];
  for (const [t, date] of periodDates.entries()) {
    if (date === null) return [];
    const label = `Q${Math.ceil(Number(date.slice(5, 7)) / 3)} ${date.slice(0, 4)}`;
    const current = quarters[quarters.length - 1];
    if (current?.label === label) current.last = t;
    else quarters.push({ label, first: t, last: t });
  }
  return quarters.length > 1 ? quarters : [];
}

/** One line; the quarters' sums follow the periods where `quarters` are given. */
export function periodLine(
  { label, detail, values, formula, summed, style }: PeriodLine,
  quarters: ReturnType<typeof quartersOf> = [],
): Line {
  const made: Line = line((at) => {
    const sum = (first: number, last: number) => ({
      value: values.slice(first, last + 1).reduce((all, value) => all + value, 0),
      formula: `SUM(${at(made, firstPeriod + first)}:${at(made, firstPeriod + last)})`,
      style,
    });
    return [
      { column: labelColumn, value: label },
      { column: detailColumn, value: detail },
      ...(summed ? [{ column: firstColumn, ...sum(0, values.length - 1) }] : []),
      ...values.map((value, t) => ({ column: firstPeriod + t, value, formula: formula && formula(t, at), style })),
      ...(summed
        ? quarters.map(({ first, last }, q) => ({ column: firstPeriod + values.length + q, ...sum(first, last) }))
        : []),
    ];
  });
  return made;
}

/** A measure of each item by period: what every run has, and what each further run has more than the first. */
export interface ItemBlocks {
  readonly lines: readonly Line[];
  /** First and last item line of each run, to sum over. */
  readonly spans: readonly (readonly [Line, Line])[];
  readonly highlights: (rowOf: (line: Line) => number) => readonly Highlight[];
}

/** Blocks of a measure, one run below the other, then the differences with the cells marked that are not 0. */
export function itemBlocks(
  title: string,
  input: CompareSheetInput,
  runs: readonly PlannedRun[],
  matrixOf: (run: PlannedRun) => Matrix,
  summed: boolean,
  styles: CompareStyles,
): ItemBlocks {
  const items = runs[0].report.items;
  const values = runs.map((run) =>
    items.map((label, i) =>
      periodLine({ label, detail: run.name, values: matrixOf(run)[i], formula: null, summed, style: styles.quantity }),
    ),
  );
  const differences = runs.slice(1).map((run, r) =>
    items.map((label, i) =>
      periodLine({
        label,
        detail: `${run.name} less ${runs[0].name}`,
        values: matrixOf(run)[i].map((units, t) => units - matrixOf(runs[0])[i][t]),
        formula: (t, at) => `${at(values[r + 1][i], firstPeriod + t)}-${at(values[0][i], firstPeriod + t)}`,
        summed,
        style: styles.quantity,
      }),
    ),
  );
  const lines = [
    ...values.flatMap((block, r) => [
      periodHeading(r === 0 ? `${title} by item` : title, 'Scenario', input, styles),
      ...block,
      blank(),
    ]),
    ...differences.flatMap((block) => [
      periodHeading(`${title}, difference`, 'Scenarios', input, styles),
      ...block,
      blank(),
    ]),
  ];
  const horizon = input.runs[0].report.periods.length;
  return {
    lines,
    spans: values.map((block) => [block[0], block[block.length - 1]]),
    highlights: (rowOf) =>
      differences.map((block) => ({
        row: rowOf(block[0]),
        column: firstPeriod,
        rowCount: block.length,
        columnCount: horizon,
        when: { kind: 'formula', formula: differenceFormula(rowOf(block[0]), firstPeriod) },
        style: differs,
      })),
  };
}
