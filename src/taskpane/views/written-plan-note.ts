import { isWrittenPlanStale } from '../pane-state';
import { element } from '../view-node';
import type { ViewNode } from '../view-node';
import { button, message } from './controls';
import type { PaneContext } from './pane-context';

/** What is known of a plan that stands in the workbook from before, while this session has none of its own to show. */
export function writtenPlanNote({ state, texts, commands }: PaneContext): readonly ViewNode[] {
  const { writtenPlan, run } = state;
  if (writtenPlan === null || run.kind === 'planned' || run.kind === 'infeasible') return [];
  const { sheet } = writtenPlan;
  const go = button('link', texts.goToSheet, () => commands.goToSheet(sheet), { id: 'go-to-written' });
  const isStale = isWrittenPlanStale(state);
  return [
    element(
      'div',
      { key: 'written-plan', id: 'written-plan' },
      isStale
        ? message('warning', texts.warningWord, texts.staleSheet(sheet), ' ', go)
        : message('info', texts.fineWord, texts.currentSheet(sheet), ' ', go),
    ),
  ];
}
