import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { cupNetwork } from '../cases/cup-network';
import { openBrowser, openBrowserHost, type BrowserHost } from '../host/browser-host';
import { hostData } from '../workbook/excel/open-book';
import { buildSite } from './built-site';

const pictures = join(__dirname, '../../test-results');
const patience = { timeout: 60_000 };

jest.setTimeout(180_000);

describe('a network in Excel on the web, in the add-in as it is delivered', () => {
  let browser: Browser;
  let opened: BrowserHost;

  beforeAll(async () => {
    const folder = await buildSite();
    browser = await openBrowser();
    opened = await openBrowserHost({ folder, workbook: hostData(cupNetwork), browser });
    await opened.frame.waitForSelector('#data-verdict', { ...patience, state: 'attached' });
  }, 400_000);
  afterAll(async () => {
    await opened?.close();
    await browser?.close();
  });

  const shows = (selector: string, pattern: RegExp) =>
    opened.frame.waitForFunction(
      ([where, source]) => new RegExp(source).test(document.querySelector(where)?.textContent ?? ''),
      [selector, pattern.source] as const,
      patience,
    );
  const cellsOf = (sheet: string) => opened.host.snapshot().sheets.find(({ name }) => name === sheet)?.cells ?? {};
  /** Address of the first period of a row of the plan's sheet. */
  const place = (owner: string, measure: string) => {
    const cells = cellsOf('SOP Plan');
    const row = Object.keys(cells)
      .filter((address) => /^B\d+$/.test(address) && cells[address].value === measure)
      .map((address) => address.slice(1))
      .find((line) => cells[`A${line}`]?.value === owner);
    return `E${row}`;
  };
  const keepPicture = async (name: string) => {
    mkdirSync(pictures, { recursive: true });
    await opened.page.screenshot({ path: join(pictures, `${name}.png`) });
  };

  it('has quantities of a lane and of one of two sources that were typed over the plan kept', async () => {
    await opened.frame.click('#optimize');
    await shows('#headline-figure', /^570\.00$/);
    opened.host.user.enter(`SOP Plan!${place('Cup @ Plant', 'Sent to Shop')}`, 130);
    opened.host.user.enter(`SOP Plan!${place('Cup @ Plant', 'of which Cup @ Plant on Line 2')}`, 50);
    await shows('#overrides-heading', /^You changed 2 quantities$/);
    await shows('#overrides-list', /Cup: Plant > Shop, W1: 130 instead of 100/);
    await shows('#overrides-list', /Cup @ Plant on Line 2, W1: 50 instead of 20/);
    await shows('#overrides-total', /Together they cost/);
    await keepPicture('network-typed');
    await opened.frame.click('#lock-overrides');
    await shows('[role=status]', /SOP Plan/);
    await shows('#overrides-heading', /^You changed 2 quantities$/);
    expect(cellsOf('SOP Plan')[place('Cup @ Plant', 'Sent to Shop')].value).toBe(130);
    expect(cellsOf('SOP Plan')[place('Cup @ Plant', 'of which Cup @ Plant on Line 2')].value).toBe(50);
    await opened.frame.click('#forget-overrides');
    await shows('#headline-figure', /^570\.00$/);
  });

  it('is planned with a preset that was edited in the pane and saved in the workbook', async () => {
    await opened.frame.click('#edit-presets');
    await opened.frame.waitForSelector('#preset-rates');
    await opened.frame.selectOption('#opened-preset', '');
    await opened.frame.fill('#preset-name', 'dear stock');
    await opened.frame.click('#add-rate');
    await opened.frame.selectOption('#preset-input-0', 'Sources Cost');
    await opened.frame.fill('#preset-value-0', '2');
    await opened.frame.selectOption('#preset-of-0', 'current');
    await shows('#preset-preview', /Sources Cost: 2 numbers/);
    await keepPicture('network-preset');
    await opened.frame.click('#save-preset');
    await opened.frame.waitForSelector('#use-preset', patience);
    const saved = cellsOf('SOP Presets');
    expect(['A2', 'C2', 'E2', 'F2'].map((address) => saved[address]?.value)).toEqual([
      'dear stock',
      'Sources Cost',
      2,
      'current',
    ]);
    expect(opened.host.snapshot().tables.map(({ name }) => name)).toContain('SOP_Presets');
    await opened.frame.click('#use-preset');
    await opened.frame.click('#optimize');
    // Making costs twice as much, sending what it did.
    await shows('#headline-figure', /^990\.00$/);
    await shows('#planned-with', /dear stock/);
    expect(Object.values(cellsOf('SOP Plan')).map(({ value }) => value)).toContain('2 × current');
  });
});
