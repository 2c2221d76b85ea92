import { refuse } from '../refusal';

/** One file of an archive. The records are the source's own bytes, so that an untouched entry is copied verbatim. */
export interface ZipEntry {
  readonly name: string;
  /** Local header, compressed data, data descriptor and whatever follows up to the next entry. */
  readonly localRecord: Uint8Array;
  readonly centralRecord: Uint8Array;
  /** The compressed bytes within `localRecord`. */
  readonly data: Uint8Array;
  /** 0 stored, 8 deflated; others exist and are only copied. */
  readonly method: number;
  readonly crc: number;
  /** Declared size in bytes once inflated. */
  readonly size: number;
  /** Place of the local record in the source: the order in which records are written. */
  readonly offset: number;
}

export interface ZipArchive {
  /** In the order of the central directory. */
  readonly entries: readonly ZipEntry[];
  /** Bytes before the first local record (none in a normal archive). */
  readonly preamble: Uint8Array;
  readonly comment: Uint8Array;
}

/** Limits that stop archives made to exhaust memory. */
export interface SizeLimits {
  readonly entries: number;
  /** Bytes of one inflated part. */
  readonly partBytes: number;
  /** Bytes of all inflated parts together. */
  readonly totalBytes: number;
  /** Inflated bytes per compressed byte, for parts above 16 MB; real sheets stay below 100. */
  readonly ratio: number;
}

export const defaultLimits: SizeLimits = { entries: 20000, partBytes: 400e6, totalBytes: 2e9, ratio: 300 };

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
const zip64LocatorSignature = 0x07064b50;
const zip64EndSignature = 0x06064b50;
const truncated =
  'The file is damaged or was cut off while it was copied. Get a fresh copy of it, or repair it in Excel.';

/** Reads the central directory; nothing is inflated. Refuses what no workbook needs and every overlap or forgery. */
export function readZip(bytes: Uint8Array, limits: SizeLimits): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) refuse('damaged', truncated);
  const directory = directoryPlace(view, end);
  if (directory.count > limits.entries) refuse('tooLarge', bombMessage(`${directory.count} entries`));
  if (directory.offset + directory.size > end) refuse('damaged', truncated);
  const heads: CentralHead[] = [];
  let position = directory.offset;
  for (let index = 0; index < directory.count; index++) {
    const head = readCentralHead(view, bytes, position, directory.offset + directory.size);
    heads.push(head);
    position += head.record.length;
  }
  checkNames(heads);
  checkSizes(heads, limits);
  // All of them lie before the directory, also those that a damaged record places elsewhere.
  if (heads.some(({ offset }) => offset > directory.offset)) refuse('damaged', truncated);
  const inFileOrder = [...heads].sort((one, other) => one.offset - other.offset);
  const entries = new Map<CentralHead, ZipEntry>();
  inFileOrder.forEach((head, index) => {
    const next = index + 1 < inFileOrder.length ? inFileOrder[index + 1].offset : directory.offset;
    entries.set(head, readLocalRecord(view, bytes, head, next));
  });
  return {
    entries: heads.map((head) => entries.get(head) as ZipEntry),
    preamble: bytes.subarray(0, inFileOrder.length > 0 ? inFileOrder[0].offset : 0),
    comment: bytes.subarray(end + 22, end + 22 + view.getUint16(end + 20, true)),
  };
}

interface CentralHead {
  readonly name: string;
  readonly record: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let position = view.byteLength - 22; position >= lowest; position--) {
    const commentFits = () => position + 22 + view.getUint16(position + 20, true) <= view.byteLength;
    if (view.getUint32(position, true) === endSignature && commentFits()) return position;
  }
  return -1;
}

function directoryPlace(view: DataView, end: number): { count: number; size: number; offset: number } {
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  const needsZip64 = count === 0xffff || size === 0xffffffff || offset === 0xffffffff;
  if (!needsZip64) {
    if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) refuse('damaged', truncated);
    return { count, size, offset };
  }
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== zip64LocatorSignature) refuse('damaged', truncated);
  const record = readUint64(view, locator + 8);
  if (record + 56 > end || view.getUint32(record, true) !== zip64EndSignature) refuse('damaged', truncated);
  return {
    count: readUint64(view, record + 32),
    size: readUint64(view, record + 40),
    offset: readUint64(view, record + 48),
  };
}

function readUint64(view: DataView, position: number): number {
  if (position < 0 || position + 8 > view.byteLength) refuse('damaged', truncated);
  return Number(view.getBigUint64(position, true));
}

function readCentralHead(view: DataView, bytes: Uint8Array, position: number, limit: number): CentralHead {
  if (position + 46 > limit || view.getUint32(position, true) !== centralSignature) refuse('damaged', truncated);
  const nameLength = view.getUint16(position + 28, true);
  const extraLength = view.getUint16(position + 30, true);
  const length = 46 + nameLength + extraLength + view.getUint16(position + 32, true);
  if (position + length > limit) refuse('damaged', truncated);
  const sizes = [
    view.getUint32(position + 24, true),
    view.getUint32(position + 20, true),
    view.getUint32(position + 42, true),
  ];
  const record = bytes.subarray(position, position + length);
  const wide = zip64Positions(record, sizes);
  const [size, compressedSize, offset] = sizes.map((value, index) =>
    wide[index] === null ? value : readUint64(view, position + (wide[index] as number)),
  );
  return {
    name: new TextDecoder().decode(record.subarray(46, 46 + nameLength)),
    record,
    flags: view.getUint16(position + 8, true),
    method: view.getUint16(position + 10, true),
    crc: view.getUint32(position + 16, true),
    compressedSize,
    size,
    offset,
  };
}

/** Places in a central record of the 64-bit size, compressed size and offset; null where the 32-bit field holds it. */
function zip64Positions(record: Uint8Array, sizes: readonly number[]): (number | null)[] {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const extraStart = 46 + view.getUint16(28, true);
  const extraEnd = extraStart + view.getUint16(30, true);
  let position = extraStart;
  while (position + 4 <= extraEnd && view.getUint16(position, true) !== 1) {
    position += 4 + view.getUint16(position + 2, true);
  }
  let field = position + 4;
  return sizes.map((value) => {
    if (value !== 0xffffffff) return null;
    if (field + 8 > extraEnd) refuse('damaged', truncated);
    field += 8;
    return field - 8;
  });
}

/** A central record that points at the entry's new place. */
export function withOffset(record: Uint8Array, offset: number): Uint8Array {
  // Not slice(): that of a Node Buffer shares its memory.
  const moved = new Uint8Array(record);
  const view = new DataView(moved.buffer);
  const sizes = [view.getUint32(24, true), view.getUint32(20, true), view.getUint32(42, true)];
  const wide = zip64Positions(record, sizes)[2];
  if (wide === null) view.setUint32(42, offset, true);
  else view.setBigUint64(wide, BigInt(offset), true);
  return moved;
}

function readLocalRecord(view: DataView, bytes: Uint8Array, head: CentralHead, next: number): ZipEntry {
  const { offset } = head;
  if (offset + 30 > next || view.getUint32(offset, true) !== localSignature) refuse('damaged', truncated);
  const dataStart = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (dataStart + head.compressedSize > next) refuse('damaged', truncated);
  return {
    name: head.name,
    localRecord: bytes.subarray(offset, next),
    centralRecord: head.record,
    data: bytes.subarray(dataStart, dataStart + head.compressedSize),
    method: head.method,
    crc: head.crc,
    size: head.size,
    offset,
  };
}

function checkNames(heads: readonly CentralHead[]): void {
  const seen = new Set<string>();
  for (const { name, flags } of heads) {
    if (flags & 1) {
      refuse(
        'encrypted',
        'The file is protected by a zip password. Open it in Excel, remove the password and save it.',
      );
    }
    const segments = name.split('/');
    const unsafe = /[\\:\0]/.test(name) || name.startsWith('/') || segments.includes('..') || name === '';
    const message = unsafe ? 'an unsafe file name' : seen.has(name.toLowerCase()) ? 'the same part twice' : null;
    if (message !== null) {
      refuse('damaged', `The file contains ${message} ("${name}"). Open it in Excel and save it again.`);
    }
    seen.add(name.toLowerCase());
  }
}

function checkSizes(heads: readonly CentralHead[], limits: SizeLimits): void {
  let total = 0;
  for (const { name, size, compressedSize } of heads) {
    total += size;
    const suspicious = size > 16e6 && size > limits.ratio * compressedSize;
    if (size > limits.partBytes || suspicious) refuse('tooLarge', bombMessage(`${megabytes(size)} MB in "${name}"`));
  }
  if (total > limits.totalBytes) refuse('tooLarge', bombMessage(`${megabytes(total)} MB`));
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);

/** Why an archive is refused for its size. */
export function bombMessage(what: string): string {
  return `The file would unpack to ${what}, which no planning workbook needs. Check where it comes from; delete unused sheets and formats and save it again.`;
}
