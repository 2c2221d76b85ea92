import type { ServicePoint } from '../../forecasting/index';
import { columnName } from '../address';
import type { CellStyle, ChartSeries, SeriesReference, SheetCell, SheetChart } from '../sheet-content';
import { itemServiceCurve } from './item-result';
import type { ItemResult } from './item-result';
import { absoluteArea, detailCell, heading, muted, section } from './sheet-cells';

/** Cycle service levels that the sheet shows, beside those that are promised. */
const shownLevels = [0.5, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 0.995, 0.999];
const firstColumn = 2;

interface Line {
  readonly title: string;
  /** Null where the point has none. */
  readonly value: (point: ServicePoint, result: ItemResult) => number | null;
  readonly style: CellStyle;
  readonly look?: Pick<ChartSeries, 'color' | 'dashed' | 'marker'>;
}

const lines: readonly Line[] = [
  {
    title: 'Safety stock',
    value: ({ safetyStock }) => safetyStock,
    style: detailCell('quantity'),
    look: { color: '1F4E79', marker: 'none' },
  },
  {
    title: 'Promised',
    value: ({ serviceLevel, safetyStock }, { rules }) =>
      isSame(serviceLevel, rules.serviceLevel) ? safetyStock : null,
    style: detailCell('quantity'),
    look: { color: 'C00000', marker: 'diamond' },
  },
  {
    title: 'Average inventory',
    value: ({ averageInventory }) => averageInventory,
    style: detailCell('quantity'),
    look: { color: '548235', dashed: true, marker: 'none' },
  },
  { title: 'Reorder at', value: ({ reorderPoint }) => reorderPoint, style: detailCell('quantity') },
  { title: 'Fill rate', value: ({ fillRate }) => fillRate, style: { numberFormat: '0.00%', align: 'right' } },
];

/** Where the block goes, and where the item is chosen. */
interface Places {
  readonly top: number;
  readonly itemCell: { readonly row: number; readonly column: number };
  readonly chartAnchor: SheetChart['anchor'];
}

/**
 * What each service level costs in inventory: the curve of the item shown, by formulas, and below it the figures of every item. The
 * chart draws the curve and marks the level promised.
 */
export function serviceBlock(
  results: readonly ItemResult[],
  { top, itemCell, chartAnchor }: Places,
): { readonly cells: readonly SheetCell[]; readonly chart: SheetChart } {
  const cells: SheetCell[] = [];
  const levels = levelsOf(results);
  const headings = (row: number): void => {
    cells.push({ row, column: 0, value: 'Item', style: heading });
    cells.push({ row, column: 1, value: 'By service level', style: heading });
    levels.forEach((level, k) =>
      cells.push({
        row,
        column: firstColumn + k,
        value: level,
        style: { ...heading, align: 'right', numberFormat: '0.0##%' },
      }),
    );
  };
  cells.push({ row: top, column: 0, value: 'Service and inventory of the item shown', style: section });
  headings(top + 1);
  const feed = top + 2;
  const head = feed + lines.length + 2;
  cells.push({ row: head - 1, column: 0, value: 'Service and inventory by item', style: section });
  headings(head);
  const first = head + 1;
  const curves = results.map((result) => itemServiceCurve(result, levels));
  const valueAt = (i: number, line: Line, k: number): number | null => line.value(curves[i][k], results[i]);
  results.forEach((result, i) => {
    lines.forEach((line, l) => {
      const row = first + i * lines.length + l;
      cells.push({ row, column: 0, value: result.item, style: l === 0 ? { bold: true, borderTop: 'thin' } : muted });
      cells.push({ row, column: 1, value: line.title, ...(l === 0 && { style: { borderTop: 'thin' } }) });
      levels.forEach((_, k) => {
        const value = valueAt(i, line, k);
        if (value !== null) cells.push({ row, column: firstColumn + k, value, style: line.style });
      });
    });
  });
  const rowCount = Math.max(1, results.length * lines.length);
  const item = absoluteArea({ ...itemCell, rowCount: 1, columnCount: 1 });
  const names = absoluteArea({ row: first, column: 0, rowCount, columnCount: 1 });
  lines.forEach((line, l) => {
    const row = feed + l;
    const label = { row, column: 0, value: results[0]?.item ?? '', formula: `=${item}` };
    cells.push({ ...label, style: l === 0 ? { bold: true } : muted }, { row, column: 1, value: line.title });
    levels.forEach((_, k) => {
      const column = columnName(firstColumn + k);
      const found = `INDEX(${column}$${first + 1}:${column}$${first + rowCount},MATCH(${item},${names},0)+${l})`;
      const value = results.length > 0 ? valueAt(0, line, k) : null;
      cells.push({
        row,
        column: firstColumn + k,
        value: value ?? { error: '#N/A' },
        formula: `=IF(${found}="",NA(),${found})`,
        style: value === null ? { ...line.style, fontColor: 'BFBFBF' } : line.style,
      });
    });
  });
  const along = (row: number): SeriesReference => ({
    row,
    column: firstColumn,
    rowCount: 1,
    columnCount: levels.length,
  });
  const series = lines.flatMap(({ title, look }, l): ChartSeries[] =>
    look
      ? [
          {
            kind: 'line',
            name: title,
            nameCell: { row: feed + l, column: 1 },
            values: along(feed + l),
            categories: along(feed - 1),
            ...look,
          },
        ]
      : [],
  );
  return {
    cells,
    chart: {
      name: 'SOP Service chart',
      title: 'Inventory by service level of the item shown',
      description:
        'Safety stock and average inventory that each cycle service level needs, with the level promised marked.',
      anchor: chartAnchor,
      stacked: false,
      series,
      valueAxisTitle: 'Units',
      categoryAxisTitle: 'Cycle service level',
      valueNumberFormat: '#,##0',
    },
  };
}

/** The usual levels, and up to twelve that are promised. */
function levelsOf(results: readonly ItemResult[]): number[] {
  const promised = [...new Set(results.map(({ rules }) => rules.serviceLevel))].slice(0, 12);
  const further = promised.filter((level) => !shownLevels.some((shown) => isSame(shown, level)));
  return [...shownLevels, ...further].sort((a, b) => a - b);
}

function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-9;
}
