import { deflateSync, inflateSync } from 'fflate';
import { refuse } from '../refusal';
import { crc32 } from './crc32';
import { bombMessage, withOffset, type SizeLimits, type ZipArchive, type ZipEntry } from './zip-archive';

/** What packs and unpacks entries. */
export interface ZipCodec {
  /** Raw deflate (RFC 1951). */
  readonly deflate: (bytes: Uint8Array) => Uint8Array;
  /** Undoes it, giving at most so many bytes; throws for damaged data. */
  readonly inflate: (data: Uint8Array, most: number) => Uint8Array;
  /** CRC-32 (ISO 3309) as a number of at least 0. */
  readonly checksum: (bytes: Uint8Array) => number;
}

/** The codec that runs everywhere. */
export const javascriptCodec: ZipCodec = {
  deflate: (bytes) => deflateSync(bytes),
  inflate: (data, most) => inflateSync(data, { out: new Uint8Array(most) }),
  checksum: crc32,
};

/** Bytes of an entry, checked against its declared size and checksum. */
export function inflateEntry(entry: ZipEntry, limits: SizeLimits, codec: ZipCodec): Uint8Array {
  if (entry.size > limits.partBytes) refuse('tooLarge', bombMessage(`${entry.size} bytes in "${entry.name}"`));
  const bytes = inflated(entry, codec);
  if (bytes.length > entry.size) refuse('tooLarge', bombMessage(`more than "${entry.name}" declares`));
  if (bytes.length !== entry.size || codec.checksum(bytes) !== entry.crc) refuse('damaged', damagedMessage(entry.name));
  return bytes;
}

function inflated(entry: ZipEntry, { inflate }: ZipCodec): Uint8Array {
  if (entry.method === 0) return entry.data;
  if (entry.method !== 8) {
    refuse(
      'damaged',
      `Part "${entry.name}" uses a compression that Excel does not know. Save the workbook in Excel again.`,
    );
  }
  try {
    // One byte more than declared: an entry that holds more than it says fills it, and memory stays bounded.
    return inflate(entry.data, entry.size + 1);
  } catch {
    return refuse('damaged', damagedMessage(entry.name));
  }
}

function damagedMessage(name: string): string {
  return `Part "${name}" of the file is damaged. Get a fresh copy of the file, or repair it in Excel.`;
}

/** Archive with some entries replaced (bytes), removed (null) or appended; every other entry keeps its bytes verbatim. */
export function writeZip(
  archive: ZipArchive,
  changes: ReadonlyMap<string, Uint8Array | null>,
  codec: ZipCodec,
): Uint8Array {
  const kept = archive.entries.filter((entry) => changes.get(entry.name) !== null);
  const written = new Map<string, ZipEntry>();
  for (const entry of kept) {
    const bytes = changes.get(entry.name);
    written.set(entry.name, bytes ? packedEntry(entry.name, bytes, codec) : entry);
  }
  const known = new Set(archive.entries.map((entry) => entry.name));
  const added: ZipEntry[] = [];
  for (const [name, bytes] of changes) if (bytes && !known.has(name)) added.push(packedEntry(name, bytes, codec));

  const chunks: Uint8Array[] = [archive.preamble];
  const offsets = new Map<ZipEntry, number>();
  let offset = archive.preamble.length;
  const inFileOrder = [...kept].sort((one, other) => one.offset - other.offset);
  for (const entry of [...inFileOrder.map((source) => written.get(source.name) ?? source), ...added]) {
    offsets.set(entry, offset);
    chunks.push(entry.localRecord);
    offset += entry.localRecord.length;
  }
  const directoryStart = offset;
  const inDirectoryOrder = [...kept.map((source) => written.get(source.name) ?? source), ...added];
  for (const entry of inDirectoryOrder) {
    const record = withOffset(entry.centralRecord, offsets.get(entry) ?? 0);
    chunks.push(record);
    offset += record.length;
  }
  chunks.push(endRecord(inDirectoryOrder.length, offset - directoryStart, directoryStart, archive.comment));
  return concatenated(chunks);
}

function packedEntry(name: string, bytes: Uint8Array, { deflate, checksum }: ZipCodec): ZipEntry {
  const data = deflate(bytes);
  const nameBytes = new TextEncoder().encode(name);
  const crc = checksum(bytes);
  const localRecord = new Uint8Array(30 + nameBytes.length + data.length);
  writeSharedFields(localRecord, 0x04034b50, 0, [crc, data.length, bytes.length, nameBytes.length]);
  localRecord.set(nameBytes, 30);
  localRecord.set(data, 30 + nameBytes.length);
  const centralRecord = new Uint8Array(46 + nameBytes.length);
  writeSharedFields(centralRecord, 0x02014b50, 2, [crc, data.length, bytes.length, nameBytes.length]);
  new DataView(centralRecord.buffer).setUint16(4, 20, true);
  centralRecord.set(nameBytes, 46);
  return { name, localRecord, centralRecord, data, method: 8, crc, size: bytes.length, offset: 0 };
}

/** Fields that local and central headers have in common; the central ones lie two bytes further on. */
function writeSharedFields(record: Uint8Array, signature: number, shift: number, fields: readonly number[]): void {
  const view = new DataView(record.buffer);
  const [crc, compressedSize, size, nameLength] = fields;
  view.setUint32(0, signature, true);
  view.setUint16(4 + shift, 20, true);
  view.setUint16(6 + shift, 0x0800, true); // the name is UTF-8
  view.setUint16(8 + shift, 8, true);
  view.setUint32(10 + shift, 0x00210000, true); // 1 January 1980: the same content gives the same bytes
  view.setUint32(14 + shift, crc, true);
  view.setUint32(18 + shift, compressedSize, true);
  view.setUint32(22 + shift, size, true);
  view.setUint16(26 + shift, nameLength, true);
}

function endRecord(count: number, size: number, offset: number, comment: Uint8Array): Uint8Array {
  const record = new Uint8Array(22 + comment.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  view.setUint16(20, comment.length, true);
  record.set(comment, 22);
  return record;
}

function concatenated(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let position = 0;
  for (const chunk of chunks) {
    whole.set(chunk, position);
    position += chunk.length;
  }
  return whole;
}
