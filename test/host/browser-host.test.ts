import type { Browser } from 'playwright-core';
import { join } from 'node:path';
import { openBrowser, openBrowserHost, type BrowserHost, type BrowserHostOptions } from './browser-host';

const folder = join(__dirname, 'fixture');
const workbook = {
  sheets: [{ name: 'Data', cells: { A1: [[1, 2, 3]] } }],
  names: [{ name: 'Demand', refersTo: 'Data!$A$1:$C$1' }],
};
const functions = {
  functions: [
    { id: 'TRIPLE', name: 'TRIPLE', parameters: [{ name: 'values', type: 'number', dimensionality: 'matrix' }] },
    { id: 'FAIL', name: 'FAIL', parameters: [] },
    { id: 'WAIT', name: 'WAIT', parameters: [], options: { cancelable: true } },
  ],
};

describe('an add-in with the unmodified Office.js in a browser', () => {
  let browser: Browser;
  let open: BrowserHost | undefined;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterEach(async () => {
    await open?.close();
    open = undefined;
  });
  afterAll(() => browser.close());

  /** Opens the fixture and waits until it is ready. */
  async function ready(options: Partial<BrowserHostOptions> = {}): Promise<BrowserHost> {
    open = await openBrowserHost({ folder, workbook, browser, ...options });
    const isReady = () => /^ready/.test(document.getElementById('status')?.textContent ?? '');
    // By the clock: a hidden pane gets no animation frames.
    await open.frame.waitForFunction(isReady, undefined, { polling: 50 });
    open.host.customFunctions.register('SOP', functions);
    return open;
  }
  const values = ({ host }: BrowserHost) => Object.values(host.snapshot().sheets[0].cells).map(({ value }) => value);
  const shows = (pane: BrowserHost, text: string) => pane.frame.locator('#status', { hasText: text }).waitFor();

  it('boots under the content security policy, asks nobody else, and changes the workbook from its pane', async () => {
    const pane = await ready();
    expect(await pane.frame.textContent('#status')).toBe('ready Excel OfficeOnline true');
    await pane.frame.click('#double');
    await shows(pane, 'doubled');
    expect(values(pane)).toEqual([2, 4, 6]);
    expect(pane.strayUrls).toEqual([]);
    // Office.js itself tries to add two inline styles, which the policy refuses without harm.
    const complaints = pane.console.filter((line) => /Content Security Policy|pageerror/.test(line));
    expect(complaints.filter((line) => !line.includes('Applying inline style'))).toEqual([]);
    expect(pane.urls).toContain('https://appsforoffice.microsoft.com/lib/1/hosted/excel-web-16.00.js');
  });

  it('runs a ribbon command without its pane, and opens the pane when it wants to', async () => {
    const pane = await ready({ paneVisible: false });
    expect(await pane.page.locator('iframe').isVisible()).toBe(false);
    expect(await pane.invokeRibbonCommand('Double')).toMatchObject({ status: 0 });
    expect(values(pane)).toEqual([2, 4, 6]);
    await pane.page.locator('iframe').waitFor({ state: 'visible' });
  });

  it('hears a keyboard shortcut and changes of the workbook', async () => {
    const pane = await ready();
    pane.invokeShortcut('Shortcut');
    await shows(pane, 'shortcut');
    pane.host.user.enter('Data!B2', 7);
    await shows(pane, 'changed B2');
  });

  it('calculates custom functions: values, an error with its message, cancellation', async () => {
    const pane = await ready();
    expect(await pane.invokeCustomFunction('SOP.TRIPLE', [[[1, 2]]]).outcome).toEqual({
      kind: 'values',
      values: [[3, 6]],
    });
    expect(await pane.invokeCustomFunction('SOP.FAIL', []).outcome).toEqual({
      kind: 'error',
      code: '#N/A',
      message: 'No plan satisfies the limits.',
    });
    const call = pane.invokeCustomFunction('SOP.WAIT', []);
    await new Promise((resolve) => setTimeout(resolve, 200));
    call.cancel();
    await shows(pane, 'cancelled');
  });

  it('spills a custom function from a cell', async () => {
    const pane = await ready();
    pane.host.user.enter('Data!A3', '=SOP.TRIPLE(Demand)');
    await pane.host.customFunctions.idle();
    expect(values(pane)).toEqual([1, 2, 3, 3, 6, 9]);
  });

  it('is told of edit mode, of a protected sheet and of a request that is too large by the same codes as in Excel', async () => {
    const pane = await ready();
    pane.host.user.startCellEdit();
    await pane.frame.click('#double');
    await shows(pane, 'InvalidOperationInCellEditMode');
    pane.host.user.endCellEdit();
    pane.host.user.protectSheet('Data');
    await pane.frame.click('#double');
    await shows(pane, 'AccessDenied');
    pane.host.faults.refuseRequest('RequestPayloadSizeLimitExceeded');
    await pane.frame.click('#double');
    await shows(pane, 'RequestPayloadSizeLimitExceeded');
    expect(values(pane)).toEqual([1, 2, 3]);
  });

  it('runs WebAssembly in a worker, which fetches from where the add-in is, under the policy', async () => {
    const pane = await ready();
    await pane.frame.locator('#worker', { hasText: 'fetched 42' }).waitFor();
    expect(pane.urls).toContain('https://add-in.example/data.json');
  });

  it('lists a request to anybody else as stray', async () => {
    const pane = await ready({ contentSecurityPolicy: "default-src * 'unsafe-inline' 'wasm-unsafe-eval'" });
    await pane.frame.evaluate(() => fetch('https://elsewhere.example/collect').catch(() => undefined));
    expect(pane.strayUrls).toEqual(['https://elsewhere.example/collect']);
  });

  it('lives with storage that is blocked', async () => {
    const pane = await ready({ blockStorage: true });
    expect(await pane.frame.textContent('#storage')).toBe('blocked');
  });
});
