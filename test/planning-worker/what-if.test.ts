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

it('sweeps, tells every value on the way, and ends when nobody wants it any more', async () => {
  const whatIf = openWhatIf(startWorker, threeSkus(15000));
  const told: number[] = [];
  const range = { input: 'Capacity', from: 13000, to: 16000, steps: 4 } as const;
  const answer = await whatIf.sweep(range, ({ value }) => told.push(value));
  expect(told).toEqual([13000, 14000, 15000, 16000]);
  expect(answer).toMatchObject({
    kind: 'answered',
    sweep: { points: [{ status: 'infeasible' }, { totalCost: 2200292 }, { totalCost: 2128139 }, {}] },
  });
  const given = whatIf.sweep(range, () => undefined);
  whatIf.dispose();
  expect(await given).toEqual({ kind: 'overtaken' });
});

it('prices what the planner typed over the plan', async () => {
  const whatIf = openWhatIf(startWorker, threeSkus(15000));
  const answer = await whatIf.priceOverrides([{ source: 0, period: 0, quantity: 0 }]);
  if (answer.kind !== 'answered') throw new Error(answer.kind);
  expect(answer.costs.explanations).toHaveLength(1);
  expect(answer.costs.total).toBe(answer.costs.explanations[0].value);
  expect(answer.costs.explanations[0].sentence).toMatch(/^Making 0 of SKU-001 in \S+ /);
  whatIf.dispose();
});

it('says when the worker has died', async () => {
  const whatIf = openWhatIf(startWorker, threeSkus(15000));
  const asked = whatIf.ask(capacity(14000));
  port.onerror?.({ message: 'out of memory' });
  expect(await asked).toEqual({ kind: 'died', message: 'out of memory' });
});
