import { openNodeHost } from './node-host';
import type { FunctionMetadata } from './custom-function-metadata';

const metadata: FunctionMetadata = {
  functions: [
    {
      id: 'DOUBLE',
      name: 'DOUBLE',
      parameters: [
        { name: 'values', type: 'number', dimensionality: 'matrix' },
        { name: 'factor', type: 'number', optional: true },
      ],
      result: { dimensionality: 'matrix' },
    },
    { id: 'WAIT', name: 'WAIT', parameters: [], options: { cancelable: true } },
    { id: 'TICK', name: 'TICK', parameters: [], options: { stream: true } },
    { id: 'FAIL', name: 'FAIL', parameters: [{ name: 'code', type: 'string' }] },
  ],
};

/** Opens a workbook and an add-in with three functions. */
function open(cells: Record<string, string | number> = {}) {
  const host = openNodeHost({
    sheets: [{ name: 'Data', cells: { A1: [[1, 2, 3]], ...cells } }],
    names: [{ name: 'Demand', refersTo: 'Data!$A$1:$C$1' }],
  });
  const calls: unknown[] = [];
  const cancelled: string[] = [];
  CustomFunctions.associate('DOUBLE', (values: number[][], factor: number | null) => {
    calls.push([values, factor]);
    return values.map((row) => row.map((value) => value * (factor ?? 2)));
  });
  CustomFunctions.associate('WAIT', (invocation: CustomFunctions.CancelableInvocation) => {
    invocation.onCanceled = () => void cancelled.push(invocation.functionName ?? '');
    return new Promise(() => undefined);
  });
  CustomFunctions.associate('FAIL', async (code: string) => {
    const known =
      code === 'infeasible' ? CustomFunctions.ErrorCode.notAvailable : CustomFunctions.ErrorCode.invalidValue;
    throw new CustomFunctions.Error(known, 'No plan satisfies the limits.');
  });
  host.customFunctions.register('SOP', metadata);
  return { host, calls, cancelled };
}

/** Lets calls and their results pass: Office.js gathers results for 50 ms, and sends them at most every 500 ms. */
const results = () => new Promise((resolve) => setTimeout(resolve, 700));

describe('custom functions', () => {
  it('give their values, with null for an argument that is left out', async () => {
    const { host, calls } = open();
    const call = host.customFunctions.invoke('SOP.DOUBLE', [[[1, 2]], null]);
    expect(await call.outcome).toEqual({ kind: 'values', values: [[2, 4]] });
    expect(calls).toEqual([[[[1, 2]], null]]);
  });

  it('give an error value with its message', async () => {
    const { host } = open();
    expect(await host.customFunctions.invoke('SOP.FAIL', ['infeasible']).outcome).toEqual({
      kind: 'error',
      code: '#N/A',
      message: 'No plan satisfies the limits.',
    });
  });

  it('are told when nobody waits any more', async () => {
    const { host, cancelled } = open();
    host.customFunctions.invoke('SOP.WAIT', []).cancel();
    await results();
    expect(cancelled).toEqual(['WAIT']);
  });

  it('spill from a cell, and again when the cells they read or a name change', async () => {
    const { host, calls } = open({ A3: '=SOP.DOUBLE(Demand)', E3: '=SUM(A3:C3)' });
    expect(host.snapshot().sheets[0].cells.A3.value).toBe('#BUSY!');
    await host.customFunctions.idle();
    expect(host.snapshot().sheets[0].cells).toMatchObject({
      A3: { value: 2, formula: '=SOP.DOUBLE(Demand)' },
      B3: { value: 4 },
      C3: { value: 6 },
      E3: { value: 12 },
    });
    host.user.enter('Data!A1', 10);
    host.user.enter('Data!H9', 'elsewhere');
    await host.customFunctions.idle();
    expect(host.snapshot().sheets[0].cells).toMatchObject({ A3: { value: 20 }, E3: { value: 30 } });
    expect(calls).toHaveLength(2);
  });

  it('show #SPILL! when cells are in the way, and #VALUE! for arguments of the wrong kind', async () => {
    const { host } = open({ A3: '=SOP.DOUBLE(A1:C1)', B3: 'in the way', A5: '=SOP.DOUBLE("x")', A6: '=SOP.NONE()' });
    await host.customFunctions.idle();
    expect(host.snapshot().sheets[0].cells).toMatchObject({
      A3: { value: '#SPILL!' },
      A5: { value: '#VALUE!' },
      A6: { value: '#NAME?' },
    });
  });

  it('show the error in the cell, with its message beside it, and end when the formula is deleted', async () => {
    const { host, cancelled } = open({ A3: '=SOP.FAIL("infeasible")', A4: '=SOP.WAIT()' });
    await results();
    expect(host.snapshot().sheets[0].cells.A3.value).toBe('#N/A');
    expect(host.customFunctions.messages.get('Data!A3')).toBe('No plan satisfies the limits.');
    host.user.clear('Data!A4');
    await results();
    expect(cancelled).toEqual(['WAIT']);
  });

  it('that stream go on giving values until their cell changes', async () => {
    const { host } = open();
    const ticks: CustomFunctions.StreamingInvocation<number[][]>[] = [];
    const ended: string[] = [];
    CustomFunctions.associate('TICK', (invocation: CustomFunctions.StreamingInvocation<number[][]>) => {
      ticks.push(invocation);
      invocation.onCanceled = () => void ended.push('ended');
      invocation.setResult([[1, 2]]);
    });
    const shown = () => ['A5', 'B5'].map((address) => host.snapshot().sheets[0].cells[address]?.value);
    host.user.enter('Data!A5', '=SOP.TICK()');
    await results();
    expect(shown()).toEqual([1, 2]);
    ticks[0].setResult([[3]]);
    await results();
    expect(shown()).toEqual([3, undefined]);
    host.user.clear('Data!A5');
    await results();
    expect([shown(), ended]).toEqual([[undefined, undefined], ['ended']]);
  });
});
