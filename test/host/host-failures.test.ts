import { undoBreakingCalls } from './call-log';
import { openNodeHost } from './node-host';
import { currentExcel } from './requirements';
import type { WorkbookData } from './workbook-data';

const data: WorkbookData = { sheets: [{ name: 'Data', cells: { A1: [[1, 2]] } }, { name: 'Other' }] };

/** Code of the error that a batch ends with, or `none`. */
async function codeOf(batch: (context: Excel.RequestContext) => Promise<void>): Promise<string> {
  try {
    await Excel.run(batch);
    return 'none';
  } catch (error) {
    return error instanceof OfficeExtension.Error ? error.code : String(error);
  }
}

const writeA1 = async (context: Excel.RequestContext) => {
  context.workbook.worksheets.getItem('Data').getRange('A1').values = [[5]];
  await context.sync();
};

describe('what the emulated host refuses', () => {
  it('a missing item', async () => {
    openNodeHost(data);
    const code = await codeOf(async (context) => {
      context.workbook.worksheets.getItem('Nowhere').load('name');
      await context.sync();
    });
    expect(code).toBe('ItemNotFound');
  });

  it('a member that exists in Office.js but is not emulated', async () => {
    openNodeHost(data);
    const code = await codeOf(async (context) => {
      context.workbook.worksheets.getItem('Data').autoFilter.load('enabled');
      await context.sync();
    });
    expect(code).toBe('ApiNotFound');
  });

  it('a member that this Excel does not have yet', async () => {
    openNodeHost(data, { ...currentExcel, ExcelApi: '1.3' });
    const code = await codeOf(async (context) => {
      context.workbook.worksheets.getItem('Data').getUsedRangeOrNullObject().load('values');
      await context.sync();
    });
    expect(code).toBe('ApiNotFound');
  });

  it('values of another shape than the range', async () => {
    const host = openNodeHost(data);
    const code = await codeOf(async (context) => {
      context.workbook.worksheets.getItem('Data').getRange('A1:B1').values = [[5, 6, 7]];
      await context.sync();
    });
    expect([code, host.snapshot().sheets[0].cells.A1.value]).toEqual(['InvalidArgument', 1]);
  });

  it('locked cells of a protected sheet, but not unlocked ones', async () => {
    const host = openNodeHost({
      sheets: [
        { name: 'Data', isProtected: true, cells: { A1: 1, B1: { value: 2, format: { 'Protection.Locked': false } } } },
      ],
    });
    expect(await codeOf(writeA1)).toBe('AccessDenied');
    const unlocked = await codeOf(async (context) => {
      context.workbook.worksheets.getItem('Data').getRange('B1').values = [[5]];
      await context.sync();
    });
    expect([unlocked, host.snapshot().sheets[0].cells.B1.value]).toEqual(['none', 5]);
  });

  it('a new sheet while the structure is protected', async () => {
    const host = openNodeHost({ ...data, structureProtected: true });
    const code = await codeOf(async (context) => {
      context.workbook.protection.load('protected');
      await context.sync();
      expect(context.workbook.protection.protected).toBe(true);
      context.workbook.worksheets.add('SOP Plan');
      await context.sync();
    });
    expect([code, host.snapshot().sheets.length]).toEqual(['AccessDenied', 2]);
  });

  it('a sheet name that is taken, too long or has forbidden characters', async () => {
    openNodeHost(data);
    const add = (name: string) =>
      codeOf(async (context) => {
        context.workbook.worksheets.add(name);
        await context.sync();
      });
    expect(await add('data')).toBe('ItemAlreadyExists');
    expect(await add('x'.repeat(32))).toBe('InvalidArgument');
    expect(await add('a/b')).toBe('InvalidArgument');
  });

  it('every request while a cell is edited, unless the add-in waits for its end', async () => {
    const host = openNodeHost(data);
    host.user.startCellEdit();
    expect(await codeOf(writeA1)).toBe('InvalidOperationInCellEditMode');
    const waiting = Excel.run({ delayForCellEdit: true }, writeA1);
    expect(host.snapshot().sheets[0].cells.A1.value).toBe(1);
    host.user.endCellEdit();
    await waiting;
    expect(host.snapshot().sheets[0].cells.A1.value).toBe(5);
  });

  it('a request of more than 5 MB, and an answer of more than 5 MB', async () => {
    const host = openNodeHost({ sheets: [{ name: 'Data', cells: { A1: 'x'.repeat(30_000) } }] });
    const tooLarge = await codeOf(async (context) => {
      const block = Array.from({ length: 200 }, () => ['x'.repeat(30_000)]);
      context.workbook.worksheets.getItem('Data').getRange('A1:A200').values = block;
      await context.sync();
    });
    const longAnswer = await codeOf(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Data');
      for (let i = 0; i < 200; i += 1) sheet.getRange('A1').load('values');
      await context.sync();
    });
    expect([tooLarge, longAnswer]).toEqual(['RequestPayloadSizeLimitExceeded', 'ResponsePayloadSizeLimitExceeded']);
    expect(host.requests.map(({ error }) => error)).toContain('RequestPayloadSizeLimitExceeded');
  });
});

describe('failures that a test prepares', () => {
  it('fail the chosen call, keep what the batch did before, and then let the same call pass', async () => {
    const host = openNodeHost(data);
    host.faults.failCall('Range.Values', 'Conflict', { after: 1 });
    const both = async (context: Excel.RequestContext) => {
      const sheet = context.workbook.worksheets.getItem('Data');
      sheet.getRange('A1').values = [[7]];
      sheet.getRange('B1').values = [[8]];
      await context.sync();
    };
    expect(await codeOf(both)).toBe('Conflict');
    expect(host.snapshot().sheets[0].cells).toMatchObject({ A1: { value: 7 }, B1: { value: 2 } });
    expect(await codeOf(both)).toBe('none');
    expect(host.snapshot().sheets[0].cells).toMatchObject({ A1: { value: 7 }, B1: { value: 8 } });
  });

  it('refuse a whole request', async () => {
    const host = openNodeHost(data);
    host.faults.refuseRequest('InvalidOrTimedOutSession');
    expect(await codeOf(writeA1)).toBe('InvalidOrTimedOutSession');
    expect(host.snapshot().sheets[0].cells.A1.value).toBe(1);
  });

  it('tell the member that failed', async () => {
    openNodeHost(data);
    await expect(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Data').getRange('A1').values = [[1, 2]];
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'InvalidArgument', debugInfo: { errorLocation: 'Range.Values' } });
  });
});

describe('the log of calls', () => {
  it('shows calls that break undo', async () => {
    const host = openNodeHost(data);
    await Excel.run(async (context) => {
      context.workbook.worksheets.add('SOP Plan').getRange('A1').values = [[1]];
      await context.sync();
    });
    expect(undoBreakingCalls(host.requests)).toEqual([]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Other').delete();
      context.workbook.worksheets.getItem('Data').name = 'Renamed';
      await context.sync();
    });
    expect(undoBreakingCalls(host.requests)).toEqual(['call Worksheet.Delete', 'set Worksheet.Name']);
  });
});
