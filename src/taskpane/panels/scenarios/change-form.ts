import { upsertChange } from '../../../workbook/scenarios/edit-scenarios';
import type { NewChange, ScenarioRow } from '../../../workbook/scenarios/edit-scenarios';
import { changeKinds } from '../../../workbook/scenarios/scenario-table';
import { editableNumber, parseNumber } from '../../parse-number';
import { offeredInput, offeredInputs } from './offered-inputs';
import type { ChangeForm, ScenarioBook } from './scenarios-state';

/** A form for a new change, of the demand where there is one. */
export function emptyForm(book: ScenarioBook): ChangeForm {
  const names = offeredInputs(book).map(({ name }) => name);
  const input = names.find((name) => name.startsWith('Demand')) ?? names[0] ?? '';
  return { row: null, input, item: '', from: '', to: '', change: 'percent', amount: '', note: '', wasRefused: false };
}

/** A form with what a row of the table says. */
export function formOf(book: ScenarioBook, index: number, format: string): ChangeForm {
  const { input, item, periodFrom, periodTo, change, amount, note } = book.rows[index];
  const position = (label: string | number | null) => {
    if (label === null) return '';
    const wanted = String(label).toLowerCase();
    const found = book.reading.periods.findIndex(
      ({ text, value, date }) => value === label || text.toLowerCase() === wanted || date === label,
    );
    return found < 0 ? '' : String(found);
  };
  return {
    row: index,
    input: offeredInput(book, input ?? '')?.name ?? input ?? '',
    item: item ?? '',
    from: position(periodFrom),
    to: position(periodTo),
    change: changeKinds.find((candidate) => candidate === change?.toLowerCase()) ?? 'percent',
    amount: typeof amount === 'number' ? editableNumber(amount, format) : String(amount ?? ''),
    note: note ?? '',
    wasRefused: false,
  };
}

/** The change that a form makes; null while its amount is no number, or no input is chosen. */
export function changeOf(form: ChangeForm, book: ScenarioBook, format: string): NewChange | null {
  const amount = parseNumber(form.amount, format);
  const input = offeredInput(book, form.input);
  if (amount === null || input === null) return null;
  const period = (position: string) => {
    const label = position === '' || !input.periods ? undefined : book.reading.periods[Number(position)];
    return label ? (label.value ?? label.text) : null;
  };
  return {
    input: input.name,
    item: input.rows === null ? null : form.item.trim() || null,
    periodFrom: period(form.from),
    periodTo: period(form.to),
    change: form.change,
    amount,
    note: form.note.trim() || null,
  };
}

/** The rows of the table with the change of a form: in place of the row that is edited, else as a new one. */
export function rowsWith(
  rows: readonly ScenarioRow[],
  scenario: string,
  { row }: ChangeForm,
  change: NewChange,
): readonly ScenarioRow[] {
  if (row === null) return upsertChange(rows, scenario, change);
  return rows.map((other, r) => (r === row ? { ...change, scenario: other.scenario } : other));
}
