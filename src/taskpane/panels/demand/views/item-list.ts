import type { ForecastedWorkbook } from '../../../../workbook/forecast-workbook';
import { element } from '../../../view-node';
import type { ViewNode } from '../../../view-node';
import { button, heading, section } from '../../../views/controls';
import { withoutSign } from './accuracy-table';
import type { DemandContext } from './demand-context';

/** All items with class and accuracy; each leads to its chart. */
export function itemList({ demand, pane, texts, commands }: DemandContext, { results }: ForecastedWorkbook): ViewNode {
  const { percent, units, whole } = pane.numbers;
  const or = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : percent(withoutSign(value, 3));
  const shown = results.slice(0, demand.listed.items);
  const rest = results.length - shown.length;
  return section(
    'demand-items',
    heading('demand-items', texts.itemsTitle(whole(results.length))),
    element(
      'div',
      { class: 'table-scroll demand-table', tabindex: '0', role: 'region', 'aria-label': texts.itemsTable },
      element(
        'table',
        { class: 'figures' },
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            [texts.item, texts.itemClass, texts.nextPeriod, texts.measures.wape, texts.measures.bias].map((title) =>
              element('th', { scope: 'col' }, title),
            ),
          ),
        ),
        element(
          'tbody',
          {},
          shown.map(({ item, itemClass, forecast }) =>
            element(
              'tr',
              { key: item },
              element(
                'th',
                { scope: 'row' },
                button('link', item, () => commands.chooseItem(item)),
              ),
              element('td', {}, `${itemClass.abc}${itemClass.xyz}`),
              element('td', {}, units(forecast.forecast[0] ?? 0)),
              element('td', {}, or(forecast.accuracy?.wape)),
              element('td', {}, or(forecast.accuracy?.bias)),
            ),
          ),
        ),
      ),
    ),
    rest > 0 && button('link', texts.more(whole(Math.min(rest, 20))), () => commands.listMore('items')),
  );
}
