import type { ForecastedWorkbook } from '../workbook/forecast-workbook';
import { textTable } from './text-table';

const units = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 });
const ratio = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Most items that are printed; the sheet and the JSON have them all. */
const mostItems = 25;
const periodsShown = 6;

/** The forecast in a screenful. */
export function forecastSummary({ report, results, periods, historyPeriods, past }: ForecastedWorkbook): string {
  const findings = report.cleaning.rows.length;
  const failed = results.filter(({ forecast }) => forecast.failed !== null).length;
  const shown = periods.slice(0, periodsShown);
  const or = (value: number | null | undefined, format: Intl.NumberFormat): string =>
    value === null || value === undefined ? '–' : format.format(value);
  const rows = results
    .slice(0, mostItems)
    .map(({ item, forecast, itemClass, stock, fillRate }) => [
      item,
      forecast.class,
      `${itemClass.abc}${itemClass.xyz}`,
      ...shown.map((_, h) => units.format(forecast.forecast[h])),
      units.format(forecast.forecast.reduce((sum, value) => sum + value, 0)),
      or(forecast.accuracy?.wape, percent),
      or(forecast.accuracy?.mase, ratio),
      units.format(stock.safetyStock),
      units.format(stock.reorderPoint),
      percent.format(fillRate),
    ]);
  const label = (period: string): string => (report.bucket === 'month' ? period.slice(0, 7) : period);
  const parts = [
    `${results.length} item${results.length === 1 ? '' : 's'} by ${report.bucket}: ${periods.length} periods from ` +
      `${label(periods[0])}, after ${historyPeriods.length} of history; ${findings} findings cleaned` +
      `${failed > 0 ? `; ${failed} without a proper forecast` : ''}.`,
    textTable(
      [
        'Item',
        'Pattern',
        'Class',
        ...shown.map(label),
        'All',
        'WAPE',
        'MASE',
        'Safety stock',
        'Reorder at',
        'Fill rate',
      ],
      rows,
    ),
    ...(results.length > mostItems ? [`… and ${results.length - mostItems} more items, in the JSON.`] : []),
    ...plannerLines(results),
    ...(past === null
      ? []
      : [
          `Past forecasts so far: WAPE ${or(past.total.wape, percent)}, bias ${or(past.total.bias, percent)} ` +
            `over ${past.total.points} comparisons.`,
        ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** How the planner's own past numbers compare, one line per item that has some. */
function plannerLines(results: ForecastedWorkbook['results']): string[] {
  const lines = results.flatMap(({ item, forecast }) => {
    const planner = forecast.accuracy?.planner;
    if (!planner || planner.wape === null) return [];
    const bias = planner.bias === null ? '–' : percent.format(planner.bias);
    const added =
      planner.valueAdded === null ? '' : `, ${percent.format(planner.valueAdded)} of WAPE over the forecast`;
    return [`${item}: WAPE ${percent.format(planner.wape)}, bias ${bias}${added}`];
  });
  const shown = lines.slice(0, mostItems).join('\n  ');
  return lines.length > 0 ? [`The planner's own past numbers:\n  ${shown}`] : [];
}
