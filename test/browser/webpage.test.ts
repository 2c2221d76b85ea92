import { unzipSync } from 'fflate';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { runSop } from '../../src/cli/run-sop';
import { loadHighs } from '../../src/solvers/highs';
import { buildSite } from './built-site';
import { accessibilityFaults, downloaded, dropFile, keepPicture, openPage, optimize, startBrowser } from './open-page';
import type { OpenPage, PageOptions } from './open-page';
import { lotSizingBook, sampleBytes, threeSkusWith, unnamedBook } from './planning-books';
import { serveSite } from './site-server';

const sample = 'three-skus-one-factory';

/** The worker ends without an answer, once: as a browser ends it that has no memory left. */
const firstWorkerDies = `
  const RealWorker = Worker;
  let made = 0;
  window.Worker = class extends RealWorker {
    postMessage(request, ...handedOver) {
      if (request.name === 'plan' && ++made === 1) setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' })), 50);
      else super.postMessage(request, ...handedOver);
    }
  };
`;

/** What a browser does for a third party whose storage is blocked. */
const storageThrows = `
  Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });
  history.pushState = null;
  history.replaceState = null;
`;

// Axe reads every element several times, and a shared machine may be slow.
jest.setTimeout(180_000);

describe('the page in a plain browser', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveSite>>;
  const open: OpenPage[] = [];

  beforeAll(async () => {
    site = await serveSite(await buildSite());
    browser = await startBrowser();
  }, 300_000);

  afterEach(async () => {
    for (const { page } of open.splice(0)) await page.context().close();
  });

  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  async function visit(options: PageOptions = {}): Promise<OpenPage> {
    const visited = await openPage(browser, site.origin, options);
    open.push(visited);
    return visited;
  }

  async function visitWith(bytes: Uint8Array, options: PageOptions = {}): Promise<Page> {
    const { page } = await visit(options);
    await dropFile(page, 'book.xlsx', bytes);
    return page;
  }

  it('plans a dropped workbook, shows its sheet and saves what the command line writes', async () => {
    const { page, requests, complaints } = await visit();
    await dropFile(page, `${sample}.xlsx`, sampleBytes(sample));
    expect(await page.textContent('#data-verdict')).toContain('Ready to optimize');
    await optimize(page);
    expect(await page.textContent('#headline-figure')).toBe('2,128,139');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('result-heading');
    expect(await page.textContent('[role=status]')).toContain('SOP Plan');
    expect(await page.textContent('.sheet-tab[aria-current=true]')).toBe('SOP Plan');
    expect(await page.textContent('#sheet')).toContain('2,128,139.00 €');

    const { name, bytes } = await downloaded(page, '#save-copy');
    expect(name).toBe(`${sample} - plan.xlsx`);
    expect(partsOf(bytes)).toEqual(partsOf(await writtenByCommandLine(sample)));

    expect(requests.filter((url) => !url.startsWith(site.origin) && !url.startsWith('blob:'))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('gives the file back byte for byte when the last result is removed', async () => {
    const { page } = await visit();
    await dropFile(page, `${sample}.xlsx`, sampleBytes(sample));
    await optimize(page);
    await page.click('#remove-result');
    await page.waitForSelector('#result-heading', { state: 'detached' });
    expect(await page.textContent('.sheet-tabs')).not.toContain('SOP Plan');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('optimize');
    expect(await page.textContent('[role=status]')).toBe('The result was removed.');
  });

  it('shows the cell that is wrong, and what to do about it', async () => {
    const page = await visitWith(threeSkusWith('Demand', 1, 2, 'a lot'));
    expect(await page.textContent('#data-verdict')).toContain('1 error to mend first');
    expect(await page.textContent('.issues')).toMatch(/"a lot"/);
    expect(await page.textContent('.issue-fix')).toMatch(/\S/);
    await page.click('.issues button');
    await page.waitForSelector('td.selected');
    expect(await page.textContent('td.selected')).toBe('a lot');
    expect(await page.textContent('.issues button')).toBe('Show Demand!D5');
  });

  it('names the conflict and what cures it when no plan is possible, and writes the closest plan on request', async () => {
    const page = await visitWith(threeSkusWith('Capacity', 0, 0, 12000));
    await optimize(page);
    expect(await page.textContent('#result-heading')).toBe('No plan satisfies all limits');
    expect(await page.textContent('[role=alert]')).toContain('No plan satisfies all limits');
    expect(await page.textContent('.message-error .reasons')).toMatch(/only 108,000 are available: 13,928 too few/);
    expect(await page.textContent('.fixes')).toMatch(/13,547\.56/);
    await page.click('#write-closest');
    await page.waitForSelector('#save-copy');
    expect(await page.textContent('#sheet')).toMatch(/closest/i);
    await keepPicture(page, 'page-infeasible-light');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it.each(['light', 'dark'] as const)(
    'has no accessibility faults at any stage, in %s colours',
    async (colorScheme) => {
      const { page } = await visit({ colorScheme });
      expect(await accessibilityFaults(page)).toEqual([]);
      await keepPicture(page, `page-start-${colorScheme}`);
      await page.click('.card >> nth=1');
      await page.waitForSelector('.verdict');
      await page.click('summary >> nth=0');
      expect(await accessibilityFaults(page)).toEqual([]);
      await keepPicture(page, `page-inputs-${colorScheme}`);
      await optimize(page);
      expect(await page.textContent('.saving')).toMatch(/less than today’s rule/);
      await page.click('#capacity-toggle');
      expect(await accessibilityFaults(page)).toEqual([]);
      await keepPicture(page, `page-result-${colorScheme}`);
    },
  );

  it.each(['light', 'dark'] as const)('fits a screen of 320 pixels, in %s colours', async (colorScheme) => {
    const { page } = await visit({ colorScheme, viewport: { width: 320, height: 900 } });
    await dropFile(page, `${sample}.xlsx`, sampleBytes(sample));
    await optimize(page);
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBe(320);
    expect(await accessibilityFaults(page)).toEqual([]);
    await keepPicture(page, `page-320-${colorScheme}`);
  });

  it('shows every state in forced colours', async () => {
    const { page } = await visit({ forcedColors: 'active' });
    await dropFile(page, `${sample}.xlsx`, sampleBytes(sample));
    await optimize(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    await keepPicture(page, 'page-forced-colors');
  });

  it('speaks German where the browser does, numbers included, and switches', async () => {
    const { page } = await visit({ locale: 'de-DE' });
    await dropFile(page, `${sample}.xlsx`, sampleBytes(sample));
    await optimize(page);
    expect(await page.textContent('#headline-figure')).toBe('2.128.139');
    expect(await page.textContent('#optimize')).toBe('Erneut optimieren');
    expect(await page.getAttribute('html', 'lang')).toBe('de');
    await page.selectOption('.language', 'en');
    expect(await page.textContent('#optimize')).toBe('Optimize again');
    expect(await page.textContent('.page-footer')).toContain('Nothing leaves this machine');
  });

  it('says when the worker dies, and plans on the second try', async () => {
    const page = await visitWith(sampleBytes(sample), { before: firstWorkerDies });
    await optimize(page);
    expect(await page.textContent('[role=alert]')).toContain('The calculation stopped unexpectedly');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('retry');
    await page.click('#retry');
    await page.waitForSelector('#result-heading');
    expect(await page.textContent('#headline-figure')).toBe('2,128,139');
  });

  it('cancels a long search over whole numbers at once and writes nothing', async () => {
    const page = await visitWith(lotSizingBook(30, 30));
    await page.click('#optimize');
    await page.waitForSelector('.best');
    expect(await page.textContent('.best')).toMatch(/Best plan so far: [\d,]+/);
    await page.click('#cancel');
    await page.waitForSelector('.message-info', { timeout: 1000 });
    expect(await page.textContent('[role=status]')).toBe('Cancelled. Nothing was written.');
    expect(await page.textContent('.sheet-tabs')).toBe('Data');
  });

  it('keeps the best plan of a long search when asked', async () => {
    const page = await visitWith(lotSizingBook(30, 30));
    await page.click('#optimize');
    await page.waitForSelector('.best');
    await page.click('text=Keep best plan');
    await page.waitForSelector('#result-heading');
    expect(await page.textContent('.badge')).toBe('Stopped early');
    expect(await page.textContent('.sheet-tabs')).toContain('SOP Plan');
  });

  it('works where storage is blocked', async () => {
    const page = await visitWith(sampleBytes(sample), { before: storageThrows });
    await optimize(page);
    expect(await page.textContent('#headline-figure')).toBe('2,128,139');
  });

  it('walks from a workbook without names to a plan, by keyboard alone', async () => {
    const { page } = await visit();
    await dropFile(page, 'book.xlsx', unnamedBook());
    expect(await page.textContent('#set-up-step')).toContain('Step 1 of 4');
    await accessibilityFaults(page).then((faults) => expect(faults).toEqual([]));
    await page.focus('#cells-Demand');
    await page.keyboard.press('Enter');
    expect(await page.textContent('#cells-Demand-wrong')).toBe('Choose the cells with the demand first.');
    for (const cells of ["'Plan data'!B2:D2", "'Plan data'!B4:D4"]) {
      await page.keyboard.type(cells);
      await page.keyboard.press('Enter');
      // From the step's heading to its field.
      await page.keyboard.press('Tab');
    }
    expect(await page.textContent('#set-up-step')).toContain('Step 3 of 4');
    await page.focus('#cells-Holding_Cost');
    await page.keyboard.type('B5');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#optimize');
    expect(await page.textContent('#data-verdict')).toContain('Ready to optimize');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('optimize');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#result-heading');
    // 50 units of February and 50 of January for March: 50 · 2 + 50 · 2 · 2.
    expect(await page.textContent('#headline-figure')).toBe('300.00');
  });

  it('takes cells for the set-up from the sheet', async () => {
    const page = await visitWith(unnamedBook());
    const cell = (address: string) => page.locator(`td[data-cell="${address}"]`);
    await cell('1,1').hover();
    await page.mouse.down();
    await cell('1,3').hover();
    await page.mouse.up();
    await page.click('.cells-field button');
    expect(await page.inputValue('#cells-Demand')).toBe("'Plan data'!B2:D2");
  });

  it('refuses what is no workbook in one sentence and keeps the open one', async () => {
    const { page } = await visit();
    await dropFile(page, 'notes.xlsx', new TextEncoder().encode('plain text'));
    expect(await page.textContent('.message-error')).toContain('not an Excel workbook');
    await dropFile(page, `${sample}.xlsx`, sampleBytes(sample));
    await page.waitForSelector('#optimize');
    expect(await page.locator('.message-error').count()).toBe(0);
  });
});

/** Parts of a workbook by name; the date of the run is the one thing that may differ. */
function partsOf(bytes: Uint8Array): Record<string, string> {
  const parts = unzipSync(new Uint8Array(bytes));
  const text = (part: Uint8Array) =>
    Buffer.from(part)
      .toString('latin1')
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/g, 'RUN DATE');
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, text(part)]));
}

async function writtenByCommandLine(name: string): Promise<Uint8Array> {
  const target = join(mkdtempSync(join(tmpdir(), 'sop-')), 'plan.xlsx');
  const errors: string[] = [];
  const code = await runSop(['optimize', join(__dirname, `../../assets/samples/${name}.xlsx`), '--out', target], {
    out: () => undefined,
    err: (text) => void errors.push(text),
    terminal: false,
    clock: () => performance.now(),
    now: () => '2026-01-01T00:00:00',
    loadSolver: () => loadHighs(),
  });
  expect({ code, errors }).toEqual({ code: 0, errors: [''] });
  return readFileSync(target);
}
