import { element } from '../view-node';
import type { ViewNode } from '../view-node';

/** A table of figures: a heading for every row and column. */
export interface DataTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly title: string; readonly texts: readonly string[]; readonly isTotal?: boolean }[];
}

/**
 * A table that scrolls sideways by itself. Hidden from the eye it stays in the accessibility tree, as the words behind a
 * chart.
 */
export function dataTable({ caption, columns, rows }: DataTable, isVisible: boolean): ViewNode {
  const table = element(
    'table',
    { class: 'figures' },
    element('caption', { class: 'visually-hidden' }, caption),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        columns.map((column) => element('th', { scope: 'col' }, column)),
      ),
    ),
    element(
      'tbody',
      {},
      rows.map(({ title, texts, isTotal }) =>
        element(
          'tr',
          { class: isTotal ? 'row-total' : null },
          element('th', { scope: 'row' }, title),
          texts.map((text) => element('td', {}, text)),
        ),
      ),
    ),
  );
  return isVisible
    ? element(
        'div',
        { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': caption, key: 'table' },
        table,
      )
    : element('div', { class: 'visually-hidden', key: 'table' }, table);
}
