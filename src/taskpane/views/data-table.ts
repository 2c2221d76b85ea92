import { element, laterElement } from '../view-node';
import type { ViewNode } from '../view-node';

/** A table of figures: a heading for every row and column. */
export interface DataTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly title: string;
    /** Said below the title. */
    readonly detail?: string;
    readonly texts: readonly (string | MarkedText)[];
    readonly isTotal?: boolean;
  }[];
}

/** A figure that stands out; `mark` says to the ear why. */
export interface MarkedText {
  readonly text: string;
  readonly mark: string;
}

/**
 * A table that scrolls sideways by itself. Hidden from the eye it stays in the accessibility tree, as the words behind a
 * chart.
 */
export function dataTable(content: DataTable, isVisible: boolean, look = ''): ViewNode {
  const { caption } = content;
  const table = figuresTable(content);
  return isVisible
    ? element(
        'div',
        { class: `table-scroll ${look}`.trimEnd(), tabindex: '0', role: 'region', 'aria-label': caption, key: 'table' },
        table,
      )
    : element('div', { class: 'visually-hidden', key: 'table' }, table);
}

/** A table that nobody sees, as the words behind a large chart, made in a task of its own from the things that it is of. */
export function hiddenTable(from: readonly unknown[], make: () => DataTable): ViewNode {
  return laterElement('div', { class: 'visually-hidden', key: 'hidden-table' }, from, () => figuresTable(make()));
}

function figuresTable({ caption, columns, rows }: DataTable): ViewNode {
  return element(
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
      rows.map(({ title, detail, texts, isTotal }) =>
        element(
          'tr',
          { class: isTotal ? 'row-total' : null },
          element(
            'th',
            { scope: 'row' },
            title,
            detail !== undefined && element('span', { class: 'title-detail' }, ` ${detail}`),
          ),
          texts.map(figureCell),
        ),
      ),
    ),
  );
}

function figureCell(figure: string | MarkedText): ViewNode {
  if (typeof figure === 'string') return element('td', {}, figure);
  return element(
    'td',
    { class: 'marked-figure' },
    figure.text,
    element('span', { class: 'visually-hidden' }, ` (${figure.mark})`),
  );
}
