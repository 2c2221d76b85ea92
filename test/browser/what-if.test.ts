import AxeBuilder from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { threeSkusSample } from '../../scripts/samples/three-skus';
import { openBrowser, openBrowserHost, type BrowserHost } from '../host/browser-host';
import { hostData } from '../workbook/excel/open-book';
import { buildSite } from './built-site';

const pictures = join(__dirname, '../../test-results');
const patience = { timeout: 40_000 };

/** The three SKUs, playing what-if in the delivered add-in with the unmodified Office.js. */
describe('what-if in Excel on the web, as it is delivered', () => {
  let browser: Browser;
  let folder: string;
  let opened: BrowserHost;

  beforeAll(async () => {
    folder = await buildSite();
    browser = await openBrowser();
  }, 400_000);
  beforeEach(async () => {
    opened = await openBrowserHost({ folder, workbook: hostData(threeSkusSample()), browser });
    await opened.frame.waitForSelector('#data-verdict', { ...patience, state: 'attached' });
  });
  afterEach(() => opened?.close());
  afterAll(() => browser?.close());

  async function openWhatIf() {
    await opened.frame.click('#tab-whatIf');
    await shows('#what-if-figure', /^2,128,139$/);
  }
  /** Waits until the text of an element matches. */
  async function shows(selector: string, text: RegExp) {
    await opened.frame.waitForFunction(
      ([where, pattern]) => new RegExp(pattern).test(document.querySelector(where)?.textContent ?? ''),
      [selector, text.source],
      patience,
    );
  }
  const text = (selector: string) => opened.frame.textContent(selector);
  const texts = (selector: string) => opened.frame.locator(selector).allTextContents();
  async function expectFaultless(name: string) {
    mkdirSync(pictures, { recursive: true });
    await opened.page.screenshot({ path: join(pictures, `what-if-${name}.png`) });
    const { violations } = await new AxeBuilder({ page: opened.page }).include(['iframe', 'body']).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  }

  it('plans again while the capacity slider moves, and says when and why no plan is left', async () => {
    await openWhatIf();
    await opened.frame.focus('#what-if-Capacity');
    for (let n = 0; n < 5; n++) await opened.page.keyboard.press('ArrowLeft');
    // A unit more in every month saves 0 + 2 + … + 16 = 72, as the plan's prices say; 750 less cost 54,000.
    await shows('#what-if-Capacity-values', /^15,000 → 14,250 a period$/);
    await shows('#what-if-figure', /^2,182,139$/);
    await opened.frame.fill('#what-if-Capacity-percent', '-6.66666666667');
    await shows('#what-if-figure', /^2,200,292$/);
    expect(await text('#what-if-difference')).toBe('72,153 (3.4%) more than now');
    await shows('[role=status]', /^Total cost: 2,200,292\. 72,153 \(3\.4%\) more than now\.$/);

    await opened.frame.fill('#what-if-Capacity-percent', '-20');
    await shows('#what-if-figure', /^No plan satisfies all limits$/);
    await shows('#what-if-reasons .reasons', /only 108,000 are available: 13,928 too few/);
    expect((await texts('#what-if-reasons .fixes li'))[0]).toMatch(/13,547\.56/);
    await expectFaultless('infeasible');
    await opened.frame.click('#what-if-reset');
    await shows('#what-if-figure', /^2,128,139$/);
    expect(opened.strayUrls).toEqual([]);
  });

  it('sweeps capacity from 10,000 to 20,000 in steps of 500, and keeps a setting as a scenario', async () => {
    await openWhatIf();
    const field = (name: string) => opened.frame.inputValue(`#sweep-${name}`);
    expect([await field('from'), await field('to'), await field('step')]).toEqual(['10000', '20000', '500']);
    await opened.frame.click('#sweep-start');
    await opened.frame.waitForSelector('#sweep-breaks', patience);
    expect(await texts('#sweep-breaks li')).toEqual([
      'Below 13,547.56 of Capacity no plan satisfies all limits.',
      'From 19,930 on, more Capacity changes nothing.',
    ]);
    await opened.frame.click('#sweep-table');
    const rows = await texts('[aria-labelledby=what-if-sweep-heading] tbody tr');
    expect(rows).toHaveLength(21);
    expect(rows[7]).toBe('13,500no plan–');
    expect(rows[8]).toBe('14,0002,200,292–');
    expect(rows[10]).toMatch(/^15,0002,128,139/);
    await expectFaultless('sweep');

    await opened.frame.fill('#what-if-Demand-percent', '3');
    await opened.frame.fill('#what-if-keep-name', 'Spring');
    await opened.frame.click('#what-if-keep');
    await opened.frame.waitForSelector('#what-if-kept', patience);
    const sheet = opened.host.snapshot().sheets.find(({ name }) => name === 'SOP Scenarios');
    expect(['A', 'B', 'F', 'G'].map((column) => sheet?.cells[`${column}2`]?.value)).toEqual([
      'Spring',
      'Demand',
      'percent',
      3,
    ]);
  });

  it('finds a quantity typed over the plan, says what it costs, and plans the rest around it', async () => {
    await opened.frame.click('#optimize');
    await opened.frame.waitForSelector('#result-heading', patience);
    const cells = () => opened.host.snapshot().sheets.find(({ name }) => name === 'SOP Plan')?.cells ?? {};
    /** Where the production of the first period stands. */
    const place = () => {
      const lines = Object.keys(cells()).filter((address) => cells()[address].value === 'Production');
      return `E${lines.map((address) => address.slice(1)).find((line) => cells()[`A${line}`]?.value === 'SKU-001')}`;
    };
    const planned = Number(cells()[place()].value);
    opened.host.user.enter(`SOP Plan!${place()}`, planned + 100);
    await shows('#overrides-heading', /^You changed 1 quantity$/);
    await shows('#overrides-list', /2025-12/);
    // A hundred units made a month sooner than they are needed: 2 each to store.
    await shows('#overrides-total', /Together they cost 200\.00\./);
    expect(await text('#overrides-list')).toMatch(/costs 200\.00/);
    await opened.frame.click('#lock-overrides');
    await shows('#headline-figure', /^2,128,339$/);
    await shows('[role=status]', /SOP Plan/);
    expect(cells()[place()].value).toBe(planned + 100);
    const said = Object.values(cells()).map(({ value }) => String(value));
    expect(said.filter((value) => /costs 200\.00/.test(value))).toHaveLength(1);
    await shows('#overrides-heading', /^You changed 1 quantity$/);
    await opened.frame.click('#forget-overrides');
    await shows('#headline-figure', /^2,128,139$/);
    await opened.frame.waitForSelector('#overrides-heading', { ...patience, state: 'detached' });
  });

  it('says that the plan is older than its inputs, now and after the workbook is opened again', async () => {
    await opened.frame.click('#optimize');
    await opened.frame.waitForSelector('#result-heading', patience);
    opened.host.user.enter('Factory!B3', 16000);
    await shows('#panel .message-warning', /The inputs have changed since this plan was made\./);
    const saved = opened.host.snapshot();
    await opened.close();

    const book = threeSkusSample();
    const sheets = saved.sheets.map(({ name, cells }) => ({ name, cells }));
    opened = await openBrowserHost({ folder, workbook: { ...hostData(book), sheets }, browser });
    await opened.frame.waitForSelector('#written-plan', patience);
    expect(await text('#written-plan')).toContain(
      'The inputs have changed since the plan on the sheet “SOP Plan” was made.',
    );
    await expectFaultless('stale');
    await opened.frame.click('#optimize');
    await opened.frame.waitForSelector('#result-heading', patience);
    expect(await opened.frame.$('#written-plan')).toBeNull();
  });
});
