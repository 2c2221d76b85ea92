import { parseArea } from '../workbook/address';
import type { SheetContent } from '../workbook/sheet-content';
import type { RangeReference, Result, Workbook, WorkbookChange, WriteReceipt } from '../workbook/workbook';
import { openXlsx } from '../workbook/xlsx/open-xlsx';
import type { XlsxWorkbook } from '../workbook/xlsx/open-xlsx';
import { done, refused } from '../taskpane/host';
import type { HostChange, LocaleInfo, PaneHost, SampleName, Theme } from '../taskpane/host';

/** What the file host needs from the browser. */
export interface FileSurroundings {
  /** The bytes of a sample; null where they cannot be had. */
  readonly loadSample: (sample: SampleName) => Promise<Uint8Array | null>;
  readonly download: (name: string, bytes: Uint8Array<ArrayBuffer>, mediaType: string) => void;
  readonly locale: LocaleInfo;
  /** Sentences for what this host itself refuses. */
  readonly texts: () => { readonly sampleMissing: string; readonly nothingSelected: string };
}

/** The pane's surroundings on a page: one open file, and what the page shows of it. */
export interface FileHost extends PaneHost {
  /** Opens a file in place of the one that is open; a file that is no workbook leaves it as it is. */
  readonly open: (name: string, bytes: Uint8Array) => Result<void>;
  /** The sheet that the last write put there, with its looks; null for any other sheet. */
  readonly writtenSheet: (sheet: string) => SheetContent | null;
  readonly select: (range: RangeReference | null) => void;
  readonly selection: () => RangeReference | null;
  /** Calls the listener when another sheet or cell should be shown, or the sheets have changed. */
  readonly onShow: (listener: (sheet: string) => void) => void;
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface OpenFile {
  readonly name: string;
  readonly workbook: Workbook;
  /** The file behind the port; another one after an undo. */
  book: XlsxWorkbook;
  /** The bytes before the last result was written. */
  before: Uint8Array | null;
  readonly written: Map<string, SheetContent>;
}

/** A host without a file; `open` or a sample gives it one. */
export function createFileHost({ loadSample, download, locale, texts }: FileSurroundings): FileHost {
  let file: OpenFile | null = null;
  let selection: RangeReference | null = null;
  const changed = new Set<(change: HostChange) => void>();
  const shown: ((sheet: string) => void)[] = [];
  const show = (sheet: string) => shown.forEach((listener) => listener(sheet));

  function open(name: string, bytes: Uint8Array): Result<void> {
    const opened = openXlsx(bytes);
    if (!opened.ok) return opened;
    file = fileOf(name, opened.value, show);
    selection = null;
    changed.forEach((listener) => listener('opened'));
    return done;
  }

  return {
    kind: 'file',
    workbook: () => file?.workbook ?? null,
    workbookName: () => file?.name ?? null,
    selectCell: (sheet, address) => {
      const area = parseArea(address);
      selection = area && { sheet, ...area };
      show(sheet);
      return Promise.resolve(done);
    },
    selectedRange: () => Promise.resolve(selection ? { ok: true, value: selection } : refused(texts().nothingSelected)),
    showSheet: (sheet) => {
      selection = null;
      show(sheet);
      return Promise.resolve(done);
    },
    insertSample: async (sample) => {
      const bytes = await loadSample(sample);
      return bytes ? open(`${sample}.xlsx`, bytes) : refused(texts().sampleMissing);
    },
    removeResult: (sheet) =>
      Promise.resolve(file ? undoLastWrite(file, sheet, show) : refused(texts().nothingSelected)),
    onInputsChanged: (listener) => {
      changed.add(listener);
      return () => void changed.delete(listener);
    },
    saveCopy: () => {
      // A copy: the planner's own file stays as it is.
      if (file) download(copyName(file.name), new Uint8Array(file.book.save()), workbookType);
      return Promise.resolve(done);
    },
    exportFile: (name, text, mediaType) => download(name, new TextEncoder().encode(text), mediaType),
    locale,
    theme: (): Theme => 'system',
    onThemeChanged: () => undefined,
    open,
    writtenSheet: (sheet) => file?.written.get(sheet) ?? null,
    select: (range) => void (selection = range),
    selection: () => selection,
    onShow: (listener) => void shown.push(listener),
  };
}

/** Name of the copy that is saved: `book.xlsx` becomes `book - plan.xlsx`. */
export function copyName(name: string): string {
  const cut = name.lastIndexOf('.');
  return cut < 0 ? `${name} - plan.xlsx` : `${name.slice(0, cut)} - plan${name.slice(cut)}`;
}

function fileOf(name: string, book: XlsxWorkbook, show: (sheet: string) => void): OpenFile {
  const opened: OpenFile = {
    name,
    book,
    before: null,
    written: new Map(),
    workbook: {
      read: (request) => opened.book.read(request),
      write: (change) => write(change),
    },
  };
  async function write(change: WorkbookChange): Promise<Result<WriteReceipt>> {
    const before = change.sheets.length > 0 ? opened.book.save() : null;
    const receipt = await opened.book.write(change);
    if (!receipt.ok || !before) return receipt;
    opened.before = before;
    for (const sheet of change.sheets) opened.written.set(sheet.name, sheet);
    show(change.sheets[0].name);
    return receipt;
  }
  return opened;
}

/** The file as it was before the last result, byte for byte. */
function undoLastWrite(file: OpenFile, sheet: string, show: (sheet: string) => void): Result<WriteReceipt> {
  if (!file.before) return { ok: true, value: { sheets: [], warnings: [] } };
  const reopened = openXlsx(file.before);
  if (!reopened.ok) return reopened;
  file.book = reopened.value;
  file.before = null;
  file.written.delete(sheet);
  show('');
  return { ok: true, value: { sheets: [], warnings: [] } };
}
