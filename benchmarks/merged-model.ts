import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlanningProblem, Solver } from '../src/planning';
import { assemble } from '../src/planning/formulation/assemble';
import { formulationFor } from '../src/planning/formulation/formulation';
import type { Formulation } from '../src/planning/formulation/parts';
import { loadHighs } from '../src/solvers/highs';
import { planWorkbook } from '../src/workbook/plan-workbook';
import { readXlsxFile } from '../src/workbook/xlsx/node-file';
import { planningBook } from './planning-book';

const pairs = Number(process.env.BENCH_RUNS ?? 9);
const [items, periods] = (process.env.BENCH_SIZE ?? '500x52').split('x').map(Number);

/** Milliseconds of the processor: other work on the machine does not count. */
function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * What the parts of networks cost a single site: one programme assembled and solved by the full registry and by a registry that
 * holds only what this site makes something of, in turns.
 */
async function main(): Promise<void> {
  const problem = await problemOfBook(planningBook(items, periods));
  const solver = await loadHighs();
  const full = formulationFor(problem.mode);
  const reduced = onlyUsed(problem, full);
  const count = ({ balances, decisions, limits, costs }: Formulation) =>
    balances.length + decisions.length + limits.length + costs.length;
  console.log(
    `${items}×${periods}, mode ${problem.mode}: ${count(full)} parts against ${count(reduced)}, ${pairs} pairs`,
  );
  const times = { full: [] as Figures[], reduced: [] as Figures[] };
  // The first pair warms up the compilers and does not count; the order within a pair alternates.
  for (let pair = 0; pair <= pairs; pair++) {
    const order = pair % 2 === 0 ? (['full', 'reduced'] as const) : (['reduced', 'full'] as const);
    for (const which of order) {
      const figures = timed(problem, which === 'full' ? full : reduced, solver);
      if (pair > 0) times[which].push(figures);
    }
  }
  for (const phase of ['assemble', 'solve', 'both'] as const) {
    const [of, against] = [times.full, times.reduced].map((runs) => median(runs.map((run) => run[phase])));
    const ratio = median(times.full.map((run, pair) => run[phase] / times.reduced[pair][phase]));
    const text = `${of.toFixed(0)} ms against ${against.toFixed(0)} ms of processor time`;
    console.log(`${phase.padEnd(9)} ${text}; median ratio of pairs ${ratio.toFixed(3)}`);
  }
}

type Figures = Readonly<Record<'assemble' | 'solve' | 'both', number>>;

function timed(problem: PlanningProblem, formulation: Formulation, solver: Solver): Figures {
  const started = processor();
  const { lp } = assemble(problem, formulation);
  const assembled = processor();
  const session = solver.open(lp);
  const outcome = session.solve({});
  session.dispose();
  const solved = processor();
  if (outcome.kind !== 'optimal') throw new Error(`The run ended as ${outcome.kind}.`);
  return { assemble: assembled - started, solve: solved - assembled, both: solved - started };
}

/** The registry without any part that makes nothing of the problem. */
function onlyUsed(problem: PlanningProblem, full: Formulation): Formulation {
  const { lp } = assemble(problem, full);
  const made = new Set([...lp.rowFamilies, ...lp.columnFamilies].map(({ id }) => id));
  return {
    balances: full.balances.filter(({ id }) => made.has(id)),
    decisions: full.decisions.filter(({ id }) => made.has(id)),
    limits: full.limits.filter((part) => made.has(part.kind === 'bound' ? part.decision.id : part.id)),
    costs: full.costs.filter(({ prices }) => prices.some(({ decision }) => made.has(decision.id))),
  };
}

async function problemOfBook(bytes: Uint8Array): Promise<PlanningProblem> {
  const folder = mkdtempSync(join(tmpdir(), 'sop-bench-'));
  try {
    const book = join(folder, 'book.xlsx');
    writeFileSync(book, bytes);
    const opened = await readXlsxFile(book);
    if (!opened.ok) throw new Error(opened.error.message);
    let found: PlanningProblem | null = null;
    await planWorkbook(opened.value, {
      scenario: null,
      runDate: '2026-01-31T12:00:00',
      plan: (problem) => {
        found = problem;
        return Promise.resolve({ kind: 'invalid', issues: [] });
      },
    });
    if (!found) throw new Error('The workbook cannot be read.');
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}

void main();
