import { loadHighs } from '../solvers/highs';
import { javascriptLpSolver } from '../solvers/javascript-lp-solver';
import type { SolverName } from './command';
import { runSop } from './run-sop';

function localNow(): string {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19);
}

async function main(): Promise<void> {
  process.exitCode = await runSop(process.argv.slice(2), {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    terminal: process.stderr.isTTY === true,
    clock: () => performance.now(),
    now: localNow,
    loadSolver: (name: SolverName) => (name === 'highs' ? loadHighs() : Promise.resolve(javascriptLpSolver())),
  });
}

// A reader that closes the pipe early (head, less) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
void main();
