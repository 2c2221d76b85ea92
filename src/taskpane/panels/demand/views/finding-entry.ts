import type { AuditRow } from '../../../../forecasting/index';
import { element } from '../../../view-node';
import type { ViewNode } from '../../../view-node';
import { button } from '../../../views/controls';
import { typedDecision } from '../demand-commands';
import type { DemandContext } from './demand-context';
import { textField } from './fields';

/** One finding: the row, what was there, what is used instead, why, and the planner's say. */
export function findingEntry(context: DemandContext, finding: AuditRow): ViewNode {
  const { demand, pane, texts, commands } = context;
  const { row, kind, action, reason } = finding;
  const number = pane.numbers.whole(row);
  const isDecided =
    demand.cleaned?.overrules.some((overrule) => overrule.row === row && overrule.kind === kind) === true;
  const { deciding } = demand;
  const isOpen = deciding !== null && deciding.row === row && deciding.kind === kind;
  return element(
    'li',
    { class: 'demand-finding', key: `${row}-${kind}` },
    element(
      'div',
      { class: 'demand-finding-head' },
      button('link', texts.row(number), () => commands.showRow(row)),
      element('span', { class: 'demand-finding-kind' }, texts.kinds[kind]),
      isDecided
        ? element('span', { class: 'badge badge-success' }, texts.yourDecision)
        : element('span', { class: 'demand-action' }, texts.actions[action]),
    ),
    element('p', { class: 'demand-change' }, changeText(context, finding)),
    element('p', { class: 'hint' }, reason),
    isDecided
      ? button('link', texts.takeBack, () => commands.decide(finding, null), {
          'aria-label': texts.takeBackAbout(number),
          key: 'back',
        })
      : !isOpen &&
          button('link', texts.decideOtherwise, () => commands.typeDecision({ row, kind, text: '' }), {
            'aria-label': texts.decideOtherwiseAbout(number),
            'aria-expanded': 'false',
            key: 'decide',
          }),
    isOpen && decisionForm(context, finding, deciding.text),
  );
}

function decisionForm({ texts, commands }: DemandContext, finding: AuditRow, text: string): ViewNode {
  const { row, kind } = finding;
  const typed = typedDecision(text);
  const use = () => {
    if (typed) commands.decide(finding, typed);
  };
  return element(
    'div',
    { class: 'demand-decision', key: 'form' },
    element(
      'div',
      { class: 'buttons' },
      button('plain', texts.keep, () => commands.decide(finding, 'keep'), { class: 'button button-plain demand-keep' }),
      button('plain', texts.remove, () => commands.decide(finding, 'remove')),
    ),
    textField(
      `demand-decision-${row}`,
      texts.decisionField,
      text,
      text !== '' && typed === null ? texts.decisionWrong : null,
      (next) => commands.typeDecision({ row, kind, text: next }),
      use,
    ),
    element(
      'div',
      { class: 'buttons' },
      button('plain', texts.use, use, { 'aria-disabled': typed === null ? 'true' : null }),
      button('plain', texts.close, () => commands.typeDecision(null)),
    ),
  );
}

/** What stood there, and what is used. */
function changeText({ pane, texts, dates }: DemandContext, finding: AuditRow): readonly ViewNode[] {
  const { item, date, quantity, cleanedItem, cleanedDate, cleanedQuantity } = finding;
  const quoted = (value: string | number | null, isDate: boolean): string => {
    if (value === null) return texts.nothing;
    if (typeof value === 'number') return isDate ? String(value) : pane.numbers.units(value);
    return isDate && /^\d{4}-\d{2}-\d{2}$/.test(value) ? dates.day(value) : `“${value}”`;
  };
  const before = [item ?? texts.nothing, quoted(date, true), quoted(quantity, false)].join(' · ');
  if (cleanedQuantity === null || cleanedDate === null) return [element('del', {}, before)];
  const after = [cleanedItem ?? '', dates.day(cleanedDate), pane.numbers.units(cleanedQuantity)]
    .filter((text) => text !== '')
    .join(' · ');
  return [element('del', {}, before), ' → ', element('ins', {}, after)];
}
