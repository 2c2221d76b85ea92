import type { Said } from './said';

/** Something wrong (or odd) with the planner's data: where it is, what it is, and what to do. */
export interface Issue {
  /** An error stops the run; a warning is shown beside the plan. */
  readonly severity: 'error' | 'warning';
  /** Stable identifier, kebab-case, e.g. `not-a-number`. */
  readonly code: string;
  /** Sheet name, or null when the issue has no place. */
  readonly sheet: string | null;
  /** Cell or range address without the sheet, e.g. `C7` or `C7:F7`; null when the issue has no cell. */
  readonly cell: string | null;
  /** What is wrong, one sentence. */
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly fix: string;
  /** Both sentences with what they are made of, to be said in another language; absent where there is only English. */
  readonly said?: { readonly message: Said; readonly fix: Said };
}

/** What is wrong and what to do, as an issue has them. */
export function worded(message: Said, fix: Said): Pick<Issue, 'message' | 'fix' | 'said'> {
  return { message: message.text, fix: fix.text, said: { message, fix } };
}

/** Whether any issue stops the run. */
export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === 'error');
}
