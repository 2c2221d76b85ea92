import type { PlanReport } from '../../../planning';
import { element } from '../../view-node';
import type { Child, ViewNode } from '../../view-node';
import { button, message } from '../../views/controls';
import { conflictSentences, sentenceList } from '../../views/sentence-list';
import type { ScenariosContext } from './scenarios-context';
import { isReported, resultOf } from './scenarios-state';
import type { ScenarioOutcome, ScenarioResult } from './scenarios-state';

/** What came of the scenario's last run, and where its plan stands. */
export function resultBlock(context: ScenariosContext, result: ScenarioResult): ViewNode {
  const { pane, texts, commands } = context;
  const { outcome, sheet, isStale, name } = result;
  return element(
    'div',
    { class: 'reason-block', key: 'result' },
    element('h3', { class: 'heading' }, texts.resultTitle),
    isStale && element('div', { key: 'stale' }, message('warning', pane.texts.warningWord, texts.stale)),
    outcome.kind === 'planned' ? cost(context, name, outcome.report) : failure(context, outcome),
    outcome.kind === 'infeasible' &&
      outcome.closest !== null &&
      sheet === null &&
      element(
        'div',
        { class: 'stack', key: 'closest' },
        button(
          'plain',
          pane.texts.writeClosest,
          () => commands.writeClosest(name),
          { id: 'closest-of-scenario' },
          'sheet',
        ),
        element('p', { class: 'hint' }, pane.texts.closestHint),
      ),
    sheet !== null &&
      button('link', sheet, () => pane.commands.goToSheet(sheet), {
        key: 'sheet',
        'aria-label': `${pane.texts.goToSheet}: ${sheet}`,
      }),
  );
}

function cost({ state, texts, numbers }: ScenariosContext, name: string, report: PlanReport): Child {
  const isProfit = report.mode === 'profit';
  const figure = (isProfit ? report.profit : report.totalCost) ?? 0;
  const [first] = state.book?.scenarios ?? [];
  const reference = first && first.name !== name ? resultOf(state, first.name) : null;
  const against = reference && isReported(reference) ? reference.outcome.report : null;
  const other = (isProfit ? against?.profit : against?.totalCost) ?? null;
  const difference = other === null ? null : figure - other;
  return element(
    'div',
    { key: 'cost' },
    element('div', { class: 'headline-label' }, isProfit ? texts.profit : texts.totalCost),
    element('div', { class: 'scenarios-headline' }, numbers.exact(figure)),
    difference !== null &&
      element(
        'p',
        { class: 'hint' },
        Math.abs(difference) < 0.005
          ? texts.sameAs(first.name)
          : (difference > 0 ? texts.moreThan : texts.lessThan)(numbers.exact(Math.abs(difference)), first.name),
      ),
  );
}

function failure({ pane, texts }: ScenariosContext, outcome: ScenarioOutcome): Child {
  if (outcome.kind === 'infeasible') {
    const reasons = outcome.report.infeasibility ?? { conflicts: [], fixes: [] };
    const { fixes } = reasons;
    return element(
      'div',
      { class: 'stack', key: 'infeasible' },
      message(
        'error',
        pane.texts.errorWord,
        element('strong', {}, texts.conflicts),
        sentenceList(pane, 'reasons', conflictSentences(reasons)),
      ),
      fixes.length > 0 && element('p', {}, element('strong', {}, texts.fixes)),
      fixes.length > 0 && sentenceList(pane, 'reasons', fixes),
    );
  }
  return element('div', { key: 'failed' }, message('error', pane.texts.errorWord, failureText(texts, outcome)));
}

function failureText(texts: ScenariosContext['texts'], outcome: ScenarioOutcome): string {
  if (outcome.kind === 'failed') return `${texts.failed} ${outcome.message}`;
  if (outcome.kind !== 'unplanned') return texts.failed;
  switch (outcome.reason) {
    case 'invalid':
      return texts.invalid;
    case 'unbounded':
      return texts.unbounded;
    case 'timeLimit':
      return texts.tooLittleTime;
  }
}
