import { element } from '../../../view-node';
import type { ViewNode } from '../../../view-node';
import { button, heading, section } from '../../../views/controls';
import { dataTable } from '../../../views/data-table';
import { selectField } from '../../../views/select-field';
import type { DemandContext } from './demand-context';
import { facts, fieldLook } from './fields';
import { issueMessages } from './issue-messages';
import { serviceChart } from './service-chart';
import { workLine } from './work-line';
import { shownItem } from '../demand-state';
import { servicePointAt } from '../service-points';

/** Service against inventory for an item, and the safety stocks of all. */
export function stockSection(context: DemandContext): readonly ViewNode[] {
  const { demand, texts, commands } = context;
  const result = shownItem(demand);
  if (!result || !demand.forecast) {
    return [
      section(
        'demand-stock',
        heading('demand-stock', texts.stockTitle),
        element('p', { class: 'hint' }, texts.forecastFirst),
        button('primary', texts.next(texts.steps.forecast), () => commands.chooseStep('forecast')),
      ),
    ];
  }
  return [
    section(
      'demand-stock',
      heading('demand-stock', texts.stockTitle),
      element('p', { class: 'hint' }, texts.stockLead),
      selectField(
        'demand-stock-item',
        texts.item,
        result.item,
        demand.forecast.results.map(({ item }) => ({ value: item, text: item })),
        commands.chooseItem,
        fieldLook,
      ),
      slider(context, result),
      serviceChart(context, result),
      ...workLine(context),
      issueMessages(context, demand.issues),
      element(
        'div',
        { class: 'buttons', key: 'buttons' },
        ...levelButtons(context, result),
        button('primary', texts.next(texts.steps.use), () => commands.chooseStep('use'), { id: 'demand-next' }),
      ),
    ),
    stockTable(context),
  ];
}

type Item = NonNullable<ReturnType<typeof shownItem>>;

function slider({ demand, pane, texts, commands }: DemandContext, result: Item): ViewNode {
  const level = demand.level ?? result.rules.serviceLevel;
  const { percent, units } = pane.numbers;
  const point = servicePointAt(result, level);
  return element(
    'div',
    { class: 'stack', key: 'slider' },
    element(
      'label',
      { class: 'labelled', for: 'demand-level' },
      element(
        'span',
        { class: 'demand-level-line' },
        texts.serviceLevel,
        element('output', { for: 'demand-level', class: 'demand-level' }, percent(level)),
      ),
      element('input', {
        id: 'demand-level',
        class: 'demand-slider',
        type: 'range',
        min: 50,
        max: 99.9,
        step: 0.1,
        value: Math.round(level * 1000) / 10,
        'aria-valuetext': percent(level),
        'aria-describedby': 'demand-level-hint',
        oninput: (event) => {
          if (event.target instanceof HTMLInputElement) commands.chooseLevel(Number(event.target.value) / 100);
        },
      }),
      element('span', { class: 'hint', id: 'demand-level-hint' }, texts.serviceHint),
    ),
    facts([
      { name: texts.safetyStock, value: units(point.safetyStock) },
      { name: texts.reorderPoint, value: units(point.reorderPoint) },
      { name: texts.averageInventory, value: units(point.averageInventory) },
      { name: texts.fillRate, value: percent(point.fillRate) },
      ...(result.rules.holdingCost > 0
        ? [{ name: texts.holdingCost, value: pane.numbers.money(point.holdingCostPerPeriod) }]
        : []),
    ]),
    element('p', { class: 'hint' }, texts.asNow(percent(result.rules.serviceLevel))),
  );
}

/** Writing the level on the slider: for the item, and for all where there are more. */
function levelButtons({ demand, pane, texts, commands }: DemandContext, result: Item): readonly ViewNode[] {
  const level = pane.numbers.percent(demand.level ?? result.rules.serviceLevel);
  const isMany = (demand.forecast?.results.length ?? 0) > 1;
  return [
    button('plain', texts.useLevel(level, result.item), () => commands.useLevel('item'), { id: 'demand-use-level' }),
    ...(isMany
      ? [button('plain', texts.useLevelForAll(level), () => commands.useLevel('all'), { id: 'demand-use-level-all' })]
      : []),
  ];
}

function stockTable({ demand, pane, texts }: DemandContext): ViewNode {
  const { percent, units } = pane.numbers;
  const results = demand.forecast?.results ?? [];
  return section(
    'demand-stocks',
    heading('demand-stocks', texts.stockTable),
    element(
      'div',
      { class: 'demand-table' },
      dataTable(
        {
          caption: texts.stockCaption,
          columns: [texts.item, texts.serviceLevel, texts.safetyStock, texts.reorderPoint],
          rows: results.slice(0, 200).map(({ item, rules, stock }) => ({
            title: item,
            texts: [percent(rules.serviceLevel), units(stock.safetyStock), units(stock.reorderPoint)],
          })),
        },
        true,
      ),
    ),
  );
}
