import { openPlanning } from '../src/planning';
import type { PlanningProblem, ProblemChange } from '../src/planning';
import { loadHighs } from '../src/solvers/highs';
import { readContent, readProblem } from '../src/workbook/read-problem';
import { openXlsx } from '../src/workbook/xlsx/open-xlsx';
import { planningBook } from './planning-book';

const runs = Number(process.env.BENCH_RUNS ?? 20);
const sizes = [
  [3, 13],
  [100, 52],
] as const;

/** What each slider of the pane moves, a step at a time from 1 % to `runs` %. */
const sliders: readonly Pick<ProblemChange, 'input' | 'by'>[] = [
  { input: 'Capacity', by: 'factor' },
  { input: 'Holding_Cost', by: 'factor' },
  { input: 'Demand', by: 'factor' },
  { input: 'Safety_Stock', by: 'factor' },
];

/**
 * A slider step in an open session against a run from nothing on the same model: medians. Both check the data, make the model,
 * solve, read the plan back, audit it and find its costs and prices, as `makePlan` does; neither gives reasons. The cold run
 * loads no solver: HiGHS is compiled before. The two alternate, and the ratio is that of processor time, so that it holds on a busy
 * machine too.
 */
async function main(): Promise<void> {
  const solver = await loadHighs();
  console.log(`a slider step against a cold run of the same model: median of ${runs}, milliseconds`);
  const heads = ['items×periods', 'input', 'cold', 'step', 'cold CPU', 'step CPU', 'times faster'];
  console.log(heads.map((head) => head.padStart(15)).join(''));
  for (const [items, periods] of sizes) {
    const problem = await problemOf(items, periods);
    for (const { input, by } of sliders) {
      const cold: Timing[] = [];
      const warm: Timing[] = [];
      const session = openPlanning(problem, solver, clock);
      session.whatIf([]);
      for (let run = 1; run <= runs; run++) {
        const changes: readonly ProblemChange[] = [{ input, members: null, periods: null, by, amount: 1 + run / 100 }];
        warm.push(timeOf(() => session.whatIf(changes)));
        cold.push(
          timeOf(() => {
            const fresh = openPlanning(problem, solver, clock);
            fresh.whatIf(changes);
            fresh.dispose();
          }),
        );
      }
      session.dispose();
      const [slow, fast] = [medianOf(cold), medianOf(warm)];
      const figures = [slow.elapsed, fast.elapsed, slow.processor, fast.processor, slow.processor / fast.processor];
      const texts = [`${items}×${periods}`, input, ...figures.map((figure) => figure.toFixed(1))];
      console.log(texts.map((text) => text.padStart(15)).join(''));
    }
  }
}

function clock(): number {
  return performance.now();
}

async function problemOf(items: number, periods: number): Promise<PlanningProblem> {
  const book = openXlsx(planningBook(items, periods));
  if (!book.ok) throw new Error(book.error.message);
  const content = await readContent(book.value);
  if (!content.ok) throw new Error(content.error.message);
  const { problem } = readProblem(content.value);
  if (!problem) throw new Error('The benchmark book has no problem.');
  return problem;
}

/** Milliseconds. */
interface Timing {
  readonly elapsed: number;
  readonly processor: number;
}

function timeOf(work: () => void): Timing {
  const [started, before] = [clock(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(before);
  return { elapsed: clock() - started, processor: (user + system) / 1000 };
}

function medianOf(timings: readonly Timing[]): Timing {
  const median = (values: readonly number[]) => {
    const sorted = [...values].sort((one, other) => one - other);
    const middle = Math.floor(sorted.length / 2);
    return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  };
  return {
    elapsed: median(timings.map(({ elapsed }) => elapsed)),
    processor: median(timings.map(({ processor }) => processor)),
  };
}

void main();
