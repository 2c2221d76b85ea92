import type { SolveProgress } from '../../src/planning';
import { progressLine } from '../../src/cli/progress-line';
import type { Surroundings } from '../../src/cli/command';

function lineAt(terminal: boolean) {
  let now = 0;
  let written = '';
  const surroundings: Surroundings = {
    out: () => undefined,
    err: (text) => void (written += text),
    terminal,
    clock: () => now,
    now: () => '2026-01-31T12:00:00',
    loadSolver: () => Promise.reject(new Error('No solver is needed here.')),
  };
  const line = progressLine(surroundings);
  return { line, written: () => written, pass: (milliseconds: number) => (now += milliseconds) };
}

const progress: SolveProgress = { elapsedSeconds: 7.2, iterations: 10, incumbent: 40854, bound: 40000, gap: 0.0209 };

test('says on a terminal how far a long solve is, and clears its line', () => {
  const { line, written, pass } = lineAt(true);
  pass(5000);
  line.show(progress);
  expect(written()).toContain('Solving, 7 s: best plan 40854.00, within 2.09 % of the optimum');
  line.show({ ...progress, incumbent: null, gap: null });
  expect(written()).toMatch(/Solving, 7 s: no plan yet$/);
  line.clear();
  expect(written().endsWith('\r\u001b[2K')).toBe(true);
});

test('says nothing of a short solve, nor into a file', () => {
  const short = lineAt(true);
  short.pass(200);
  short.line.show(progress);
  short.line.clear();
  expect(short.written()).toBe('');
  const file = lineAt(false);
  file.pass(5000);
  file.line.show(progress);
  file.line.clear();
  expect(file.written()).toBe('');
});
