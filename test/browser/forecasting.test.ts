import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import webpack from 'webpack';
import { forecastItem } from '../../src/forecasting/index';
import type { ForecastTask } from '../../src/forecasting/index';
import type { ForecastingPage } from './forecasting-page';
import { startBrowser } from './open-page';
import { serveSite } from './site-server';

jest.setTimeout(180_000);

/** The page and its worker as the site's bundler makes them. */
async function build(folder: string): Promise<void> {
  const loader = { loader: 'swc-loader', options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } } };
  const compiler = webpack({
    mode: 'production',
    target: ['web', 'es2022'],
    entry: { page: join(__dirname, 'forecasting-page.ts') },
    output: { path: folder, filename: '[name].js', publicPath: 'auto' },
    resolve: { extensions: ['.ts', '.js'] },
    module: { rules: [{ test: /\.ts$/, use: loader }] },
  });
  await new Promise<void>((resolve, reject) =>
    compiler.run((error, stats) =>
      error || stats?.hasErrors() ? reject(error ?? new Error(stats?.toString('errors-only'))) : resolve(),
    ),
  );
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Forecasts</title><script src="page.js"></script>');
}

test('forecasts on Web Workers of the bundle as in this thread, under the policy of the site', async () => {
  const tasks = Array.from({ length: 12 }, (_, i): ForecastTask => {
    const history = Array.from({ length: 36 }, (__, t) => 50 + 5 * i + 10 * Math.sin(t / 2) + (t % (i + 2)));
    return { input: { item: `item ${i}`, history }, options: { periods: 12, seasonLength: 12 } };
  });
  const folder = mkdtempSync(join(tmpdir(), 'forecasting-page-'));
  await build(folder);
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
