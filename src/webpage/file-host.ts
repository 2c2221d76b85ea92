import type { BookDesk, FileReceipt } from '../planning-worker/book-desk';
import { parseArea } from '../workbook/address';
import type { RangeReference, Result, Workbook, WriteReceipt } from '../workbook/workbook';
import { noChange } from '../workbook/workbook';
import { done, refused } from '../taskpane/host';
import type { HostChange, LocaleInfo, PaneHost, SampleName, Theme } from '../taskpane/host';

/** What the file host needs from the browser. */
export interface FileSurroundings {
  /** Where the file is opened, read and written. */
  readonly desk: BookDesk;
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
  readonly open: (name: string, bytes: Uint8Array) => Promise<Result<void>>;
  readonly select: (range: RangeReference | null) => void;
  readonly selection: () => RangeReference | null;
  /** Calls the listener when another sheet or cell should be shown, or the sheets have changed. */
  readonly onShow: (listener: (sheet: string) => void) => void;
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface OpenFile {
  readonly name: string;
  /** The file at the desk behind the port. */
  readonly workbook: Workbook;
  /** The file as it is now. */
  bytes: Uint8Array;
  /** The last result, as long as nothing else was written since, and the bytes before it. */
  undo: { readonly sheets: readonly string[]; readonly before: Uint8Array } | null;
}

/** A host without a file; `open` or a sample gives it one. */
export function createFileHost({ desk, loadSample, download, locale, texts }: FileSurroundings): FileHost {
  let file: OpenFile | null = null;
  let selection: RangeReference | null = null;
  const changed = new Set<(change: HostChange) => void>();
  const shown: ((sheet: string) => void)[] = [];
  const show = (sheet: string) => shown.forEach((listener) => listener(sheet));

  async function open(name: string, bytes: Uint8Array): Promise<Result<void>> {
    const opened = await desk.openFile(bytes);
    if (!opened.ok) return opened;
    file = fileOf(name, bytes);
    selection = null;
    changed.forEach((listener) => listener('opened'));
    return done;
  }

  function fileOf(name: string, bytes: Uint8Array): OpenFile {
    const opened: OpenFile = {
      name,
      bytes,
      undo: null,
      workbook: {
        read: (request) => desk.readFile(request),
        write: async (change) => kept(opened, await desk.writeFile(change)),
      },
    };
    return opened;
  }

  /** Remembers what a write has made of the file. */
  function kept(target: OpenFile, written: Result<FileReceipt>): Result<WriteReceipt> {
    if (!written.ok) return written;
    const { bytes, sheets, warnings } = written.value;
    target.undo = sheets.length > 0 ? { sheets, before: target.bytes } : null;
    target.bytes = bytes;
    if (sheets.length > 0) show(sheets[0]);
    return { ok: true, value: { sheets, warnings } };
  }

  /** Remembers a write that leaves no result sheet behind. */
  function keptInPlace(target: OpenFile, written: Result<FileReceipt>): Result<WriteReceipt> {
    if (!written.ok) return written;
    const { bytes, warnings } = written.value;
    target.undo = null;
    target.bytes = bytes;
    return { ok: true, value: { sheets: [], warnings } };
  }

  /** Takes a result away: byte for byte where nothing was written since, else its sheet only. */
  async function removeResult(target: OpenFile, sheet: string): Promise<Result<WriteReceipt>> {
    const { undo } = target;
    if (!undo?.sheets.includes(sheet)) {
      const removed = keptInPlace(target, await desk.writeFile({ ...noChange, removeSheets: [sheet] }));
      if (removed.ok) show('');
      return removed;
    }
    const reopened = await desk.openFile(undo.before);
    if (!reopened.ok) return reopened;
    target.bytes = undo.before;
    target.undo = null;
    show('');
    return { ok: true, value: { sheets: [], warnings: [] } };
  }

  return {
    kind: 'file',
    workbook: () => file?.workbook ?? null,
    given: () => Promise.resolve(file && { ok: true, value: { kind: 'file' } }),
    writePlan: async () => (file ? kept(file, await desk.writePlanSheet()) : refused(texts().nothingSelected)),
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
    removeResult: async (sheet) => (file ? removeResult(file, sheet) : refused(texts().nothingSelected)),
    replacePlan: async (options) =>
      file ? keptInPlace(file, await desk.replaceInFile(options)) : refused(texts().nothingSelected),
    restorePlan: async () => (file ? keptInPlace(file, await desk.restoreInFile()) : refused(texts().nothingSelected)),
    onInputsChanged: (listener) => {
      changed.add(listener);
      return () => void changed.delete(listener);
    },
    saveCopy: () => {
      // A copy: the planner's own file stays as it is.
      if (file) download(copyName(file.name), new Uint8Array(file.bytes), workbookType);
      return Promise.resolve(done);
    },
    exportFile: (name, text, mediaType) => download(name, new TextEncoder().encode(text), mediaType),
    locale,
    theme: (): Theme => 'system',
    onThemeChanged: () => undefined,
    open,
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
