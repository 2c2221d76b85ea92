import { element } from '../../view-node';
import type { ViewNode } from '../../view-node';
import type { panelTexts } from './texts';

/** Which period the picture shows. */
export function periodChoice(
  texts: (typeof panelTexts)['en'],
  periods: readonly string[],
  period: number | null,
  choose: (period: number | null) => void,
): ViewNode {
  const value = period === null ? '' : String(period);
  return element(
    'label',
    { class: 'labelled', key: 'period' },
    element('span', {}, texts.period),
    element(
      'select',
      {
        id: 'network-period',
        class: 'field',
        value,
        onchange: ({ target }) => {
          if (target instanceof HTMLSelectElement) choose(target.value === '' ? null : Number(target.value));
        },
      },
      element('option', { value: '', selected: period === null }, texts.worstPeriod),
      periods.map((label, t) => element('option', { value: String(t), selected: t === period }, label)),
    ),
  );
}
