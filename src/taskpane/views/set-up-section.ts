import { rolesOf, setUpSteps } from '../set-up';
import type { SetUpState } from '../set-up';
import { element } from '../view-node';
import type { ViewNode } from '../view-node';
import type { InputName } from '../../workbook/schema';
import { button, heading, section } from './controls';
import type { PaneContext } from './pane-context';

/** The guided set-up: one step at a time, each a few fields for cells. */
export function setUpSection(context: PaneContext, setUp: SetUpState): ViewNode {
  const { texts, numbers, commands } = context;
  const index = setUpSteps.indexOf(setUp.step);
  const isLast = index === setUpSteps.length - 1;
  return section(
    'set-up',
    heading('set-up', texts.setUpTitle),
    element('p', { class: 'hint' }, texts.setUpLead),
    element(
      'ol',
      { class: 'steps', 'aria-hidden': 'true' },
      setUpSteps.map((step, at) =>
        element(
          'li',
          { class: at === index ? 'step step-now' : at < index ? 'step step-done' : 'step' },
          texts.setUpSteps[step],
        ),
      ),
    ),
    element(
      'form',
      {
        class: 'set-up-form',
        key: setUp.step,
        novalidate: true,
        'aria-labelledby': 'set-up-step',
        onsubmit: (event) => {
          event.preventDefault();
          commands.stepForward();
        },
      },
      element(
        'h3',
        { class: 'heading', id: 'set-up-step', tabindex: '-1' },
        element(
          'span',
          { class: 'step-count' },
          texts.setUpStep(numbers.whole(index + 1), numbers.whole(setUpSteps.length)),
        ),
        element('span', { class: 'visually-hidden' }, ': '),
        texts.setUpSteps[setUp.step],
      ),
      element('p', { class: 'hint' }, texts.setUpHints[setUp.step]),
      rolesOf[setUp.step].map((role) => roleField(context, setUp, role)),
      element(
        'div',
        { class: 'buttons' },
        element('button', { type: 'submit', class: 'button button-primary' }, isLast ? texts.finish : texts.next),
        index > 0 && button('plain', texts.back, commands.stepBack, { key: 'back' }),
        button('plain', texts.closeSetUp, commands.closeSetUp, { key: 'close' }),
      ),
    ),
  );
}

function roleField({ texts, commands }: PaneContext, setUp: SetUpState, role: InputName): ViewNode {
  const id = `cells-${role}`;
  const wrong = setUp.wrong?.role === role ? setUp.wrong.message : null;
  const label = texts.roleNames[role] ?? role;
  return element(
    'div',
    { class: 'labelled', key: role },
    element(
      'label',
      { for: id },
      label,
      role !== 'Demand' && element('span', { class: 'optional' }, ` (${texts.optional})`),
    ),
    element(
      'div',
      { class: 'cells-field' },
      element('input', {
        id,
        class: 'field',
        type: 'text',
        autocomplete: 'off',
        spellcheck: 'false',
        placeholder: texts.cellsPlaceholder,
        value: setUp.cells[role] ?? '',
        'aria-invalid': wrong === null ? null : 'true',
        'aria-describedby': wrong === null ? null : `${id}-wrong`,
        oninput: (event) => {
          if (event.target instanceof HTMLInputElement) commands.typeCells(role, event.target.value);
        },
      }),
      button(
        'plain',
        texts.takeSelection,
        () => commands.takeSelection(role),
        { 'aria-label': `${texts.takeSelection}: ${label}` },
        'target',
      ),
    ),
    wrong !== null && element('p', { class: 'hint hint-error', id: `${id}-wrong`, role: 'alert' }, wrong),
  );
}
