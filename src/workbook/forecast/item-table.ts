import type { ItemAccuracy } from '../../forecasting/index';
import type { CellStyle } from '../sheet-content';
import type { CellValue } from '../workbook';
import type { ItemResult } from './item-result';
import { detailCell, heading } from './sheet-cells';

interface ItemColumn {
  readonly title: string;
  readonly value: (result: ItemResult, periods: readonly string[]) => CellValue;
  readonly style?: CellStyle;
  /** Whether there is anything to show; always where absent. */
  readonly isNeeded?: (results: readonly ItemResult[]) => boolean | undefined;
}

const quantity = detailCell('quantity');
const percent = detailCell('percent');
const ratio = detailCell('ratio');

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Columns about the planner's own past numbers, which only a workbook with some has. */
function plannerColumns(): ItemColumn[] {
  const of = (title: string, value: (accuracy: NonNullable<ItemAccuracy['planner']>) => number | null): ItemColumn => ({
    title,
    value: ({ forecast }) => (forecast.accuracy?.planner ? value(forecast.accuracy.planner) : null),
    style: title === 'Planner tracking' ? ratio : percent,
    isNeeded: (results) => results.some(({ forecast }) => forecast.accuracy?.planner),
  });
  return [
    of('Planner WAPE', ({ wape }) => wape),
    of('Planner bias', ({ bias }) => bias),
    of('Planner tracking', ({ trackingSignal }) => trackingSignal),
    of('Planner over this', ({ valueAdded }) => valueAdded),
  ];
}

/** One column of the table per line; measures that do not exist for an item stay blank. */
const columns: readonly ItemColumn[] = [
  { title: 'Item', value: ({ item }) => item, style: { bold: true } },
  { title: 'Pattern', value: ({ forecast }) => forecast.class },
  { title: 'ABC', value: ({ itemClass }) => itemClass.abc },
  { title: 'XYZ', value: ({ itemClass }) => itemClass.xyz },
  { title: 'Next period', value: ({ forecast }) => forecast.forecast[0] ?? null, style: quantity },
  { title: 'All periods', value: ({ forecast }) => sum(forecast.forecast), style: quantity },
  { title: 'WAPE', value: ({ forecast }) => forecast.accuracy?.wape ?? null, style: percent },
  { title: 'MAPE', value: ({ forecast }) => forecast.accuracy?.mape ?? null, style: percent },
  { title: 'MASE', value: ({ forecast }) => forecast.accuracy?.mase ?? null, style: ratio },
  { title: 'Bias', value: ({ forecast }) => forecast.accuracy?.bias ?? null, style: percent },
  { title: 'Tracking', value: ({ forecast }) => forecast.accuracy?.trackingSignal ?? null, style: ratio },
  { title: 'Over naive', value: ({ forecast }) => forecast.accuracy?.valueAdded ?? null, style: percent },
  {
    title: 'Over Excel',
    value: ({ forecast }) => forecast.accuracy?.valueAddedToForecastEts ?? null,
    style: percent,
  },
  ...plannerColumns(),
  { title: 'Service', value: ({ rules }) => rules.serviceLevel, style: percent },
  { title: 'Fill rate', value: ({ fillRate }) => fillRate, style: percent },
  { title: 'Lead time', value: ({ rules }) => rules.leadTime, style: ratio },
  { title: '± lead time', value: ({ rules }) => rules.leadTimeDeviation, style: ratio },
  { title: 'Safety stock', value: ({ stock }) => stock.safetyStock, style: { ...quantity, bold: true } },
  { title: 'Reorder at', value: ({ stock }) => stock.reorderPoint, style: { ...quantity, bold: true } },
  { title: 'Method', value: ({ forecast }) => forecast.method },
  { title: 'Notes', value: (result) => notesOf(result) || null },
];

/** Writes the line of every item; the result is the first free row. */
export function itemTable(
  results: readonly ItemResult[],
  periods: readonly string[],
  top: number,
  put: (row: number, column: number, value: CellValue, style?: CellStyle) => void,
): number {
  const shown = columns.filter(({ isNeeded }) => !isNeeded || isNeeded(results) === true);
  shown.forEach(({ title, style }, column) =>
    put(top, column, title, style?.align === 'right' ? { ...heading, align: 'right' } : heading),
  );
  results.forEach((result, index) => {
    shown.forEach(({ value, style }, column) => put(top + 1 + index, column, value(result, periods), style));
  });
  return top + 1 + results.length;
}

/** What the planner should know of an item, in one cell. */
function notesOf({ forecast, hockeyStick, pastHockeySticks }: ItemResult): string {
  const effects = forecast.events.map(
    ({ name, effect, origin }) => `${name}: ${(100 * effect).toFixed(0)} % ${origin}.`,
  );
  return [
    ...(forecast.failed === null ? [] : [`No proper forecast: ${forecast.failed}`]),
    ...(hockeyStick ? ["The planner's demand rises away from the forecast towards its end (hockey stick)."] : []),
    ...(pastHockeySticks > 0 ? [`${pastHockeySticks} of the planner's past forecasts were hockey sticks.`] : []),
    ...forecast.notes,
    ...effects,
  ].join(' ');
}
