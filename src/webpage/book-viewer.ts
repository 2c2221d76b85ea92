import { areaAddress, areaContains, columnName } from '../workbook/address';
import type { CellStyle } from '../workbook/sheet-content';
import type { RangeReference } from '../workbook/workbook';
import type { NumberTexts } from '../taskpane/number-texts';
import type { Strings } from '../taskpane/strings';
import { element, laterElement } from '../taskpane/view-node';
import type { Child, ViewNode } from '../taskpane/view-node';
import { chartKey } from '../taskpane/views/chart-key';
import { stackedChart } from '../taskpane/views/stacked-chart';
import { isSelected } from '../workbook/sheet-picture';
import type { PictureCell, PictureChart, PictureRow, SheetPicture } from '../workbook/sheet-picture';

/** What the viewer shows and does. */
export interface BookViewerContext {
  readonly texts: Strings;
  readonly numbers: NumberTexts;
  readonly bookName: string;
  readonly sheets: readonly string[];
  readonly picture: SheetPicture | null;
  readonly selection: RangeReference | null;
  readonly showSheet: (sheet: string) => void;
  /** Starts a selection at a cell, or extends it there. */
  readonly pick: (sheet: string, row: number, column: number, extend: boolean) => void;
}

/** About the shape of the charts' places on the sheet. */
const chartSize = { width: 560, height: 340 };
/** Rows that stay at the top at most: more would leave no room on a small screen. */
const mostFrozenRows = 4;

/** The open workbook, to look at: a tab for each sheet, and the cells of one. */
export function bookViewer(context: BookViewerContext): readonly ViewNode[] {
  const { texts, picture, selection } = context;
  return [
    sheetTabs(context),
    element(
      'div',
      {
        class: 'sheet-scroll',
        id: 'sheet',
        role: 'region',
        tabindex: '0',
        'aria-label': picture ? texts.sheetView(picture.name) : texts.workbook,
        key: 'sheet',
      },
      picture && sheetTable(context, picture),
    ),
    element(
      'p',
      { class: 'sheet-foot', key: 'foot' },
      selection && texts.selectionIs(areaAddress(selection)),
      selection && ' ',
      picture?.isCut === true && texts.sheetCut(String(picture.rows.length), String(picture.columns)),
    ),
  ];
}

function sheetTabs({ texts, bookName, sheets, picture, showSheet }: BookViewerContext): ViewNode {
  return element(
    'nav',
    { class: 'sheet-tabs', 'aria-label': texts.sheetsOf(bookName), key: 'tabs' },
    sheets.map((sheet) =>
      element(
        'button',
        {
          type: 'button',
          class: 'bare-button sheet-tab',
          key: sheet,
          'aria-current': picture?.name === sheet ? 'true' : null,
          onclick: () => showSheet(sheet),
        },
        sheet,
      ),
    ),
  );
}

function sheetTable(context: BookViewerContext, picture: SheetPicture): ViewNode {
  const columns = Array.from({ length: picture.columns }, (_none, column) => column);
  return element(
    'table',
    {
      class: 'sheet',
      key: picture.name,
      onmousedown: (event) => pickAt(context, picture, event, event instanceof MouseEvent && event.shiftKey),
      onmouseover: (event) => {
        if (event instanceof MouseEvent && event.buttons === 1) pickAt(context, picture, event, true);
      },
    },
    element(
      'colgroup',
      {},
      element('col'),
      columns.map((column) => element('col', { width: columnWidth(picture, column) })),
    ),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('td', { class: 'corner' }),
        columns.map((column) => element('th', { scope: 'col' }, columnName(column))),
      ),
    ),
    element(
      'tbody',
      {},
      picture.rows.map((row) => sheetRow(context, picture, row)),
    ),
  );
}

/** Pixels that a column takes at least, from all of its texts, so that it keeps its width as rows are drawn. */
function columnWidth({ rows }: SheetPicture, column: number): number {
  const characters = rows.map(({ cells }) => {
    const [cell, next] = [cells[column], cells[column + 1]];
    return cell.isNumber || (next !== undefined && next.text !== '') ? cell.text.length : 0;
  });
  return Math.min(260, 17 + Math.ceil(6.4 * Math.max(0, ...characters)));
}

function sheetRow(context: BookViewerContext, picture: SheetPicture, line: PictureRow): ViewNode {
  const { row } = line;
  const { selection, numbers } = context;
  const isFrozen = row < Math.min(picture.frozenRows, mostFrozenRows);
  const attributes = { class: isFrozen ? `frozen frozen-${row}` : null, key: String(row) };
  const cells = () => rowCells(context, picture, line);
  // What was selected is there at once, to be scrolled to.
  if (selection && selection.row === row && selection.sheet === picture.name) {
    return element('tr', attributes, cells());
  }
  const from = [picture, numbers, ...selectedColumns(selection, picture.name, row)];
  // A chart reaches into the rows below it, which would not fit together without it.
  const holdsChart = picture.charts.some(({ anchor }) => anchor.row === row);
  return laterElement('tr', attributes, from, cells, { whenSeen: !isFrozen && !holdsChart });
}

/** First and last column of a row that are selected. */
function selectedColumns(selection: RangeReference | null, sheet: string, row: number): readonly number[] {
  if (!selection || !isSelected(selection, sheet, row, selection.column)) return [-1, -1];
  return [selection.column, selection.column + selection.columnCount - 1];
}

function rowCells(context: BookViewerContext, picture: SheetPicture, { row, cells }: PictureRow): readonly Child[] {
  const { selection } = context;
  return [
    element('th', { scope: 'row' }, String(row + 1)),
    ...cells.map((cell, column) => {
      const chart = picture.charts.find(({ anchor }) => areaContains(anchor, row, column));
      if (chart) return chart.anchor.row === row && chart.anchor.column === column && chartCell(context, chart);
      return element(
        'td',
        {
          class: [
            ...looksOf(cell, cells[column + 1]),
            ...(column < Math.min(1, picture.frozenColumns) ? ['frozen-column'] : []),
            ...(isSelected(selection, picture.name, row, column) ? ['selected'] : []),
          ].join(' '),
          'data-cell': `${row},${column}`,
        },
        cell.text,
      );
    }),
  ];
}

/** A chart over the cells that it covers. */
function chartCell(
  { numbers }: BookViewerContext,
  { anchor, title, description, chart, lines }: PictureChart,
): ViewNode {
  return laterElement(
    'td',
    { class: 'sheet-chart', rowspan: anchor.rowCount, colspan: anchor.columnCount },
    [chart, numbers],
    () => [
      element('div', { class: 'sheet-chart-title', 'aria-hidden': 'true' }, title),
      stackedChart(chart, `${title}. ${description}`, numbers, chartSize),
      chartKey(
        chart.series.map(({ name, color }) => ({ name: name ?? '', color })),
        lines[0] ?? null,
        lines[1] ?? null,
      ),
    ],
  );
}

/** Looks of a cell as classes; the page allows no styles of its own per cell. */
function looksOf({ text, isNumber, style }: PictureCell, next: PictureCell | undefined): string[] {
  const looks = [isNumber || style?.align === 'right' ? 'number' : 'text'];
  // Text runs on over empty cells, as in Excel.
  if (!isNumber && text !== '' && next?.text === '') looks.push('spills');
  return style ? [...looks, ...styleLooks(style)] : looks;
}

function styleLooks({ bold, italic, fontSize, fill, fontColor, indent, borderTop }: CellStyle): string[] {
  const looks: string[] = [];
  if (bold) looks.push('bold');
  if (italic) looks.push('italic');
  if ((fontSize ?? 11) >= 14) looks.push('large');
  if (fill) looks.push(isDark(fill) ? 'fill-strong' : 'fill-soft');
  else if (fontColor) looks.push('dim');
  if (indent) looks.push('indent');
  if (borderTop) looks.push('line-above');
  return looks;
}

function isDark(color: string): boolean {
  return parseInt(color.slice(0, 2), 16) < 0x80;
}

function pickAt({ pick }: BookViewerContext, { name }: SheetPicture, event: Event, extend: boolean): void {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null;
  if (!cell) return;
  const [row, column] = (cell.dataset.cell ?? '').split(',').map(Number);
  pick(name, row, column, extend);
}
