import type { TypedQuantities } from '../pane-state';
import { element } from '../view-node';
import type { ViewNode } from '../view-node';
import { button, heading, message, section } from './controls';
import type { PaneContext } from './pane-context';
import { spoken } from './sentence-list';

/** Most quantities that are listed; the sheet has them all. */
const mostShown = 12;

/** The quantities that the planner typed over the plan: each with the plan's own and its price, to lock or to forget. */
export function overridesSection(
  context: Pick<PaneContext, 'state' | 'texts' | 'numbers'>,
  { quantities, prices }: TypedQuantities,
  { lockOverrides, forgetOverrides }: Pick<PaneContext['commands'], 'lockOverrides' | 'forgetOverrides'>,
): ViewNode {
  const { texts, numbers } = context;
  const shown = quantities.slice(0, mostShown);
  const { total = null } = prices ?? {};
  return section(
    'overrides',
    heading('overrides', texts.overridesTitle(quantities.length)),
    element(
      'ul',
      { class: 'reasons', key: 'list', id: 'overrides-list' },
      shown.map(({ item, period, optimal, typed }, n) =>
        element(
          'li',
          { key: `${item} ${period}` },
          texts.overrideRow(item, period, numbers.units(optimal), numbers.units(typed)),
          prices && spoken(context, 'div', prices.sentences[n], { class: 'hint' }),
        ),
      ),
      quantities.length > mostShown &&
        element('li', { key: 'more' }, texts.moreIssues(numbers.whole(quantities.length - mostShown))),
    ),
    !prices && element('p', { class: 'hint', key: 'pricing' }, texts.pricingOverrides),
    prices &&
      element(
        'div',
        { key: 'total', id: 'overrides-total' },
        total === null
          ? message('warning', texts.warningWord, texts.overridesWithoutPlan)
          : message('info', texts.fineWord, texts.overridesCost(numbers.money(total))),
      ),
    element(
      'div',
      { class: 'buttons', key: 'buttons' },
      button('plain', texts.lockOverrides, lockOverrides, { id: 'lock-overrides' }, 'lock'),
      button('plain', texts.forgetOverrides, forgetOverrides, { id: 'forget-overrides' }),
    ),
  );
}
