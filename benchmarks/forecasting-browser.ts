/**
 * Time and memory of forecasts in Chromium, on the production bundle's Web Workers: 1,000 made-up items × 36 months with
 * intervals and accuracy, on one and on two workers, each run twice so that growing memory shows.
 *
 *   npm run bench:forecast -- [items]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uniformNumbers } from '../scripts/generate-demand-history';
import type { ForecastTask } from '../src/forecasting/index';
import type { ForecastingPage } from '../test/browser/forecasting-page';
import { buildForecastingSite } from '../test/browser/forecasting-site';
import { startBrowser } from '../test/browser/open-page';
import { serveSite } from '../test/browser/site-server';

const random = uniformNumbers(20260101);
const items = Number(process.argv[2] ?? 1000);
const tasks = Array.from({ length: items }, (_, i): ForecastTask => {
  const [level, trend, swing, noise] = [50 + 500 * random(), random() - 0.3, 0.4 * random(), 0.05 + 0.2 * random()];
  const history = Array.from({ length: 48 + Math.floor(60 * random()) }, (__, t) => {
    const season = 1 + swing * Math.sin((2 * Math.PI * t) / 12) + noise * (random() - 0.5);
    return Math.max(0, (level + trend * t) * season);
  });
  return { input: { item: `item ${i}`, history }, options: { periods: 36, seasonLength: 12 } };
});

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'forecasting-benchmark-'));
  await buildForecastingSite(folder);
  const site = await serveSite(folder);
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${site.origin}/index.html`);
    const session = await page.context().newCDPSession(page);
    for (const workers of [1, 1, 2, 2]) {
      const { seconds, failed } = await page.evaluate(
        async ([sent, count]) => {
          const started = performance.now();
          const here = globalThis as unknown as ForecastingPage;
          const { failures } = await here.forecastInBrowser(sent, undefined, count).done;
          return { seconds: (performance.now() - started) / 1000, failed: failures.length };
        },
        [tasks, workers] as const,
      );
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      console.log(
        `${items} items × 36 months with intervals and accuracy, ${workers} worker(s): ${seconds.toFixed(1)} s ` +
          `(${((1000 * seconds) / items).toFixed(1)} ms per item), ${failed} failed, ` +
          `${(usedSize / 2 ** 20).toFixed(1)} MiB in the page afterwards`,
      );
    }
  } finally {
    await browser.close();
    site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
