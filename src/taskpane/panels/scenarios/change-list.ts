import type { ScenarioRow } from '../../../workbook/scenarios/edit-scenarios';
import { changeKinds, sameName } from '../../../workbook/scenarios/scenario-table';
import { element } from '../../view-node';
import type { ViewNode } from '../../view-node';
import { button } from '../../views/controls';
import { icon } from '../../views/icons';
import type { ScenariosContext } from './scenarios-context';

/** Changes that are shown at once. */
const firstChanges = 6;

/** The changes of the chosen scenario, each to be edited or deleted. */
export function changeList(context: ScenariosContext): ViewNode {
  const { state, texts, numbers, commands } = context;
  const own = (state.book?.rows ?? []).flatMap((row, index) =>
    sameName(row.scenario, state.chosen) && row.input !== null ? [{ row, index }] : [],
  );
  const list = (some: typeof own) =>
    some.length > 0 &&
    element(
      'ul',
      { class: 'scenarios-changes' },
      some.map(({ row, index }) => changeItem(context, row, index)),
    );
  return element(
    'div',
    { class: 'reason-block', key: 'changes' },
    element('h3', { class: 'heading' }, texts.changesTitle),
    own.length === 0 && element('p', { class: 'hint' }, texts.noChanges),
    list(own.slice(0, firstChanges)),
    own.length > firstChanges &&
      element(
        'details',
        { class: 'fold', key: 'rest' },
        element('summary', {}, texts.moreChanges(numbers.whole(own.length - firstChanges))),
        list(own.slice(firstChanges)),
      ),
    !state.form &&
      element(
        'div',
        { class: 'buttons', key: 'add' },
        button('plain', texts.addChange, () => commands.openForm(null), { id: 'add-change' }, 'add'),
      ),
  );
}

function changeItem(context: ScenariosContext, row: ScenarioRow, index: number): ViewNode {
  const { texts, commands } = context;
  const what = [row.input ?? '', whereText(context, row)].filter((part) => part !== '').join(', ');
  const by = howText(context, row);
  return element(
    'li',
    { class: 'scenarios-change', key: String(index) },
    element(
      'div',
      { class: 'scenarios-change-text' },
      element('span', { class: 'scenarios-name' }, row.input ?? ''),
      element('span', { class: 'scenarios-by' }, by),
      element('span', { class: 'scenarios-what' }, whereText(context, row) || texts.everywhere),
      row.note !== null && element('span', { class: 'scenarios-note' }, row.note),
    ),
    iconButton('edit', texts.editChange(`${what} ${by}`), () => commands.openForm(index)),
    iconButton('remove', texts.deleteChange(`${what} ${by}`), () => commands.deleteChange(index)),
  );
}

function iconButton(name: 'edit' | 'remove', label: string, press: () => void): ViewNode {
  return element(
    'button',
    { type: 'button', class: 'button scenarios-icon', 'aria-label': label, title: label, onclick: press, key: name },
    icon(name),
  );
}

/** Items and periods that a row names. */
function whereText({ state, texts }: ScenariosContext, { item, periodFrom, periodTo }: ScenarioRow): string {
  const label = (period: string | number) =>
    typeof period === 'string'
      ? period
      : (state.book?.reading.periods.find(({ value }) => value === period)?.text ?? String(period));
  const [from, to] = [periodFrom, periodTo].map((period) => (period === null ? null : label(period)));
  const span =
    from === null && to === null
      ? ''
      : from === null
        ? texts.until(to ?? '')
        : to === null
          ? texts.from(from)
          : from === to
            ? from
            : texts.span(from, to);
  return [item ?? '', span].filter((part) => part !== '').join(' · ');
}

function howText({ texts, numbers }: ScenariosContext, { change, amount }: ScenarioRow): string {
  const kind = changeKinds.find((candidate) => candidate === change?.trim().toLowerCase());
  if (!kind || typeof amount !== 'number') return texts.unreadableChange;
  return texts.change[kind](kind === 'value' ? numbers.plain(amount) : numbers.signed(amount));
}
