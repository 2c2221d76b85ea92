import { writeFileSync } from 'node:fs';
import { makePlan } from '../src/planning';
import type { SolverReport } from '../src/planning';
import { loadHighs } from '../src/solvers/highs';
import { planWorkbook } from '../src/workbook/plan-workbook';
import { noChange } from '../src/workbook/workbook';
import { readXlsxFile } from '../src/workbook/xlsx/node-file';

/** Processor milliseconds of this process: other work on the machine does not count. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** One run on one workbook in a process of its own; prints milliseconds by phase and the peak memory as JSON. */
async function main(book: string, out: string): Promise<void> {
  const started = processorTime();
  const solver = await loadHighs();
  const loaded = processorTime();
  const opened = await readXlsxFile(book);
  if (!opened.ok) throw new Error(opened.error.message);
  let planningFrom = 0;
  let planningTo = 0;
  let report: SolverReport | null = null;
  const run = await planWorkbook(opened.value, {
    scenario: null,
    runDate: '2026-01-31T12:00:00',
    plan: (problem) => {
      planningFrom = processorTime();
      const outcome = makePlan(problem, solver, { clock: () => processorTime() });
      planningTo = processorTime();
      if (outcome.kind !== 'planned') throw new Error(`The run ended as ${outcome.kind}.`);
      report = outcome.solver;
      return Promise.resolve(outcome);
    },
  });
  if (!run.ok || !run.value.sheet || !report) throw new Error('There is no plan.');
  await opened.value.write({ ...noChange, sheets: [run.value.sheet] });
  writeFileSync(out, opened.value.save());
  const ended = processorTime();
  const { milliseconds, rows, columns, nonzeros } = report as SolverReport;
  console.log(
    JSON.stringify({
      load: loaded - started,
      read: planningFrom - loaded,
      assemble: milliseconds.assemble,
      solve: milliseconds.solve,
      audit: planningTo - planningFrom - milliseconds.assemble - milliseconds.solve,
      write: ended - planningTo,
      total: ended - started,
      peakMegabytes: process.resourceUsage().maxRSS / 1024,
      rows,
      columns,
      nonzeros,
    }),
  );
}

void main(process.argv[2], process.argv[3]);
