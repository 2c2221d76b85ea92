/**
 * What the pane weighs, when it first paints, and how long it keeps its thread from answering while a workbook is opened,
 * planned and written: on the page with a file, and in an emulated Excel, which runs in another process.
 *
 *   npx tsx benchmarks/pane.ts [3x13 20x26 100x52]
 */
import type { Browser } from 'playwright-core';
import { buildSite } from '../test/browser/built-site';
import { dropFile, openPage, startBrowser } from '../test/browser/open-page';
import { initialScripts } from '../test/browser/initial-scripts';
import { serveSite } from '../test/browser/site-server';
import { openBrowserHost } from '../test/host/browser-host';
import { hostBook } from './host-book';
import { longestTasks } from './main-thread';
import type { LongestTask } from './main-thread';
import { planningBook } from './planning-book';

const sizes = (process.argv.length > 2 ? process.argv.slice(2) : ['3x13', '20x26', '100x52']).map((size) =>
  size.split('x').map(Number),
);
const patience = { timeout: 300_000 };
/** The pane may have work to do after it shows the result. */
const aftermath = 1500;

async function main(): Promise<void> {
  const folder = await buildSite();
  for (const page of ['taskpane.html', 'index.html']) {
    const scripts = initialScripts(folder, page);
    const bytes = scripts.reduce((sum, { gzip }) => sum + gzip, 0);
    console.log(`${page}: ${(bytes / 1000).toFixed(1)} kB of initial scripts (gzip)`);
  }
  const site = await serveSite(folder);
  const browser = await startBrowser();
  try {
    console.log(`first contentful paint: ${(await firstPaints(browser, site.origin)).join(', ')} ms`);
    for (const [items, periods] of sizes) {
      print(`page, ${items} × ${periods}`, await onPage(browser, site.origin, items, periods));
      print(`Excel, ${items} × ${periods}`, await inExcel(browser, folder, items, periods));
    }
  } finally {
    await browser.close();
    site.close();
  }
}

async function firstPaints(browser: Browser, origin: string): Promise<number[]> {
  const paints: number[] = [];
  for (let run = 0; run < 5; run++) {
    const { page } = await openPage(browser, origin);
    const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
    paints.push(Math.round(paint ?? NaN));
    await page.context().close();
  }
  return paints;
}

async function onPage(browser: Browser, origin: string, items: number, periods: number) {
  const { page } = await openPage(browser, origin);
  const bytes = planningBook(items, periods);
  const tasks = await longestTasks(browser, page, page, async (begin) => {
    await begin('open');
    await dropFile(page, 'book.xlsx', bytes);
    await page.waitForTimeout(aftermath);
    await begin('optimize');
    await page.click('#optimize');
    await page.waitForSelector('#result-heading', patience);
    await page.waitForTimeout(aftermath);
  });
  await page.context().close();
  return tasks;
}

async function inExcel(browser: Browser, folder: string, items: number, periods: number) {
  const pane = await openBrowserHost({ folder, browser, workbook: await hostBook(items, periods) });
  const { frame, page } = pane;
  await frame.waitForSelector('#data-verdict', patience);
  const tasks = await longestTasks(browser, page, frame, async (begin) => {
    await begin('open');
    // A changed cell is read as everything is when the pane opens.
    const { requests, user } = pane.host;
    const before = requests.length;
    user.enter('Data!B1', 'First');
    while (requests.length < before + 3) await page.waitForTimeout(100);
    await page.waitForTimeout(aftermath);
    await begin('optimize');
    await frame.click('#optimize');
    await frame.waitForSelector('#result-heading', patience);
    await page.waitForTimeout(aftermath);
  });
  await pane.close();
  return tasks;
}

function print(what: string, tasks: readonly LongestTask[]): void {
  const shown = tasks.map(
    ({ phase, wall, processor }) => `${phase} ${processor.toFixed(0)} ms (${wall.toFixed(0)} on the clock)`,
  );
  console.log(`${what}: longest task ${shown.join(', ')}`);
}

void main();
