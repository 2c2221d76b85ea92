import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import webpack from 'webpack';
import type { Configuration } from 'webpack';
import { planningBook } from './planning-book';

const sizes = [
  [3, 13],
  [20, 26],
  [100, 52],
  [500, 52],
] as const;
const phases = ['load', 'read', 'assemble', 'solve', 'audit', 'explain', 'write', 'total'] as const;
/** What is compared with the solve; reasons are further solves, with a time limit of their own. */
const others = ['read', 'assemble', 'audit', 'write'] as const;
const runs = Number(process.env.BENCH_RUNS ?? 5);

type Figures = Record<(typeof phases)[number] | 'peakMegabytes' | 'rows' | 'columns' | 'nonzeros', number>;

/** From the workbook's bytes to the written file, each run in a process of its own: medians by phase and clock. */
async function main(): Promise<void> {
  const script = await bundledScript();
  const folder = mkdtempSync(join(tmpdir(), 'sop-bench-'));
  try {
    console.log(`optimise a workbook: median of ${runs} processes, milliseconds`);
    const heads = ['items×periods', 'clock', ...phases, 'others/solve', 'peak MB', 'rows×columns'];
    console.log(heads.map((head) => head.padStart(13)).join(''));
    for (const [items, periods] of sizes) {
      const book = join(folder, `${items}x${periods}.xlsx`);
      writeFileSync(book, planningBook(items, periods));
      for (const clock of ['wall', 'processor']) {
        const figures = Array.from({ length: runs }, () => runOnce(script, book, clock));
        const texts = [`${items}×${periods}`, clock, ...row(figures)];
        console.log(texts.map((text) => text.padStart(13)).join(''));
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function row(figures: readonly Figures[]): string[] {
  const median = (value: (run: Figures) => number) => {
    const sorted = figures.map(value).sort((one, other) => one - other);
    return sorted[Math.floor(sorted.length / 2)];
  };
  const share = median((run) => others.reduce((sum, phase) => sum + run[phase], 0) / run.solve);
  return [
    ...phases.map((phase) => median((run) => run[phase]).toFixed(0)),
    `${(100 * share).toFixed(1)} %`,
    Math.max(...figures.map(({ peakMegabytes }) => peakMegabytes)).toFixed(0),
    `${figures[0].rows}×${figures[0].columns}`,
  ];
}

/** Built as the command line is, so that what is measured is what users run. */
function bundledScript(): Promise<string> {
  const configurations = createRequire(__filename)('../webpack.config.js') as (
    environment: object,
    options: object,
  ) => Configuration[];
  const all = configurations({}, { mode: 'production' });
  const commandLine = all.find(({ name }) => name === 'cli');
  const path = join(__dirname, '../dist/benchmarks');
  const entry = { 'optimize-once': join(__dirname, 'optimize-once.ts') };
  return new Promise((resolve, reject) => {
    webpack({ ...commandLine, entry, output: { path, filename: '[name].js' } }, (error, stats) => {
      if (error || !stats || stats.hasErrors()) reject(error ?? new Error(stats?.toString('errors-only')));
      else resolve(join(path, 'optimize-once.js'));
    });
  });
}

function runOnce(script: string, book: string, clock: string): Figures {
  const printed = execFileSync(process.execPath, [script, book, `${book}.out.xlsx`, clock], { encoding: 'utf8' });
  return JSON.parse(printed) as Figures;
}

void main();
