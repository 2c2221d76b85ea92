import { openNodeHost } from './node-host';
import type { WorkbookData } from './workbook-data';

const data: WorkbookData = {
  sheets: [
    {
      name: 'Data',
      cells: {
        A1: [
          ['Item', 'Jan', 'Feb'],
          ['Apples', 10, 20],
        ],
        A3: 'Total',
        B3: [['=SUM(B2:B2)', '=SUM(C2:C2)*Rate']],
        E1: { value: 45_292, numberFormat: 'mmm-yy' },
        E2: '#N/A',
        E3: { value: '=1+1', text: true },
      },
    },
    { name: 'My notes', visibility: 'Hidden' },
  ],
  names: [
    { name: 'Demand', refersTo: 'Data!$B$2:$C$2' },
    { name: 'Rate', refersTo: '=0.5' },
    { name: 'Lost', refersTo: '=#REF!$A$1' },
    { name: 'Two', refersTo: '=Data!$A$1,Data!$C$1' },
    { name: 'Local', refersTo: '={1,2;3,4}', scope: 'Data' },
  ],
  tables: [{ name: 'Items', address: 'Data!A1:C2' }],
};

describe('the unmodified Office.js on the emulated host in Node', () => {
  it('reads values, formulas, formats and types in one sync, and takes what is asked of a null object as null', async () => {
    const host = openNodeHost(data);
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Data').getUsedRangeOrNullObject(true);
      range.load('address,values,formulas,numberFormat,text,valueTypes,rowCount,columnCount');
      const missing = context.workbook.worksheets.getItemOrNullObject('Nowhere').getRange('A1');
      missing.load('values');
      await context.sync();
      expect(missing.isNullObject).toBe(true);
      expect(range.toJSON()).toEqual({
        address: 'Data!A1:E3',
        rowCount: 3,
        columnCount: 5,
        values: [
          ['Item', 'Jan', 'Feb', '', 45_292],
          ['Apples', 10, 20, '', '#N/A'],
          ['Total', 10, 10, '', '=1+1'],
        ],
        formulas: [
          ['Item', 'Jan', 'Feb', '', 45_292],
          ['Apples', 10, 20, '', '#N/A'],
          ['Total', '=SUM(B2:B2)', '=SUM(C2:C2)*Rate', '', '=1+1'],
        ],
        numberFormat: [
          ['General', 'General', 'General', 'General', 'mmm-yy'],
          ['General', 'General', 'General', 'General', 'General'],
          ['General', 'General', 'General', 'General', 'General'],
        ],
        text: [
          ['Item', 'Jan', 'Feb', '', 'Jan-24'],
          ['Apples', '10', '20', '', '#N/A'],
          ['Total', '10', '10', '', '=1+1'],
        ],
        valueTypes: [
          ['String', 'String', 'String', 'Empty', 'Double'],
          ['String', 'Double', 'Double', 'Empty', 'Error'],
          ['String', 'Double', 'Double', 'Empty', 'String'],
        ],
      });
    });
    expect(host.syncs()).toBe(1);
  });

  it('recalculates what depends on a write, and keeps a range across syncs until the add-in lets it go', async () => {
    const host = openNodeHost(data);
    const total = await Excel.run(async (context) => {
      const demand = context.workbook.names.getItem('demand').getRange();
      demand.load('address');
      const result = context.workbook.worksheets.getItem('Data').getRange('B3:C3');
      await context.sync();
      demand.values = [[7, 8]];
      result.load('values');
      await context.sync();
      return result.values;
    });
    expect(total).toEqual([[7, 4]]);
    expect(host.requests.map(({ purpose }) => purpose)).toEqual(['sync', 'sync', 'cleanup']);
    expect(host.book.references.size).toBe(0);
    expect(host.snapshot().sheets[0].cells.C3).toMatchObject({ value: 4, formula: '=SUM(C2:C2)*Rate' });
  });

  it('enters text, numbers, formulas and escaped text as if typed', async () => {
    const host = openNodeHost({ sheets: [{ name: 'S' }] });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('S');
      sheet.getRange('A1:G1').values = [["'=1+1", '=1+1', '12.5', '-5', 'TRUE', '', "'+4"]];
      sheet.getRange('A2').numberFormat = [['@']];
      sheet.getRange('A2').values = [['=1+1']];
      await context.sync();
    });
    expect(host.snapshot().sheets[0].cells).toMatchObject({
      A1: { value: '=1+1', text: true },
      B1: { value: 2, formula: '=1+1' },
      C1: { value: 12.5 },
      D1: { value: -5 },
      E1: { value: true },
      G1: { value: '+4', text: true },
      A2: { value: '=1+1', text: true },
    });
  });

  it('calculates names, table columns, truth values and errors in formulas', async () => {
    const host = openNodeHost({
      ...data,
      sheets: [
        ...data.sheets,
        {
          name: 'Checks',
          cells: {
            A1: [
              ['=SUM(Demand)*Rate', '=SUM(Items[Jan])', '=IF(A1=15,TRUE,"FALSE")', '=1/0', '=Data!Z99', '=NOSUCH(1)'],
            ],
            A2: { formula: '=NOSUCH(1)', value: 7 },
          },
        },
      ],
    });
    expect(host.snapshot().sheets[2].cells).toMatchObject({
      A1: { value: 15 },
      B1: { value: 10 },
      C1: { value: true },
      D1: { value: '#DIV/0!' },
      E1: { value: 0 },
      F1: { value: '#NAME?' },
      A2: { value: 7 },
    });
  });

  it('takes a block of 100 by 52 although Office.js sends it in chunks', async () => {
    const host = openNodeHost({ sheets: [{ name: 'S' }] });
    const values = Array.from({ length: 100 }, (_, i) => Array.from({ length: 52 }, (__, j) => i * 52 + j));
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('S').getRangeByIndexes(0, 0, 100, 52);
      range.values = values;
      await context.sync();
      range.load('values');
      await context.sync();
      expect(range.values).toEqual(values);
    });
    expect(host.requests[0].calls.filter(({ member }) => member === 'Range.Values').length).toBeGreaterThan(1);
  });

  it('lists names of both scopes with their meaning, and tables with their columns', async () => {
    openNodeHost(data);
    await Excel.run(async (context) => {
      const names = context.workbook.names.load('items/name,items/type,items/value,items/scope');
      const local = context.workbook.worksheets
        .getItem('Data')
        .names.getItem('Local')
        .load('type,formula,arrayValues/values');
      const two = context.workbook.names.getItem('Two').getRangeOrNullObject();
      const tables = context.workbook.tables.load('items/name,items/worksheet/name,items/columns/items/name');
      const body = context.workbook.tables.getItem('items').getDataBodyRange().load('address');
      await context.sync();
      expect(names.items.map(({ name, type, value, scope }) => [name, type, value, scope])).toEqual([
        ['Demand', 'Range', 'Data!$B$2:$C$2', 'Workbook'],
        ['Rate', 'Double', 0.5, 'Workbook'],
        ['Lost', 'Error', '#REF!', 'Workbook'],
        ['Two', 'Error', '#VALUE!', 'Workbook'],
      ]);
      expect(two.isNullObject).toBe(true);
      expect([local.type, local.arrayValues.values]).toEqual([
        'Array',
        [
          [1, 2],
          [3, 4],
        ],
      ]);
      expect(tables.items.map((table) => [table.name, table.worksheet.name])).toEqual([['Items', 'Data']]);
      expect(tables.items[0].columns.items.map(({ name }) => name)).toEqual(['Item', 'Jan', 'Feb']);
      expect(body.address).toBe('Data!A2:C2');
    });
  });

  it('writes a sheet with formats, chart, frozen panes and page layout in one sync', async () => {
    const host = openNodeHost(data);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('SOP Plan');
      const block = sheet.getRange('A1:C3');
      block.values = [
        ['Period', 'Load', 'Capacity'],
        ['Jan', 5, 9],
        ['Feb', 7, 9],
      ];
      block.getRow(0).format.fill.color = '#dddddd';
      block.getRow(0).format.font.bold = true;
      block.getRow(0).format.borders.getItem('EdgeBottom').style = 'Continuous';
      block.format.columnWidth = 80;
      const chart = sheet.charts.add('ColumnStacked', block, 'Columns');
      chart.name = 'Load';
      chart.title.text = 'Load against capacity';
      const line = chart.series.getItemAt(1);
      line.chartType = 'Line';
      line.format.line.color = '#FF0000';
      const added = chart.series.add('Overtime');
      added.setValues(sheet.getRange('C2:C3'));
      added.setXAxisValues(sheet.getRange('A2:A3'));
      added.axisGroup = 'Secondary';
      chart.axes.valueAxis.title.text = 'Hours';
      chart.setPosition('E1', 'J12');
      sheet.freezePanes.freezeRows(1);
      sheet.pageLayout.orientation = 'Landscape';
      sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
      sheet.pageLayout.setPrintTitleRows('$1:$1');
      const rule = block.conditionalFormats.add('CellValue');
      rule.cellValue.format.font.color = '#FF0000';
      rule.cellValue.rule = { formula1: '=0', operator: 'LessThan' };
      sheet.showGridlines = false;
      sheet.activate();
      await context.sync();
    });
    const plan = host.snapshot().sheets[2];
    expect(plan.charts).toMatchObject([
      {
        from: 'E1',
        to: 'J12',
        properties: { Name: 'Load', 'Title.Text': 'Load against capacity', 'Axes.ValueAxis.Title.Text': 'Hours' },
        series: [
          { properties: { Name: 'Load' }, values: "'SOP Plan'!$B$2:$B$3", categories: "'SOP Plan'!$A$2:$A$3" },
          { properties: { Name: 'Capacity', ChartType: 'Line', 'Format.Line.Color': '#FF0000' } },
          { properties: { Name: 'Overtime', AxisGroup: 'Secondary' }, values: "'SOP Plan'!$C$2:$C$3" },
        ],
      },
    ]);
    expect(plan).toMatchObject({
      showGridlines: false,
      frozen: '1:1',
      printTitleRows: '$1:$1',
      pageLayout: { Orientation: 'Landscape', Zoom: { horizontalFitToPages: 1 } },
      columnWidths: { 0: 80, 1: 80, 2: 80 },
      conditionalFormats: [{ type: 'CellValue', address: 'A1:C3' }],
    });
    expect(plan.formats.B1).toEqual({
      'Fill.Color': '#DDDDDD',
      'Font.Bold': true,
      'Borders.EdgeBottom.Style': 'Continuous',
    });
    expect(host.snapshot().activeSheet).toBe('SOP Plan');
    expect(host.syncs()).toBe(1);
  });

  it('sets many formats in one call, hides lines, and tells them apart when they differ', async () => {
    const host = openNodeHost({ sheets: [{ name: 'S' }] });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('S');
      sheet
        .getRange('A1:B1')
        .setCellProperties([
          [
            { format: { fill: { color: '#eeeeee' }, borders: { bottom: { style: 'Double' } } } },
            { format: { font: { bold: true } } },
          ],
        ]);
      sheet.getRange('A1:B1').setColumnProperties([{ format: { columnWidth: 90 } }, {}]);
      sheet.getRange('C1:D1').columnHidden = true;
      const fill = sheet.getRange('A1:B1').format.fill.load('color');
      const hidden = sheet.getRange('B1:C1').load('columnHidden');
      await context.sync();
      expect([fill.color, hidden.columnHidden]).toEqual([null, null]);
    });
    expect(host.snapshot().sheets[0]).toMatchObject({
      formats: { A1: { 'Fill.Color': '#EEEEEE', 'Borders.EdgeBottom.Style': 'Double' }, B1: { 'Font.Bold': true } },
      columnWidths: { 0: 90 },
      hiddenColumns: [2, 3],
    });
  });

  it('follows a renamed sheet in formulas and names, and loses a deleted one', async () => {
    const host = openNodeHost({
      sheets: [
        { name: 'Plan A', cells: { A1: 4 } },
        { name: 'Sum', cells: { A1: "='Plan A'!A1+1" } },
      ],
      names: [{ name: 'Cell', refersTo: "'Plan A'!$A$1" }],
    });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Plan A').name = 'Plan';
      await context.sync();
    });
    expect(host.snapshot()).toMatchObject({
      sheets: [{}, { cells: { A1: { formula: '=Plan!A1+1', value: 5 } } }],
      names: [{ refersTo: '=Plan!$A$1' }],
    });
    host.user.deleteSheet('Plan');
    expect(host.snapshot()).toMatchObject({
      sheets: [{ cells: { A1: { formula: '=#REF!+1', value: '#REF!' } } }],
      names: [{ refersTo: '=#REF!' }],
    });
  });

  it('keeps settings and custom XML of the workbook', async () => {
    const host = openNodeHost({ sheets: [{ name: 'S' }], settings: { mode: 'cost' } });
    await Excel.run(async (context) => {
      context.workbook.settings.add('mapping', { Demand: 'S!A1' });
      const mode = context.workbook.settings.getItemOrNullObject('mode').load('value');
      const part = context.workbook.customXmlParts.add('<plan xmlns="urn:sop"/>');
      part.setXml('<plan xmlns="urn:sop" version="2"/>');
      const found = context.workbook.customXmlParts.getByNamespace('urn:sop').getOnlyItemOrNullObject();
      const xml = found.getXml();
      await context.sync();
      expect([mode.value, xml.value]).toEqual(['cost', '<plan xmlns="urn:sop" version="2"/>']);
    });
    expect(host.snapshot().settings).toEqual({ mode: 'cost', mapping: { Demand: 'S!A1' } });
  });
});
