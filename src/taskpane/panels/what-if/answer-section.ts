import type { Sentence } from '../../speech';
import { element } from '../../view-node';
import type { Child, ViewNode } from '../../view-node';
import { chartFigure } from '../../views/chart-section';
import { button, message } from '../../views/controls';
import { dataTable } from '../../views/data-table';
import { sentenceList } from '../../views/sentence-list';
import { differenceText, failureText } from './answer-sentence';
import type { Lack, WhatIfFigures } from './figures';
import type { WhatIfContext } from './what-if-context';

/** Most items that are listed as short. */
const mostLacks = 6;

/** The figure that follows the sliders; it keeps its place and its height, so that nothing moves under the pointer. */
export function answerCard({ pane, texts, state }: WhatIfContext): ViewNode {
  const { answer, now, isAsking } = state;
  const figures = answer?.figures ?? null;
  const label = state.book.kind === 'open' && state.book.mode === 'profit' ? pane.texts.profit : pane.texts.totalCost;
  return element(
    'section',
    { class: 'section what-if-answer', 'aria-label': texts.answerTitle, 'aria-busy': String(isAsking), key: 'answer' },
    element(
      'div',
      { class: 'what-if-answer-label' },
      element('span', { class: 'headline-label' }, label),
      isAsking && element('span', { class: 'what-if-calculating', key: 'calculating' }, texts.calculating),
    ),
    element(
      'div',
      { class: 'headline-line' },
      element(
        'span',
        { class: figures?.kind === 'planned' ? 'headline-figure' : 'what-if-no-figure', id: 'what-if-figure' },
        headlineOf({ pane, texts }, figures),
      ),
      figures?.kind === 'planned' && earlyBadge(pane, figures),
    ),
    element('p', { class: differenceLook(figures, now), id: 'what-if-difference' }, underline({ pane, texts, state })),
  );
}

function headlineOf({ pane, texts }: Pick<WhatIfContext, 'pane' | 'texts'>, figures: WhatIfFigures | null): string {
  if (figures === null) return '…';
  if (figures.kind === 'planned') return pane.numbers.money(figures.objective);
  return figures.kind === 'infeasible' ? texts.noPlan : texts.failedTitle;
}

function earlyBadge({ texts }: WhatIfContext['pane'], { status }: Extract<WhatIfFigures, { kind: 'planned' }>): Child {
  return status === 'stoppedEarly' && element('span', { class: 'badge badge-warning' }, texts.stoppedEarly);
}

/** The line below the figure. */
function underline({ pane, texts, state }: Pick<WhatIfContext, 'pane' | 'texts' | 'state'>): string {
  const { answer, now } = state;
  if (!answer) return texts.opening;
  const { figures } = answer;
  if (figures.kind === 'infeasible') return texts.whyBelow;
  if (figures.kind === 'failed') return failureText(texts, figures);
  const gap = figures.gap ?? Infinity;
  const early =
    figures.status === 'stoppedEarly' && Number.isFinite(gap)
      ? `, ${texts.atMostAbove(pane.numbers.percent(gap))}`
      : '';
  if (answer.changes.length === 0 || now === null) return texts.asNow + early;
  return differenceText(texts, pane.numbers, figures, now) + early;
}

function differenceLook(figures: WhatIfFigures | null, now: WhatIfFigures | null): string {
  if (figures?.kind !== 'planned' || now?.kind !== 'planned') return 'what-if-difference';
  const isBetter = figures.objective < now.objective - 0.005;
  return isBetter ? 'what-if-difference saving-good' : 'what-if-difference';
}

/** What stands behind the figure: why there is none, what falls short, where the money goes, how full the resources are. */
export function answerDetails(context: WhatIfContext): ViewNode | null {
  const { answer, now } = context.state;
  if (!answer) return null;
  const { figures } = answer;
  const children: readonly Child[] =
    figures.kind === 'planned'
      ? [lackList(context, figures.lacks), ...capacityFigures(context, figures), costTable(context, figures, now)]
      : figures.kind === 'infeasible'
        ? [reasons(context)]
        : [];
  return children.length === 0
    ? null
    : element('div', { class: 'section', key: 'details', id: 'what-if-details' }, ...children);
}

function reasons({ pane, texts, state }: WhatIfContext): Child {
  const found = state.reasons;
  const list = (look: string, sentences: readonly Sentence[]) => sentenceList(pane, look, sentences);
  return element(
    'div',
    { class: 'stack', key: 'reasons', id: 'what-if-reasons' },
    message(
      'error',
      pane.texts.errorWord,
      element('strong', {}, `${texts.noPlan}.`),
      found.kind === 'looking' && element('p', {}, texts.lookingForReasons),
      found.kind === 'found' && list('reasons', found.conflicts),
    ),
    found.kind === 'found' &&
      found.fixes.length > 0 &&
      element(
        'div',
        { class: 'reason-block' },
        element('h3', { class: 'heading' }, pane.texts.fixesTitle),
        list('fixes', found.fixes),
      ),
  );
}

function lackList({ pane, texts }: WhatIfContext, lacks: readonly Lack[]): Child {
  const { units, whole } = pane.numbers;
  return element(
    'div',
    { class: 'reason-block', key: 'lacks', id: 'what-if-lacks' },
    element('h3', { class: 'heading' }, texts.lacksTitle),
    lacks.length === 0
      ? element('p', {}, texts.nothingLacks)
      : element(
          'ul',
          { class: 'reasons' },
          lacks
            .slice(0, mostLacks)
            .map(({ kind, item, units: quantity, firstPeriod, lastPeriod }) =>
              element('li', {}, texts.lacks[kind](units(quantity), item, texts.when(firstPeriod, lastPeriod))),
            ),
          lacks.length > mostLacks && element('li', {}, texts.moreLacks(whole(lacks.length - mostLacks))),
        ),
  );
}

function capacityFigures({ pane }: WhatIfContext, { capacity }: Extract<WhatIfFigures, { kind: 'planned' }>): Child[] {
  return capacity.map((chart) => chartFigure(pane, 'capacity', chart, pane.state.shownTables.includes('capacity')));
}

function costTable(
  { pane, texts }: WhatIfContext,
  figures: Extract<WhatIfFigures, { kind: 'planned' }>,
  now: WhatIfFigures | null,
): Child {
  const { money } = pane.numbers;
  const former = now?.kind === 'planned' && now !== figures ? now : null;
  const formerOf = (id: string) => former?.terms.find((term) => term.id === id)?.total ?? 0;
  const row = (title: string, mine: number, before: number, isTotal = false) => ({
    title,
    isTotal,
    texts: former ? [money(mine), money(mine - before)] : [money(mine)],
  });
  const isProfit = figures.revenue !== 0;
  return element(
    'div',
    { class: 'cost-block', key: 'costs' },
    element('h3', { class: 'heading' }, pane.texts.costTable),
    dataTable(
      {
        caption: pane.texts.costTable,
        columns: former
          ? [pane.texts.costTerm, texts.changed, pane.texts.difference]
          : [pane.texts.costTerm, texts.now],
        rows: [
          ...figures.terms
            .filter(({ id, total }) => total !== 0 || formerOf(id) !== 0)
            .map(({ id, total }) => row(pane.texts.costTerms[id], total, formerOf(id))),
          row(pane.texts.totalCost, figures.totalCost, former?.totalCost ?? 0, true),
          ...(isProfit
            ? [
                row(pane.texts.revenue, figures.revenue, former?.revenue ?? 0),
                row(
                  pane.texts.profit,
                  figures.revenue - figures.totalCost,
                  former ? former.revenue - former.totalCost : 0,
                ),
              ]
            : []),
        ],
      },
      true,
    ),
  );
}

/** Where there is nothing to move: why, and how to try again. */
export function unusableSection({ pane, texts, commands }: WhatIfContext, why: string): ViewNode {
  return element(
    'div',
    { class: 'section', key: 'unusable' },
    message('error', pane.texts.errorWord, element('strong', {}, `${texts.unusableTitle}. `), why),
    button('plain', pane.texts.retry, commands.reopen, { id: 'what-if-retry' }),
  );
}
