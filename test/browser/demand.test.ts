import AxeBuilder from '@axe-core/playwright';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { runSop } from '../../src/cli/run-sop';
import { loadHighs } from '../../src/solvers/highs';
import type { Cell } from '../../src/workbook/workbook';
import { openXlsx } from '../../src/workbook/xlsx/open-xlsx';
import { buildSite } from './built-site';
import { downloaded, dropFile, keepPicture, openPage, optimize, startBrowser } from './open-page';
import type { OpenPage, PageOptions } from './open-page';
import { sampleBytes } from './planning-books';
import { serveSite } from './site-server';

// Axe reads every element several times, and a shared machine may be slow.
jest.setTimeout(240_000);

/** Both ways stamp their sheets with this time, so that they may be compared whole. */
const now = '2026-01-05T10:00:00';
const resultSheets = ['SOP Cleaning', 'SOP Forecast', 'SOP Forecast Log', 'SOP Plan'];

describe('past demand in the pane', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveSite>>;
  const open: OpenPage[] = [];

  beforeAll(async () => {
    site = await serveSite(await buildSite());
    browser = await startBrowser();
  }, 400_000);
  afterEach(async () => {
    for (const { page } of open.splice(0)) await page.context().close();
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  /** The page on the sample of past demand, with the panel in front and its history read. */
  async function visit(options: PageOptions = {}): Promise<OpenPage> {
    const visited = await openPage(browser, site.origin, { timezoneId: 'UTC', ...options });
    open.push(visited);
    const { page } = visited;
    await page.clock.setFixedTime(`${now}Z`);
    await dropFile(page, 'demand.xlsx', sampleBytes('demand'));
    await page.click('#tab-demand');
    await page.waitForSelector('#demand-clean');
    return visited;
  }
  async function cleanAndForecast(page: Page): Promise<void> {
    await page.click('#demand-clean');
    await page.click('#demand-next');
    await page.click('#demand-forecast');
    await page.waitForSelector('#demand-item-choice', { timeout: 120_000 });
  }

  it('leads from dirty sales to a plan, with the sheets that the command line writes', async () => {
    const { page, requests, complaints } = await visit();
    expect(await page.textContent('.demand-facts')).toMatch(/Rows3,297Items3/);
    await cleanAndForecast(page);
    expect(await page.textContent('[role=status]')).toContain('3 items were forecast');
    expect(await page.locator('.demand-mark-flagged').count()).toBeGreaterThan(3);
    await page.click('#demand-next');
    expect(await page.textContent('#demand-stocks-heading')).toBe('Safety stocks and reorder points');
    await page.click('#demand-next');
    await page.click('#demand-use');
    await page.click('#demand-optimize');
    await optimize(page);
    expect(await page.textContent('.badge')).toBe('Optimal');
    const { bytes } = await downloaded(page, '#save-copy');

    const fromPane = await shownSheets(bytes);
    const fromCommandLine = await shownSheets(await byCommandLine(sampleBytes('demand')));
    for (const sheet of resultSheets) {
      expect(fromPane[sheet].length).toBeGreaterThan(10);
      expect(fromPane[sheet]).toEqual(fromCommandLine[sheet]);
    }
    expect(fromPane.Plan).toEqual(fromCommandLine.Plan);
    expect(requests.filter((url) => !url.startsWith(site.origin) && !url.startsWith('blob:'))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('has no accessibility faults at any step, on 320 pixels in dark colours', async () => {
    const { page } = await visit({ viewport: { width: 320, height: 900 }, colorScheme: 'dark' });
    const look = async (step: string) => {
      // The workbook beside the pane is looked at elsewhere, and has thousands of cells.
      const { violations } = await new AxeBuilder({ page }).include('#pane').analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      await keepPicture(page, `demand-${step}-320-dark`);
    };
    await page.click('.demand-finding [aria-expanded]');
    await look('clean');
    await cleanAndForecast(page);
    await page.click('#demand-parts-toggle');
    await look('forecast');
    await page.click('#demand-step-stock');
    await page.click('#demand-curve-toggle');
    await look('stock');
    await page.click('#demand-step-use');
    await look('use');
  });
});

/** Cleans, forecasts into the plan, and plans: file after file, as the documentation has it. */
async function byCommandLine(bytes: Uint8Array): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'sop-'));
  const [book, cleaned, filled, plan] = ['demand', 'cleaned', 'filled', 'plan'].map((name) =>
    join(folder, `${name}.xlsx`),
  );
  try {
    writeFileSync(book, bytes);
    await sop('clean', book, '--out', cleaned);
    await sop('forecast', cleaned, '--apply', '--out', filled);
    await sop('optimize', filled, '--out', plan);
    return readFileSync(plan);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function sop(...words: string[]): Promise<void> {
  const errors: string[] = [];
  const code = await runSop(words, {
    out: () => undefined,
    err: (text) => void errors.push(text),
    terminal: false,
    clock: () => performance.now(),
    now: () => now,
    loadSolver: () => loadHighs(),
  });
  expect({ code, errors: errors.filter((text) => text.startsWith('error')) }).toEqual({ code: 0, errors: [] });
}

/** Every cell of every sheet with its place, as the sheet shows it: numbers to the last digit of their format. */
async function shownSheets(bytes: Uint8Array): Promise<Record<string, string[]>> {
  const book = openXlsx(new Uint8Array(bytes));
  if (!book.ok) throw new Error(book.error.message);
  const overview = await book.value.read({ names: [], tables: [], ranges: [], settings: [] });
  if (!overview.ok) throw new Error(overview.error.message);
  const { sheets } = overview.value;
  const whole = { row: 0, column: 0, rowCount: 1048576, columnCount: 16384 };
  const read = await book.value.read({
    names: [],
    tables: [],
    ranges: sheets.map((sheet) => ({ sheet, ...whole })),
    settings: [],
  });
  if (!read.ok) throw new Error(read.error.message);
  return Object.fromEntries(
    read.value.ranges.map(({ reference, cells }) => [
      reference.sheet,
      cells.flatMap((row, r) =>
        row.flatMap((cell, c) => (isBlank(cell) ? [] : [`R${r + 1}C${c + 1} ${cell.formula ?? ''} ${shown(cell)}`])),
      ),
    ]),
  );
}

function isBlank({ value, formula }: Cell): boolean {
  return value === null && formula === null;
}

function shown({ value, numberFormat }: Cell): string {
  if (typeof value !== 'number') return JSON.stringify(value);
  const decimals = /\.([0#]+)/.exec(numberFormat)?.[1].length ?? (numberFormat === 'General' ? 9 : 0);
  const text = value.toFixed(decimals + (numberFormat.includes('%') ? 2 : 0));
  return Number(text) === 0 ? '0' : text;
}
