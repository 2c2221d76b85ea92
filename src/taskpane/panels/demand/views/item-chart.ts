import type { Bucket } from '../../../../forecasting/index';
import type { ItemResult } from '../../../../workbook/forecast/item-result';
import { element } from '../../../view-node';
import type { ViewNode } from '../../../view-node';
import { button } from '../../../views/controls';
import { dataTable } from '../../../views/data-table';
import { itemFigures } from '../item-figures';
import type { ItemFigures } from '../item-figures';
import type { DemandContext } from './demand-context';
import { lineChart } from './line-chart';

/** An item's history with its flagged periods and its forecast with the interval; the parts on demand; the table behind both. */
export function itemChart(context: DemandContext, result: ItemResult): ViewNode | null {
  const { demand, texts, commands } = context;
  const { forecast } = demand;
  if (!forecast) return null;
  const { bucket } = forecast.report;
  const figures = itemFigures(forecast, result);
  const showsTable = demand.shown.includes('demandTable');
  const showsParts = demand.shown.includes('parts');
  return element(
    'div',
    { class: 'chart-block', key: 'item-chart' },
    element(
      'figure',
      { class: 'figure' },
      element('figcaption', { class: 'heading' }, texts.chartTitle(result.item)),
      !showsTable && demandChart(context, figures, bucket),
      !showsTable && demandKey(context, figures),
      element('div', { class: 'demand-table' }, dataTable(demandTable(context, result, figures, bucket), showsTable)),
      showsTable && figures.flagged.some(Boolean) && element('p', { class: 'hint' }, `* ${texts.flagged}`),
    ),
    !showsTable && showsParts && partCharts(context, figures, bucket),
    element(
      'div',
      { class: 'buttons' },
      button('link', showsTable ? texts.showChart : texts.showTable, () => commands.togglePart('demandTable'), {
        'aria-pressed': String(showsTable),
        id: 'demand-table-toggle',
      }),
      !showsTable &&
        button('link', showsParts ? texts.hideParts : texts.showParts, () => commands.togglePart('parts'), {
          'aria-pressed': String(showsParts),
          id: 'demand-parts-toggle',
        }),
    ),
  );
}

function demandChart({ pane, texts, dates }: DemandContext, figures: ItemFigures, bucket: Bucket): ViewNode {
  const { periods, start, history, forecast, low, high, flagged } = figures;
  const { numbers } = pane;
  const named = (t: number) => dates.period(periods[t], bucket);
  const next = forecast[start];
  const label = texts.chartLabel(named(0), named(periods.length - 1), next === null ? '–' : numbers.units(next));
  // The forecast's line and interval begin at the last figure of the history, so that the eye follows them.
  const joined = (values: readonly (number | null)[]) =>
    values.map((value, t) => (t === start - 1 && start > 0 ? history[t] : value));
  return lineChart(
    {
      label,
      count: periods.length,
      band: { low: joined(low), high: joined(high) },
      lines: [
        { values: history, look: 'demand-line-history' },
        { values: joined(forecast), look: 'demand-line-forecast' },
      ],
      marks: flagged.flatMap((flag, at) => {
        const value = history[at];
        return flag && value !== null
          ? [{ at, value, look: 'demand-mark-flagged', title: `${named(at)}: ${numbers.units(value)}` }]
          : [];
      }),
      ticks: axisTexts(figures, dates, bucket),
      rules: [{ at: start - 0.5, look: 'demand-today' }],
    },
    numbers,
  );
}

/** Years where they begin, else the first and the last period. */
function axisTexts({ periods }: ItemFigures, dates: DemandContext['dates'], bucket: Bucket) {
  const years = periods.flatMap((period, at) => {
    const begins = at > 0 && dates.year(period) !== dates.year(periods[at - 1]);
    return begins || period.endsWith('-01-01') ? [{ at, text: dates.year(period) }] : [];
  });
  if (years.length > 0) return years;
  return [0, periods.length - 1].map((at) => ({ at, text: dates.period(periods[at], bucket) }));
}

function demandKey({ texts }: DemandContext, { flagged }: ItemFigures): ViewNode {
  const entry = (mark: ViewNode, name: string) =>
    element('li', {}, element('svg', { class: 'swatch', viewBox: '0 0 10 10' }, mark), element('span', {}, name));
  const line = (look: string) => element('path', { class: `demand-line ${look}`, d: 'M0 5H10' });
  return element(
    'ul',
    { class: 'chart-key', 'aria-hidden': 'true' },
    entry(line('demand-line-history'), texts.history),
    entry(line('demand-line-forecast'), texts.forecastSeries),
    entry(element('rect', { class: 'demand-band', width: 10, height: 10 }), texts.interval),
    flagged.some(Boolean) &&
      entry(
        element('path', { class: 'demand-mark demand-mark-flagged', d: 'M5 0.5l4.5 4.5l-4.5 4.5l-4.5 -4.5Z' }),
        texts.flagged,
      ),
  );
}

function demandTable(
  { pane, texts, dates }: DemandContext,
  { item }: ItemResult,
  { periods, history, flagged, forecast, low, high, parts }: ItemFigures,
  bucket: Bucket,
) {
  const shown = (value: number | null) => (value === null ? '–' : pane.numbers.units(value));
  const partLines = parts ? [parts.trend, parts.season, parts.event] : [];
  return {
    caption: texts.chartTitle(item),
    columns: [
      texts.period,
      texts.history,
      texts.forecastSeries,
      texts.low,
      texts.high,
      ...(parts ? [texts.trend, texts.season, texts.events] : []),
    ],
    rows: periods.map((period, t) => ({
      title: dates.period(period, bucket),
      texts: [
        flagged[t] ? `${shown(history[t])} *` : shown(history[t]),
        ...[forecast, low, high, ...partLines].map((line) => shown(line[t])),
      ],
    })),
  };
}

function partCharts({ pane, texts, dates }: DemandContext, figures: ItemFigures, bucket: Bucket): ViewNode {
  const { parts, periods, start } = figures;
  if (!parts) return element('p', { class: 'hint', key: 'parts' }, texts.noParts);
  const charts = (['trend', 'season', 'event'] as const).filter((part) =>
    parts[part].some((value) => value !== null && Math.abs(value) > 1e-9),
  );
  const names = { trend: texts.trend, season: texts.season, event: texts.events };
  return element(
    'div',
    { class: 'stack', key: 'parts' },
    element('h3', { class: 'heading' }, texts.partsTitle),
    charts.map((part) =>
      element(
        'figure',
        { class: 'figure', key: part },
        element('figcaption', { class: 'hint' }, names[part]),
        lineChart(
          {
            label: names[part],
            count: periods.length,
            band: null,
            lines: [{ values: parts[part], look: `demand-line-${part}` }],
            marks: [],
            ticks: axisTexts(figures, dates, bucket),
            rules: [{ at: start - 0.5, look: 'demand-today' }],
          },
          pane.numbers,
        ),
      ),
    ),
  );
}
