import type { PresetDraft } from '../../../workbook/presets/edit-presets';
import type { PresetEntry } from '../../../workbook/presets/preset-table';
import { tableInputNamed, tableInputs } from '../../../workbook/scenarios/tables/table-input';
import { inputDefinition, planInputs } from '../../../workbook/schema';
import type { BookReading } from '../../../workbook/book-reading';
import { editableNumber, parseNumber } from '../../parse-number';
import type { PresetForm, RateForm } from './presets-state';

/** A preset to be edited; numbers as the user writes them. */
export function formOf({ name, mode, note, rates }: PresetEntry, format: string): PresetForm {
  return {
    name,
    mode,
    note,
    rates: rates.map(({ input, item, value, of }) => ({
      input,
      item,
      value: value === null ? '' : editableNumber(value, format),
      of,
    })),
  };
}

/** What the form says; null where a value is no number. */
export function draftOf({ name, mode, note, rates }: PresetForm, format: string): PresetDraft | null {
  const parsed = rates.map(({ value, ...rate }) => ({ ...rate, value: parseNumber(value, format) }));
  if (parsed.some(({ value }) => value === null)) return null;
  return { name: name.trim(), mode, note, rates: parsed };
}

/** Whether a value that was typed is none. */
export function isWrongValue({ value }: RateForm, format: string): boolean {
  return parseNumber(value, format) === null;
}

/** A rate that a preset can set, as its row in the table has it. */
export interface OfferedRate {
  readonly name: string;
  readonly title: string;
}

/** Every rate of the workbook that a preset can set, and those that the form has already. */
export function offeredRates({ source, tables }: BookReading, { rates }: PresetForm): readonly OfferedRate[] {
  const names =
    source === 'network'
      ? tableInputs
          .filter(({ unit, table }) => isRate(unit) && tables.some(({ name }) => name === table))
          .map(({ label }) => label)
      : planInputs.map(({ name }) => name).filter((name) => name !== 'Price' && isRate(inputDefinition(name).unit));
  const own = [...new Set(rates.map(({ input }) => input))].filter((input) => !names.some((name) => name === input));
  const title = (name: string) => {
    const meant = source === 'network' ? tableInputNamed(name)?.label : undefined;
    return meant === undefined || meant === name ? name : `${name} (${meant})`;
  };
  return [...own, ...names].map((name) => ({ name, title: title(name) }));
}

function isRate(unit: string): boolean {
  return unit.includes('money');
}
