import { isReplaced, readForRestoration, restoration } from './replace-plan';
import type { Result, Workbook, WorkbookChange, WorkbookContent, WriteReceipt } from './workbook';

/** How a workbook takes a replacement, and how it gives back what stood there before. */
export interface ReplacementWays {
  readonly write: (change: WorkbookChange) => Promise<Result<WriteReceipt>>;
  readonly restore: () => Promise<Result<unknown>>;
}

/**
 * Writes a plan into `Production_Plan`; one that was written before is restored first, so that what is kept is always the
 * planner's own. `change` makes the change of what is read.
 */
export async function replaceInPlace(
  workbook: Workbook,
  change: (content: WorkbookContent) => Promise<Result<WorkbookChange>>,
  { write, restore }: ReplacementWays = { write: workbook.write, restore: () => restoreInPlace(workbook) },
): Promise<Result<WriteReceipt>> {
  const before = await readForRestoration(workbook);
  if (!before.ok) return before;
  if (isReplaced(before.value)) {
    const restored = await restore();
    if (!restored.ok) return restored;
  }
  const content = await readForRestoration(workbook);
  if (!content.ok) return content;
  const made = await change(content.value);
  return made.ok ? write(made.value) : made;
}

/** Puts back what stood in `Production_Plan` of an open workbook. */
export async function restoreInPlace(workbook: Workbook): Promise<Result<WriteReceipt>> {
  const content = await readForRestoration(workbook);
  if (!content.ok) return content;
  const change = restoration(content.value);
  return change.ok ? workbook.write(change.value) : change;
}
