import type { DeskReply } from '../../src/planning-worker/desk-wire';
import type { WorkerReply } from '../../src/planning-worker/messages';
import { solverLinks } from '../../src/planning-worker/solver-links';

/** Links of a desk, what it says to the page, and the ports that the page was handed. */
function linked() {
  const said: DeskReply[] = [];
  const ports: MessagePort[] = [];
  const links = solverLinks((reply, transfer) => {
    said.push(reply);
    if (reply.kind === 'startSolver') {
      expect(transfer).toEqual([reply.port]);
      ports.push(reply.port);
    }
  });
  return { links, said, ports };
}

it('asks the page for a thread, and talks with it over the port that it was given', async () => {
  const { links, said, ports } = linked();
  const solver = links.start();
  expect(said).toMatchObject([{ kind: 'startSolver', solver: 1 }]);
  const loading = new Promise((heard) => (ports[0].onmessage = ({ data }) => heard(data)));
  solver.postMessage({ kind: 'load' });
  expect(await loading).toEqual({ kind: 'load' });
  const reply = new Promise<WorkerReply>((heard) => (solver.onmessage = ({ data }) => heard(data)));
  ports[0].postMessage({ kind: 'loaded' });
  expect(await reply).toEqual({ kind: 'loaded' });
  solver.terminate();
});

it('has the page end a thread, which is not heard of again', () => {
  const { links, said } = linked();
  const solver = links.start();
  const deaths: unknown[] = [];
  solver.onerror = ({ message }) => deaths.push(message);
  solver.terminate();
  expect(said[1]).toEqual({ kind: 'endSolver', solver: 1 });
  links.died(1, 'late');
  expect(deaths).toEqual([]);
});

it('tells the one whose thread has died, and nobody else', () => {
  const { links } = linked();
  const deaths: string[] = [];
  const solvers = ['first', 'second'].map((name) => {
    const solver = links.start();
    solver.onerror = ({ message }) => deaths.push(`${name}: ${message}`);
    return solver;
  });
  links.died(2, 'out of memory');
  links.died(9, 'unknown');
  expect(deaths).toEqual(['second: out of memory']);
  solvers.forEach((solver) => solver.terminate());
});
