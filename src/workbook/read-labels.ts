import { sayIn, worded } from '../planning/index';
import type { Issue } from '../planning/index';
import { cellAddress } from './address';
import { isBlank, unreadable } from './cell-number';
import type { FoundInput } from './find-input';
import { dateOfSerial, isDateFormat, shownText } from './shown-text';
import type { Cell } from './workbook';

/** A label as the planner sees it, and what the cell behind it holds. */
export interface Label {
  readonly text: string;
  /** The cell's number, e.g. the serial number of a date; null for a text or a label of our own. */
  readonly value: number | null;
  readonly numberFormat: string;
  /** ISO date where the cell is a date. */
  readonly date: string | null;
}

/** What can be wrong with labels. */
export const labelTexts = {
  blankLabel: '{input} has a blank cell, shown as {label}.',
  enterLabel: 'Enter a label.',
  repeatedLabel: '{input} has the label "{label}" more than once (first in {first}).',
  labelPerCell: 'Give each cell a label of its own.',
  repeatedBeside: 'The label "{label}" beside {input} appears more than once (first in {first}).',
  labelPerPeriod: 'Give each period a label of its own, or name other cells Periods.',
  labelPerItem: 'Give each item a label of its own, or name other cells Items.',
  labelPerResource: 'Give each resource a label of its own, or name other cells Resources.',
} as const;

const say = sayIn(labelTexts);

/** What labels are called where the workbook has none. */
export type LabelKind = 'Period' | 'Item' | 'Resource';

/** Labels of a named range, in order; a blank one gets a default and a warning, a repeated one is an error. */
export function readLabels(
  found: FoundInput,
  kind: LabelKind,
  date1904: boolean,
  report: (issue: Issue) => void,
): Label[] {
  const cells = found.cells.flatMap((row, rowIndex) => row.map((cell, column) => ({ cell, row: rowIndex, column })));
  const seen = new Map<string, string>();
  return cells.map(({ cell, row, column }, index) => {
    const { reference } = found;
    const place = {
      sheet: reference?.sheet ?? null,
      cell: reference && cellAddress(reference.row + row, reference.column + column),
    };
    const wrong = unreadable(cell, found.input);
    if (wrong) {
      const { code, message, fix, said } = wrong;
      report({ severity: 'error', code, ...place, message, fix, ...(said && { said }) });
      return defaultLabel(kind, index);
    }
    if (isBlank(cell)) {
      const label = defaultLabel(kind, index);
      report({
        severity: 'warning',
        code: 'blank-label',
        ...place,
        ...worded(say('blankLabel', { input: found.input, label: label.text }), say('enterLabel')),
      });
      return label;
    }
    const label = labelOf(cell, date1904);
    const first = seen.get(keyOf(label));
    if (first !== undefined) {
      report({
        severity: 'error',
        code: 'duplicate-label',
        ...place,
        ...worded(say('repeatedLabel', { input: found.input, label: label.text, first }), say('labelPerCell')),
      });
    }
    seen.set(keyOf(label), first ?? place.cell ?? `entry ${index + 1}`);
    return label;
  });
}

/**
 * Labels from the cells beside an input (the demand): `beside` is the row above or the column left of it. Cells without text get a
 * default. A repeated text is an error; repeated plain numbers are no labels but figures that happen to stand there.
 */
export function labelsBeside(
  found: FoundInput,
  beside: 'above' | 'left',
  count: number,
  kind: LabelKind,
  date1904: boolean,
  report: (issue: Issue) => void,
): Label[] {
  const cells = found[beside];
  if (!cells || cells.length !== count || !found.reference) return defaultLabels(kind, count);
  const labels = cells.map((cell) => (isBlank(cell) || unreadable(cell, kind) ? null : labelOf(cell, date1904)));
  const keys = labels.map((label) => label && keyOf(label));
  const repeated = keys.map((key, index) => key !== null && keys.indexOf(key) < index);
  if (labels.some((label, index) => repeated[index] && label?.value !== null && label?.date === null)) {
    return defaultLabels(kind, count);
  }
  const { sheet, row, column } = found.reference;
  const addressAt = (index: number): string =>
    beside === 'above' ? cellAddress(row - 1, column + index) : cellAddress(row + index, column - 1);
  repeated.forEach((again, index) => {
    if (!again) return;
    report({
      severity: 'error',
      code: 'duplicate-label',
      sheet,
      cell: addressAt(index),
      ...worded(
        say('repeatedBeside', {
          input: found.input,
          label: labels[index]?.text ?? '',
          first: addressAt(keys.indexOf(keys[index])),
        }),
        say(`labelPer${kind}`),
      ),
    });
  });
  return labels.map((label, index) => label ?? defaultLabel(kind, index));
}

/** `Period 1`, `Period 2` … */
export function defaultLabels(kind: LabelKind, count: number): Label[] {
  return Array.from({ length: count }, (_, index) => defaultLabel(kind, index));
}

/** The label that a cell shows. */
export function labelOf(cell: Cell, date1904: boolean): Label {
  const value = typeof cell.value === 'number' ? cell.value : null;
  const date = value !== null && isDateFormat(cell.numberFormat) ? dateOfSerial(value, date1904) : null;
  return {
    text: shownText(cell, date1904),
    value,
    numberFormat: cell.numberFormat,
    date: date && date.toISOString().slice(0, 10),
  };
}

/** Two dates that look alike in a short format are still two periods. */
function keyOf(label: Label): string {
  return label.date === null ? label.text.toLowerCase() : `date ${label.value}`;
}

function defaultLabel(kind: LabelKind, index: number): Label {
  return { text: `${kind} ${index + 1}`, value: null, numberFormat: 'General', date: null };
}
