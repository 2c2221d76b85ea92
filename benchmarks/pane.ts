import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSite } from '../test/browser/built-site';
import { dropFile, openPage, startBrowser } from '../test/browser/open-page';
import { capacityBook } from '../test/browser/planning-books';
import { serveSite } from '../test/browser/site-server';

/** What the pane weighs, when it first paints, and how long a large workbook keeps it from answering. */
async function main(): Promise<void> {
  const folder = await buildSite();
  for (const page of ['taskpane.html', 'index.html']) {
    const html = readFileSync(join(folder, page), 'utf8');
    const files = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name) && html.includes(name));
    const weigh = (kind: string) =>
      files
        .filter((name) => name.endsWith(kind))
        .reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
    console.log(`${page}: ${kilobytes(weigh('.js'))} kB of scripts, ${kilobytes(weigh('.css'))} kB of styles (gzip)`);
  }
  const site = await serveSite(folder);
  const browser = await startBrowser();
  try {
    const paints: number[] = [];
    for (let run = 0; run < 5; run++) {
      const { page } = await openPage(browser, site.origin);
      paints.push(
        await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity),
      );
      await page.context().close();
    }
    console.log(`first contentful paint: ${paints.map(Math.round).join(', ')} ms`);
    for (const [items, periods] of [
      [3, 13],
      [100, 52],
    ]) {
      await runLargeBook(browser, site.origin, items, periods);
    }
  } finally {
    await browser.close();
    site.close();
  }
}

async function runLargeBook(
  browser: Awaited<ReturnType<typeof startBrowser>>,
  origin: string,
  items: number,
  periods: number,
): Promise<void> {
  const { page } = await openPage(browser, origin, {
    before: `
      window.longTasks = [];
      new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => Math.round(duration))))
        .observe({ entryTypes: ['longtask'] });
    `,
  });
  const takeTasks = () => page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.splice(0));
  await dropFile(page, 'book.xlsx', capacityBook(items, periods));
  await page.waitForTimeout(1000);
  const reading = await takeTasks();
  const started = Date.now();
  await page.click('#optimize');
  await page.waitForSelector('#result-heading', { timeout: 300_000 });
  const took = Date.now() - started;
  await page.waitForTimeout(1000);
  console.log(
    `${items} × ${periods}: opening blocks ${list(reading)}; the run (${took} ms) blocks ${list(await takeTasks())}`,
  );
  await page.context().close();
}

function list(tasks: readonly number[]): string {
  return tasks.length === 0 ? 'for less than 50 ms at a time' : `for ${tasks.join(', ')} ms`;
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}

void main();
