import { element } from '../view-node';
import type { Attributes, ViewNode } from '../view-node';

/** One of the things to choose from. */
export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly text: string;
}

/** A choice of one among several; whoever shows it labels it. */
export function select<Value extends string>(
  id: string,
  value: Value,
  options: readonly SelectOption<Value>[],
  choose: (value: Value) => void,
  attributes: Attributes = {},
): ViewNode {
  return element(
    'select',
    {
      id,
      class: 'field',
      value,
      ...attributes,
      onchange: ({ target }) => {
        const chosen = target instanceof HTMLSelectElement && options.find((option) => option.value === target.value);
        if (chosen) choose(chosen.value);
      },
    },
    options.map((option) =>
      element('option', { value: option.value, key: option.value, selected: option.value === value }, option.text),
    ),
  );
}

/** A choice of one among several below its label. */
export function selectField<Value extends string>(
  id: string,
  label: string,
  value: Value,
  options: readonly SelectOption<Value>[],
  choose: (value: Value) => void,
  look = 'labelled',
): ViewNode {
  return element(
    'label',
    { class: look, for: id, key: id },
    element('span', {}, label),
    select(id, value, options, choose),
  );
}

/** Names to choose one of by its position, after a text for none of them. */
export function positionOptions(none: string, names: readonly string[]): readonly SelectOption<string>[] {
  return [{ value: '', text: none }, ...names.map((text, n) => ({ value: String(n), text }))];
}

/** What is chosen among such options; null: none of the names. */
export function chosenPosition(value: string): number | null {
  return value === '' ? null : Number(value);
}

/** The option of a position. */
export function positionValue(position: number | null): string {
  return position === null ? '' : String(position);
}
