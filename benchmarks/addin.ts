/**
 * From the click on Optimize to the written sheet, in the built add-in in an emulated Excel on the web (the unmodified Office.js in
 * a browser): the add-in's own part against the solve, and the first paint of the pane. What passes until the emulated Excel has
 * answered is left out of the add-in's part; a real Excel takes its own time instead.
 *
 *   npm run build && npx tsx benchmarks/addin.ts [items] [periods]
 */
import { join } from 'node:path';
import type { DeskMilliseconds } from '../src/planning-worker/book-desk';
import { openBrowser, openBrowserHost } from '../test/host/browser-host';
import { hostBook } from './host-book';

const [items = 100, periods = 52] = process.argv.slice(2).map(Number);
const folder = process.env.SITE_FOLDER ?? join(__dirname, '../dist');
const runs = 3;

/** Milliseconds of one click, by who took them. */
interface Times extends DeskMilliseconds {
  /** From the click to the result in the pane. */
  readonly total: number;
  /** From requests that arrive at the emulated Excel's page to the answers that leave it, the emulator's own work and transport. */
  readonly excel: number;
}

/** Runs in the pane: clicks Optimize and looks at the clock. */
function clickAndMeasure(): Promise<Omit<Times, 'excel'>> {
  return new Promise((resolve) => {
    let desk = { read: 0, assemble: 0, solve: 0, audit: 0, reasons: 0, layOut: 0 };
    const post = Worker.prototype.postMessage;
    const heard = new WeakSet<Worker>();
    Worker.prototype.postMessage = function (this: Worker, ...given: unknown[]) {
      if (!heard.has(this)) {
        this.addEventListener('message', ({ data }) => {
          if (data.value?.kind === 'planned') desk = data.value.milliseconds;
        });
      }
      heard.add(this);
      Reflect.apply(post, this, given);
    };
    const started = performance.now();
    const watch = new MutationObserver(() => {
      if (!document.querySelector('#result-heading, .run .message')) return;
      watch.disconnect();
      resolve({ total: performance.now() - started, ...desk });
    });
    watch.observe(document.body, { childList: true, subtree: true });
    document.querySelector<HTMLButtonElement>('#optimize')?.click();
  });
}

/** Runs in the page around the pane: adds up how long Excel takes to answer. */
function measureExcel(): void {
  const target = window as unknown as { excelMilliseconds: number };
  target.excelMilliseconds = 0;
  const real = window.fetch.bind(window);
  window.fetch = async (...given) => {
    const asked = performance.now();
    const answer = await real(...given);
    const text = await answer.text();
    target.excelMilliseconds += performance.now() - asked;
    return new Response(text);
  };
}

async function main(): Promise<void> {
  const workbook = await hostBook(items, periods);
  const browser = await openBrowser();
  const paints: number[] = [];
  const times: Times[] = [];
  for (let run = 0; run < runs; run++) {
    const pane = await openBrowserHost({ folder, workbook, browser });
    const { frame, host, page } = pane;
    await frame.waitForSelector('#data-verdict', { timeout: 120_000 });
    paints.push(
      await frame.evaluate(
        () =>
          performance.getEntriesByType('paint').find(({ name }) => name === 'first-contentful-paint')?.startTime ?? NaN,
      ),
    );
    // The solver is compiled before the user clicks, as in a real pane.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await page.evaluate(measureExcel);
    const before = host.requests.length;
    const measured = await frame.evaluate(clickAndMeasure);
    if (!host.snapshot().sheets.some(({ name }) => name === 'SOP Plan')) {
      throw new Error((await frame.textContent('.run')) ?? 'Nothing was written.');
    }
    const excel = await page.evaluate(() => (window as unknown as { excelMilliseconds: number }).excelMilliseconds);
    times.push({ ...measured, excel });
    const requests = host.requests.slice(before);
    const sizes = requests.map(({ requestSize }) => requestSize / 1024);
    const emulator = requests.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    console.log(
      `run ${run + 1}: ${requests.length} requests, ${sizes.reduce((sum, size) => sum + size, 0).toFixed(0)} KiB, ` +
        `the largest ${Math.max(...sizes).toFixed(0)} KiB, emulator ${emulator.toFixed(0)} ms and ` +
        `${(excel - emulator).toFixed(0)} ms on the way, click to result ${measured.total.toFixed(0)} ms`,
    );
    await pane.close();
  }
  await browser.close();
  print(times, paints);
}

function print(times: readonly Times[], paints: readonly number[]): void {
  const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const of = (part: (time: Times) => number) => median(times.map(part));
  const shown = (value: number) => `${value.toFixed(0)} ms`;
  const own = of(({ total, excel, solve, reasons }) => total - excel - solve - reasons);
  const page = of((time) => {
    const { total, excel, read, assemble, solve, audit, reasons, layOut } = time;
    return total - excel - read - assemble - solve - audit - reasons - layOut;
  });
  const solve = of((time) => time.solve);
  console.log(`${items} items × ${periods} periods, medians of ${runs}`);
  console.log(`first paint of the pane: ${shown(median(paints))}; limit 500 ms`);
  console.log(`solve: ${shown(solve)}; reasons and hand-over: ${shown(of(({ reasons }) => reasons))}`);
  console.log(
    `read: ${shown(of(({ read }) => read))}; assemble: ${shown(of(({ assemble }) => assemble))}; ` +
      `audit: ${shown(of(({ audit }) => audit))}; lay out: ${shown(of(({ layOut }) => layOut))}; ` +
      `pass to Excel and show: ${shown(page)}`,
  );
  console.log(`the add-in's own part: ${shown(own)}, ${(own / solve).toFixed(2)} of the solve; limit 0.5`);
}

void main();
