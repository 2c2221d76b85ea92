import type { NetworkPicture } from '../../../workbook/network-picture';
import { element } from '../../view-node';
import type { ViewNode } from '../../view-node';
import { button, heading } from '../../views/controls';
import { dataTable } from '../../views/data-table';
import type { PaneContext } from '../../views/pane-context';
import { selectField } from '../../views/select-field';
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
    rows &&
      selectField(
        'network-product',
        texts.product,
        product ?? '',
        [
          { value: '', text: texts.allProducts },
          ...productsAt(rows, place).map((name) => ({ value: name, text: name })),
        ],
        (name) => chooseProduct(name === '' ? null : name),
      ),
    rows && element('div', { key: 'figures' }, dataTable(figuresTable(context, rows, place, product), true)),
  );
}
