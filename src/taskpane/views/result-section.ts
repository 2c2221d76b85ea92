import { element } from '../view-node';
import type { ViewNode } from '../view-node';
import { chartSection } from './chart-section';
import { button, heading, message, section } from './controls';
import { costTable, headline } from './cost-table';
import { infeasibleSection } from './infeasible-section';
import type { PaneContext } from './pane-context';
import { reasonList } from './reason-list';
import { resultButtons } from './result-buttons';
import { spoken } from './sentence-list';

/** The result of the last run, or nothing. */
export function resultSection(context: PaneContext): readonly ViewNode[] {
  const { run } = context.state;
  if (run.kind === 'infeasible') return [infeasibleSection(context, run)];
  if (run.kind !== 'planned') return [];
  const { texts } = context;
  const { report, charts, sheet, tried } = run;
  return [
    section(
      'result',
      heading('result', texts.resultTitle),
      run.isStale && element('div', { key: 'stale' }, message('warning', texts.warningWord, texts.stale)),
      tried !== undefined &&
        element(
          'div',
          { key: 'tried', id: 'tried', class: 'stack' },
          message(
            'warning',
            texts.warningWord,
            element('strong', {}, `${texts.triedTitle}: `),
            spoken(context, 'span', tried),
          ),
          button('plain', texts.backToReasons, context.commands.backToReasons, { id: 'back-to-reasons' }),
        ),
      headline(context, report),
      resultButtons(context, run),
      sheet !== null && element('p', { class: 'hint', key: 'where' }, texts.writtenTo(sheet)),
      reasonList(context, report.explanations),
      chartSection(context, 'capacity', charts.capacity),
      chartSection(context, 'inventory', [charts.inventory]),
      costTable(context, report),
    ),
  ];
}
