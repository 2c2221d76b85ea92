import { sameName } from '../../../workbook/scenarios/scenario-table';
import type { ScenarioEntry } from '../../../workbook/scenarios/scenario-table';
import { element } from '../../view-node';
import type { Child, ViewNode } from '../../view-node';
import { button, heading, section } from '../../views/controls';
import { nameForm } from './name-form';
import { runProgress } from './run-progress';
import type { ScenariosContext } from './scenarios-context';
import { isReported, resultOf } from './scenarios-state';

/** The scenarios with what each of them costs; one is chosen. */
export function listSection(context: ScenariosContext): ViewNode {
  const { state, texts, numbers, commands } = context;
  const scenarios = state.book?.scenarios ?? [];
  const names = scenarios.map(({ name }) => name);
  return section(
    'scenarios',
    heading('scenarios', texts.title),
    element('p', { class: 'hint' }, texts.lead),
    element(
      'ul',
      { class: 'scenarios-list', key: 'list' },
      scenarios.map((entry) => entryOf(context, entry)),
    ),
    state.naming?.kind === 'create' && nameForm(context, state.naming),
    state.run
      ? runProgress(context, state.run)
      : element(
          'div',
          { class: 'buttons', key: 'buttons' },
          names.length > 1 &&
            button(
              'primary',
              texts.optimizeAll(numbers.whole(names.length)),
              () => commands.optimize(names),
              { id: 'optimize-scenarios', key: 'all' },
              'spark',
            ),
          !state.naming &&
            button(
              'plain',
              texts.create,
              () => commands.startNaming('create'),
              { id: 'new-scenario', key: 'new' },
              'add',
            ),
        ),
  );
}

function entryOf(context: ScenariosContext, { name, changes }: ScenarioEntry): ViewNode {
  const { state, texts, numbers, commands } = context;
  const isChosen = sameName(state.chosen, name);
  return element(
    'li',
    { key: name },
    element(
      'button',
      {
        type: 'button',
        class: 'bare-button list-line scenarios-entry',
        'aria-pressed': String(isChosen),
        onclick: () => commands.choose(name),
      },
      element('span', { class: 'scenarios-name' }, name),
      element(
        'span',
        { class: 'scenarios-what' },
        changes === 0 ? texts.workbookItself : texts.changes(numbers.whole(changes)),
      ),
      outcome(context, name),
    ),
  );
}

/** What came of the scenario: its cost, or why there is none. */
function outcome({ state, texts, numbers }: ScenariosContext, name: string): Child {
  const result = resultOf(state, name);
  if (!result) return null;
  const report = isReported(result) ? result.outcome.report : null;
  const figure = report?.mode === 'profit' ? report.profit : (report?.totalCost ?? null);
  const isPlanned = figure !== null;
  const note = result.isStale
    ? texts.outdated
    : report?.status === 'stoppedEarly'
      ? texts.stoppedEarly
      : isPlanned
        ? ''
        : texts.impossible;
  return element(
    'span',
    { class: 'scenarios-outcome' },
    isPlanned && element('span', { class: 'scenarios-cost' }, numbers.exact(figure)),
    note !== '' && element('span', { class: 'badge badge-warning' }, note),
  );
}
