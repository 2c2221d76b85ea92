import { groupAccuracy } from '../../../../forecasting/index';
import type { Bucket } from '../../../../forecasting/index';
import { forecastSheetName } from '../../../../workbook/forecast/forecast-sheet';
import type { ForecastedWorkbook } from '../../../../workbook/forecast-workbook';
import { element } from '../../../view-node';
import type { ViewNode } from '../../../view-node';
import { button, heading, message, section } from '../../../views/controls';
import { selectField } from '../../../views/select-field';
import { isForecastStale, shownItem } from '../demand-state';
import { accuracyTable } from './accuracy-table';
import type { DemandContext } from './demand-context';
import { fieldLook, textField } from './fields';
import { itemChart } from './item-chart';
import { itemList } from './item-list';
import { workLine } from './work-line';

/** Forecast, and what came of it item by item. */
export function forecastSection(context: DemandContext): readonly ViewNode[] {
  const { demand, pane, texts, commands } = context;
  const { forecast } = demand;
  const isRunning = demand.work !== null && demand.work.kind !== 'looking';
  const run = section(
    'demand-forecast',
    heading('demand-forecast', texts.forecastTitle),
    element('p', { class: 'hint' }, texts.forecastLead),
    isForecastStale(demand) && message('warning', pane.texts.warningWord, texts.stale),
    isRunning
      ? workLine(context)
      : element(
          'div',
          { class: 'buttons', key: 'buttons' },
          button(
            forecast && !isForecastStale(demand) ? 'plain' : 'primary',
            forecast ? texts.forecastAgain : texts.forecast,
            commands.forecast,
            { id: 'demand-forecast' },
            'spark',
          ),
          forecast &&
            button(
              'plain',
              texts.goToSheet(forecastSheetName),
              () => commands.goToSheet(forecastSheetName),
              {},
              'sheet',
            ),
          forecast &&
            button('primary', texts.next(texts.steps.stock), () => commands.chooseStep('stock'), { id: 'demand-next' }),
        ),
    options(context),
  );
  return [
    run,
    ...(forecast ? [...troubles(context, forecast), ...itemSection(context), itemList(context, forecast)] : []),
  ];
}

function options({ demand, texts, commands }: DemandContext): ViewNode {
  const lengths: readonly Bucket[] = ['month', 'week', 'day'];
  return element(
    'details',
    { class: 'fold', key: 'options' },
    element('summary', {}, texts.optionsTitle),
    selectField<Bucket | ''>(
      'demand-bucket',
      texts.bucketField,
      demand.options.bucket ?? '',
      [{ value: '', text: texts.bucketAsWorkbook }, ...lengths.map((value) => ({ value, text: texts.buckets[value] }))],
      (bucket) => commands.chooseBucket(bucket === '' ? null : bucket),
      fieldLook,
    ),
    textField(
      'demand-periods',
      texts.periodsField,
      demand.options.periods,
      texts.periodsHint,
      commands.typePeriods,
      commands.forecast,
    ),
  );
}

/** Items without a proper forecast, and how past forecasts turned out. */
function troubles({ pane, texts }: DemandContext, { results, past }: ForecastedWorkbook): readonly ViewNode[] {
  const failed = results.filter(({ forecast }) => forecast.failed !== null);
  const { percent, whole } = pane.numbers;
  const or = (value: number | null) => (value === null ? '–' : percent(value));
  return [
    ...(failed.length === 0
      ? []
      : [
          element(
            'div',
            { key: 'fallback', id: 'demand-fallback' },
            message(
              'warning',
              pane.texts.warningWord,
              element('p', { class: 'issue-what' }, texts.fallbackTitle(failed.length)),
              element(
                'ul',
                { class: 'reasons' },
                failed.map(({ item, forecast }) => element('li', { key: item }, `${item}: ${forecast.failed ?? ''}`)),
              ),
            ),
          ),
        ]),
    ...(past === null
      ? []
      : [
          element(
            'div',
            { key: 'past' },
            message(
              'info',
              texts.pastTitle,
              element('p', { class: 'issue-what' }, texts.pastTitle),
              element('p', {}, texts.pastText(or(past.total.wape), or(past.total.bias), whole(past.total.points))),
            ),
          ),
        ]),
  ];
}

/** The item shown: chart, class, accuracy. */
function itemSection(context: DemandContext): readonly ViewNode[] {
  const { demand, pane, texts, commands } = context;
  const result = shownItem(demand);
  if (!result || !demand.forecast) return [];
  const { item, itemClass, forecast, hockeyStick } = result;
  const { abc, xyz } = itemClass;
  const all = groupAccuracy(demand.forecast.results.flatMap((one) => one.forecast.accuracy ?? []));
  return [
    section(
      'demand-item',
      heading('demand-item', item),
      selectField(
        'demand-item-choice',
        texts.item,
        item,
        demand.forecast.results.map((one) => ({ value: one.item, text: one.item })),
        commands.chooseItem,
        fieldLook,
      ),
      element(
        'p',
        { class: 'demand-classes' },
        element(
          'span',
          { class: 'badge', title: `${texts.classHint[abc]}; ${texts.classHint[xyz]}` },
          texts.classText(abc, xyz),
        ),
        element('span', { class: 'badge' }, texts.patterns[forecast.class]),
      ),
      element('p', { class: 'hint' }, `${texts.classHint[abc]}; ${texts.classHint[xyz]}.`),
      hockeyStick && message('warning', pane.texts.warningWord, texts.hockeyStick),
      itemChart(context, result),
      accuracyTable(context, forecast.accuracy, all),
      notes(context, result),
    ),
  ];
}

function notes({ pane, texts }: DemandContext, { forecast }: NonNullable<ReturnType<typeof shownItem>>): ViewNode {
  const effects = forecast.events.map(({ name, effect }) => `${name}: ${pane.numbers.percent(effect)}`);
  return element(
    'ul',
    { class: 'demand-notes hint', key: 'notes' },
    [texts.method(forecast.method), ...effects, ...forecast.notes].map((note) => element('li', {}, note)),
  );
}
