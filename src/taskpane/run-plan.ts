import type { BookDesk, BestPlan, DeskOutcome, DeskRequest } from '../planning-worker/book-desk';
import type { PaneHost } from './host';

/** A run in the pane, before anything was written. */
export interface PaneRun {
  readonly outcome: Promise<DeskOutcome>;
  /** Ends it at once. With `keepBest`, a plan found so far becomes the outcome. */
  readonly cancel: (choice?: { readonly keepBest: boolean }) => void;
}

/** Reads the workbook and plans at the desk; `cancel` works at any time. */
export function runPlan(
  host: Pick<PaneHost, 'given'>,
  desk: BookDesk,
  request: DeskRequest,
  onBetterPlan: (best: BestPlan) => void,
): PaneRun {
  let isCancelled = false;
  let cancelled: (outcome: DeskOutcome) => void = () => undefined;
  const cancellation = new Promise<DeskOutcome>((resolve) => (cancelled = resolve));

  async function run(): Promise<DeskOutcome> {
    const given = await host.given();
    if (isCancelled || !given) return { kind: 'cancelled' };
    if (!given.ok) return { kind: 'refused', error: given.error };
    return desk.plan(given.value, request, onBetterPlan);
  }

  return {
    outcome: Promise.race([run(), cancellation]),
    cancel: (choice = { keepBest: false }) => {
      isCancelled = true;
      void desk.cancel(choice);
      // Nobody waits for what the desk has still in hand.
      if (!choice.keepBest) cancelled({ kind: 'cancelled' });
    },
  };
}

/** Date and time as the plan's header states it: ISO, local, to the second. */
export function runDateOf(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day}T${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;
}
