import fc from 'fast-check';
import { deflateSync, strToU8, zipSync } from 'fflate';
import { buildXlsx } from '../../../src/workbook/xlsx/build-xlsx';
import { emptySheet } from '../../../src/workbook/book-content';
import { noChange } from '../../../src/workbook/workbook';
import { openXlsx, type OpenOptions } from '../../../src/workbook/xlsx/open-xlsx';
import { handWritten, packed } from './package-files';

const good = buildXlsx({
  sheets: [{ ...emptySheet('A'), cells: [{ row: 0, column: 0, value: 1 }] }],
  names: [],
  tables: [],
});
const parts = handWritten({ sheets: { A: '<sheetData/>' } });

function refusal(bytes: Uint8Array, options?: OpenOptions) {
  const outcome = openXlsx(bytes, options);
  if (outcome.ok) throw new Error('The file was opened.');
  return outcome.error;
}

/** A compound file (the container of .xls and of encrypted workbooks) that lists a stream. */
function compoundFile(stream: string): Uint8Array {
  const bytes = new Uint8Array(1024);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...stream].forEach((character, index) => (bytes[640 + index * 2] = character.charCodeAt(0)));
  return bytes;
}

describe('A file that is no workbook is refused with one sentence and a remedy', () => {
  const binary = {
    ...parts,
    '[Content_Types].xml': String(parts['[Content_Types].xml']).replace(/<Override.*\/>/, ''),
    '_rels/.rels': String(parts['_rels/.rels']).replace('workbook.xml', 'workbook.bin'),
    'xl/workbook.bin': 'x',
  };
  const without = (name: string) => Object.fromEntries(Object.entries(parts).filter(([part]) => part !== name));

  test.each([
    ['an encrypted workbook', compoundFile('EncryptedPackage'), 'encrypted', /remove the password/],
    ['an .xls workbook', compoundFile('Workbook'), 'legacyFormat', /\.xls\b.*Save it in Excel as \.xlsx/],
    ['an .xlsb workbook', packed(binary), 'legacyFormat', /\.xlsb.*Save it in Excel as \.xlsx/],
    ['a text file', strToU8('Item,Jan,Feb\nA,1,2\n'), 'notAWorkbook', /Choose an \.xlsx/],
    ['an empty file', new Uint8Array(), 'notAWorkbook', /empty.*Choose an \.xlsx/],
    ['an empty zip file', zipSync({}), 'notAWorkbook', /empty zip/],
    ['some other zip file', packed({ 'readme.txt': 'hello' }), 'notAWorkbook', /not an Excel workbook.*Choose/],
    ['a package without its workbook part', packed(without('xl/workbook.xml')), 'damaged', /lacks its workbook part/],
    ['a file cut off in the middle', good.slice(0, good.length / 2), 'damaged', /cut off.*fresh copy/],
    ['a file cut off before its last bytes', good.slice(0, good.length - 5), 'damaged', /cut off/],
    [
      'a document of another kind',
      packed({ ...parts, 'xl/workbook.xml': '<w xmlns="urn:w"/>' }),
      'notAWorkbook',
      /Choose/,
    ],
    [
      'a workbook part that is no XML',
      packed({ ...parts, 'xl/workbook.xml': '<workbook' }),
      'damaged',
      /not well-formed/,
    ],
    [
      'a document type declaration',
      packed({ ...parts, 'xl/workbook.xml': `<!DOCTYPE x [<!ENTITY a "b">]>${parts['xl/workbook.xml']}` }),
      'damaged',
      /not well-formed/,
    ],
    ['two parts that differ in case', packed({ ...parts, 'XL/Workbook.xml': 'x' }), 'damaged', /same part twice/],
    [
      'a part that climbs out of the package',
      packed({ ...parts, '../../etc/cron': 'x' }),
      'damaged',
      /unsafe file name/,
    ],
    ['a part with an absolute path', packed({ ...parts, '/etc/cron': 'x' }), 'damaged', /unsafe file name/],
  ])('%s', (_, bytes, kind, sentence) => {
    const { kind: found, message } = refusal(bytes);
    expect({ found, message }).toEqual({ found: kind, message: expect.stringMatching(sentence) });
    expect(message).not.toMatch(/\n/);
  });

  test('a zip entry that is locked with a password', () => {
    const locked = good.slice();
    const view = new DataView(locked.buffer);
    const end = locked.length - 22;
    const directory = view.getUint32(end + 16, true);
    view.setUint16(directory + 8, view.getUint16(directory + 8, true) | 1, true);
    expect(refusal(locked)).toMatchObject({ kind: 'encrypted' });
  });

  test('a part whose bytes were altered', () => {
    const stored = zipSync(
      Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(String(text))])),
      { level: 0 },
    );
    const at = Buffer.from(stored).indexOf('<sheets>');
    stored[at + 1] = 'S'.charCodeAt(0);
    expect(refusal(stored)).toMatchObject({ kind: 'damaged', message: expect.stringMatching(/"xl\/workbook.xml"/) });
  });
});

describe('A zip bomb is refused before it unpacks', () => {
  test('by the declared ratio', () => {
    const bomb = packed({ ...parts, 'xl/media/image1.png': new Uint8Array(40e6) });
    expect(bomb.length).toBeLessThan(100e3);
    expect(refusal(bomb)).toMatchObject({ kind: 'tooLarge', message: expect.stringMatching(/40 MB/) });
  });

  test('by the size of one part, of all parts, and by their number', () => {
    expect(refusal(good, { limits: { partBytes: 100 } })).toMatchObject({ kind: 'tooLarge' });
    expect(refusal(good, { limits: { totalBytes: 1000 } })).toMatchObject({ kind: 'tooLarge' });
    expect(refusal(good, { limits: { entries: 3 } })).toMatchObject({ kind: 'tooLarge' });
  });

  test('by what it really holds when it declares less', () => {
    const text = String(parts['xl/workbook.xml']);
    const lying = packed({ ...parts, 'xl/workbook.xml': text + ' '.repeat(5e6) });
    const view = new DataView(lying.buffer);
    const name = Buffer.from('xl/workbook.xml');
    const central = Buffer.from(lying).lastIndexOf(name) - 46;
    view.setUint32(central + 24, text.length, true);
    expect(refusal(lying)).toMatchObject({ kind: 'tooLarge', message: expect.stringMatching(/declares/) });
  });

  test('by entries that share their bytes', () => {
    const data = deflateSync(new Uint8Array(1000));
    const overlapping = packed({ ...parts, 'a.bin': data, 'b.bin': data });
    const view = new DataView(overlapping.buffer);
    const central = (entry: string) => Buffer.from(overlapping).lastIndexOf(Buffer.from(entry)) - 46;
    view.setUint32(central('b.bin') + 42, view.getUint32(central('a.bin') + 42, true), true);
    expect(refusal(overlapping)).toMatchObject({ kind: 'damaged' });
  });
});

describe('A damaged file', () => {
  const sheet =
    '<sheetData><row r="1"><c r="A1" s="1" t="str"><f t="shared" si="0" ref="A1:A2">B1</f><v>x</v></c></row></sheetData>';
  const whole = handWritten({ sheets: { S: sheet }, names: '<definedName name="Demand">S!$A$1:$B$2</definedName>' });
  const names = Object.keys(whole);

  test('is read, or refused as a value, wherever the damage is', async () => {
    const place = fc.nat(3000);
    const damage = fc.record({
      name: fc.constantFrom(...names),
      from: place,
      length: fc.nat(40),
      put: fc.string({ maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ name, from, length, put }) => {
        const part = String(whole[name]);
        const at = from % part.length;
        const outcome = openXlsx(packed({ ...whole, [name]: part.slice(0, at) + put + part.slice(at + length) }));
        if (!outcome.ok) return;
        const range = { sheet: 'S', row: 0, column: 0, rowCount: 2, columnCount: 2 };
        const read = await outcome.value.read({ names: ['demand'], tables: [], ranges: [range], settings: ['x'] });
        const cells = [
          {
            reference: range,
            cells: [
              [1, 2],
              [3, null],
            ],
          },
        ];
        const written = await outcome.value.write({ ...noChange, cells, sheets: [emptySheet('Result')] });
        for (const result of [read, written]) if (!result.ok) expect(result.error.message).toMatch(/\.$/);
      }),
      { numRuns: 300 },
    );
  });

  test('is refused where the directory places parts behind the end of the file', () => {
    const bytes = good.slice();
    const view = new DataView(bytes.buffer);
    const ends = Array.from(bytes.keys()).filter(
      (at) => at + 4 <= bytes.length && view.getUint32(at, true) === 0x02014b50,
    );
    expect(ends.length).toBeGreaterThan(1);
    for (const at of ends.slice(-2)) view.setUint32(at + 42, 0x7fffff00 + (at & 0xff), true);
    expect(openXlsx(bytes)).toMatchObject({ ok: false, error: { kind: 'damaged' } });
  });

  test('is refused as a value when bytes of the archive are wrong', () => {
    const change = fc.record({ at: fc.nat(good.length - 1), byte: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), fc.nat(good.length), (changes, cut) => {
        const bytes = good.slice(0, cut % 3 === 0 ? cut : good.length);
        for (const { at, byte } of changes) bytes[at] = byte;
        const outcome = openXlsx(bytes);
        if (!outcome.ok) expect(outcome.error.message).toMatch(/\.$/);
      }),
      { numRuns: 500 },
    );
  });
});
