import { element } from '../../view-node';
import type { Child, ViewNode } from '../../view-node';
import { message } from '../../views/controls';
import { dataTable } from '../../views/data-table';
import { sentenceList, spoken, wholeIssue } from '../../views/sentence-list';
import type { PreviewTable } from './preview-tables';
import type { ScenariosContext } from './scenarios-context';

/** What the scenario makes of the inputs, or what is wrong with it. */
export function previewBlock(context: ScenariosContext): Child {
  const { pane, state, texts } = context;
  const { preview } = state;
  if (!preview) return null;
  const errors = preview.issues.filter(({ severity }) => severity === 'error');
  const warnings = preview.issues.filter(({ severity }) => severity === 'warning');
  return element(
    'div',
    { class: 'reason-block', key: 'preview' },
    element('h3', { class: 'heading' }, texts.previewTitle),
    errors.length > 0 &&
      element(
        'div',
        { key: 'issues', id: 'scenario-issues', tabindex: '-1' },
        message(
          'error',
          pane.texts.errorWord,
          element('strong', {}, `${texts.previewWrong}. `),
          sentenceList(pane, 'reasons', errors.map(wholeIssue)),
        ),
      ),
    warnings.map((issue, n) =>
      element(
        'div',
        { key: `warning-${n}` },
        message('warning', pane.texts.warningWord, spoken(pane, 'span', wholeIssue(issue))),
      ),
    ),
    errors.length === 0 &&
      preview.tables.length === 0 &&
      element('p', { class: 'hint', key: 'nothing' }, texts.previewNothing),
    preview.tables.map((table) => inputPreview(context, table)),
  );
}

function inputPreview({ texts, numbers }: ScenariosContext, table: PreviewTable): ViewNode {
  const { input, places, how, total, rows, by, more } = table;
  const shown = (value: number | null) => (value === null ? texts.none : numbers.plain(value));
  const { before, after } = total;
  const share =
    before !== null && after !== null && before > 0 ? ` (${numbers.signedPercent(after / before - 1)})` : '';
  const count = texts.cells(numbers.whole(places));
  return element(
    'div',
    { class: 'scenarios-preview', key: input },
    element(
      'p',
      {},
      element('strong', {}, input),
      ` · ${places === 1 ? count : `${count} ${texts.inAll[how]}`}: `,
      element('span', { class: 'scenarios-figures' }, `${texts.fromTo(shown(before), shown(after))}${share}`),
    ),
    rows.length > 0 &&
      element(
        'details',
        { class: 'fold' },
        element('summary', {}, texts.showNumbers),
        dataTable(
          {
            caption: `${texts.previewTitle}: ${input}`,
            columns: [texts.by[by], texts.before, texts.after],
            rows: rows.map((row) => ({ title: row.title, texts: [shown(row.before), shown(row.after)] })),
          },
          true,
        ),
        more > 0 && element('p', { class: 'hint' }, texts.moreRows(numbers.whole(more))),
      ),
  );
}
