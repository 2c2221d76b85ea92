/**
 * From the click on Optimize to the written sheet, in the built add-in in an emulated Excel on the web (the unmodified Office.js in
 * a browser): the add-in's own part against the solve, and the first paint of the pane. What the emulator itself takes is
 * left out of the add-in's part; a real Excel takes its own time instead.
 *
 *   npm run build && npx tsx benchmarks/addin.ts [items] [periods]
 */
import { join } from 'node:path';
import { openXlsx } from '../src/workbook/xlsx/open-xlsx';
import { openBrowser, openBrowserHost } from '../test/host/browser-host';
import type { CellData, WorkbookData } from '../test/host/workbook-data';
import { requestForProblem } from '../src/workbook/read-problem';
import { absoluteReference, cellAddress } from '../src/workbook/address';
import { planningBook } from './planning-book';

const [items = 100, periods = 52] = process.argv.slice(2).map(Number);
const folder = join(__dirname, '../dist');
const runs = 3;

/** The benchmark's workbook as the emulated Excel opens it. */
async function workbookData(): Promise<WorkbookData> {
  const opened = openXlsx(planningBook(items, periods));
  if (!opened.ok) throw new Error(opened.error.message);
  const content = await opened.value.read(requestForProblem());
  if (!content.ok) throw new Error(content.error.message);
  const cells: Record<string, CellData> = {};
  const names: { name: string; refersTo: string }[] = [];
  for (const { name, target } of content.value.names) {
    if (target.kind === 'constant') names.push({ name, refersTo: `=${String(target.value)}` });
    if (target.kind !== 'range') continue;
    const { reference } = target.range;
    names.push({ name, refersTo: absoluteReference(reference.sheet, reference) });
    target.range.cells.forEach((line, r) =>
      line.forEach(({ value }, c) => {
        if (value === null || typeof value === 'object') return;
        cells[cellAddress(reference.row + r, reference.column + c)] = value;
      }),
    );
  }
  return { sheets: [{ name: content.value.sheets[0], cells }], names };
}

/** Milliseconds of one click, by who took them. */
interface Times {
  /** From the click to the result in the pane. */
  readonly total: number;
  readonly emulator: number;
  /** From the problem handed to the worker to its answer. */
  readonly worker: number;
  readonly assemble: number;
  readonly solve: number;
  readonly audit: number;
}

/** What the pane's page measures: the click, and what passes between it and its worker. */
type PageTimes = Omit<Times, 'emulator'>;

/** Runs in the pane: clicks Optimize and looks at the clock. */
function clickAndMeasure(): Promise<PageTimes> {
  return new Promise((resolve) => {
    let worker = 0;
    let phases = { assemble: 0, solve: 0, audit: 0 };
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, ...given: unknown[]) {
      const sent = performance.now();
      this.addEventListener('message', ({ data }) => {
        if (data.kind !== 'outcome') return;
        worker = performance.now() - sent;
        phases = data.outcome.solver.milliseconds;
      });
      Reflect.apply(post, this, given);
    };
    const started = performance.now();
    const watch = new MutationObserver(() => {
      if (!document.querySelector('#result-heading, .run .message')) return;
      watch.disconnect();
      resolve({ total: performance.now() - started, worker, ...phases });
    });
    watch.observe(document.body, { childList: true, subtree: true });
    document.querySelector<HTMLButtonElement>('#optimize')?.click();
  });
}

async function main(): Promise<void> {
  const workbook = await workbookData();
  const browser = await openBrowser();
  const paints: number[] = [];
  const times: Times[] = [];
  for (let run = 0; run < runs; run++) {
    const pane = await openBrowserHost({ folder, workbook, browser });
    const { frame, host } = pane;
    await frame.waitForSelector('#data-verdict', { timeout: 120_000 });
    paints.push(
      await frame.evaluate(
        () =>
          performance.getEntriesByType('paint').find(({ name }) => name === 'first-contentful-paint')?.startTime ?? NaN,
      ),
    );
    // The solver is compiled before the user clicks, as in a real pane.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const before = host.requests.length;
    const measured = await frame.evaluate(clickAndMeasure);
    if (!host.snapshot().sheets.some(({ name }) => name === 'SOP Plan')) {
      throw new Error((await frame.textContent('.run')) ?? 'Nothing was written.');
    }
    const requests = host.requests.slice(before);
    const emulator = requests.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    times.push({ ...measured, emulator });
    const largest = Math.max(...requests.map(({ requestSize }) => requestSize));
    console.log(
      `run ${run + 1}: ${requests.length} requests, the largest ${(largest / 1024).toFixed(0)} KiB, ` +
        `emulator ${emulator.toFixed(0)} ms, click to result ${measured.total.toFixed(0)} ms`,
    );
    await pane.close();
  }
  await browser.close();
  print(times, paints);
}

function print(times: readonly Times[], paints: readonly number[]): void {
  const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const of = (part: (time: Times) => number) => median(times.map(part));
  const page = of(({ total, emulator, worker }) => total - emulator - worker);
  const [assemble, audit, solve] = [of((time) => time.assemble), of((time) => time.audit), of((time) => time.solve)];
  const reasons = of((time) => time.worker - time.assemble - time.solve - time.audit);
  const own = page + assemble + audit;
  const shown = (value: number) => `${value.toFixed(0)} ms`;
  console.log(`${items} items × ${periods} periods, medians of ${runs}`);
  console.log(`first paint of the pane: ${shown(median(paints))}; limit 500 ms`);
  console.log(`solve: ${shown(solve)}; reasons and hand-over: ${shown(reasons)}`);
  console.log(`read, lay out, write and show: ${shown(page)}; assemble: ${shown(assemble)}; audit: ${shown(audit)}`);
  console.log(`the add-in's own part: ${shown(own)}, ${(own / solve).toFixed(2)} of the solve; limit 0.5`);
}

void main();
