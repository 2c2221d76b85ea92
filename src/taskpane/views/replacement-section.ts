import type { BookReading } from '../../workbook/book-reading';
import type { TodayComparison } from '../../workbook/plan-workbook';
import { element } from '../view-node';
import type { Child, ViewNode } from '../view-node';
import { button, heading, message, section } from './controls';
import type { PaneContext } from './pane-context';

/** Most places that are listed; the plan sheet has more. */
const mostPlaces = 4;

/** Where today's way falls short of the plan, the plan in its place, and the way back. */
export function replacementSection(context: PaneContext, reading: BookReading): readonly ViewNode[] {
  const { texts, state } = context;
  const { run } = state;
  const today = run.kind === 'planned' ? run.today : null;
  const { isPlanReplaced } = reading;
  if (!today && !isPlanReplaced) return [];
  const title = today && !isPlanReplaced ? texts.replaceTitle[today.kind] : texts.replacedTitle;
  return [
    section(
      'replacement',
      heading('replacement', title),
      isPlanReplaced
        ? element('div', { key: 'kept' }, message('info', texts.product, texts.isReplaced))
        : today && againstToday(context, today),
      buttons(context, reading, today !== null),
    ),
  ];
}

function againstToday({ state, texts, numbers }: PaneContext, { comparison }: TodayComparison): Child {
  const { run } = state;
  if (run.kind !== 'planned') return null;
  const { items, periods } = run.report;
  const { short, tiedUp, tiedUpCost, belowSafetyStock } = comparison;
  const sum = (places: readonly { readonly quantity: number }[]) =>
    places.reduce((total, { quantity }) => total + quantity, 0);
  const list = (sentences: readonly string[]) =>
    element(
      'ul',
      { class: 'reasons' },
      sentences.slice(0, mostPlaces).map((sentence) => element('li', {}, sentence)),
      sentences.length > mostPlaces &&
        element('li', {}, texts.moreIssues(numbers.whole(sentences.length - mostPlaces))),
    );
  const bySize = <Place>(places: readonly Place[], size: (place: Place) => number) =>
    [...places].sort((one, other) => size(other) - size(one));
  return element(
    'div',
    { class: 'stack', key: 'against' },
    short.length === 0 && tiedUp.length === 0 && element('p', {}, texts.nothingWorse),
    short.length > 0 &&
      element('p', {}, texts.fallsShort(numbers.units(sum(short)), texts.places(numbers.whole(short.length)))),
    short.length > 0 &&
      list(
        bySize(short, ({ quantity }) => quantity).map(({ item, period, quantity }) =>
          texts.fallsShortRow(numbers.units(quantity), items[item], periods[period]),
        ),
      ),
    belowSafetyStock.length > 0 && element('p', {}, texts.belowSafetyStock(numbers.units(sum(belowSafetyStock)))),
    tiedUp.length > 0 && element('p', {}, texts.tiesUp(numbers.money(tiedUpCost))),
    tiedUp.length > 0 &&
      list(
        bySize(tiedUp, ({ holdingCost }) => holdingCost).map(({ item, period, quantity, holdingCost }) =>
          texts.tiesUpRow(numbers.units(quantity), items[item], periods[period], numbers.money(holdingCost)),
        ),
      ),
  );
}

function buttons({ texts, commands }: PaneContext, reading: BookReading, canReplace: boolean): Child {
  const hasCells = reading.inputs.some(({ name, place }) => name === 'Production_Plan' && place !== null);
  if (!hasCells && !reading.isPlanReplaced) return element('p', { class: 'hint', key: 'name' }, texts.nameThePlan);
  const { isPlanReplaced } = reading;
  return element(
    'div',
    { class: 'stack', key: 'buttons' },
    canReplace && !isPlanReplaced && element('p', { class: 'hint' }, texts.replaceLead),
    element(
      'div',
      { class: 'buttons' },
      isPlanReplaced &&
        button('plain', texts.restorePlan, commands.restorePlan, { id: 'restore-plan', key: 'restore' }, 'undo'),
      canReplace &&
        button(
          'plain',
          texts.replaceByValues,
          () => commands.replacePlan({ live: false }),
          { id: 'replace-plan', key: 'values' },
          'sheet',
        ),
      canReplace &&
        button(
          'plain',
          texts.replaceLive,
          () => commands.replacePlan({ live: true }),
          { id: 'replace-plan-live', key: 'live', 'aria-describedby': 'replace-live-hint' },
          'spark',
        ),
    ),
    canReplace && element('p', { class: 'hint', id: 'replace-live-hint' }, texts.replaceLiveHint),
  );
}
