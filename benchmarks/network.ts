/**
 * Networks in Chromium, on the page's own planning worker: the sample of 39 products in every scenario by every planner, and a
 * synthetic network. Prints times and the most memory that the browser's processes had.
 *
 *   npm run bench:network                       the sample, then 200 products × 10 locations × 52 periods (some minutes)
 *   npm run bench:network -- 50 10 26           another size of the synthetic network
 *   npm run bench:network -- sample             the sample alone
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import webpack from 'webpack';
import type { PlannerName, PlanningProblem } from '../src/planning';
import { plannerRuns } from '../src/workbook/compare-planners';
import { readContent, readProblem } from '../src/workbook/read-problem';
import { scenarioList } from '../src/workbook/scenarios/scenario-table';
import { openXlsx } from '../src/workbook/xlsx/open-xlsx';
import { startBrowser } from '../test/browser/open-page';
import { serveSite } from '../test/browser/site-server';
import type { MeasuredRun, NetworkPage } from './network-page';
import { syntheticNetwork } from './synthetic-network';

const sampleFile = join(__dirname, '../assets/samples/prebuild-network.xlsx');
const secondsOfScenario = 5;

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const folder = mkdtempSync(join(tmpdir(), 'network-page-'));
  await build(folder);
  const site = await serveSite(folder);
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.goto(`${site.origin}/index.html`);
    await page.evaluate(() => (globalThis as unknown as NetworkPage).warmUp());
    if (words.length === 0 || words[0] === 'sample') await runSample(page);
    if (words[0] !== 'sample') {
      const [products = 200, locations = 10, periods = 52] = words.map(Number);
      await runSynthetic(page, products, locations, periods);
    }
  } finally {
    await browser.close();
    site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every scenario of the sample by every planner. */
async function runSample(page: Page): Promise<void> {
  const opened = openXlsx(readFileSync(sampleFile));
  const content = opened.ok ? await readContent(opened.value) : opened;
  if (!content.ok) throw new Error(content.error.message);
  console.log(`prebuild-network.xlsx, milliseconds in Chromium; limit ${secondsOfScenario} s for each scenario`);
  for (const { name: scenario } of scenarioList(content.value)) {
    for (const { name, planner, mode } of plannerRuns) {
      const { problem } = readProblem(content.value, { scenario, ...(mode === null ? {} : { mode }) });
      if (!problem) throw new Error(`${scenario} has errors.`);
      const run = await measure(page, planner, problem);
      console.log(`${scenario.padEnd(14)}${name.padEnd(24)}${line(run)}`);
    }
    const compared = await page.evaluate(
      ([sent, name]) => (globalThis as unknown as NetworkPage).compare(JSON.parse(sent), name),
      [JSON.stringify(content.value), scenario] as const,
    );
    console.log(`${scenario.padEnd(14)}${'all, with their sheet'.padEnd(24)}${compared.toFixed(0).padStart(7)} ms`);
  }
  console.log(`most memory of the browser: ${megabytes()}\n`);
}

async function runSynthetic(page: Page, products: number, locations: number, periods: number): Promise<void> {
  const problem = syntheticNetwork({ products, locations, periods });
  console.log(`${products} products × ${locations} locations × ${periods} periods`);
  let most = memoryOfBrowser();
  const watch = setInterval(() => (most = Math.max(most, memoryOfBrowser())), 1000);
  for (const planner of ['heuristic', 'propagation', 'optimizer'] as const) {
    const run = await measure(page, planner, problem);
    const size = run.rows > 0 ? `; ${run.rows} rows, ${run.columns} columns, ${run.nonzeros} entries` : '';
    console.log(`${planner.padEnd(14)}${line(run)}${size}`);
  }
  clearInterval(watch);
  console.log(`most memory of the browser: ${megabytes(most)}`);
}

function measure(page: Page, planner: PlannerName, problem: PlanningProblem): Promise<MeasuredRun> {
  return page.evaluate(
    ([name, sent]) =>
      (globalThis as unknown as NetworkPage).measure(
        name,
        JSON.parse(sent, (_key, value) => {
          return value === 'Infinity' ? Infinity : value;
        }),
      ),
    [planner, JSON.stringify(problem, (_key, value) => (value === Infinity ? 'Infinity' : value))] as const,
  );
}

function line({ status, total, assemble, solve, audit, totalCost }: MeasuredRun): string {
  const shown = (value: number) => value.toFixed(0).padStart(7);
  const parts = `assemble ${shown(assemble)}  solve ${shown(solve)}  audit ${shown(audit)}`;
  return `${shown(total)} ms  (${parts})  ${status}, cost ${totalCost?.toFixed(2) ?? 'none'}`;
}

/** Resident bytes of this process's children: the browser with its page and workers. */
function memoryOfBrowser(): number {
  const children = new Map<number, number[]>();
  const resident = new Map<number, number>();
  for (const entry of execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss=']).toString().trim().split('\n')) {
    const [pid, parent, kilobytes] = entry.trim().split(/\s+/).map(Number);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
    resident.set(pid, kilobytes * 1024);
  }
  const below = (pid: number): number =>
    (children.get(pid) ?? []).reduce((sum, child) => sum + (resident.get(child) ?? 0) + below(child), 0);
  return below(process.pid);
}

function megabytes(bytes = memoryOfBrowser()): string {
  return `${(bytes / 1024 / 1024).toFixed(0)} MiB`;
}

/** The page and its worker as the site's bundler makes them. */
async function build(folder: string): Promise<void> {
  const loader = { loader: 'swc-loader', options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } } };
  const compiler = webpack({
    mode: 'production',
    target: ['web', 'es2022'],
    entry: { page: join(__dirname, 'network-page.ts') },
    output: { path: folder, filename: '[name].js', assetModuleFilename: '[name][ext]', publicPath: 'auto' },
    resolve: { extensions: ['.ts', '.js'] },
    module: {
      rules: [
        { test: /\.ts$/, use: loader },
        { test: /\.wasm$/, type: 'asset/resource' },
      ],
    },
    externals: { 'node:module': 'var {}' },
    performance: { hints: false },
  });
  await new Promise<void>((resolve, reject) =>
    compiler.run((error, stats) =>
      error || stats?.hasErrors() ? reject(error ?? new Error(stats?.toString('errors-only'))) : resolve(),
    ),
  );
  if (!readdirSync(folder).some((name) => name.endsWith('.wasm'))) throw new Error('The solver is missing.');
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Networks</title><script src="page.js"></script>');
}

void main();
