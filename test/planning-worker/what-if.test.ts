import type { ProblemChange } from '../../src/planning';
import type { WorkerReply, WorkerRequest } from '../../src/planning-worker/messages';
import type { WorkerPort } from '../../src/planning-worker/planner';
import { openWhatIf } from '../../src/planning-worker/what-if';
import { threeSkus } from '../planning/three-skus';

/** What the worker sees of the browser. */
interface Scope {
  onmessage: ((event: { readonly data: WorkerRequest }) => void) | null;
  postMessage: (reply: WorkerReply) => void;
}

let scope: Scope;
let port: WorkerPort;
let sent: WorkerRequest[];
let terminated: boolean;

beforeAll(async () => {
  scope = { onmessage: null, postMessage: () => undefined };
  Object.assign(globalThis, { self: scope });
  await import('../../src/planning-worker/worker');
});

/* The worker's own code on a wire that clones, as the browser's does; only the thread is missing. */
function startWorker(): WorkerPort {
  sent = [];
  terminated = false;
  port = {
    postMessage(request) {
      sent.push(request);
      scope.onmessage?.({ data: structuredClone(request) });
    },
    terminate: () => void (terminated = true),
    onmessage: null,
    onerror: null,
  };
  scope.postMessage = (reply) => port.onmessage?.({ data: structuredClone(reply) });
  return port;
}

const capacity = (amount: number): ProblemChange[] => [
  { input: 'Capacity', members: null, periods: null, by: 'value', amount },
];

it('answers a change with its plan', async () => {
  const whatIf = openWhatIf(startWorker, threeSkus(15000));
  expect(await whatIf.ask(capacity(14000))).toMatchObject({
    kind: 'answered',
    outcome: { kind: 'planned', cost: { total: 2200292 } },
  });
  expect(await whatIf.ask(capacity(12000))).toMatchObject({ kind: 'answered', outcome: { kind: 'infeasible' } });
  expect(await whatIf.ask([])).toMatchObject({ outcome: { cost: { total: 2128139 } } });
  whatIf.dispose();
});

it('lets the latest of several changes win', async () => {
  const whatIf = openWhatIf(startWorker, threeSkus(15000));
  const answers = await Promise.all([16000, 17000, 18000, 14000].map((units) => whatIf.ask(capacity(units))));
  expect(answers.map(({ kind }) => kind)).toEqual(['answered', 'overtaken', 'overtaken', 'answered']);
  expect(answers[3]).toMatchObject({ outcome: { cost: { total: 2200292 } } });
  expect(sent.filter(({ kind }) => kind === 'askWhatIf')).toHaveLength(2);
  whatIf.dispose();
});

it('ends its worker and whoever still waits', async () => {
  const whatIf = openWhatIf(startWorker, threeSkus(15000));
  const asked = whatIf.ask(capacity(14000));
  whatIf.dispose();
  expect(await asked).toEqual({ kind: 'overtaken' });
  expect(await whatIf.ask([])).toEqual({ kind: 'overtaken' });
  expect(terminated).toBe(true);
});

it('says when the worker has died', async () => {
  const whatIf = openWhatIf(startWorker, threeSkus(15000));
  const asked = whatIf.ask(capacity(14000));
  port.onerror?.({ message: 'out of memory' });
  expect(await asked).toEqual({ kind: 'died', message: 'out of memory' });
});
