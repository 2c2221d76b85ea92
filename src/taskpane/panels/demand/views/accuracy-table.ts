import type { Accuracy, ItemAccuracy } from '../../../../forecasting/index';
import { element } from '../../../view-node';
import type { ViewNode } from '../../../view-node';
import type { DemandContext } from './demand-context';

/** How good forecasts of the item, and of all, were on the past: a line per measure with what it says. */
export function accuracyTable(
  { pane, texts }: DemandContext,
  accuracy: ItemAccuracy | null,
  all: Accuracy,
): ViewNode | null {
  if (accuracy === null) return null;
  const { units } = pane.numbers;
  const percent = (value: number) => pane.numbers.percent(withoutSign(value, 3));
  const or = (value: number | null, write: (value: number) => string) => (value === null ? '–' : write(value));
  const points = (value: number) => texts.points(units(withoutSign(100 * value, 1)));
  const ratio = (value: number) => value.toLocaleString(pane.state.format, { maximumFractionDigits: 2 });
  const lines = [
    ['wape', or(accuracy.wape, percent), or(all.wape, percent)],
    ['mase', or(accuracy.mase, ratio), or(all.mase, ratio)],
    ['bias', or(accuracy.bias, percent), or(all.bias, percent)],
    ['overNaive', or(accuracy.valueAdded, points), ''],
    ['overExcel', or(accuracy.valueAddedToForecastEts, points), ''],
  ] as const;
  return element(
    'div',
    { class: 'stack', key: 'accuracy' },
    element('h3', { class: 'heading' }, texts.accuracyTitle),
    element('p', { class: 'hint' }, texts.accuracyLead),
    element(
      'table',
      { class: 'figures demand-accuracy' },
      element('caption', { class: 'visually-hidden' }, texts.accuracyTitle),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          element('td', {}),
          element('th', { scope: 'col' }, texts.thisItem),
          element('th', { scope: 'col' }, texts.allItems),
        ),
      ),
      element(
        'tbody',
        {},
        lines.map(([measure, own, group]) =>
          element(
            'tr',
            { key: measure },
            element(
              'th',
              { scope: 'row' },
              texts.measures[measure],
              element('span', { class: 'demand-fact-hint' }, texts.measureHints[measure]),
            ),
            element('td', {}, own),
            element('td', {}, group),
          ),
        ),
      ),
    ),
  );
}

/** A number rounded to decimals; what is then nothing has no sign. */
export function withoutSign(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals + 0;
}
