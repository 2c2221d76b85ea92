import type { DeskMessage, DeskReply } from '../../src/planning-worker/desk-wire';
import { remoteDesk } from '../../src/planning-worker/remote-desk';
import type { DeskPort } from '../../src/planning-worker/remote-desk';
import { Refusal } from '../../src/workbook/refusal';

/** The page's side of a desk whose workers are played by the test, the latest one last. */
function played() {
  const workers: { readonly port: DeskPort; readonly heard: DeskMessage[]; isTerminated: boolean }[] = [];
  const solvers: { readonly port: MessagePort; readonly die: (message: string) => void; isTerminated: boolean }[] = [];
  const desk = remoteDesk({
    startDesk: () => {
      const worker = {
        heard: [] as DeskMessage[],
        isTerminated: false,
        port: {
          postMessage: (message: DeskMessage) => void worker.heard.push(structuredClone(message)),
          terminate: () => void (worker.isTerminated = true),
          onmessage: null,
          onerror: null,
        } as DeskPort,
      };
      workers.push(worker);
      return worker.port;
    },
    startSolver: (port, die) => {
      const solver = { port, die, isTerminated: false };
      solvers.push(solver);
      return { terminate: () => void (solver.isTerminated = true) };
    },
  });
  const worker = () => workers[workers.length - 1];
  return {
    desk,
    workers,
    solvers,
    worker,
    say: (reply: DeskReply) => worker().port.onmessage?.({ data: reply }),
    /** Answers the latest call. */
    answer: (value: unknown) => {
      const last = worker().heard[worker().heard.length - 1];
      if (!('id' in last)) throw new Error('Nothing was asked.');
      worker().port.onmessage?.({ data: { kind: 'answer', id: last.id, value } });
    },
    die: (message?: string) => worker().port.onerror?.({ message }),
  };
}

const file = { kind: 'file' } as const;
const request = { mode: null, scenario: null, options: {}, runDate: '2026-01-31T12:00:00' };
const bytes = (...values: number[]) => new Uint8Array(values);

it('answers calls in any order, each with its own answer', async () => {
  const { desk, worker, say } = played();
  const [first, second] = [desk.reportText(), desk.networkRows('Plant')];
  const [one, other] = worker().heard;
  expect([one, other]).toMatchObject([{ name: 'reportText' }, { name: 'networkRows', args: ['Plant'] }]);
  if (!('id' in one) || !('id' in other)) throw new Error('These are no calls.');
  say({ kind: 'answer', id: other.id, value: [] });
  say({ kind: 'answer', id: one.id, value: 'report' });
  expect(await Promise.all([first, second])).toEqual(['report', []]);
});

it('tells of better plans only whoever runs, and sends no listener over the wire', async () => {
  const { desk, worker, say, answer } = played();
  const heard: number[] = [];
  const run = desk.plan(file, request, ({ totalCost }) => heard.push(totalCost));
  expect(worker().heard).toMatchObject([{ name: 'plan', args: [file, request] }]);
  say({ kind: 'better', best: { totalCost: 10, gap: 0.1 } });
  answer({ kind: 'cancelled' });
  expect(await run).toEqual({ kind: 'cancelled' });
  expect(heard).toEqual([10]);
});

describe('when the worker dies', () => {
  it('runs end with the reason', async () => {
    const { desk, die } = played();
    const [run, comparison] = [desk.plan(file, request), desk.comparePlanners(file, { ...request, presets: [] })];
    die('out of memory');
    const died = { kind: 'died', message: 'out of memory' };
    expect(await Promise.all([run, comparison])).toEqual([died, died]);
  });

  it('what was to be read or written is refused with a remedy', async () => {
    const { desk, die } = played();
    const asked = [desk.inspect(file), desk.writePlanSheet(), desk.drawPlanSheet(), desk.openFile(bytes(1))];
    die('out of memory');
    const refused = {
      ok: false,
      error: { kind: 'other', message: 'The background work stopped (out of memory). Run again.' },
    };
    expect(await Promise.all(asked)).toEqual(asked.map(() => refused));
  });

  it('in the middle of a write, the write is refused, so that it is taken back', async () => {
    const { desk, die } = played();
    const block = desk.planSheetBlock(1);
    die();
    await expect(block).rejects.toBeInstanceOf(Refusal);
  });

  it('its solvers go too, and the next call has a new worker with the file as it was last written', async () => {
    const { desk, workers, worker, solvers, say, answer, die } = played();
    const opened = desk.openFile(bytes(1, 2));
    answer({ ok: true, value: undefined });
    await opened;
    const written = desk.writePlanSheet();
    answer({ ok: true, value: { sheets: ['SOP Plan'], warnings: [], bytes: bytes(3) } });
    await written;
    const { port1, port2 } = new MessageChannel();
    say({ kind: 'startSolver', solver: 1, port: port2 });
    die();
    expect([workers[0].isTerminated, solvers[0].isTerminated]).toEqual([true, true]);
    const read = desk.reportText();
    expect(workers).toHaveLength(2);
    expect(worker().heard).toMatchObject([{ name: 'openFile', args: [bytes(3)] }, { name: 'reportText' }]);
    answer('report');
    expect(await read).toBe('report');
    port1.close();
  });

  it('a cancellation wakes no new one', async () => {
    const { desk, workers, die } = played();
    void desk.reportText().catch(() => undefined);
    die();
    await desk.cancel({ keepBest: false });
    expect(workers).toHaveLength(1);
  });
});

it('throws a mistake on, whatever was asked for', async () => {
  const { desk, worker, say } = played();
  const run = desk.plan(file, request);
  const [call] = worker().heard;
  if ('id' in call) say({ kind: 'mistake', id: call.id, message: 'no such row' });
  await expect(run).rejects.toThrow('no such row');
});

it('starts and ends solvers for the desk, and tells it when one has died', () => {
  const { desk, solvers, worker, say } = played();
  void desk.warmUp();
  const { port1, port2 } = new MessageChannel();
  say({ kind: 'startSolver', solver: 7, port: port2 });
  expect(solvers[0].port).toBe(port2);
  solvers[0].die('stack overflow');
  expect(worker().heard[1]).toEqual({ name: 'solverDied', solver: 7, message: 'stack overflow' });
  say({ kind: 'endSolver', solver: 7 });
  expect(solvers[0].isTerminated).toBe(true);
  port1.close();
});
