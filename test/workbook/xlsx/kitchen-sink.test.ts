import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noChange } from '../../../src/workbook/workbook';
import { readZip, defaultLimits } from '../../../src/workbook/xlsx/zip-archive';
import { contentOf, expectConsistentPackage, expectWellFormed, opened, unpacked } from './package-files';
import { planLikeSheet } from './plan-like-sheet';

const source = new Uint8Array(readFileSync(join(__dirname, '../../../../shared/data/kitchen-sink.xlsm')));
const result = planLikeSheet('SOP Plan');

/** Every part of the source that a new sheet has to touch. */
const touched = [
  '[Content_Types].xml', // what the new parts are
  'xl/workbook.xml', // the sheet in the list, and its print titles
  'xl/_rels/workbook.xml.rels', // where the sheet is
  'xl/styles.xml', // its formats, appended
];

/** What the new sheet brings. */
const added = [
  'xl/worksheets/sheet6.xml',
  'xl/worksheets/_rels/sheet6.xml.rels',
  'xl/drawings/drawing4.xml',
  'xl/drawings/_rels/drawing4.xml.rels',
  'xl/charts/chart3.xml',
  'xl/charts/chart4.xml',
];

async function withResult(bytes: Uint8Array): Promise<Uint8Array> {
  const workbook = opened(bytes);
  const receipt = await workbook.write({ ...noChange, sheets: [result] });
  expect(receipt).toEqual({ ok: true, value: { sheets: ['SOP Plan'], warnings: [] } });
  return workbook.save();
}

const entriesOf = (bytes: Uint8Array) =>
  new Map(readZip(bytes, defaultLimits).entries.map((entry) => [entry.name, entry]));

describe('A result sheet in a workbook that holds everything', () => {
  test('saves a workbook that nothing was written to byte for byte', () => {
    expect(Buffer.from(opened(source).save()).equals(Buffer.from(source))).toBe(true);
  });

  test('touches the parts it must and copies the compressed bytes of all others', async () => {
    const before = entriesOf(source);
    const after = entriesOf(await withResult(source));
    expect([...after.keys()]).toEqual([...before.keys(), ...[...after.keys()].filter((name) => !before.has(name))]);
    expect([...after.keys()].filter((name) => !before.has(name)).sort()).toEqual([...added].sort());
    const changed: string[] = [];
    for (const [name, entry] of before) {
      const same = after.get(name);
      if (!same) throw new Error(`${name} is gone.`);
      if (!Buffer.from(entry.localRecord).equals(Buffer.from(same.localRecord))) changed.push(name);
    }
    expect(changed.sort()).toEqual([...touched].sort());
  });

  test('adds to the touched parts and changes nothing that stood in them', async () => {
    const before = unpacked(source);
    const after = unpacked(await withResult(source));
    for (const name of touched) {
      const allKept = pieces(before[name]).every((piece) => after[name].includes(piece));
      expect({ name, allKept }).toEqual({ name, allKept: true });
    }
    expect(after['xl/workbook.xml']).toContain(
      '<calcPr calcId="124519" calcMode="manual" fullCalcOnLoad="0" iterate="1"/>',
    );
    expect(after['xl/workbook.xml']).toMatch(
      /name="Chart1" sheetId="6"[^>]*\/><sheet name="SOP Plan" sheetId="7" xmlns:r=/,
    );
    expect(after['xl/workbook.xml']).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="6">'SOP Plan'!$A:$A,'SOP Plan'!$3:$3</definedName>`,
    );
  });

  test('is well-formed, and every part is known and led to', async () => {
    const bytes = await withResult(source);
    expectWellFormed(bytes);
    expectConsistentPackage(bytes);
  });

  test('overwrites the sheet on the second run and keeps its ids', async () => {
    const first = await withResult(source);
    const second = await withResult(first);
    const before = unpacked(first);
    const after = unpacked(second);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(after['xl/workbook.xml']).toBe(before['xl/workbook.xml']);
    expect(after['xl/styles.xml']).toBe(before['xl/styles.xml']);
    expect(after).toEqual(before);
  });

  test('leaves no orphan when the second result has no charts', async () => {
    const workbook = opened(await withResult(source));
    await workbook.write({ ...noChange, sheets: [{ ...result, charts: [], print: null }] });
    const after = unpacked(workbook.save());
    expect(Object.keys(after).sort()).toEqual([...Object.keys(unpacked(source)), 'xl/worksheets/sheet6.xml'].sort());
    expect(after['xl/workbook.xml']).not.toContain('SOP Plan!');
    expectConsistentPackage(workbook.save());
  });

  test('is gone after removal, with the workbook part as it was', async () => {
    const workbook = opened(await withResult(source));
    const receipt = await workbook.write({ ...noChange, removeSheets: ['SOP Plan'] });
    expect(receipt.ok).toBe(true);
    const before = unpacked(source);
    const { 'xl/styles.xml': styles, ...after } = unpacked(workbook.save());
    const { 'xl/styles.xml': formerStyles, ...others } = before;
    expect(after).toEqual(others);
    expect(styles.length).toBeGreaterThan(formerStyles.length);
  });

  test('reads the same inputs after as before', async () => {
    const names = ['demand', 'capacity', 'unitcost', 'rate', 'localname'];
    const before = await contentOf(opened(source), { names });
    const after = await contentOf(opened(await withResult(source)), { names });
    expect(after.names).toEqual(before.names);
    expect(after.sheets).toEqual([...before.sheets, 'SOP Plan']);
  });

  test('changes nothing at all when the write is refused', async () => {
    const workbook = opened(source);
    const outcome = await workbook.write({ ...noChange, sheets: [result, { ...result, name: 'Chart1' }] });
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    expect(Buffer.from(workbook.save()).equals(Buffer.from(source))).toBe(true);
  });
});

/** Tags and texts of a part, other than the counts that appending changes and the closing tags of lists. */
function pieces(xml: string): string[] {
  return (xml.match(/<[^>]*>[^<]*/g) ?? []).filter((piece) => !/ count="\d+"/.test(piece));
}
