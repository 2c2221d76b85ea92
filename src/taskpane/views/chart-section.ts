import type { StackedChart } from '../../workbook/stacked-charts';
import type { ChartName } from '../pane-state';
import { element, laterElement } from '../view-node';
import type { ViewNode } from '../view-node';
import { chartKey } from './chart-key';
import { button } from './controls';
import { dataTable, hiddenTable } from './data-table';
import type { DataTable } from './data-table';
import type { PaneContext } from './pane-context';
import { stackedChart } from './stacked-chart';

/** A chart with its key and the table behind it. */
export function chartSection(context: PaneContext, name: ChartName, charts: readonly StackedChart[]): ViewNode | null {
  if (charts.length === 0) return null;
  const { state, texts, commands } = context;
  const showsTable = state.shownTables.includes(name);
  return element(
    'div',
    { class: 'chart-block', key: name },
    charts.map((chart) =>
      laterElement(
        'div',
        { class: 'chart-place', key: chart.resource ?? 'inventory' },
        [chart, showsTable, texts, context.numbers],
        () => chartFigure(context, name, chart, showsTable),
      ),
    ),
    button('link', showsTable ? texts.showChart : texts.showTable, () => commands.toggleTable(name), {
      'aria-pressed': showsTable ? 'true' : 'false',
      id: `${name}-toggle`,
    }),
  );
}

/** One chart with its key, or the table in its place; those who see neither colours nor lines have the table anyway. */
export function chartFigure(context: PaneContext, name: ChartName, chart: StackedChart, showsTable: boolean): ViewNode {
  const { texts, numbers } = context;
  const title = chart.resource === null ? texts.inventoryTitle : texts.capacityTitle(chart.resource);
  const top = Math.max(...chart.totals);
  const label = `${title}. ${texts.highest(numbers.units(top), chart.periods[chart.totals.indexOf(top)] ?? '')}`;
  return element(
    'figure',
    { class: 'figure', key: chart.resource ?? 'inventory' },
    element('figcaption', { class: 'heading' }, title),
    !showsTable && stackedChart(chart, label, numbers),
    !showsTable &&
      chartKey(
        chart.series.map(({ name: item, color }) => ({ name: item ?? texts.otherItems(chart.others), color })),
        chart.line.some((value) => value !== null)
          ? name === 'capacity'
            ? texts.capacityLine
            : texts.safetyStockLine
          : null,
        chart.raisedLine && texts.overtime,
      ),
    showsTable
      ? dataTable(chartTable(context, name, chart, title), true)
      : hiddenTable([chart, texts, numbers], () => chartTable(context, name, chart, title)),
  );
}

/** Everything that the chart shows, in figures: a row for each period. */
function chartTable({ texts, numbers }: PaneContext, name: ChartName, chart: StackedChart, title: string): DataTable {
  const isCapacity = name === 'capacity';
  const hasLine = chart.line.some((value) => value !== null);
  const shown = (value: number | null) => (value === null ? '–' : numbers.units(value));
  const names = chart.series.map((series) => series.name ?? texts.otherItems(chart.others));
  return {
    caption: isCapacity ? `${title}: ${texts.capacityTable}` : texts.inventoryTable,
    columns: [
      texts.period,
      ...names,
      ...(names.length === 1 ? [] : [texts.total]),
      ...(hasLine ? [isCapacity ? texts.capacityLine : texts.safetyStockLine] : []),
      ...(hasLine && isCapacity ? [texts.use] : []),
    ],
    rows: chart.periods.map((period, t) => {
      const limit = chart.line[t];
      return {
        title: period,
        texts: [
          ...chart.series.map(({ values }) => numbers.units(values[t])),
          ...(names.length === 1 ? [] : [numbers.units(chart.totals[t])]),
          ...(hasLine ? [shown(limit)] : []),
          ...(hasLine && isCapacity
            ? [limit === null || limit === 0 ? '–' : numbers.percent(chart.totals[t] / limit)]
            : []),
        ],
      };
    }),
  };
}
