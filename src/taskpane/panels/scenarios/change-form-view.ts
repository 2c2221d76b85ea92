import { chosenLabels } from '../../../workbook/scenarios/choose-rows';
import { changeKinds } from '../../../workbook/scenarios/scenario-table';
import { inputNamed } from '../../../workbook/schema';
import { tableInputNamed } from '../../../workbook/scenarios/tables/table-input';
import { parseNumber } from '../../parse-number';
import { element } from '../../view-node';
import type { Attributes, Child, ViewNode } from '../../view-node';
import { button } from '../../views/controls';
import { positionOptions, select } from '../../views/select-field';
import { formField } from './form-field';
import { offeredInput, offeredInputs, rowLabels } from './offered-inputs';
import type { OfferedInput } from './offered-inputs';
import type { ScenariosContext } from './scenarios-context';
import type { ChangeForm, FormField } from './scenarios-state';

/** Most names that are listed of the items that a text means. */
const mostNames = 4;

/** What of an input is changed, where, and by how much. */
export function changeForm(context: ScenariosContext, form: ChangeForm): ViewNode {
  const { state, texts, commands } = context;
  const input = state.book && offeredInput(state.book, form.input);
  return element(
    'form',
    {
      class: 'scenarios-form',
      key: 'change-form',
      novalidate: true,
      'aria-labelledby': 'change-form-title',
      onsubmit: (event) => {
        event.preventDefault();
        commands.saveChange();
      },
      onkeydown: (event) => {
        if (event instanceof KeyboardEvent && event.key === 'Escape') commands.closeForm();
      },
    },
    element(
      'h3',
      { class: 'heading', id: 'change-form-title' },
      form.row === null ? texts.newChangeTitle : texts.editChangeTitle,
    ),
    inputField(context, form),
    input && input.rows !== null && itemField(context, form, input),
    input?.periods === true && periodFields(context, form),
    amountFields(context, form),
    formField(
      texts.note,
      'change-note',
      element('input', {
        ...typing(context, 'note'),
        id: 'change-note',
        class: 'field',
        type: 'text',
        autocomplete: 'off',
        value: form.note,
      }),
      texts.optional,
    ),
    element(
      'div',
      { class: 'buttons' },
      element('button', { type: 'submit', class: 'button button-primary', disabled: state.run !== null }, texts.save),
      button('plain', texts.stop, commands.closeForm, { key: 'stop' }),
    ),
  );
}

function inputField(context: ScenariosContext, form: ChangeForm): Child {
  const { state, texts } = context;
  if (!state.book) return null;
  const offered = offeredInputs(state.book);
  const groups = [...new Set(offered.map(({ group }) => group))];
  const groupLabel = (group: OfferedInput['group']) =>
    group === 'given' ? texts.inputsGiven : group === 'default' ? texts.inputsOther : group;
  return formField(
    texts.input,
    'change-input',
    element(
      'select',
      {
        ...choosing(context, 'input'),
        id: 'change-input',
        class: 'field',
        value: form.input,
        'aria-describedby': 'change-input-hint',
      },
      groups.map((group) =>
        element(
          'optgroup',
          { label: groupLabel(group), key: group },
          offered
            .filter((input) => input.group === group)
            .map(({ name }) => element('option', { value: name, selected: name === form.input, key: name }, name)),
        ),
      ),
    ),
    '',
    element('p', { class: 'hint', id: 'change-input-hint' }, meaningOf(context, form.input)),
  );
}

function meaningOf({ pane, state }: ScenariosContext, input: string): string {
  if (state.book?.reading.source === 'network') {
    const table = tableInputNamed(input)?.table;
    return table ? pane.texts.tableMeanings[table] : '';
  }
  const name = inputNamed(input);
  return name ? pane.texts.inputMeanings[name] : '';
}

function itemField(context: ScenariosContext, form: ChangeForm, input: OfferedInput): Child {
  const { state, texts, numbers } = context;
  if (!state.book) return null;
  const labels = rowLabels(state.book, input);
  const isAll = form.item.trim() === '';
  const found = isAll ? [] : chosenLabels(form.item, labels);
  const names = [
    ...found.slice(0, mostNames),
    ...(found.length > mostNames ? [texts.andMore(numbers.whole(found.length - mostNames))] : []),
  ];
  const matched = texts.itemsMatched(numbers.whole(found.length), numbers.whole(labels.length), names.join(', '));
  return formField(
    input.rows === 'resources' ? texts.resources : texts.items,
    'change-item',
    element('input', {
      ...typing(context, 'item'),
      id: 'change-item',
      class: 'field',
      type: 'text',
      autocomplete: 'off',
      spellcheck: 'false',
      list: 'change-items',
      value: form.item,
      'aria-describedby': 'change-item-hint',
    }),
    texts.optional,
    element(
      'datalist',
      { id: 'change-items' },
      labels.slice(0, 300).map((label) => element('option', { value: label, key: label })),
    ),
    element(
      'p',
      { class: !isAll && found.length === 0 ? 'hint hint-error' : 'hint', id: 'change-item-hint' },
      isAll ? texts.itemsHint : found.length === 0 ? texts.itemsUnmatched : matched,
    ),
  );
}

function periodFields(context: ScenariosContext, form: ChangeForm): ViewNode {
  const { texts } = context;
  return element(
    'div',
    { class: 'scenarios-pair', key: 'periods' },
    periodField(context, 'from', texts.periodFrom, texts.firstPeriod, form.from),
    periodField(context, 'to', texts.periodTo, texts.lastPeriod, form.to),
  );
}

function periodField(
  context: ScenariosContext,
  name: 'from' | 'to',
  label: string,
  none: string,
  value: string,
): ViewNode {
  const periods = context.state.book?.reading.periods ?? [];
  const id = `change-${name}`;
  return formField(
    label,
    id,
    select(
      id,
      value,
      positionOptions(
        none,
        periods.map(({ text }) => text),
      ),
      (chosen) => context.commands.typeChange(name, chosen),
    ),
  );
}

function amountFields(context: ScenariosContext, form: ChangeForm): ViewNode {
  const { pane, texts } = context;
  const isWrong =
    parseNumber(form.amount, pane.state.format) === null && (form.wasRefused || form.amount.trim() !== '');
  return element(
    'div',
    { class: 'scenarios-pair', key: 'amount' },
    formField(
      texts.kind,
      'change-kind',
      select(
        'change-kind',
        form.change,
        changeKinds.map((kind) => ({ value: kind, text: texts.kinds[kind] })),
        (kind) => context.commands.typeChange('change', kind),
      ),
    ),
    formField(
      texts.amount,
      'change-amount',
      element('input', {
        ...typing(context, 'amount'),
        id: 'change-amount',
        class: 'field',
        type: 'text',
        inputmode: 'text',
        autocomplete: 'off',
        value: form.amount,
        'aria-invalid': isWrong ? 'true' : null,
        'aria-describedby': 'change-amount-hint',
      }),
      '',
      element(
        'p',
        { class: isWrong ? 'hint hint-error' : 'hint', id: 'change-amount-hint' },
        isWrong ? texts.notANumber : texts.amountHint[form.change],
      ),
    ),
  );
}

function typing({ commands }: ScenariosContext, name: FormField): Attributes {
  return {
    oninput: (event) => {
      if (event.target instanceof HTMLInputElement) commands.typeChange(name, event.target.value);
    },
  };
}

function choosing({ commands }: ScenariosContext, name: FormField): Attributes {
  return {
    onchange: (event) => {
      if (event.target instanceof HTMLSelectElement) commands.typeChange(name, event.target.value);
    },
  };
}
