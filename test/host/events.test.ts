import { openNodeHost } from './node-host';

/** Lets the messages to the add-in arrive. */
const arrival = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('events', () => {
  it('tell of cells that the user, the add-in or a co-author changes, until the handler is removed', async () => {
    const host = openNodeHost({ sheets: [{ name: 'Data', cells: { A1: 1 } }, { name: 'Other' }] });
    const seen: string[] = [];
    const handler = await Excel.run(async (context) => {
      const added = context.workbook.worksheets.onChanged.add(async ({ address, source, triggerSource }) => {
        seen.push(`${address} ${source} ${triggerSource}`);
      });
      await context.sync();
      return added;
    });
    host.user.enter('Data!B2', 5);
    host.user.enter('Other!A1', [[1, 2]], 'Remote');
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Data').getRange('C3:C4').values = [[1], [2]];
      await context.sync();
    });
    await arrival();
    expect(seen).toEqual(['B2 Local Unknown', 'A1:B1 Remote Unknown', 'C3:C4 Local ThisLocalAddin']);
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    host.user.enter('Data!B2', 6);
    await arrival();
    expect(seen).toHaveLength(3);
    expect(host.book.listeners.size).toBe(0);
  });

  it('tell of calculation and selection on the sheet they were asked for', async () => {
    const host = openNodeHost({ sheets: [{ name: 'Data', cells: { A1: 1, B1: '=A1*2' } }, { name: 'Other' }] });
    const seen: string[] = [];
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Data').load('id');
      await context.sync();
      sheet.onSelectionChanged.add(async ({ address }) => void seen.push(`selected ${address}`));
      context.workbook.worksheets.onCalculated.add(async ({ worksheetId }) => {
        seen.push(worksheetId === sheet.id ? 'calculated' : 'calculated elsewhere');
      });
      await context.sync();
    });
    host.user.select('Data!B2:C3');
    host.user.select('Other!A1');
    host.user.enter('Data!A1', 4);
    await arrival();
    expect(seen).toEqual(['selected B2:C3', 'calculated']);
    expect(host.snapshot().sheets[0].cells.B1.value).toBe(8);
  });

  it('do not come while the add-in has switched them off', async () => {
    const host = openNodeHost({ sheets: [{ name: 'Data' }] });
    const seen: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async ({ address }) => void seen.push(address));
      await context.sync();
      context.runtime.enableEvents = false;
      context.workbook.worksheets.getItem('Data').getRange('A1').values = [[1]];
      await context.sync();
      context.runtime.enableEvents = true;
      await context.sync();
    });
    host.user.enter('Data!A2', 1);
    await arrival();
    expect(seen).toEqual(['A2']);
  });
});
