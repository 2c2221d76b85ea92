import type { ComparedRun } from '../../../planning-worker/compare-at-desk';
import { isBusy } from '../../pane-state';
import { element } from '../../view-node';
import type { Child, ViewNode } from '../../view-node';
import { button, heading, message } from '../../views/controls';
import { dataTable } from '../../views/data-table';
import type { DataTable } from '../../views/data-table';
import type { PaneContext } from '../../views/pane-context';
import type { NetworkCommands } from './network-commands';
import type { NetworkState } from './network-state';
import { percentText } from './picture-view';
import { panelTexts } from './texts';

/** Who plans: the optimizer or one of the rules; and all of them side by side. */
export function plannersView(
  context: PaneContext,
  { comparison, presets }: Pick<NetworkState, 'comparison' | 'presets'>,
  { compare, cancelComparison, choosePresets }: NetworkCommands,
): ViewNode {
  const { state, commands } = context;
  const texts = panelTexts[state.language];
  const isRunning = isBusy(state);
  const isComparing = comparison.kind === 'running';
  const disabled = isRunning || isComparing;
  return element(
    'div',
    { class: 'network-planners', key: 'planners' },
    heading('network-planners', texts.plannersTitle, 'h3'),
    element(
      'div',
      { class: 'network-buttons' },
      button('primary', texts.optimizer, () => commands.planBy('optimizer'), { id: 'plan-optimizer', disabled }),
      button('plain', texts.heuristic, () => commands.planBy('heuristic'), { id: 'plan-heuristic', disabled }),
      button('plain', texts.propagation, () => commands.planBy('propagation'), { id: 'plan-propagation', disabled }),
      button('plain', texts.compare, compare, { id: 'compare-planners', disabled }),
    ),
    presetChoice(context, presets, disabled, choosePresets),
    isRunning && busy(texts.planning, context.texts.cancel, () => commands.cancel()),
    isComparing && busy(texts.comparing, context.texts.cancel, cancelComparison),
    comparison.kind === 'failed' && message('error', texts.comparisonFailed, comparison.message),
    comparison.kind === 'compared' && [
      dataTable(comparisonTable(context, comparison.runs), true),
      comparison.sheet !== null &&
        button('link', texts.goToComparison, () => commands.goToSheet(comparison.sheet ?? ''), {
          id: 'go-to-comparison',
        }),
    ],
  );
}

/** Presets of cost rates that are compared as well. */
function presetChoice(
  { state }: PaneContext,
  chosen: readonly string[],
  disabled: boolean,
  choose: (presets: readonly string[]) => void,
): Child {
  if (state.book.kind !== 'read') return null;
  const texts = panelTexts[state.language];
  return element(
    'details',
    { class: 'fold', key: 'presets' },
    element('summary', { id: 'compared-presets' }, texts.comparedPresets(String(chosen.length))),
    element(
      'fieldset',
      { class: 'network-presets' },
      element('legend', { class: 'visually-hidden' }, texts.presetsLegend),
      state.book.reading.presets.map(({ name }) =>
        element(
          'label',
          { key: name },
          element('input', {
            type: 'checkbox',
            name: `preset ${name}`,
            checked: chosen.includes(name),
            disabled,
            onchange: () => choose(chosen.includes(name) ? chosen.filter((each) => each !== name) : [...chosen, name]),
          }),
          element('span', {}, name),
        ),
      ),
    ),
    element('p', { class: 'hint' }, texts.presetsHint),
  );
}

function busy(text: string, cancelText: string, cancel: () => void): ViewNode {
  return element(
    'div',
    { class: 'network-busy', role: 'status' },
    element('span', {}, text),
    button('plain', cancelText, cancel),
  );
}

/** The planners as a planner judges them: one row each. */
function comparisonTable({ state, numbers }: PaneContext, runs: readonly ComparedRun[]): DataTable {
  const texts = panelTexts[state.language];
  const use = (fraction: number | null) => (fraction === null ? '–' : percentText(fraction, numbers));
  return {
    caption: texts.comparisonTable,
    columns: [
      texts.planner,
      texts.feasible,
      texts.limitsBroken,
      texts.onTime,
      texts.delivered,
      texts.margin,
      texts.mostUse,
      texts.useChange,
      texts.corrections,
      texts.milliseconds,
    ],
    rows: runs.map(({ name, status, judgement }) => ({
      title: texts.plannerNames[name] ?? name.replace(/^preset: /, texts.presetPrefix),
      texts: judgement
        ? [
            judgement.feasible ? texts.yes : texts.no,
            numbers.whole(judgement.limitsBroken),
            numbers.percent(judgement.onTime),
            numbers.percent(judgement.delivered),
            numbers.money(judgement.margin),
            use(judgement.mostUse),
            use(judgement.useChange),
            numbers.whole(judgement.manualCorrections),
            numbers.whole(judgement.milliseconds),
          ]
        : [status, ...Array.from({ length: 8 }, () => '–')],
    })),
  };
}
