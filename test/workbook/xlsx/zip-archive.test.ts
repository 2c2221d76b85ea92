import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { handWritten, contentOf, opened, unpacked } from './package-files';
import { noChange } from '../../../src/workbook/workbook';
import { emptySheet } from '../../../src/workbook/book-content';
import { defaultLimits, readZip } from '../../../src/workbook/xlsx/zip-archive';

const files = handWritten({ sheets: { S: '<sheetData><row><c><v>5</v></c></row></sheetData>' } });
const range = { sheet: 'S', row: 0, column: 0, rowCount: 1, columnCount: 1 };

/** A zip file as streaming writers make it: sizes in data descriptors behind the data, some entries stored. */
function streamed(): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  Object.entries(files).forEach(([name, text], index) => {
    const entry = index % 2 === 0 ? new ZipDeflate(name) : new ZipPassThrough(name);
    zip.add(entry);
    entry.push(strToU8(String(text)), true);
  });
  zip.end();
  return new Uint8Array(Buffer.concat(chunks));
}

/** The same archive with the 64-bit end records that large-file writers add, and 64-bit sizes in one entry. */
function withZip64(source: Uint8Array): Uint8Array {
  const end = source.length - 22;
  const view = new DataView(source.buffer, source.byteOffset);
  const [count, size, offset] = [
    view.getUint16(end + 10, true),
    view.getUint32(end + 12, true),
    view.getUint32(end + 16, true),
  ];
  const directory = Buffer.from(source.subarray(offset, offset + size));
  const nameLength = directory.readUInt16LE(28);
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(BigInt(directory.readUInt32LE(24)), 4);
  extra.writeBigUInt64LE(BigInt(directory.readUInt32LE(20)), 12);
  extra.writeBigUInt64LE(BigInt(directory.readUInt32LE(42)), 20);
  [20, 24, 42].forEach((place) => directory.writeUInt32LE(0xffffffff, place));
  directory.writeUInt16LE(28, 30);
  const wide = Buffer.concat([directory.subarray(0, 46 + nameLength), extra, directory.subarray(46 + nameLength)]);
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(wide.length), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + wide.length), 8);
  const tail = Buffer.from(source.subarray(end));
  tail.writeUInt16LE(0xffff, 10);
  tail.writeUInt32LE(0xffffffff, 12);
  tail.writeUInt32LE(0xffffffff, 16);
  return new Uint8Array(Buffer.concat([source.subarray(0, offset), wide, record, locator, tail]));
}

describe('Archives of other writers', () => {
  test.each([
    ['with data descriptors and stored entries', streamed()],
    ['with 64-bit sizes', withZip64(streamed())],
    ['with bytes before the first entry', shifted(streamed(), 100)],
  ])('%s are read, and saved with every untouched record as it was', async (_, bytes) => {
    const workbook = opened(bytes);
    expect((await contentOf(workbook, { ranges: [range] })).ranges[0].cells[0][0].value).toBe(5);
    await workbook.write({ ...noChange, sheets: [emptySheet('Result')] });
    const saved = workbook.save();
    const before = new Map(readZip(bytes, defaultLimits).entries.map((entry) => [entry.name, entry.localRecord]));
    const after = new Map(readZip(saved, defaultLimits).entries.map((entry) => [entry.name, entry.localRecord]));
    for (const name of ['_rels/.rels', 'xl/worksheets/sheet1.xml']) expect(after.get(name)).toEqual(before.get(name));
    expect(Object.keys(unpacked(saved))).toContain('xl/worksheets/sheet2.xml');
    expect((await contentOf(opened(saved), {})).sheets).toEqual(['S', 'Result']);
  });
});

/** An archive behind some other bytes, its offsets counted from the start of the file. */
function shifted(source: Uint8Array, by: number): Uint8Array {
  const moved = Buffer.concat([Buffer.alloc(by, 'x'), source]);
  moved.write('PK', 0);
  const end = moved.length - 22;
  const directory = moved.readUInt32LE(end + 16) + by;
  moved.writeUInt32LE(directory, end + 16);
  for (let at = directory; at < end;) {
    moved.writeUInt32LE(moved.readUInt32LE(at + 42) + by, at + 42);
    at += 46 + moved.readUInt16LE(at + 28) + moved.readUInt16LE(at + 30) + moved.readUInt16LE(at + 32);
  }
  return new Uint8Array(moved);
}
