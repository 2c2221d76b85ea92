import type { Plan, PlanningProblem } from '../planning';
import type { ProblemReading } from './problem-reading';
import { replaceInPlace } from './replace-in-place';
import { formerPlanSheetName, readForRestoration, replacedSheet, replacement, restoration } from './replace-plan';
import { replacedPlanSetting } from './replaced-plan-setting';
import { noChange } from './workbook';
import type { Result, WriteReceipt } from './workbook';
import type { XlsxWorkbook } from './xlsx/open-xlsx';

/** Writes the optimal plan into Production_Plan of a file; a plan that was replaced before is restored first. */
export async function replaceInFile(
  book: XlsxWorkbook,
  planned: { readonly reading: ProblemReading; readonly problem: PlanningProblem; readonly plan: Plan },
  options: { readonly live: boolean },
): Promise<Result<WriteReceipt>> {
  return replaceInPlace(
    book,
    (content) => Promise.resolve(replacement(content, planned.reading, planned.problem, planned.plan, options)),
    { write: book.writeReversibly, restore: () => restoreInFile(book) },
  );
}

/**
 * Puts the former plan of a file back: to the byte where its sheet has not been touched since, else cell by cell.
 *
 * @returns whether the sheet is as it was to the byte.
 */
export async function restoreInFile(book: XlsxWorkbook): Promise<Result<boolean>> {
  const content = await readForRestoration(book);
  if (!content.ok) return content;
  const sheet = replacedSheet(content.value);
  if (sheet !== null) {
    const reverted = await book.revert(sheet, [replacedPlanSetting]);
    if (!reverted.ok) return reverted;
    if (reverted.value === 'sheet' && content.value.sheets.includes(formerPlanSheetName)) {
      const cleared = await book.write({ ...noChange, removeSheets: [formerPlanSheetName] });
      if (!cleared.ok) return cleared;
    }
    if (reverted.value !== null) return { ok: true, value: true };
  }
  const change = restoration(content.value);
  if (!change.ok) return change;
  const written = await book.write(change.value);
  return written.ok ? { ok: true, value: false } : written;
}
