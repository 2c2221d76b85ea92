import type { PaneState } from '../pane-state';
import { speak } from '../speech';
import { element } from '../view-node';
import type { ViewNode } from '../view-node';
import { button, heading, message, section } from './controls';
import type { PaneContext } from './pane-context';
import { resultButtons } from './result-buttons';
import { conflictSentences, sentenceList, spoken } from './sentence-list';

/** Most shortages that are listed; the sheet of the closest plan has them all. */
const mostShortages = 8;

/** Why no plan exists, what would cure it, and the plan that comes closest. */
export function infeasibleSection(
  context: PaneContext,
  run: Extract<PaneState['run'], { kind: 'infeasible' }>,
): ViewNode {
  const { texts, numbers, commands } = context;
  const reasons = run.report.infeasibility;
  const conflicts = reasons ? conflictSentences(reasons) : [];
  const fixes = reasons?.fixes ?? [];
  const shortages = reasons?.shortages ?? [];
  return section(
    'result',
    heading('result', texts.infeasibleTitle),
    run.isStale && element('div', { key: 'stale' }, message('warning', texts.warningWord, texts.stale)),
    conflicts.length > 0 &&
      element(
        'div',
        { key: 'conflicts' },
        message(
          'error',
          texts.errorWord,
          element('strong', {}, texts.conflictsTitle),
          sentenceList(context, 'reasons', conflicts),
        ),
      ),
    element(
      'div',
      { class: 'reason-block', key: 'fixes' },
      element('h3', { class: 'heading' }, texts.fixesTitle),
      fixes.length > 0
        ? element(
            'ul',
            { class: 'fixes' },
            fixes.map((fix, n) =>
              element(
                'li',
                { key: fix.sentence },
                spoken(context, 'span', fix),
                ' ',
                button('link', texts.tryFix, () => commands.tryFix(n), {
                  id: `try-fix-${n}`,
                  'aria-label': texts.tryFixOf(speak(context.state.speech, context.state.format, fix).text),
                  disabled: run.isStale,
                }),
              ),
            ),
          )
        : element('p', {}, texts.noFixes),
    ),
    shortages.length > 0 &&
      element(
        'div',
        { class: 'reason-block', key: 'shortages' },
        element('h3', { class: 'heading' }, texts.shortagesTitle),
        element(
          'ul',
          { class: 'reasons' },
          shortages
            .slice(0, mostShortages)
            .map(({ item, period, quantity }) =>
              element('li', {}, texts.shortageRow(numbers.units(quantity), item, period)),
            ),
          shortages.length > mostShortages &&
            element('li', {}, texts.moreIssues(numbers.whole(shortages.length - mostShortages))),
        ),
      ),
    run.closest &&
      run.sheet === null &&
      element(
        'div',
        { class: 'stack', key: 'closest' },
        button('primary', texts.writeClosest, commands.writeClosest, { id: 'write-closest' }, 'sheet'),
        element('p', { class: 'hint' }, texts.closestHint),
      ),
    run.sheet !== null &&
      element('div', { key: 'written' }, message('warning', texts.warningWord, texts.closestWritten(run.sheet))),
    resultButtons(context, run),
  );
}
