import type { InputCheck } from './input';
import { panelLine, sectionLine } from './panel';
import { freeLine, measureColumn, ownerColumn } from './sheet-block';
import type { FreeLine, LinePlaces, SheetLine } from './sheet-block';
import type { SheetStyles } from './styles';

/** Text at the top of a sheet whose plan is out of date. */
export const changedInputsText = 'Inputs have changed since this plan: Optimize again';

/** The section with a line for each input, and the lines that are TRUE while it is as it was. */
export interface InputCheckLines {
  readonly lines: readonly SheetLine[];
  readonly marks: readonly FreeLine[];
}

/** Lays the checks out; `columns` is the width of the section's heading. */
export function inputCheckLines(checks: readonly InputCheck[], columns: number, styles: SheetStyles): InputCheckLines {
  const marks = checks.map(({ title, formula }) =>
    panelLine({ label: title, value: true, formula: () => formula, style: styles.check }, styles),
  );
  if (marks.length === 0) return { lines: [], marks };
  const explained = freeLine([
    { column: ownerColumn, value: 'Input', style: styles.label },
    { column: measureColumn, value: 'As it was when this plan was made', style: styles.label },
  ]);
  return { lines: [sectionLine('Inputs of this plan', styles, columns), explained, ...marks], marks };
}

/** The header's status as a formula that turns when an input is not as it was; null where there is nothing to check. */
export function statusFormula(status: string, marks: readonly FreeLine[], places: LinePlaces): string | null {
  if (marks.length === 0) return null;
  const [first, last] = [marks[0], marks[marks.length - 1]].map((line) => places.address(line, measureColumn));
  const quoted = (text: string) => `"${text.replace(/"/g, '""')}"`;
  return `IF(AND(${first}:${last}),${quoted(status)},${quoted(changedInputsText)})`;
}
