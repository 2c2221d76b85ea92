import { noChange } from '../../../src/workbook/workbook';
import {
  expectConsistentPackage,
  expectWellFormed,
  handWritten,
  opened,
  packed,
  unpacked,
  type HandWritten,
} from './package-files';

const cellWith = (formula: string) => `<sheetData><row r="1"><c r="A1"><f>${formula}</f><v>1</v></c></row></sheetData>`;

async function without(book: HandWritten, name: string) {
  const workbook = opened(packed(handWritten(book)));
  const receipt = await workbook.write({ ...noChange, removeSheets: [name] });
  const saved = workbook.save();
  expectWellFormed(saved);
  expectConsistentPackage(saved);
  return { receipt, files: unpacked(saved) };
}

describe('Removing a sheet', () => {
  const sheets = { First: '<sheetData/>', "It's & Co": '<sheetData/>', Last: '<sheetData/>' };

  test('moves the tabs and the names of the sheets behind it, and drops its own names', async () => {
    const names =
      '<definedName name="Mine" localSheetId="1">1</definedName><definedName name="Theirs" localSheetId="2">Last!$A$1</definedName>' +
      '<definedName name="Early" localSheetId="0">First!$A$1</definedName>';
    const workbookProperties = '<bookViews><workbookView firstSheet="1" activeTab="2"/></bookViews>';
    const { files, receipt } = await without({ sheets, names, workbookProperties }, "it's & co");
    expect(receipt).toEqual({ ok: true, value: { sheets: [], warnings: [] } });
    const workbook = files['xl/workbook.xml'];
    expect(workbook).toContain('<workbookView firstSheet="1" activeTab="1"/>');
    expect(workbook).toContain(
      '<sheet name="First" sheetId="3" r:id="rId1"/><sheet name="Last" sheetId="5" r:id="rId3"/>',
    );
    expect(workbook).toContain(
      '<definedNames><definedName name="Theirs" localSheetId="1">Last!$A$1</definedName><definedName name="Early" localSheetId="0">First!$A$1</definedName></definedNames>',
    );
    expect(files['xl/worksheets/sheet2.xml']).toBeUndefined();
  });

  test('leaves #REF! in formulas and names that pointed at it, and says so', async () => {
    const book = {
      sheets: { ...sheets, First: cellWith("'It''s &amp; Co'!A1+Last!A1+\"'It''s &amp; Co'!\"") },
      names: "<definedName name=\"Global\">'It''s &amp; Co'!$A$1</definedName>",
    };
    const { files, receipt } = await without(book, "It's & Co");
    expect(files['xl/worksheets/sheet1.xml']).toContain(`<f>#REF!A1+Last!A1+"'It''s &amp; Co'!"</f>`);
    expect(files['xl/workbook.xml']).toContain('<definedName name="Global">#REF!$A$1</definedName>');
    expect(files['xl/workbook.xml']).toContain('fullCalcOnLoad="1"');
    expect(receipt).toMatchObject({ ok: true, value: { warnings: [expect.stringMatching(/#REF!/)] } });
  });

  test('drops its formulas from the calculation chain', async () => {
    const { files } = await without(
      {
        sheets: { A: cellWith('1'), B: cellWith('2'), C: cellWith('3') },
        relationships:
          '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/>',
        more: {
          'xl/calcChain.xml':
            '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="A1" i="4"/><c r="A1" i="3"/><c r="A1" i="5"/></calcChain>',
        },
      },
      'B',
    );
    expect(files['xl/calcChain.xml']).toContain('><c r="A1" i="3"/><c r="A1" i="5"/></calcChain>');
  });

  test('keeps the last visible sheet', async () => {
    const files = handWritten({ sheets });
    files['xl/workbook.xml'] = String(files['xl/workbook.xml']).replace(/sheetId="[45]"/g, '$& state="hidden"');
    const workbook = opened(packed(files));
    const outcome = await workbook.write({ ...noChange, removeSheets: ['First'] });
    expect(outcome).toMatchObject({
      ok: false,
      error: { kind: 'conflict', message: expect.stringMatching(/only visible sheet/) },
    });
  });
});
