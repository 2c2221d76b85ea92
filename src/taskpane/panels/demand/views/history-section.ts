import { isoDay } from '../../../../forecasting/index';
import { areaAddress } from '../../../../workbook/address';
import type { CleanedWorkbook } from '../../../../workbook/forecast/clean-workbook';
import { element } from '../../../view-node';
import type { ViewNode } from '../../../view-node';
import { button, heading, section } from '../../../views/controls';
import type { DemandContext } from './demand-context';
import { facts } from './fields';
import { issueMessages } from './issue-messages';
import { workLine } from './work-line';

/** What history the workbook has, or how to give it one. */
export function historySection(context: DemandContext): readonly ViewNode[] {
  const { demand, texts } = context;
  const { cleaned } = demand;
  if (cleaned === null) {
    const work = workLine(context);
    return [section('demand-history', heading('demand-history', texts.historyTitle), work)];
  }
  if (cleaned.rowCount === 0) return [missingHistory(context, cleaned)];
  return [
    section(
      'demand-history',
      heading('demand-history', texts.historyTitle),
      historyFacts(context, cleaned),
      issueMessages(context, cleaned.reports.issues()),
    ),
  ];
}

function historyFacts({ pane, texts, dates }: DemandContext, { cleaning, rowCount, place }: CleanedWorkbook): ViewNode {
  const { whole } = pane.numbers;
  const days = cleaning.items.flatMap(({ days: own }) => [own[0], own[own.length - 1]]);
  const estimated = cleaning.items.reduce((sum, { imputed }) => sum + imputed.filter(Boolean).length, 0);
  const [first, last] = days.reduce(
    ([low, high], day) => [Math.min(low, day), Math.max(high, day)],
    [days[0], days[0]],
  );
  const span = days.length === 0 ? '–' : `${dates.day(isoDay(first))} – ${dates.day(isoDay(last))}`;
  return facts([
    { name: texts.historyRows, value: whole(rowCount) },
    { name: texts.historyItems, value: whole(cleaning.items.length) },
    { name: texts.estimated, value: whole(estimated) },
    ...(place ? [{ name: texts.historyPlace, value: `${place.sheet}!${areaAddress(place)}` }] : []),
    { name: texts.historySpan, value: span },
  ]);
}

function missingHistory(context: DemandContext, cleaned: CleanedWorkbook): ViewNode {
  const { texts, commands } = context;
  const others = cleaned.reports.issues().some(({ code }) => code !== 'missing-history');
  return section(
    'demand-history',
    heading('demand-history', texts.noHistoryTitle),
    element('p', {}, texts.noHistory),
    element(
      'ul',
      { class: 'reasons' },
      element('li', {}, texts.noHistoryTable),
      element('li', {}, texts.noHistoryNames),
    ),
    others && issueMessages(context, cleaned.reports.issues()),
    workLine(context),
    element(
      'div',
      { class: 'buttons' },
      button('primary', texts.trySample, commands.insertSample, { id: 'demand-sample' }, 'sheet'),
      button('plain', texts.lookAgain, commands.look, { id: 'demand-look' }),
    ),
  );
}
