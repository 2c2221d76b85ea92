import type { ReplacementOptions } from '../planning-worker/book-desk';
import type { GivenContent } from '../planning-worker/given-content';
import type { RangeReference, Result, Workbook, WriteReceipt } from '../workbook/workbook';

/** Sample workbooks by the name of their file below `samples/`. */
export const sampleNames = [
  'three-skus-one-factory',
  'one-product',
  'prebuild-q4',
  'demand',
  'network',
  'prebuild-network',
] as const;

export type SampleName = (typeof sampleNames)[number];

/** Whether dark colours are wanted; `system` follows the browser. */
export type Theme = 'light' | 'dark' | 'system';

/** How the user reads texts, numbers and dates: BCP 47 tags. */
export interface LocaleInfo {
  /** Language of the texts, e.g. `de-DE`. */
  readonly language: string;
  /** Format of numbers and dates. */
  readonly format: string;
}

/** What the pane needs from where it runs: Excel, or a page with a file. */
export interface PaneHost {
  readonly kind: 'excel' | 'file';
  /** The workbook at hand; null while no file is open. */
  readonly workbook: () => Workbook | null;
  /** What planning reads of it, ready for the desk; null while no file is open. */
  readonly given: () => Promise<Result<GivenContent> | null>;
  /** Writes the sheet that lies ready at the desk. */
  readonly writePlan: () => Promise<Result<WriteReceipt>>;
  /** What the workbook is called; null where that is unknown or there is none. */
  readonly workbookName: () => string | null;
  /** Shows a cell or rectangle (`C7:F9`) to the user and selects it. */
  readonly selectCell: (sheet: string, address: string) => Promise<Result<void>>;
  /** The rectangle that the user has selected; the error says what to select instead. */
  readonly selectedRange: () => Promise<Result<RangeReference>>;
  readonly showSheet: (sheet: string) => Promise<Result<void>>;
  /** Puts a sample before the user: as new sheets in Excel, as the open file on the page. */
  readonly insertSample: (sample: SampleName) => Promise<Result<void>>;
  /** Takes a result sheet away again; a file is what it was before the last write. */
  readonly removeResult: (sheet: string) => Promise<Result<WriteReceipt>>;
  /** Writes the plan of the last run into `Production_Plan`, and keeps what stood there. */
  readonly replacePlan: (options: ReplacementOptions) => Promise<Result<WriteReceipt>>;
  /** Puts back what stood in `Production_Plan`; refuses, and loses nothing, where the cells are no longer as they were written. */
  readonly restorePlan: () => Promise<Result<WriteReceipt>>;
  /** Calls the listener after cells have changed or another workbook was opened; returns how to stop. */
  readonly onInputsChanged: (listener: (change: HostChange) => void) => () => void;
  /** Saves a copy of the workbook to disk; null where the host has its own way of saving. */
  readonly saveCopy: (() => Promise<Result<void>>) | null;
  /** Gives the user a file to keep. */
  readonly exportFile: (name: string, text: string, mediaType: string) => void;
  readonly locale: LocaleInfo;
  readonly theme: () => Theme;
  readonly onThemeChanged: (listener: () => void) => void;
}

/** `opened`: another workbook stands there. `cells`: the same one, with other content. `plan`: another content of the plan's own sheet. */
export type HostChange = 'opened' | 'cells' | 'plan';

/** A step that worked and has nothing to tell. */
export const done: Result<void> = { ok: true, value: undefined };

/** A step that did not work, with what to do about it. */
export function refused<T>(message: string): Result<T> {
  return { ok: false, error: { kind: 'other', message } };
}
