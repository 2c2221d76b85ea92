import { enteredText } from '../../number-entry';
import { element } from '../../view-node';
import type { Child, ViewNode } from '../../view-node';
import { button, heading, section } from '../../views/controls';
import { chosenPosition, positionValue, select } from '../../views/select-field';
import { keepForm } from './keep-form';
import { enteredPercent, handleRange, percentOf } from './sliders';
import type { Slider, SliderChange } from './sliders';
import type { WhatIfContext } from './what-if-context';
import type { OpenWhatIfBook } from './what-if-state';

/** The sliders, each with a field beside it and what its value becomes. */
export function sliderSection(context: WhatIfContext, book: OpenWhatIfBook): ViewNode {
  const { texts, state, commands } = context;
  const missing = book.sliders.filter(({ members }) => members.length === 0).map(({ name }) => texts.sliders[name]);
  return section(
    'what-if-sliders',
    heading('what-if-sliders', texts.slidersTitle),
    element('p', { class: 'hint', key: 'lead' }, texts.slidersLead),
    element('datalist', { id: 'what-if-zero', key: 'zero' }, element('option', { value: 0 })),
    book.sliders.filter(({ members }) => members.length > 0).map((slider) => sliderRow(context, slider)),
    otherChanges(context, book),
    missing.length > 0 && element('p', { class: 'hint', key: 'missing' }, texts.nothingToMove(missing.join(', '))),
    button('plain', texts.reset, commands.reset, {
      key: 'reset',
      class: 'button button-plain what-if-reset',
      id: 'what-if-reset',
      'aria-disabled': state.changes.length === 0 ? 'true' : null,
    }),
    ...keepForm(context),
  );
}

function sliderRow(context: WhatIfContext, slider: Slider): ViewNode {
  const { pane, texts, state, commands } = context;
  const { name, members } = slider;
  const member = state.members[name] ?? null;
  const percent = percentOf(state.changes, name, member);
  const typed = state.typed[name];
  const isWrong = typed !== undefined && enteredPercent(typed, pane.state.format) === null;
  const values = valueText(context, slider, member, percent);
  return element(
    'div',
    { class: 'what-if-slider', role: 'group', 'aria-labelledby': `what-if-${name}-name`, key: name },
    element(
      'div',
      { class: 'what-if-slider-head' },
      element(
        'label',
        { id: `what-if-${name}-name`, class: 'what-if-name', for: `what-if-${name}` },
        texts.sliders[name],
      ),
      members.length > 1 && memberChoice(context, slider, member),
    ),
    element(
      'div',
      { class: 'what-if-slider-line' },
      element('input', {
        id: `what-if-${name}`,
        class: 'what-if-range',
        type: 'range',
        min: handleRange.least,
        max: handleRange.most,
        step: 1,
        list: 'what-if-zero',
        'aria-valuetext': `${pane.numbers.percent(percent / 100)}, ${values}`,
        value: String(Math.max(handleRange.least, Math.min(handleRange.most, percent))),
        oninput: (event) => {
          if (event.target instanceof HTMLInputElement) commands.move(name, Number(event.target.value));
        },
      }),
      element('input', {
        id: `what-if-${name}-percent`,
        class: 'field what-if-percent',
        type: 'text',
        inputmode: 'text',
        autocomplete: 'off',
        'aria-label': texts.changeOf(texts.sliders[name]),
        'aria-invalid': isWrong ? 'true' : null,
        'aria-describedby': `what-if-${name}-values`,
        value: typed ?? enteredText(percent, pane.state.format),
        oninput: (event) => {
          if (event.target instanceof HTMLInputElement) commands.type(name, event.target.value);
        },
        onchange: () => commands.endTyping(name),
      }),
      element('span', { class: 'what-if-sign', 'aria-hidden': 'true' }, '%'),
    ),
    element(
      'p',
      { class: isWrong ? 'hint hint-error' : 'hint', id: `what-if-${name}-values` },
      isWrong ? texts.badPercent : values,
    ),
  );
}

function memberChoice({ pane, texts, commands }: WhatIfContext, { name, members }: Slider, chosen: number | null) {
  const all = name === 'Capacity' ? texts.allResources : texts.allItems;
  return select(
    `what-if-${name}-member`,
    positionValue(chosen),
    [
      { value: '', text: all },
      ...members.map((member) => ({ value: positionValue(member.position), text: member.name })),
    ],
    (value) => commands.chooseMember(name, chosenPosition(value)),
    { class: 'field what-if-member', 'aria-label': texts.memberOf(texts.sliders[name]), lang: pane.state.language },
  );
}

/** What the slider's value is, and what it becomes: `15,000 → 12,000 a period`. */
function valueText({ pane, texts }: WhatIfContext, slider: Slider, member: number | null, percent: number): string {
  const { name, members } = slider;
  const chosen = member === null ? members : members.filter(({ position }) => position === member);
  const write = name === 'Holding_Cost' ? pane.numbers.money : pane.numbers.units;
  const times = (factor: number) => {
    if (name === 'Demand') return write(factor * chosen.reduce((sum, { total }) => sum + total, 0));
    const least = write(factor * Math.min(...chosen.map((one) => one.least)));
    const most = write(factor * Math.max(...chosen.map((one) => one.most)));
    return least === most ? least : `${least}–${most}`;
  };
  const unit = name === 'Demand' ? texts.inTotal : name === 'Holding_Cost' ? texts.perUnit : texts.aPeriod;
  const [before, after] = [times(1), times(1 + percent / 100)];
  return `${percent === 0 ? before : `${before} → ${after}`} ${unit}`;
}

/** Changes that no slider shows at the moment, each with a way back. */
function otherChanges({ pane, texts, state, commands }: WhatIfContext, { sliders }: OpenWhatIfBook): Child {
  const hidden = state.changes.filter(({ slider, member }) => (state.members[slider] ?? null) !== member);
  if (hidden.length === 0) return null;
  return element(
    'div',
    { class: 'what-if-others', key: 'others' },
    element('span', { class: 'hint' }, texts.otherChanges),
    element(
      'ul',
      { class: 'what-if-chips' },
      hidden.map((change) => {
        const text = changeText(texts.sliders[change.slider], change, sliders, pane.numbers.percent, texts.allItems);
        return element(
          'li',
          { key: `${change.slider} ${change.member}` },
          button('plain', `${text} ✕`, () => commands.remove(change), {
            class: 'what-if-chip',
            'aria-label': texts.remove(text),
          }),
        );
      }),
    ),
  );
}

/** A change in words: `Demand of SKU-003 +10%`. */
export function changeText(
  input: string,
  { slider, member, percent }: SliderChange,
  sliders: readonly Slider[],
  write: (fraction: number) => string,
  all: string,
): string {
  const members = sliders.find(({ name }) => name === slider)?.members ?? [];
  const who = member === null ? all : (members.find(({ position }) => position === member)?.name ?? '');
  const sign = percent > 0 ? '+' : '';
  return `${input}${members.length > 1 ? `, ${who}` : ''} ${sign}${write(percent / 100)}`;
}
