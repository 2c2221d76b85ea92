import { writeFileSync } from 'node:fs';
import { makePlan } from '../src/planning';
import type { SolverReport } from '../src/planning';
import { loadHighs } from '../src/solvers/highs';
import { planWorkbook } from '../src/workbook/plan-workbook';
import { noChange } from '../src/workbook/workbook';
import { readXlsxFile } from '../src/workbook/xlsx/node-file';

/** Milliseconds on the wall clock, and of the processor (other work on the machine does not count there). */
const clocks = {
  wall: () => performance.now(),
  processor: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
};

/**
 * One run on one workbook in a process of its own, on the clock named last; prints milliseconds by phase and the peak memory
 * as JSON.
 */
async function main(book: string, out: string, time: () => number): Promise<void> {
  const started = time();
  const solver = await loadHighs();
  const loaded = time();
  const opened = await readXlsxFile(book);
  if (!opened.ok) throw new Error(opened.error.message);
  let planningFrom = 0;
  let planningTo = 0;
  let report: SolverReport | null = null;
  const run = await planWorkbook(opened.value, {
    scenario: null,
    runDate: '2026-01-31T12:00:00',
    plan: (problem) => {
      planningFrom = time();
      const outcome = makePlan(problem, solver, { clock: time });
      planningTo = time();
      if (outcome.kind !== 'planned') throw new Error(`The run ended as ${outcome.kind}.`);
      report = outcome.solver;
      return Promise.resolve(outcome);
    },
  });
  if (!run.ok || !run.value.sheet || !report) throw new Error('There is no plan.');
  await opened.value.write({ ...noChange, sheets: [run.value.sheet] });
  writeFileSync(out, opened.value.save());
  const ended = time();
  const { milliseconds, rows, columns, nonzeros } = report as SolverReport;
  console.log(
    JSON.stringify({
      load: loaded - started,
      read: planningFrom - loaded,
      assemble: milliseconds.assemble,
      solve: milliseconds.solve,
      audit: milliseconds.audit,
      explain: planningTo - planningFrom - milliseconds.assemble - milliseconds.solve - milliseconds.audit,
      write: ended - planningTo,
      total: ended - started,
      peakMegabytes: process.resourceUsage().maxRSS / 1024,
      rows,
      columns,
      nonzeros,
    }),
  );
}

const [, , book, out, clock] = process.argv;
void main(book, out, clock === 'wall' ? clocks.wall : clocks.processor);
