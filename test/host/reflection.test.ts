import { hostObject, isHostObject, readOnly, type HostObject } from './host-object';
import { openNodeHost } from './node-host';
import { service } from './objects/services';
import { workbook } from './objects/workbook';
import { inventedMembers } from './office-metadata';
import type { OpenWorkbook } from './open-workbook';

const host = openNodeHost({
  sheets: [
    {
      name: 'Data',
      cells: {
        A1: [
          ['Item', 'Jan'],
          ['Apples', 10],
        ],
      },
    },
  ],
  names: [
    { name: 'Demand', refersTo: 'Data!$B$2' },
    { name: 'Local', refersTo: '=0.25', scope: 'Data' },
  ],
  tables: [{ name: 'Table1', address: 'Data!A1:B2' }],
  settings: { mapping: 'x' },
  customXmlParts: ['<a xmlns="urn:a"/>'],
});

/** One object of every class that can be reached, and some that only methods give. */
function reachable(book: OpenWorkbook): Map<string, HostObject[]> {
  const found = new Map<string, HostObject[]>();
  const visit = (object: unknown): void => {
    if (!isHostObject(object)) return;
    const known = found.get(object.className) ?? [];
    if (known.length >= 2) return;
    found.set(object.className, [...known, object]);
    for (const navigate of Object.values(object.navigation)) {
      try {
        visit(navigate());
      } catch (error) {
        // A property that this kind of object refuses, such as the custom rule of a cell-value format.
        expect(error).toHaveProperty('code');
      }
    }
    for (const item of object.items?.() ?? []) visit(item);
    if (object.className === 'Worksheet') {
      visit(object.methods.GetRange('A1:B2'));
      visit(object.methods.GetRanges('A1:B2,D4'));
    }
    if (object.className === 'CustomXmlPartCollection') visit(object.methods.GetByNamespace('urn:a'));
  };
  const root = workbook(book);
  const sheet = root.navigation.Worksheets()?.item?.('Data');
  const area = sheet?.methods.GetRange('A1:B2');
  if (!sheet || !isHostObject(area)) throw new Error('The sample workbook has no sheet.');
  sheet.navigation.Charts()?.methods.Add('ColumnStacked', area);
  area.navigation.ConditionalFormats()?.methods.Add('CellValue');
  area.navigation.ConditionalFormats()?.methods.Add('Custom');
  visit(root);
  return found;
}

describe('the emulated object model', () => {
  const classes = reachable(host.book);

  it.each([...classes])('%s has no member that Office.js does not know', (_, objects) => {
    const namespace: Record<string, unknown> = { ...Excel };
    expect(objects.flatMap((object) => inventedMembers(object, namespace))).toEqual([]);
  });

  it.each(['Microsoft.AppRuntime.AppRuntimeService', 'Microsoft.AppRuntime.AppRuntimePersistenceService'])(
    '%s has no member that Office.js does not know',
    (name) => {
      const namespace: Record<string, unknown> = { ...Reflect.get(globalThis, 'OfficeCore') };
      expect(inventedMembers(service(host.book, name), namespace)).toEqual([]);
    },
  );

  it('would be caught inventing one', () => {
    const wrong = hostObject('PageLayout', {
      scalars: { Invented: readOnly(() => 1) },
      navigation: { Range: () => null },
      methods: { GetEverything: () => null },
      items: () => [],
    });
    const readOnlyName = hostObject('Workbook', { scalars: { Name: { get: () => '', set: () => undefined } } });
    expect([...inventedMembers(wrong, { ...Excel }), ...inventedMembers(readOnlyName, { ...Excel })]).toEqual([
      'PageLayout.Invented is no property.',
      'PageLayout.Range is no navigation property.',
      'PageLayout.GetEverything is no method.',
      'PageLayout.items is not there: no collection.',
      'Workbook.Name is read-only.',
    ]);
  });

  it('reaches every class an adapter needs', () => {
    const needed =
      'Application Workbook Worksheet Range RangeAreas RangeFormat NamedItem Table TableColumn Setting CustomXmlPart Chart ChartSeries ' +
      'ChartAxis ConditionalFormat PageLayout WorksheetFreezePanes WorksheetProtection WorkbookProtection Runtime';
    expect([...classes.keys()]).toEqual(expect.arrayContaining(needed.split(' ')));
  });
});
