/**
 * CPU time of the forecasts, on made-up histories and, where they are beside the repository, on the public M3 series:
 * the point forecast of 36 months per series relative to the seasonal naive forecast, and 1,000 items with intervals and
 * accuracy on one and on two worker threads, with the memory that this process needs.
 *
 *   npx tsx benchmarks/forecasting.ts [items]
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import webpack from 'webpack';
import { forecastItems, pointForecast, type ForecastTask } from '../src/forecasting/index';
import { seasonalNaive } from '../src/forecasting/methods/seasonal-naive';
import { uniformNumbers } from '../scripts/generate-demand-history';
import { nodeWorkerStarter } from '../src/forecasting-workers/node-worker-starter';
import { machineTimer } from '../src/forecasting-workers/timer';

const random = uniformNumbers(20260101);
const madeUp = Array.from({ length: 300 }, () => {
  const [level, trend, swing, noise] = [50 + 500 * random(), random() - 0.3, 0.4 * random(), 0.05 + 0.2 * random()];
  return Array.from({ length: 48 + Math.floor(60 * random()) }, (_, t) =>
    Math.max(0, (level + trend * t) * (1 + swing * Math.sin((2 * Math.PI * t) / 12) + noise * (random() - 0.5))),
  );
});
const file = join(__dirname, '../../shared/data/m3_monthly_300.json');
const m3 = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { series: { x: number[] }[] }).series.map(({ x }) => x)
  : null;

/** Median CPU milliseconds of one call per series; the second pass counts, when the code is warm. */
function medianCpu(series: readonly number[][], work: (history: readonly number[]) => unknown, repeat: number): number {
  const pass = (): number[] =>
    series.map((history) => {
      const before = process.cpuUsage();
      for (let k = 0; k < repeat; k++) work(history);
      const used = process.cpuUsage(before);
      return (used.user + used.system) / 1000 / repeat;
    });
  pass();
  return pass().sort((a, b) => a - b)[Math.floor(series.length / 2)];
}

/** The worker's file as the product ships it: one bundle, in a folder of its own that is removed afterwards. */
async function buildWorker(folder: string): Promise<string> {
  const compiler = webpack({
    mode: 'production',
    target: 'node',
    entry: join(__dirname, '../src/forecasting-workers/node-worker.ts'),
    output: { path: folder, filename: 'node-worker.js' },
    resolve: { extensions: ['.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          use: { loader: 'swc-loader', options: { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } } },
        },
      ],
    },
  });
  await new Promise<void>((resolve, reject) =>
    compiler.run((error, stats) =>
      error || stats?.hasErrors() ? reject(error ?? new Error(stats?.toString('errors-only'))) : resolve(),
    ),
  );
  return join(folder, 'node-worker.js');
}

async function main(): Promise<void> {
  for (const [name, series] of Object.entries({ 'made up': madeUp, ...(m3 ? { 'M3 monthly': m3 } : {}) })) {
    const own = medianCpu(series, (history) => pointForecast(history, 36, 12), 5);
    const naive = medianCpu(series, (history) => seasonalNaive.forecast(history, 36, 12), 200);
    console.log(
      `${name}: point forecast of 36 months ${own.toFixed(2)} ms CPU per series (median), ` +
        `${Math.round(own / naive)} times the seasonal naive forecast; limit 5 ms`,
    );
  }

  const items = Number(process.argv[2] ?? 1000);
  const tasks: ForecastTask[] = Array.from({ length: items }, (_, i) => ({
    input: { item: `item ${i}`, history: madeUp[i % madeUp.length] },
    options: { periods: 36, seasonLength: 12 },
  }));
  const folder = mkdtempSync(join(tmpdir(), 'forecasting-benchmark-'));
  try {
    const worker = await buildWorker(folder);
    const seconds: number[] = [];
    for (const workers of [1, 2]) {
      let peak = 0;
      const start = performance.now();
      const run = forecastItems(tasks, {
        startWorker: nodeWorkerStarter(() => new Worker(worker)),
        timer: machineTimer,
        workers,
        timeLimit: 60_000,
        onProgress: () => (peak = Math.max(peak, process.memoryUsage().rss)),
      });
      const { failures } = await run.done;
      seconds.push((performance.now() - start) / 1000);
      console.log(
        `${items} items × 36 months with intervals and accuracy, ${workers} worker(s): ` +
          `${seconds[seconds.length - 1].toFixed(1)} s, ${failures.length} failed, ${Math.round(peak / 2 ** 20)} MiB at most`,
      );
    }
    console.log(`two workers need ${(seconds[1] / seconds[0]).toFixed(2)} of the time of one`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
