import { buildSite } from '../test/browser/built-site';
import { dropFile, openPage, startBrowser } from '../test/browser/open-page';
import { sampleBytes } from '../test/browser/planning-books';
import { serveSite } from '../test/browser/site-server';

const runs = Number(process.env.BENCH_RUNS ?? 20);

/** A slider of the pane in Chromium, from its event to the new total on the page, for three SKUs: median in milliseconds. */
async function main(): Promise<void> {
  const site = await serveSite(await buildSite());
  const browser = await startBrowser();
  try {
    const { page } = await openPage(browser, site.origin);
    await dropFile(page, 'three-skus.xlsx', sampleBytes('three-skus-one-factory'));
    await page.click('#tab-whatIf');
    await page.waitForFunction(() => /\d/.test(document.querySelector('#what-if-figure')?.textContent ?? ''));
    for (const slider of ['Capacity', 'Demand', 'Holding_Cost', 'Safety_Stock']) {
      const times = await page.evaluate(
        async ([name, count]) => {
          const found: number[] = [];
          const range = document.querySelector<HTMLInputElement>(`#what-if-${name}`);
          const figure = document.querySelector('#what-if-figure');
          for (let run = 1; range && figure && run <= Number(count); run++) {
            const changed = new Promise<void>((resolve) => {
              const observer = new MutationObserver(() => {
                observer.disconnect();
                resolve();
              });
              observer.observe(figure, { childList: true, characterData: true, subtree: true });
            });
            const started = performance.now();
            // Less demand, more capacity: always a plan, and each time another total.
            range.value = String(name === 'Demand' ? -run : run);
            range.dispatchEvent(new Event('input'));
            await changed;
            found.push(performance.now() - started);
          }
          return found;
        },
        [slider, String(runs)],
      );
      const sorted = [...times].sort((one, other) => one - other);
      const median = sorted[Math.floor(sorted.length / 2)];
      console.log(
        `${slider}: median of ${times.length} ${median.toFixed(1)} ms, slowest ${Math.max(...times).toFixed(1)} ms`,
      );
      await page.click('#what-if-reset');
      await page.waitForTimeout(500);
    }
  } finally {
    await browser.close();
    site.close();
  }
}

void main();
