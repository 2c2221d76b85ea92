import { readDate, isoDay, rowFingerprint } from '../../forecasting/index';
import type { CleaningKind, Overrule } from '../../forecasting/index';
import { cellAddress } from '../address';
import { isBlank } from '../cell-number';
import type { Reports } from '../reports';
import { dateOfSerial, isDateFormat } from '../shown-text';
import type { Cell, RangeContent } from '../workbook';
import { kindTitles } from './cleaning-kinds';
import { cleaningColumns } from './cleaning-sheet';

/**
 * The planner's decisions on the sheet of a former cleaning: what its last column says about the rows beside it. Each decision is
 * tied to the row's content as the sheet shows it, so that it finds its row again after the history was sorted or added to.
 */
export function readOverrules(sheet: RangeContent, date1904: boolean, reports: Reports): Overrule[] {
  const head = sheet.cells.findIndex((row) => cleaningColumns.every((name) => columnOf(row, name) >= 0));
  if (head < 0) return [];
  const at = Object.fromEntries(cleaningColumns.map((name) => [name, columnOf(sheet.cells[head], name)]));
  const overrules = new Map<number, Overrule>();
  sheet.cells.slice(head + 1).forEach((row, index) => {
    const typed = row[at.Overrule];
    const number = row[at.Row]?.value;
    if (!typed || isBlank(typed) || typeof number !== 'number' || overrules.has(number)) return;
    const decision = decisionOf(typed, date1904);
    const kind = (Object.keys(kindTitles) as CleaningKind[]).find((key) => kindTitles[key] === row[at.Kind]?.value);
    if (decision === null || kind === undefined) {
      const place = sheet.reference;
      reports.add('SOP Cleaning', {
        severity: 'warning',
        code: 'unknown-decision',
        sheet: place.sheet,
        cell: cellAddress(place.row + head + 1 + index, place.column + at.Overrule),
        message: `The decision "${String(typed.value)}" about row ${number} is none that can be followed.`,
        fix: 'Enter keep, remove, a quantity or a date.',
      });
      return;
    }
    const fingerprint = rowFingerprint({
      row: number,
      item: textOf(row[at.Item]),
      date: valueOf(row[at.Date]),
      quantity: valueOf(row[at.Quantity]),
    });
    overrules.set(number, { row: number, kind, fingerprint, ...decision });
  });
  return [...overrules.values()];
}

type Decision =
  | { readonly decision: 'keep' }
  | { readonly decision: 'remove' }
  | { readonly decision: 'replace'; readonly quantity?: number; readonly date?: string };

function decisionOf({ value, numberFormat }: Cell, date1904: boolean): Decision | null {
  if (typeof value === 'number') {
    if (!isDateFormat(numberFormat)) return { decision: 'replace', quantity: value };
    const day = dateOfSerial(value, date1904);
    return day && { decision: 'replace', date: day.toISOString().slice(0, 10) };
  }
  if (typeof value !== 'string') return null;
  const word = value.trim().toLowerCase();
  if (word === 'keep' || word === 'remove') return { decision: word };
  const number = Number(word.replace(',', '.'));
  if (Number.isFinite(number)) return { decision: 'replace', quantity: number };
  const date = readDate(word);
  return date.kind === 'candidates' && date.candidates.length === 1
    ? { decision: 'replace', date: isoDay(date.candidates[0].day) }
    : null;
}

function columnOf(row: readonly Cell[], name: string): number {
  return row.findIndex(({ value }) => value === name);
}

function valueOf(cell: Cell | undefined): string | number | null {
  const value = cell?.value ?? null;
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

function textOf(cell: Cell | undefined): string | null {
  const value = valueOf(cell);
  return value === null ? null : String(value);
}
