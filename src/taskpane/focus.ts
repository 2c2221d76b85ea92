import { isBusy } from './pane-state';
import type { PaneState } from './pane-state';

/**
 * Puts the focus where the next thing is to be read or done, when what had it has gone: the button that stops a run, the
 * heading of a result, the step of the set-up. Elsewhere the focus stays with the user.
 */
export function moveFocus(root: HTMLElement, before: PaneState, after: PaneState): void {
  const target = focusTarget(before, after);
  if (target === null) return;
  const element = root.querySelector<HTMLElement>(`#${target}`);
  element?.focus({ preventScroll: false });
}

/** Id of the element that should have the focus after a change of state; null: leave it. */
export function focusTarget(before: PaneState, after: PaneState): string | null {
  // A pane that has just read a workbook takes no focus from the sheet.
  if (before.book.kind !== 'read') return null;
  if (before.setUp?.step !== after.setUp?.step) {
    if (after.setUp) return before.setUp ? 'set-up-step' : 'set-up-heading';
    return 'optimize';
  }
  if (!before.setUp?.wrong && after.setUp?.wrong) return `cells-${after.setUp.wrong.role}`;
  if (before.run.kind === after.run.kind) return null;
  if (!isBusy(before) && isBusy(after)) return 'cancel';
  switch (after.run.kind) {
    case 'planned':
    case 'infeasible':
      return 'result-heading';
    case 'died':
      return 'retry';
    case 'none':
      return 'sheet' in before.run && after.book === before.book ? 'optimize' : null;
    case 'cancelled':
    case 'failed':
      return 'optimize';
    default:
      return null;
  }
}
