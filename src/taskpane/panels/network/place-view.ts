import type { NetworkPicture } from '../../../workbook/network-picture';
import { element } from '../../view-node';
import type { ViewNode } from '../../view-node';
import { button, heading } from '../../views/controls';
import { dataTable } from '../../views/data-table';
import type { PaneContext } from '../../views/pane-context';
import type { NetworkCommands } from './network-commands';
import type { NetworkState } from './network-state';
import { figuresTable, productsAt, useTable } from './place-figures';
import { panelTexts } from './texts';

/** The figures behind a place: use of its capacity, and every key figure of a product by period. */
export function placeView(
  context: PaneContext,
  picture: NetworkPicture,
  place: string,
  { rows, product }: Pick<NetworkState, 'rows' | 'product'>,
  { choosePlace, chooseProduct }: NetworkCommands,
): ViewNode {
  const texts = panelTexts[context.state.language];
  const use = useTable(context, picture, place);
  return element(
    'section',
    { class: 'network-figures', key: `figures-${place}`, 'aria-labelledby': 'network-place-heading' },
    element(
      'div',
      { class: 'network-figures-head' },
      heading('network-place', place, 'h3'),
      button('link', texts.close, () => choosePlace(place)),
    ),
    use && element('div', { key: 'use' }, dataTable(use, true)),
    rows && productChoice(context, productsAt(rows, place), product, chooseProduct),
    rows && element('div', { key: 'figures' }, dataTable(figuresTable(context, rows, place, product), true)),
  );
}

function productChoice(
  { state }: PaneContext,
  products: readonly string[],
  product: string | null,
  choose: (product: string | null) => void,
): ViewNode {
  const texts = panelTexts[state.language];
  return element(
    'label',
    { class: 'labelled' },
    element('span', {}, texts.product),
    element(
      'select',
      {
        id: 'network-product',
        class: 'field',
        value: product ?? '',
        onchange: ({ target }) => {
          if (target instanceof HTMLSelectElement) choose(target.value === '' ? null : target.value);
        },
      },
      element('option', { value: '', selected: product === null }, texts.allProducts),
      products.map((name) => element('option', { value: name, selected: name === product }, name)),
    ),
  );
}
