import AxeBuilder from '@axe-core/playwright';
import { unzipSync } from 'fflate';
import type { Browser, Frame, Page } from 'playwright-core';
import { oneProductSample } from '../../scripts/samples/one-product';
import { threeSkusSample } from '../../scripts/samples/three-skus';
import { emptySheet } from '../../src/workbook/book-content';
import type { BookContent } from '../../src/workbook/book-content';
import { buildXlsx } from '../../src/workbook/xlsx/build-xlsx';
import { openBrowser, openBrowserHost } from '../host/browser-host';
import type { BrowserHost } from '../host/browser-host';
import { hostData } from '../workbook/excel/open-book';
import { buildSite } from './built-site';
import { downloaded, dropFile, openPage, optimize } from './open-page';
import { sampleBytes } from './planning-books';
import { serveSite } from './site-server';

const patience = { timeout: 60_000 };

jest.setTimeout(180_000);

/** A month's demand of 300 after two of 100 and 150, at 150 a month: 100 units too much for what can be made in time. */
function tightBook(names: Readonly<Record<string, number>>): Uint8Array {
  const row = (at: number, title: string, values: readonly (number | string)[]) => [
    { row: at, column: 0, value: title },
    ...values.map((value, t) => ({ row: at, column: 1 + t, value })),
  ];
  return buildXlsx({
    sheets: [
      {
        ...emptySheet('Data'),
        cells: [...row(0, '', ['Jan', 'Feb', 'Mar', 'Apr']), ...row(1, 'Pump', [100, 150, 300, 50])],
      },
    ],
    names: [
      { name: 'Demand', refersTo: 'Data!$B$2:$E$2' },
      { name: 'Capacity', refersTo: '=150' },
      { name: 'Holding_Cost', refersTo: '=2' },
      ...Object.entries(names).map(([name, value]) => ({ name, refersTo: `=${value}` })),
    ],
    tables: [],
  });
}

/** Waits until the pane has said it. */
async function says(where: Frame | Page, text: string): Promise<void> {
  await where.waitForFunction(
    (wanted) => document.querySelector('[role=status]')?.textContent === wanted,
    text,
    patience,
  );
}

describe('deciding with a plan', () => {
  let browser: Browser;
  let folder: string;
  let site: Awaited<ReturnType<typeof serveSite>>;
  let pane: BrowserHost | undefined;
  const pages: Page[] = [];

  beforeAll(async () => {
    folder = await buildSite();
    site = await serveSite(folder);
    browser = await openBrowser();
  }, 400_000);
  afterEach(async () => {
    await pane?.close();
    pane = undefined;
    for (const page of pages.splice(0)) await page.context().close();
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  async function visit(name: string, bytes: Uint8Array): Promise<Page> {
    const { page } = await openPage(browser, site.origin, { viewport: { width: 400, height: 900 } });
    pages.push(page);
    await dropFile(page, name, bytes);
    return page;
  }

  async function openInExcel(content: BookContent): Promise<BrowserHost> {
    pane = await openBrowserHost({ folder, workbook: hostData(content), browser });
    await pane.frame.waitForSelector('#data-verdict', { ...patience, state: 'attached' });
    return pane;
  }

  const cellsOf = ({ host }: BrowserHost, sheet: string) =>
    host.snapshot().sheets.find(({ name }) => name === sheet)?.cells ?? {};

  it('tells why 12,000 a month is too little, what would do, and writes the closest plan in Excel', async () => {
    const { frame, host } = await openInExcel(withCapacity(12000));
    await frame.click('#optimize');
    await frame.waitForSelector('#result-heading', patience);
    const text = await frame.innerText('#panel');
    expect(text).toContain('No plan satisfies all limits');
    expect(text).toMatch(/These limits cannot hold together\s+.*only 108,000 are available: 13,928 too few/);
    expect(text).toContain('At least 13,547.56 units of Capacity in every period instead of 12,000 (1,547.56 more)');
    expect(await frame.locator('.fixes li').count()).toBeGreaterThanOrEqual(4);
    expect(text).toMatch(/What cannot be delivered\s+[\d,.]+ units of SKU-00\d in \d{4}-\d\d/);
    expect(host.snapshot().sheets.map(({ name }) => name)).not.toContain('SOP Plan');
    await frame.click('#write-closest');
    await frame.waitForSelector('#go-to-sheet', patience);
    await says(frame, 'The closest plan stands on the sheet “SOP Plan”, marked as such.');
    const written = Object.values(cellsOf({ host } as BrowserHost, 'SOP Plan')).map(({ value }) => String(value));
    expect(written.some((value) => /closest/i.test(value))).toBe(true);
  });

  it('says what today’s cover costs, writes the plan over it in Excel and brings the formulas back', async () => {
    const opened = await openInExcel(oneProductSample());
    const { frame } = opened;
    await frame.click('#optimize');
    await frame.waitForSelector('#replace-plan', patience);
    expect(await frame.textContent('.saving')).toMatch(/less than today’s rule/);
    expect(await frame.innerText('section[aria-labelledby=replacement-heading]')).toMatch(
      /Today’s way ties up cash: holding more than this plan costs [\d,.]+/,
    );
    const before = planCells(opened);
    await frame.click('#replace-plan');
    await frame.waitForSelector('#restore-plan', patience);
    await says(frame, 'The plan was written into Production_Plan. What stood there is kept.');
    expect(await frame.locator('.section .message-warning').count()).toBe(0);
    const replaced = planCells(opened);
    expect(replaced).not.toEqual(before);
    expect(replaced.every(({ formula }) => formula === undefined)).toBe(true);
    await frame.click('#restore-plan');
    await frame.waitForSelector('#restore-plan', { ...patience, state: 'detached' });
    await says(frame, 'What stood in Production_Plan before is back.');
    expect(planCells(opened)).toEqual(before);
  });

  it('replaces the plan of a file, and after closing and reopening brings it back to the byte', async () => {
    const original = sampleBytes('one-product');
    const page = await visit('book.xlsx', original);
    await optimize(page);
    await page.click('#replace-plan-live');
    await page.waitForSelector('#restore-plan');
    const { bytes } = await downloaded(page, '#save-copy');
    expect(planSheetPart(bytes)).toMatch(/SOP[._]PLAN\(/);
    await dropFile(page, 'reopened.xlsx', bytes);
    await page.waitForSelector('#restore-plan');
    expect(await page.innerText('section[aria-labelledby=replacement-heading]')).toContain(
      'What stood there before is kept in the workbook.',
    );
    await page.click('#restore-plan');
    await page.waitForSelector('#restore-plan', { state: 'detached' });
    await says(page, 'What stood in Production_Plan before is back.');
    await optimize(page);
    const restored = (await downloaded(page, '#save-copy')).bytes;
    expect(planSheetPart(restored)).toBe(planSheetPart(original));
  });

  it('plans the three published scenarios, puts them side by side and onto a sheet', async () => {
    const page = await visit('prebuild-q4.xlsx', sampleBytes('prebuild-q4'));
    await page.click('#tab-scenarios');
    await page.click('#optimize-scenarios');
    await page.waitForSelector('#write-comparison', patience);
    await page.waitForSelector('#optimize-scenarios', patience);
    expect(await page.locator('.scenarios-cost').allTextContents()).toEqual([
      '833,038.20',
      '1,146,018.86',
      '719,399.71',
    ]);
    await says(page, '3 scenarios are planned, each on its own sheet.');
    const table = (await page.locator('.scenarios-compare').first().innerText()).replace(/\s+/g, ' ');
    expect(table).toMatch(/Total cost 833,038\.20 1,146,018\.86 \(differs\) 719,399\.71 \(differs\)/);
    expect(table).toMatch(/Peak production 226,573 235,000/);
    expect(await page.getAttribute('.chart', 'aria-label')).toBe(
      'Difference to BASELINE by period: Production. Largest: Q4_PUSH, +174,910.3 in Sep 2024.',
    );
    await page.click('#write-comparison');
    await page.waitForSelector('#go-to-comparison');
    await page.waitForSelector('.sheet-tab:text-is("SOP Compare")');
    expect(await page.textContent('.sheet-tabs')).toMatch(/SOP Plan \(CONSERVATIVE\).*SOP Compare/);
    // The sheet beside the pane has tests of its own, and takes axe a while.
    const { violations } = await new AxeBuilder({ page }).include('#pane').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
  });

  it('adds a scenario to a file and finds it again after reopening', async () => {
    const page = await visit('book.xlsx', sampleBytes('three-skus-one-factory'));
    await page.click('#tab-scenarios');
    await page.click('#new-scenario');
    await page.keyboard.type('Less capacity');
    await page.keyboard.press('Enter');
    await page.click('#add-change');
    await page.selectOption('#change-input', 'Capacity');
    await page.selectOption('#change-kind', 'value');
    await page.fill('#change-amount', '12,000');
    await page.waitForSelector('.scenarios-preview');
    expect(await page.innerText('.scenarios-preview p')).toBe('Capacity · 1 number: 15,000 → 12,000 (-20%)');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.scenarios-change');
    await page.click('#optimize-scenario');
    await page.waitForSelector('#closest-of-scenario', patience);
    expect(await page.innerText('#panel')).toMatch(/only 108,000 are available: 13,928 too few/);
    await page.click('#tab-plan');
    await optimize(page);
    const { bytes } = await downloaded(page, '#save-copy');
    await dropFile(page, 'reopened.xlsx', bytes);
    await page.click('#tab-scenarios');
    await page.waitForSelector('.scenarios-entry');
    expect(await page.locator('.scenarios-entry').allInnerTexts()).toEqual([
      'BASELINE\nthe workbook as it is',
      'Less capacity\n1 change',
    ]);
  });

  it('says what is late, what is short, and why', async () => {
    const late = await visit('late.xlsx', tightBook({ Backorder_Cost: 5 }));
    await optimize(late);
    const lateReasons = await late.innerText('.reasons');
    expect(lateReasons).toContain(
      '100 units of Pump are open at the end of Mar and delivered late. The reason is Capacity (full in Jan to Mar)',
    );
    expect(lateReasons).toContain('One more unit of Capacity in Mar saves 5.00, up to 100 units');
    const short = await visit('short.xlsx', tightBook({ Shortage_Cost: 40 }));
    await optimize(short);
    expect(await short.innerText('.reasons')).toContain(
      '100 units of Pump in Mar are never delivered. The reason is Capacity',
    );
  });

  function withCapacity(units: number): BookContent {
    const book = threeSkusSample();
    const sheets = book.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => (cell.value === 15000 ? { ...cell, value: units } : cell)),
    }));
    return { ...book, sheets };
  }

  /** The cells of today's plan in the emulated Excel. */
  function planCells(opened: BrowserHost): readonly { readonly value: unknown; readonly formula?: string }[] {
    const refersTo = oneProductSample().names.find(({ name }) => name === 'Production_Plan')?.refersTo ?? '';
    const [, sheet, left, row, right] = /^=?'?([^'!]+)'?!\$([A-Z]+)\$(\d+):\$([A-Z]+)\$\d+/.exec(refersTo) ?? [];
    const cells = cellsOf(opened, sheet);
    const columns = Array.from({ length: right.charCodeAt(0) - left.charCodeAt(0) + 1 }, (_none, c) =>
      String.fromCharCode(left.charCodeAt(0) + c),
    );
    return columns.map((column) => {
      const { value, formula } = cells[`${column}${row}`] ?? {};
      return { value, formula };
    });
  }

  /** The sheet with today's plan in a file, as text. */
  function planSheetPart(bytes: Uint8Array): string {
    return Buffer.from(unzipSync(new Uint8Array(bytes))['xl/worksheets/sheet1.xml']).toString('utf8');
  }
});
