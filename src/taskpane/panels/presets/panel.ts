import { createStore } from '../../store';
import { element } from '../../view-node';
import type { ViewNode } from '../../view-node';
import { button, heading, section } from '../../views/controls';
import type { PaneContext } from '../../views/pane-context';
import type { OpenPanel } from '../panel';
import { presetEditor } from './preset-editor';
import { presetsCommands } from './presets-commands';
import type { PresetsCommands } from './presets-commands';
import { noPreset, reducePresets } from './presets-state';
import type { PresetsState } from './presets-state';
import { panelTexts } from './texts';

/** Presets of cost rates: which there are, what each sets, and the workbook's own ones to be edited. */
export const openPanel: OpenPanel = (surroundings) => {
  const store = createStore(reducePresets, noPreset);
  store.subscribe(surroundings.redraw);
  const commands = presetsCommands(store, surroundings);
  const pane = surroundings.store;
  const first = () => {
    const { preset, book } = pane.state();
    commands.open(preset ?? (book.kind === 'read' ? (book.reading.presets[0]?.name ?? null) : null));
  };
  let { panel, book } = pane.state();
  pane.subscribe((state) => {
    const isOtherBook = state.book.kind === 'reading' && book.kind !== 'reading';
    const isShownAgain = state.panel === 'presets' && panel !== 'presets';
    ({ panel, book } = state);
    if (isOtherBook) store.dispatch({ kind: 'forgotten' });
    if (isShownAgain && !store.state().isChanged) first();
  });
  first();
  return { view: (context) => view(context, store.state(), commands) };
};

function view(context: PaneContext, state: PresetsState, commands: PresetsCommands): readonly ViewNode[] {
  const { book } = context.state;
  const texts = panelTexts[context.state.language];
  if (book.kind !== 'read') return [element('p', { class: 'lead', key: 'lead' }, texts.reading)];
  const { presets } = book.reading;
  const { undo } = state;
  return [
    section(
      'presets',
      heading('presets', texts.title),
      element('p', { class: 'hint', key: 'hint' }, texts.hint),
      element(
        'div',
        { class: 'labelled', key: 'choice' },
        element('label', { for: 'opened-preset' }, texts.preset),
        element(
          'select',
          {
            id: 'opened-preset',
            class: 'field',
            value: state.open ?? '',
            onchange: ({ target }) => {
              if (target instanceof HTMLSelectElement) commands.open(target.value === '' ? null : target.value);
            },
          },
          presets.map(({ name, own }) =>
            element('option', { value: name, selected: name === state.open }, own ? name : texts.builtIn(name)),
          ),
          element('option', { value: '', selected: state.open === null }, texts.newPreset),
        ),
      ),
      undo !== null &&
        element(
          'p',
          { class: 'hint', key: 'undo' },
          `${texts.lastEdit(undo.name)} `,
          button('link', texts.undo, commands.undo, { id: 'undo-preset' }),
        ),
      presetEditor(context, book.reading, state, commands),
    ),
  ];
}
