import { rawContent } from '../workbook/excel/raw-book';
import type { RawBook } from '../workbook/excel/raw-book';
import { settle } from '../workbook/refusal';
import type { ReadRequest, Result, WorkbookContent } from '../workbook/workbook';

/** What planning reads of a workbook, in the form in which it is cheapest to hand to another thread. */
export type GivenContent =
  /** As Excel told it in answer to a request. */
  | { readonly kind: 'excel'; readonly raw: RawBook; readonly request: ReadRequest }
  | { readonly kind: 'content'; readonly content: WorkbookContent }
  /** Of the file that is open at the desk itself. */
  | { readonly kind: 'file' };

/** The content; a file is read by the function that is given. */
export function contentOf(
  given: GivenContent,
  readFile: () => Promise<Result<WorkbookContent>>,
): Promise<Result<WorkbookContent>> {
  switch (given.kind) {
    case 'excel':
      return Promise.resolve(settle(() => rawContent(given.raw, given.request)));
    case 'content':
      return Promise.resolve({ ok: true, value: given.content });
    case 'file':
      return readFile();
  }
}
