import type { NetworkRow } from '../../../planning';
import type { NetworkPicture } from '../../../workbook/network-picture';
import type { DataTable } from '../../views/data-table';
import type { PaneContext } from '../../views/pane-context';
import { keyFigures } from './key-figures';
import type { KeyFigure } from './key-figures';
import { percentText } from './picture-view';
import { panelTexts } from './texts';

/** Products that a place has. */
export function productsAt(rows: readonly NetworkRow[], place: string): string[] {
  return [...new Set(rows.filter(({ location }) => location === place).map(({ product }) => product))];
}

/** The figures of a product at a place, or of all its products together: one row for each figure that occurs. */
export function figuresTable(
  { state, numbers }: PaneContext,
  rows: readonly NetworkRow[],
  place: string,
  product: string | null,
): DataTable {
  const texts = panelTexts[state.language];
  const own = rows.filter((row) => row.location === place && (product === null || row.product === product));
  const periods = [...new Set(own.map(({ period }) => period))];
  return {
    caption: texts.figuresCaption(product ?? texts.allProducts, place),
    columns: [texts.figure, ...periods],
    rows: keyFigures
      .map((figure) => ({ figure, values: periods.map((period) => sumOf(own, period, figure)) }))
      .filter(({ figure, values }) => figure === 'stock' || values.some((value) => Math.abs(value) > 1e-6))
      .map(({ figure, values }) => ({ title: texts.figures[figure], texts: values.map(numbers.units) })),
  };
}

/** Use of a place's resources and storage by period; null where it has none. */
export function useTable({ state, numbers }: PaneContext, picture: NetworkPicture, place: string): DataTable | null {
  const texts = panelTexts[state.language];
  const limits = picture.places.find(({ name }) => name === place)?.limits ?? [];
  if (limits.length === 0) return null;
  return {
    caption: texts.useCaption(place),
    columns: [texts.resource, ...picture.periods],
    rows: limits.map(({ name, kind, use }) => ({
      title: kind === 'storage' ? texts.storage(name) : name,
      texts: use.map((fraction) => (fraction === null ? '–' : percentText(fraction, numbers))),
    })),
  };
}

function sumOf(rows: readonly NetworkRow[], period: string, figure: KeyFigure): number {
  return rows.reduce((sum, row) => (row.period === period ? sum + row[figure] : sum), 0);
}
