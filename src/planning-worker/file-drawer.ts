import { replaceInFile, restoreInFile } from '../workbook/replace-in-file';
import { refuse, settle } from '../workbook/refusal';
import type { SheetToWrite } from '../workbook/sheet-content';
import { pictureOfRead, pictureOfWritten } from '../workbook/sheet-picture';
import { openXlsx } from '../workbook/xlsx/open-xlsx';
import type { XlsxWorkbook } from '../workbook/xlsx/open-xlsx';
import type { Result, Workbook, WorkbookChange, WriteReceipt } from '../workbook/workbook';
import type { FileReceipt, ReplacementOptions, SheetLook } from './book-desk';

/** The one file that is open at a desk. */
export interface FileDrawer {
  readonly open: (bytes: Uint8Array) => Result<void>;
  /** The file behind the port; refuses while none is open. */
  readonly workbook: Workbook;
  readonly write: (change: WorkbookChange) => Promise<Result<FileReceipt>>;
  readonly replacePlan: (planned: PlannedProblem, options: ReplacementOptions) => Promise<Result<FileReceipt>>;
  readonly restorePlan: () => Promise<Result<FileReceipt>>;
  readonly lookAt: (sheet: string) => Promise<SheetLook | null>;
}

/** What `replaceInFile` writes. */
type PlannedProblem = Parameters<typeof replaceInFile>[1];

/** An empty drawer. */
export function fileDrawer(): FileDrawer {
  let book: XlsxWorkbook | null = null;
  /** Sheets that were written since the file was opened, with their looks. */
  const written = new Map<string, SheetToWrite>();
  const none = <T>(): Promise<Result<T>> =>
    Promise.resolve(settle(() => refuse('notFound', 'No file is open. Open one and run again.')));

  async function write(change: WorkbookChange): Promise<Result<FileReceipt>> {
    if (!book) return none();
    const receipt = await book.write(change);
    if (!receipt.ok) return receipt;
    for (const sheet of change.sheets) written.set(sheet.name, sheet);
    for (const name of change.removeSheets) written.delete(name);
    return saved(book, receipt.value);
  }

  return {
    open: (bytes) => {
      const opened = openXlsx(bytes);
      if (!opened.ok) return opened;
      book = opened.value;
      written.clear();
      return { ok: true, value: undefined };
    },
    workbook: { read: (request) => book?.read(request) ?? none(), write },
    write,
    replacePlan: async (planned, options) => {
      if (!book) return none();
      const replaced = await replaceInFile(book, planned, options);
      return replaced.ok ? saved(book, replaced.value) : replaced;
    },
    restorePlan: async () => {
      if (!book) return none();
      const restored = await restoreInFile(book);
      return restored.ok ? saved(book, { sheets: [], warnings: [] }) : restored;
    },
    lookAt: async (wanted) => {
      const read = await book?.read({ names: [], tables: [], ranges: [], settings: [] });
      if (!book || !read?.ok) return null;
      const { sheets, activeSheet } = read.value;
      const name = sheets.find((sheet) => sheet.toLowerCase() === wanted.toLowerCase()) ?? activeSheet;
      const own = written.get(name);
      return { sheets, picture: own ? pictureOfWritten(own) : await pictureOfRead(book, name) };
    },
  };
}

function saved(book: XlsxWorkbook, receipt: WriteReceipt): Result<FileReceipt> {
  return { ok: true, value: { ...receipt, bytes: new Uint8Array(book.save()) } };
}
