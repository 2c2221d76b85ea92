import { hasErrors } from '../../planning';
import type { BestSoFar, RunState } from '../pane-state';
import { element } from '../view-node';
import type { Child, ViewNode } from '../view-node';
import { button, message } from './controls';
import type { PaneContext } from './pane-context';

/** Optimize, or how the run goes and how to stop it. */
export function runSection(context: PaneContext): ViewNode {
  const { run } = context.state;
  const children = run.kind === 'solving' || run.kind === 'writing' ? progress(context, run) : ready(context);
  return element('div', { class: 'run', key: 'run' }, children);
}

function ready({ state, texts, commands }: PaneContext): readonly Child[] {
  const { book, run } = state;
  const blocked = book.kind !== 'read' || hasErrors(book.reading.issues);
  const hasRun = run.kind === 'planned' || run.kind === 'infeasible' || state.writtenPlan !== null;
  return [
    button(
      'primary',
      hasRun ? texts.optimizeAgain : texts.optimize,
      commands.optimize,
      // Reachable by keyboard all the same: the reason stands under Data.
      { key: 'optimize', id: 'optimize', 'aria-disabled': blocked ? 'true' : null, 'aria-describedby': 'data-verdict' },
      'spark',
    ),
    ...ending(run, texts, commands),
  ];
}

function ending(run: RunState, texts: PaneContext['texts'], commands: PaneContext['commands']): readonly Child[] {
  switch (run.kind) {
    case 'cancelled':
      return [element('div', { key: 'cancelled' }, message('info', texts.cancel, texts.cancelled))];
    case 'died':
      return [
        element(
          'div',
          { key: 'died', class: 'stack' },
          message('error', texts.errorWord, element('strong', {}, `${texts.diedTitle}. `), texts.diedText),
          button('plain', texts.retry, commands.optimize, { id: 'retry' }),
        ),
      ];
    case 'failed':
      return [
        element(
          'div',
          { key: 'failed' },
          message('error', texts.errorWord, element('strong', {}, `${texts.failedTitle}. `), run.message),
        ),
      ];
    default:
      return [];
  }
}

function progress(
  { texts, numbers, commands }: PaneContext,
  run: Extract<RunState, { kind: 'solving' | 'writing' }>,
): readonly Child[] {
  const isSolving = run.kind === 'solving';
  const title = isSolving ? texts.solving : texts.writing;
  return [
    element(
      'div',
      { class: 'progress-line', key: 'line' },
      element('span', { id: 'progress-title' }, title),
      element('span', { class: 'elapsed' }, texts.seconds(numbers.whole(run.elapsedSeconds))),
    ),
    element(
      'div',
      { class: 'progress', role: 'progressbar', 'aria-labelledby': 'progress-title', key: 'bar' },
      element('div', { class: 'progress-bar' }),
    ),
    run.best && bestLine(run.best, texts, numbers),
    isSolving &&
      element(
        'div',
        { class: 'buttons', key: 'buttons' },
        button('plain', texts.cancel, () => commands.cancel(), { id: 'cancel', key: 'cancel' }),
        run.best && button('plain', texts.keepBest, () => commands.cancel({ keepBest: true }), { key: 'keep' }),
      ),
  ];
}

function bestLine({ totalCost, gap }: BestSoFar, texts: PaneContext['texts'], numbers: PaneContext['numbers']) {
  const isKnown = gap !== null && Number.isFinite(gap);
  return element(
    'p',
    { class: 'best', key: 'best' },
    element('strong', {}, texts.bestSoFar(numbers.money(totalCost))),
    isKnown && `, ${texts.gapSoFar(numbers.percent(gap))}`,
  );
}
