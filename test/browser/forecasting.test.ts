import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forecastItem } from '../../src/forecasting/index';
import type { ForecastTask } from '../../src/forecasting/index';
import type { ForecastingPage } from './forecasting-page';
import { buildForecastingSite } from './forecasting-site';
import { startBrowser } from './open-page';
import { serveSite } from './site-server';

jest.setTimeout(180_000);

test('forecasts on Web Workers of the bundle as in this thread, under the policy of the site', async () => {
  const tasks = Array.from({ length: 12 }, (_, i): ForecastTask => {
    const history = Array.from({ length: 36 }, (__, t) => 50 + 5 * i + 10 * Math.sin(t / 2) + (t % (i + 2)));
    return { input: { item: `item ${i}`, history }, options: { periods: 12, seasonLength: 12 } };
  });
  const folder = mkdtempSync(join(tmpdir(), 'forecasting-page-'));
  await buildForecastingSite(folder);
  const site = await serveSite(folder);
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (mistake) => complaints.push(mistake.message));
    page.on('console', (entry) => {
      // The page has no icon, for which the browser asks all the same.
      if (entry.type() === 'error' && !entry.location().url.endsWith('/favicon.ico')) complaints.push(entry.text());
    });
    await page.goto(`${site.origin}/index.html`);
    const outcome = await page.evaluate(
      (sent) => (globalThis as unknown as ForecastingPage).forecastInBrowser(sent, undefined, 2).done,
      tasks,
    );
    expect({ failures: outcome.failures, complaints }).toEqual({
      failures: [],
      complaints: [],
    });
    outcome.results.forEach((result, i) => {
      const here = forecastItem(tasks[i].input, tasks[i].options);
      expect(result?.item).toBe(`item ${i}`);
      // Another engine's sine and logarithm may differ in the last digit.
      result?.forecast.forEach((value, h) => expect(value / here.forecast[h]).toBeCloseTo(1, 9));
      result?.upper95.forEach((value, h) => expect(value / here.upper95[h]).toBeCloseTo(1, 6));
    });
  } finally {
    await browser.close();
    site.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('one of 500 items that computes for ever does not hold up the other 499', async () => {
  const tasks = Array.from({ length: 500 }, (_, i): ForecastTask => {
    const history = [4, 6, 5, 7, 6, 5, 4 + (i % 3)];
    return { input: { item: i === 17 ? 'hang' : `item ${i}`, history }, options: { periods: 3, seasonLength: 12 } };
  });
  const folder = mkdtempSync(join(tmpdir(), 'forecasting-page-'));
  await buildForecastingSite(folder);
  const site = await serveSite(folder);
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${site.origin}/index.html`);
    const { failures, results } = await page.evaluate(
      (sent) => (globalThis as unknown as ForecastingPage).forecastWithHanging(sent, 2000),
      tasks,
    );
    expect(failures).toEqual([{ index: 17, reason: 'No answer within 2 s.' }]);
    expect(results.filter((result) => result?.failed === null)).toHaveLength(499);
    expect(results[17]?.forecast[0]).toBeCloseTo(
      tasks[17].input.history.reduce<number>((sum, q) => sum + (q ?? 0), 0) / 7,
      9,
    );
  } finally {
    await browser.close();
    site.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
