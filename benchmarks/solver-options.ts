import type { Highs } from 'highs';
import loadRuntime from 'highs';
import type { SolverSession } from '../src/planning/lp/solver';
import { solveOnce } from '../src/planning/lp/solver';
import { loadHighs } from '../src/solvers/highs';
import { createHighsModel, startClock } from '../src/solvers/highs-model';
import type { HighsSettings } from '../src/solvers/highs-settings';
import { linearAttempts } from '../src/solvers/highs-settings';
import type { MultiItemProgramme } from './multi-item-programme';
import { isStock, multiItemProgramme } from './multi-item-programme';

/*
 * Which options of HiGHS solve multi-item plans fastest, and what a warm re-solve saves. Prints two tables.
 *
 *   npx tsx benchmarks/solver-options.ts            100×52 and 500×52, three programmes each (some minutes)
 *   npx tsx benchmarks/solver-options.ts 20x26      other sizes, items x periods
 */

const secondsAtMost = 60;
const secondsWorthRepeating = 10;
const programmesPerSize = 5;

const [steepestEdge, devex, dantzig] = [2, 1, 0];
const candidates: readonly (readonly [string, HighsSettings])[] = [
  ['dual simplex, devex, no presolve', { presolve: 'off', simplex_dual_edge_weight_strategy: devex }],
  ['dual simplex, steepest edge, no presolve', { presolve: 'off', simplex_dual_edge_weight_strategy: steepestEdge }],
  ['dual simplex, Dantzig, no presolve', { presolve: 'off', simplex_dual_edge_weight_strategy: dantzig }],
  ['dual simplex, devex, presolve', { presolve: 'on', simplex_dual_edge_weight_strategy: devex }],
  ['dual simplex, steepest edge, presolve', { presolve: 'on', simplex_dual_edge_weight_strategy: steepestEdge }],
  ['dual simplex, steepest edge, no presolve, no scaling', { ...linearAttempts[0], simplex_scale_strategy: 0 }],
  ['primal simplex, no presolve', { presolve: 'off', simplex_strategy: 4 }],
  ['interior point with crossover, presolve', { presolve: 'on', solver: 'ipm', run_crossover: 'on' }],
  ['interior point with crossover, no presolve', { presolve: 'off', solver: 'ipm', run_crossover: 'on' }],
];

function median(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}

function timed<T>(work: () => T): [T, number] {
  const before = process.cpuUsage();
  const result = work();
  return [result, process.cpuUsage(before).user / 1000];
}

interface Run {
  /** Of the processor, so that a busy machine does not count. */
  readonly milliseconds: number;
  readonly iterations: number;
  readonly finished: boolean;
}

function runOnce(highs: Highs, programme: MultiItemProgramme, settings: HighsSettings): Run {
  const model = createHighsModel(highs, programme.lp);
  try {
    model.options.set({ ...settings, time_limit: secondsAtMost });
    const clock = startClock({});
    const [{ modelStatus }, milliseconds] = timed(() => model.run());
    clock.add(model);
    const finished = modelStatus === highs.constants.modelStatus.optimal;
    return { milliseconds, iterations: clock.effort().iterations, finished };
  } finally {
    model.dispose();
  }
}

/** Runs of every candidate on programmes of one size. The candidates take turns. */
function runCandidates(highs: Highs, items: number, periods: number): readonly (readonly Run[])[] {
  const runs: Run[][] = candidates.map(() => []);
  for (let seed = 1; seed <= programmesPerSize; seed++) {
    const programme = multiItemProgramme(items, periods, seed);
    candidates.forEach(([, settings], candidate) => {
      const worthRepeating = runs[candidate].every((run) => run.milliseconds < 1000 * secondsWorthRepeating);
      if (worthRepeating) runs[candidate].push(runOnce(highs, programme, settings));
    });
  }
  return runs;
}

function cellOf(runs: readonly Run[]): string {
  if (!runs.every((run) => run.finished)) return `more than ${secondsAtMost}`;
  return `${seconds(median(runs.map((run) => run.milliseconds)))} (${median(runs.map((run) => run.iterations))})`;
}

/** Prints seconds and iterations of every candidate, the median over programmes of the same size. */
async function compareOptions(sizes: readonly (readonly [number, number])[]): Promise<void> {
  const highs = await loadRuntime();
  runOnce(highs, multiItemProgramme(100, 52), {}); // Until here the browser or Node has only compiled quickly, not well.
  const runs = sizes.map(([items, periods]) => runCandidates(highs, items, periods));
  console.log(
    `HiGHS ${highs.version.string}: processor seconds (iterations), median of ${programmesPerSize} programmes\n`,
  );
  console.log(`| options | ${sizes.map((size) => size.join('×')).join(' | ')} |`);
  console.log(`| --- |${' ---: |'.repeat(sizes.length)}`);
  candidates.forEach(([title], candidate) => {
    console.log(`| ${title} | ${runs.map((size) => cellOf(size[candidate])).join(' | ')} |`);
  });
}

/** A change a planner makes, applied to an open session. */
const changes: readonly (readonly [string, (session: SolverSession, programme: MultiItemProgramme) => void])[] = [
  [
    'one capacity 10 % lower',
    (session, { lp, hoursRow }) => session.changeRowBounds(hoursRow(6), -Infinity, 0.9 * lp.rowUpper[hoursRow(6)]),
  ],
  [
    'holding and safety-stock costs 20 % higher',
    (session, { lp }) =>
      session.changeObjective(
        lp.objective.map((cost, column) => (isStock(column) ? 1.2 * cost : cost)),
        0,
      ),
  ],
  [
    'every cost changed by up to 5 %',
    (session, { lp }) => {
      const costs = lp.objective.map((cost, column) => cost * (1 + 0.05 * Math.sin(column)));
      session.changeObjective(costs, 0);
    },
  ],
  [
    'all demand 5 % higher',
    (session, { lp, demand }) => {
      demand.forEach((quantity, row) => {
        const rightHandSide = lp.rowLower[row] + 0.05 * quantity;
        session.changeRowBounds(row, rightHandSide, rightHandSide);
      });
    },
  ],
  [
    'every demand changed by up to 10 %',
    (session, { lp, demand }) => {
      demand.forEach((quantity, row) => {
        const rightHandSide = lp.rowLower[row] + 0.1 * Math.sin(row) * quantity;
        session.changeRowBounds(row, rightHandSide, rightHandSide);
      });
    },
  ],
];

/** Prints what a re-solve from the last basis takes, beside solving the changed programme from nothing. */
async function compareWarmSolves(items: number, periods: number): Promise<void> {
  const solver = await loadHighs();
  const programme = multiItemProgramme(items, periods);
  solveOnce(solver, programme.lp);
  console.log(`\n${items}×${periods}, after a change: processor seconds, median of 3\n`);
  console.log('| change | from nothing | from the last basis | times faster |');
  console.log('| --- | ---: | ---: | ---: |');
  for (const [title, change] of changes) {
    const times = [0, 1, 2].map(() => {
      const cold = solver.open(programme.lp);
      const warm = solver.open(programme.lp);
      try {
        change(cold, programme);
        const [fromNothing, coldTime] = timed(() => cold.solve());
        warm.solve();
        change(warm, programme);
        const [fromBasis, warmTime] = timed(() => warm.solve());
        if (fromNothing.kind !== 'optimal' || fromBasis.kind !== 'optimal') throw new Error(`${title}: not optimal`);
        const apart = Math.abs(fromNothing.objective - fromBasis.objective);
        if (apart > 1e-7 * Math.abs(fromNothing.objective)) throw new Error(`${title}: the optima differ by ${apart}`);
        return [coldTime, warmTime];
      } finally {
        cold.dispose();
        warm.dispose();
      }
    });
    const [cold, warm] = [0, 1].map((side) => median(times.map((pair) => pair[side])));
    console.log(`| ${title} | ${seconds(cold)} | ${seconds(warm)} | ${(cold / warm).toFixed(1)} |`);
  }
}

async function main(): Promise<void> {
  const asked = process.argv.slice(2).map((size) => size.split('x').map(Number));
  const sizes = (
    asked.length > 0
      ? asked
      : [
          [100, 52],
          [500, 52],
        ]
  ).map(([items, periods]) => [items, periods] as const);
  await compareOptions(sizes);
  for (const [items, periods] of sizes) await compareWarmSolves(items, periods);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
