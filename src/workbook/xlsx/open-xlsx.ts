import { settle, refuse } from '../refusal';
import type { Result, Workbook, WorkbookChange, WriteReceipt } from '../workbook';
import { applyChange } from './apply-change';
import { forkParts, partsOf, savedParts } from './parts';
import { readContent } from './read-content';
import { recordUndo, revertParts } from './undo-record';
import { findWorkbookPart, readWorkbookPart, sheetNamed } from './workbook-part';
import { defaultLimits, readZip, type SizeLimits } from './zip-archive';
import { javascriptCodec, type ZipCodec } from './zip-content';

/** An .xlsx or .xlsm file behind the port. Writing changes the workbook in memory; `save` gives its bytes. */
export interface XlsxWorkbook extends Workbook {
  /** As `write`, and remembers in the file how to take it back to the byte. The change must store a setting. */
  writeReversibly(change: WorkbookChange): Promise<Result<WriteReceipt>>;
  /**
   * Takes the last reversible change of a sheet back to the byte, and drops the given settings. `all`: the file is as it was
   * before; `sheet`: the sheet is, and what else changed since stays; null: the sheet changed, and nothing was done.
   */
  revert(sheet: string, settings: readonly string[]): Promise<Result<'all' | 'sheet' | null>>;
  /** The whole file. Parts that no write touched keep their compressed bytes. */
  save(): Uint8Array;
}

export interface OpenOptions {
  /** Limits against files made to exhaust memory; the defaults suit any planning workbook. */
  readonly limits?: Partial<SizeLimits>;
  /** A faster one than that in JavaScript, where the surroundings have it. */
  readonly codec?: ZipCodec;
}

/** Opens the bytes of an .xlsx or .xlsm file, or says in one sentence what they are instead and what to do. */
export function openXlsx(file: Uint8Array, options: OpenOptions = {}): Result<XlsxWorkbook> {
  return settle(() => {
    // A Node Buffer differs from the array that it is: its slice() shares memory.
    const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
    checkSignature(bytes);
    const limits = { ...defaultLimits, ...options.limits };
    const archive = readZip(bytes, limits);
    let parts = partsOf(archive, limits, options.codec ?? javascriptCodec);
    const workbookPart = findWorkbookPart(parts);
    readWorkbookPart(parts, workbookPart);
    return {
      read: (request) => Promise.resolve(settle(() => readContent(parts, workbookPart, request))),
      write: (change) => {
        const tried = forkParts(parts);
        const receipt = settle(() => applyChange(tried, workbookPart, change));
        if (receipt.ok) parts = tried;
        return Promise.resolve(receipt);
      },
      writeReversibly: (change) => {
        const tried = forkParts(parts);
        const receipt = settle(() => {
          const written = applyChange(tried, workbookPart, change);
          recordUndo(parts, tried, workbookPart);
          return written;
        });
        if (receipt.ok) parts = tried;
        return Promise.resolve(receipt);
      },
      revert: (sheet, settings) => {
        const tried = forkParts(parts);
        const outcome = settle(() => {
          const entry = sheetNamed(readWorkbookPart(tried, workbookPart), sheet);
          return entry ? revertParts(tried, workbookPart, entry.part, settings) : null;
        });
        if (outcome.ok) parts = tried;
        return Promise.resolve(outcome);
      },
      save: () => savedParts(parts),
    };
  });
}

/** Tells by the first bytes what is no zip file at all. */
function checkSignature(bytes: Uint8Array): void {
  if (bytes.length === 0) refuse('notAWorkbook', 'The file is empty. Choose an .xlsx or .xlsm file.');
  const starts = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    if (holdsUtf16(bytes, 'EncryptedPackage')) {
      refuse(
        'encrypted',
        'The workbook is encrypted with a password. Open it in Excel, remove the password and save it.',
      );
    }
    refuse('legacyFormat', 'This is a workbook of Excel 97-2003 (.xls). Save it in Excel as .xlsx and run again.');
  }
  if (starts(0x50, 0x4b, 0x05, 0x06)) {
    refuse('notAWorkbook', 'This is an empty zip file, not a workbook. Choose an .xlsx or .xlsm file.');
  }
  if (!starts(0x50, 0x4b)) {
    refuse(
      'notAWorkbook',
      'The file is not an Excel workbook. Choose an .xlsx or .xlsm file, or save it as one in Excel.',
    );
  }
}

/** Whether a compound file lists a stream of that name. */
function holdsUtf16(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((character) => [character.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0]); at >= 0; at = bytes.indexOf(wanted[0], at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
