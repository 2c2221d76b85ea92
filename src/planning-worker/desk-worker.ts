import type { FileReceipt } from './book-desk';
import type { DeskCall, DeskMessage, DeskReply } from './desk-wire';
import { openDesk } from './open-desk';
import { workerPlanner } from './planner';
import { solverLinks } from './solver-links';
import { openWhatIf } from './what-if';

/** The worker's side of the wire: `self` in a browser. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<DeskMessage>) => void) | null;
  postMessage(reply: DeskReply, transfer?: Transferable[]): void;
}

const scope = self as unknown as WorkerScope;

// The solver runs in a thread of its own: it can be ended without losing what lies on the desk.
const solvers = solverLinks((reply, transfer) => scope.postMessage(reply, transfer));
const desk = openDesk(
  workerPlanner(solvers.start),
  (problem, options) => openWhatIf(solvers.start, problem, options),
  () => performance.now(),
);

scope.onmessage = ({ data }) => {
  if (data.name === 'solverDied') return solvers.died(data.solver, data.message);
  answer(data).then(
    (value) => scope.postMessage({ kind: 'answer', id: data.id, value }, bytesOf(value)),
    (mistake: unknown) => {
      const message = mistake instanceof Error ? mistake.message : String(mistake);
      scope.postMessage({ kind: 'mistake', id: data.id, message });
    },
  );
};

function answer(call: DeskCall): Promise<unknown> {
  if (call.name === 'plan') return desk.plan(...call.args, (best) => scope.postMessage({ kind: 'better', best }));
  const called: (...args: readonly never[]) => Promise<unknown> = desk[call.name];
  return called(...(call.args as readonly never[]));
}

/** The bytes of a saved file change hands instead of being copied. */
function bytesOf(value: unknown): Transferable[] {
  const receipt = value as { readonly ok?: boolean; readonly value?: Partial<FileReceipt> } | null | undefined;
  const bytes = receipt?.value?.bytes;
  return bytes instanceof Uint8Array ? [bytes.buffer] : [];
}
