import type { Browser, Page } from 'playwright-core';
import { buildSite } from './built-site';
import { accessibilityFaults, dropFile, keepPicture, openPage, optimize, startBrowser } from './open-page';
import { sampleBytes } from './planning-books';
import { serveSite } from './site-server';

jest.setTimeout(180_000);

describe('a network on the page', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveSite>>;
  let page: Page;

  beforeAll(async () => {
    site = await serveSite(await buildSite());
    browser = await startBrowser();
    const opened = await openPage(browser, site.origin, { viewport: { width: 1280, height: 1100 } });
    page = opened.page;
    await dropFile(page, 'prebuild-network.xlsx', sampleBytes('prebuild-network'));
    await optimize(page);
    await page.click('#tab-network');
    await page.waitForSelector('.network-picture');
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  it('is a picture of its places and where they are tight', async () => {
    const labels = await page.$$eval('.network-place', (places) =>
      places.map((place) => place.querySelector('title')?.textContent ?? ''),
    );
    expect(labels).toHaveLength(5);
    expect(labels.filter((label) => /^PLT-\w+, 100% WC-\w+-\d+/.test(label))).toHaveLength(2);
    expect(await page.locator('.network-full').count()).toBeGreaterThan(0);
    await keepPicture(page, 'network-picture');
  });

  it('opens the figures behind a place by mouse and by keyboard', async () => {
    await page.click('#place-WH-NE');
    await page.waitForSelector('#network-product');
    const heading = await page.textContent('#network-place-heading');
    expect(heading).toBe('WH-NE');
    const rows = await page.$$eval('.network-figures tbody th', (cells) => cells.map((cell) => cell.textContent));
    expect(rows).toEqual(expect.arrayContaining(['Demand', 'Delivered', 'Transport in', 'Projected stock']));
    await keepPicture(page, 'network-figures');
    await page.focus('#place-PLT-CENT');
    await page.keyboard.press('Enter');
    expect(await page.textContent('#network-place-heading')).toBe('PLT-CENT');
    expect(await page.textContent('.network-figures')).toContain('WC-CENT-03');
    await page.keyboard.press(' ');
    expect(await page.locator('.network-figures').count()).toBe(0);
  });

  it('shows one period as well as the worst of each place', async () => {
    await page.selectOption('#network-period', { label: '2024-07' });
    expect(await page.textContent('#place-PLT-CENT title')).toMatch(/^PLT-CENT, \d/);
    await page.selectOption('#network-period', '');
  });

  it('is planned by a rule on request, which says what is left to mend', async () => {
    await page.click('#plan-heuristic');
    await page.waitForFunction(() => document.querySelector('.network-shown')?.textContent?.includes('heuristic'));
    const alerts = await page.$$eval('.network-alerts li', (items) => items.map((item) => item.textContent ?? ''));
    expect(alerts.length).toBeGreaterThan(3);
    expect(alerts.join(' ')).toMatch(/WC-CENT-03/);
    await page.click('#tab-plan');
    expect(await page.textContent('.sheet-tab[aria-current=true]')).toBe('SOP Plan');
    await page.click('#tab-network');
  });

  it('is compared by every planner, in the pane and on a sheet', async () => {
    await page.click('#compare-planners');
    await page.waitForSelector('#go-to-comparison', { timeout: 120_000 });
    const rows = await page.$$eval('.network-planners tbody tr', (found) =>
      found.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
    );
    expect(rows.map(([planner]) => planner)).toEqual([
      'Heuristic',
      'Supply propagation',
      'Optimizer, least cost',
      'Optimizer, best delivery',
      'Optimizer, fair share',
      'Optimizer, most profit',
    ]);
    const [heuristic, , cost] = rows;
    expect(heuristic[1]).toBe('no');
    expect(Number(heuristic[2])).toBeGreaterThan(0);
    expect([cost[1], cost[2]]).toEqual(['yes', '0']);
    expect(await accessibilityFaults(page)).toEqual([]);
    await keepPicture(page, 'network-planners');
    await page.click('#go-to-comparison');
    expect(await page.textContent('.sheet-tab[aria-current=true]')).toBe('SOP Compare');
  });
});
