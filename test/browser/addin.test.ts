import AxeBuilder from '@axe-core/playwright';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { threeSkusSample } from '../../scripts/samples/three-skus';
import type { BookContent } from '../../src/workbook/book-content';
import { openBrowser, openBrowserHost, type BrowserHost, type BrowserHostOptions } from '../host/browser-host';
import { undoBreakingCalls } from '../host/call-log';
import { currentExcel } from '../host/requirements';
import { hostData } from '../workbook/excel/open-book';
import { buildSite } from './built-site';
import { lotSizingContent, unnamedContent } from './planning-books';

const pictures = join(__dirname, '../../test-results');
const patience = { timeout: 60_000 };

describe('the add-in in Excel on the web, as it is delivered', () => {
  let browser: Browser;
  let folder: string;
  let pane: BrowserHost | undefined;

  beforeAll(async () => {
    folder = await buildSite();
    browser = await openBrowser();
  }, 400_000);
  afterEach(async () => {
    await pane?.close();
    pane = undefined;
  });
  afterAll(() => browser?.close());

  async function open(content: BookContent = threeSkusSample(), options: Partial<BrowserHostOptions> = {}) {
    pane = await openBrowserHost({ folder, workbook: hostData(content), browser, ...options });
    const metadata = JSON.parse(readFileSync(join(folder, 'functions.json'), 'utf8')) as Parameters<
      typeof pane.host.customFunctions.register
    >[1];
    pane.host.customFunctions.register('SOP', metadata);
    return pane;
  }
  /** Opens the pane and waits until it has read the workbook. */
  async function openReady(content?: BookContent, options?: Partial<BrowserHostOptions>) {
    const opened = await open(content, options);
    await opened.frame.waitForSelector('#data-verdict, #set-up-heading, .message-error', {
      ...patience,
      state: 'attached',
    });
    return opened;
  }
  const planOf = ({ host }: BrowserHost) => host.snapshot().sheets.find(({ name }) => name === 'SOP Plan');
  const sheetNames = ({ host }: BrowserHost) => host.snapshot().sheets.map(({ name }) => name);
  const values = (opened: BrowserHost) => Object.values(planOf(opened)?.cells ?? {}).map(({ value }) => value);
  const keepPicture = async ({ page }: BrowserHost, name: string) => {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `addin-${name}.png`) });
  };
  const faults = async ({ page }: BrowserHost) => {
    const { violations } = await new AxeBuilder({ page }).include(['iframe', 'body']).analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  };
  async function optimize(opened: BrowserHost) {
    await opened.frame.click('#optimize');
    await opened.frame.waitForSelector('#result-heading, #retry, .run .message', patience);
  }
  function expectPublishedPlan(opened: BrowserHost) {
    const total = values(opened).filter((value) => typeof value === 'number' && Math.abs(value - 2_128_139) < 0.5);
    expect(total).not.toEqual([]);
    const checks = values(opened).filter((value) => typeof value === 'boolean');
    expect(checks.length).toBeGreaterThan(3);
    expect(checks).not.toContain(false);
    expect(planOf(opened)?.charts.length).toBeGreaterThanOrEqual(2);
    expect(planOf(opened)?.charts[0].series.map(({ properties }) => properties.ChartType)).toEqual([
      'ColumnStacked',
      'ColumnStacked',
      'ColumnStacked',
      'Line',
    ]);
  }

  it('plans the three SKUs on a click: total, charts, checks, and nothing that breaks undo or leaves the machine', async () => {
    const opened = await openReady();
    expect(await opened.frame.textContent('#data-verdict')).toContain('Ready to optimize');
    await keepPicture(opened, 'inputs');
    await optimize(opened);
    expect(await opened.frame.textContent('#headline-figure')).toBe('2,128,139');
    expectPublishedPlan(opened);
    expect(undoBreakingCalls(opened.host.requests)).toEqual([]);
    expect(opened.strayUrls).toEqual([]);
    const complaints = opened.console.filter((line) => /pageerror|Content Security Policy/.test(line));
    expect(complaints.filter((line) => !line.includes('Applying inline style'))).toEqual([]);
    expect(await faults(opened)).toEqual([]);
    await keepPicture(opened, 'result');
    await opened.frame.click('#remove-result');
    await opened.frame.waitForSelector('#result-heading', { state: 'detached' });
    expect(sheetNames(opened)).toEqual(['Demand', 'Factory']);
  });

  it('does the same by the ribbon without the pane', async () => {
    const opened = await open(undefined, { paneVisible: false });
    expect(await opened.invokeRibbonCommand('optimizeCommand')).toMatchObject({ status: 0 });
    expectPublishedPlan(opened);
    expect(opened.host.book.runtime.state).toBe('Background');
  });

  it('does the same by the keyboard', async () => {
    const opened = await openReady();
    opened.invokeShortcut('optimizeCommand');
    await opened.frame.waitForSelector('#result-heading', patience);
    expectPublishedPlan(opened);
  });

  it('opens the pane with the reason when the ribbon command fails', async () => {
    const opened = await open(undefined, { paneVisible: false });
    opened.host.user.protectStructure();
    await opened.invokeRibbonCommand('optimizeCommand');
    expect(opened.host.book.runtime.state).toBe('Visible');
    expect(await opened.frame.textContent('[role=alert]')).toMatch(/structure is protected.*Unprotect it/);
    expect(sheetNames(opened)).toEqual(['Demand', 'Factory']);
  });

  it('shows the data and the samples by the ribbon, and inserts a sample', async () => {
    const opened = await open({ ...unnamedContent() }, { paneVisible: false });
    await opened.invokeRibbonCommand('checkDataCommand');
    expect(opened.host.book.runtime.state).toBe('Visible');
    await opened.invokeRibbonCommand('samplesCommand');
    await opened.frame.click('.card >> nth=0');
    await opened.frame.waitForSelector('#data-verdict', patience);
    expect(sheetNames(opened)).toEqual(['Plan data', 'Demand', 'Factory']);
    await optimize(opened);
    expect(await opened.frame.textContent('#headline-figure')).toBe('2,128,139');
  });

  it('spills the same production by =SOP.PLAN, with arguments and without, and follows the named ranges', async () => {
    const opened = await openReady();
    opened.host.user.addSheet('Finance');
    opened.host.user.enter('Finance!A1', '=SOP.PLAN()');
    opened.host.user.enter(
      'Finance!A11',
      '=SOP.PLAN(Demand,Capacity,Production_Cost,Holding_Cost,Initial_Inventory,Safety_Stock)',
    );
    opened.host.user.enter('Finance!A21', '=SOP.COST()');
    opened.host.user.enter('Finance!A22', '=SOP.COVERAGE(Demand,1,Initial_Inventory)');
    await opened.host.customFunctions.idle();
    const finance = () => opened.host.snapshot().sheets.find(({ name }) => name === 'Finance')?.cells ?? {};
    const block = (top: number) => ['A', 'B', 'M'].map((column) => finance()[`${column}${top}`]?.value);
    expect(finance().A21.value).toBeCloseTo(2_128_139, 0);
    expect(block(1).every((value) => typeof value === 'number')).toBe(true);
    const total = (top: number) =>
      Object.entries(finance())
        .filter(
          ([address]) => Number(address.replace(/\D/g, '')) >= top && Number(address.replace(/\D/g, '')) < top + 3,
        )
        .reduce((sum, [, { value }]) => sum + Number(value), 0);
    expect(total(11)).toBeCloseTo(total(1), 3);
    expect(Object.keys(finance()).filter((address) => /\D(1|2|3)$/.test(address))).toHaveLength(39);
    expect(block(22)).not.toContain(undefined);

    opened.host.user.enter('Factory!B3', 20000);
    await waitUntil(() => Number(finance().A21.value) < 2_128_000);
    expect(Number(finance().A21.value)).toBeGreaterThan(0);
  });

  it('shows an error of a function with its message, and ends one that is cancelled', async () => {
    const opened = await openReady();
    const wrong = await opened.invokeCustomFunction('SOP.PLAN', [[['x']], null, null, null, null, null, null]).outcome;
    expect(wrong).toMatchObject({
      kind: 'error',
      code: '#VALUE!',
      message: expect.stringMatching(/^demand, cell A1: /),
    });
    const none = await opened.invokeCustomFunction('SOP.PLAN', [[[5, 50]], [[10]], null, null, null, null, null])
      .outcome;
    expect(none).toMatchObject({ kind: 'error', code: '#N/A', message: expect.stringMatching(/^No plan satisfies/) });
    const lots = [
      ['Setup_Cost', 500],
      ['Lot_Size', 7],
      ['Setup_Use', 15],
    ];
    const demand = Array.from({ length: 30 }, (_, i) =>
      Array.from({ length: 30 }, (__, t) => 40 + ((i * 37 + t * 53) % 71)),
    );
    const long = opened.invokeCustomFunction('SOP.PLAN', [demand, [[3500]], null, [[1.7]], [[60]], null, lots]);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    long.cancel();
    const started = Date.now();
    const next = await opened.invokeCustomFunction('SOP.COST', [[[5, 7]], null, [[2]], null, null, null, null, null])
      .outcome;
    expect(next).toEqual({ kind: 'values', values: [[24]] });
    expect(Date.now() - started).toBeLessThan(30_000);
  });

  it('ends a long search over whole numbers within a second of Cancel, and writes nothing', async () => {
    const opened = await openReady(lotSizingContent(30, 30));
    await opened.frame.click('#optimize');
    await opened.frame.waitForSelector('.best', patience);
    await opened.frame.click('#cancel');
    await opened.frame.waitForSelector('.message-info', { timeout: 1000 });
    expect(sheetNames(opened)).toEqual(['Data']);
  });

  it('walks through the set-up from a workbook without names to a plan', async () => {
    const opened = await openReady(unnamedContent());
    const take = async (role: string, address: string) => {
      opened.host.user.select(`Plan data!${address}`);
      await opened.frame.click(`.labelled:has(#cells-${role}) button`);
      await opened.frame.waitForFunction(
        (id) => (document.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '') !== '',
        `cells-${role}`,
      );
    };
    const next = async () => opened.frame.click('.set-up-form button[type=submit]');
    await take('Demand', 'B2:D2');
    await keepPicture(opened, 'set-up');
    expect(await faults(opened)).toEqual([]);
    await next();
    await take('Capacity', 'B4:D4');
    await next();
    await take('Holding_Cost', 'B5');
    await next();
    await next();
    await opened.frame.waitForSelector('#data-verdict', patience);
    await optimize(opened);
    // March needs 100 more than it can make: 50 wait from February and 50 from January, at 2 a unit and month.
    expect(await opened.frame.textContent('#headline-figure')).toBe('300.00');
    expect(opened.host.snapshot().customXmlParts[0]).toContain('urn:sop-planner:settings');
  });

  it.each([
    ['a cell that is being edited', (host: BrowserHost['host']) => host.user.startCellEdit(), /Press Enter or Esc/],
    [
      'a protected structure',
      (host: BrowserHost['host']) => host.user.protectStructure(),
      /Unprotect it \(Review, Protect Workbook\)/,
    ],
    [
      'a conflict with a co-author',
      (host: BrowserHost['host']) => host.faults.failCall('ChartCollection.Add', 'Conflict'),
      /Somebody else changed the workbook/,
    ],
    [
      // The sixth request after the click is the first that carries cells.
      'a request that is too large',
      (host: BrowserHost['host']) => host.faults.refuseRequest('RequestPayloadSizeLimitExceeded', { after: 5 }),
      /too large.*Use fewer items/,
    ],
  ])('says what to do about %s, and leaves nothing half-written', async (_, prepare, sentence) => {
    const opened = await openReady();
    prepare(opened.host);
    await optimize(opened);
    expect(await opened.frame.textContent('.run .message')).toMatch(sentence);
    opened.host.user.endCellEdit();
    expect(sheetNames(opened)).toEqual(['Demand', 'Factory']);
    expect(await faults(opened)).toEqual([]);
  });

  it('says what to do about a protected result sheet, and leaves the former plan', async () => {
    const opened = await openReady();
    await optimize(opened);
    opened.host.user.protectSheet('SOP Plan');
    const before = planOf(opened);
    await opened.frame.click('#optimize');
    await opened.frame.waitForSelector('.run .message', patience);
    expect(await opened.frame.textContent('.run .message')).toMatch(/Sheet "SOP Plan" is protected\. Unprotect it/);
    expect(planOf(opened)).toEqual(before);
  });

  it('says that an old Excel has to be updated', async () => {
    const opened = await openReady(undefined, { requirements: { ...currentExcel, ExcelApi: '1.8' } });
    expect(await opened.frame.textContent('.message-error')).toMatch(/too old.*Update Office/);
  });

  it('works with blocked storage, in dark and in forced colours, without accessibility faults', async () => {
    for (const [name, options] of [
      ['dark', { colorScheme: 'dark', blockStorage: true }],
      ['forced-colors', { forcedColors: 'active' }],
      ['narrow', { paneWidth: 320 }],
    ] as const) {
      const opened = await openReady(undefined, options);
      await optimize(opened);
      expect(await faults(opened)).toEqual([]);
      await keepPicture(opened, name);
      await opened.close();
    }
  });

  it('writes a label that starts like a formula as text', async () => {
    const book = threeSkusSample();
    const [demand, factory] = book.sheets;
    const cells = demand.cells.map((cell) => (cell.value === 'SKU-001' ? { ...cell, value: '=HYPERLINK("x")' } : cell));
    const opened = await openReady({ ...book, sheets: [{ ...demand, cells }, factory] });
    await optimize(opened);
    const written = Object.values(planOf(opened)?.cells ?? {}).filter(({ value }) => value === '=HYPERLINK("x")');
    expect(written.length).toBeGreaterThan(0);
    expect(written.every(({ formula }) => formula === undefined || !formula.startsWith('=HYPERLINK'))).toBe(true);
  });

  async function waitUntil(holds: () => boolean): Promise<void> {
    for (let tries = 0; tries < 600 && !holds(); tries++) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(holds()).toBe(true);
  }
});
