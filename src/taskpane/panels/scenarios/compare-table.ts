import { element } from '../../view-node';
import type { ViewNode } from '../../view-node';

/** A table with a column for each scenario. */
export interface CompareTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly title: string;
    /** Said below the title. */
    readonly detail?: string;
    readonly cells: readonly { readonly text: string; readonly differs: boolean }[];
    readonly isTotal?: boolean;
  }[];
}

/** The table, its titles in sight while it scrolls sideways; cells that differ are marked for the eye and for the ear. */
export function compareTable({ caption, columns, rows }: CompareTable, differsWord: string): ViewNode {
  return element(
    'div',
    { class: 'table-scroll scenarios-compare', tabindex: '0', role: 'region', 'aria-label': caption, key: caption },
    element(
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
        rows.map(({ title, detail, cells, isTotal }) =>
          element(
            'tr',
            { class: isTotal ? 'row-total' : null },
            element(
              'th',
              { scope: 'row' },
              title,
              detail !== undefined && element('span', { class: 'scenarios-cell-detail' }, ` ${detail}`),
            ),
            cells.map(({ text, differs }) =>
              element(
                'td',
                { class: differs ? 'scenarios-differs' : null },
                text,
                differs && element('span', { class: 'visually-hidden' }, ` (${differsWord})`),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}
