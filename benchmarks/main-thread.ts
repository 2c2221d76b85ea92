import type { Browser, Frame, Page } from 'playwright-core';

/** The longest task of a page's main thread in one phase, in milliseconds. */
export interface LongestTask {
  readonly phase: string;
  /** As the user waits; on a busy machine other programs' turns count as well. */
  readonly wall: number;
  /** That the thread itself was at work. */
  readonly processor: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

const markPrefix = 'phase:';

/**
 * Traces a browser while `steps` run, and gives the longest task of the frame's main thread for each phase. A phase begins where
 * the steps say so, or where the pane's progress says something else (solving, writing), which is seen from its title.
 */
export async function longestTasks(
  browser: Browser,
  page: Page,
  frame: Frame | Page,
  steps: (begin: (phase: string) => Promise<void>) => Promise<void>,
): Promise<readonly LongestTask[]> {
  await browser.startTracing(page, {
    categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'],
  });
  const begin = (phase: string) => frame.evaluate((name) => void performance.mark(name), markPrefix + phase);
  await begin('start');
  await frame.evaluate(watchProgress, markPrefix);
  await steps(begin);
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as { readonly traceEvents: TraceEvent[] };
  return byPhase(trace.traceEvents);
}

function byPhase(events: readonly TraceEvent[]): LongestTask[] {
  const marks = events
    .filter(({ name }) => name.startsWith(markPrefix))
    .sort((one, other) => one.ts - other.ts)
    .map(({ name, ts, pid, tid }) => ({ phase: name.slice(markPrefix.length), ts, pid, tid }));
  const [{ pid, tid }] = marks;
  const tasks = events.filter((event) => event.pid === pid && event.tid === tid && /RunTask$/.test(event.name));
  return marks.slice(1).map(({ phase, ts }, index) => {
    const end = marks[index + 2]?.ts ?? Infinity;
    const own = tasks.filter((task) => task.ts + (task.dur ?? 0) > ts && task.ts < end);
    const longest = (of: (task: TraceEvent) => number | undefined) =>
      Math.max(0, ...own.map((task) => (of(task) ?? 0) / 1000));
    return { phase, wall: longest(({ dur }) => dur), processor: longest(({ tdur }) => tdur) };
  });
}

/** Runs in the frame: marks when the pane begins to write. */
function watchProgress(prefix: string): void {
  let isWriting = false;
  new MutationObserver(() => {
    const writes = document.querySelector('.run .progress') !== null && document.querySelector('#cancel') === null;
    if (writes && !isWriting) performance.mark(`${prefix}write`);
    isWriting = writes;
  }).observe(document.body, { childList: true, subtree: true });
}
