import { chromium, type Browser, type Frame, type Page, type Route } from 'playwright-core';
import type { FunctionCall } from './custom-functions';
import { findBrowser } from './find-browser';
import type { Json } from './json';
import { officeJsFolder } from './office-js';
import { openHost, type Host } from './open-host';
import { hostOrigin, outerPage, wirePath } from './outer-page';
import type { Requirements } from './requirements';
import { serveFile } from './serve-files';
import { openWire, type CommandOutcome } from './web-wire';
import type { WorkbookData } from './workbook-data';

/** The policy under which the add-in has to work; `unsafe-eval` and inline scripts are not among it. */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval' https://appsforoffice.microsoft.com",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
].join('; ');

/** Where the add-in is served from. */
export const addInOrigin = 'https://add-in.example';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface BrowserHostOptions {
  /** The built site. */
  folder: string;
  /** The pane's page in it. */
  page?: string;
  workbook: WorkbookData;
  requirements?: Requirements;
  contentSecurityPolicy?: string;
  locale?: string;
  colorScheme?: 'light' | 'dark';
  forcedColors?: 'active' | 'none';
  paneWidth?: number;
  /** False for an add-in that starts without its pane, as a ribbon command starts it. */
  paneVisible?: boolean;
  /** Makes `localStorage` throw, as some browsers do for a third party. */
  blockStorage?: boolean;
  /** A browser that is already there; it stays open. */
  browser?: Browser;
}

/** A pane of the add-in in a browser, in an emulated Excel on the web. */
export interface BrowserHost {
  readonly host: Host;
  readonly page: Page;
  /** The add-in's own frame. */
  readonly frame: Frame;
  /** Every URL that was asked for, in order; of the emulated Excel's own page only the first. */
  readonly urls: string[];
  /** URLs that nobody serves: each is a request that left the machine. */
  readonly strayUrls: string[];
  /** What the page wrote to the console, and errors nobody caught. */
  readonly console: string[];
  readonly invokeRibbonCommand: (actionId: string) => Promise<CommandOutcome>;
  readonly invokeShortcut: (actionId: string) => void;
  readonly invokeCustomFunction: (name: string, values: Json[]) => FunctionCall;
  readonly close: () => Promise<void>;
}

/** A browser for several tests. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findBrowser(), args: flags });
}

/** Opens the add-in in a pane of an emulated Excel on the web, with the unmodified Office.js and nothing injected. */
export async function openBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { folder, locale = 'en-US', paneWidth = 350, paneVisible = true } = options;
  const host = openHost(options.workbook, options.requirements);
  host.book.runtime.state = paneVisible ? 'Visible' : 'Background';
  const browser = options.browser ?? (await openBrowser());
  const context = await browser.newContext({
    locale,
    colorScheme: options.colorScheme,
    forcedColors: options.forcedColors,
    viewport: { width: 1000, height: 800 },
  });
  const page = await context.newPage();
  const urls: string[] = [];
  const strayUrls: string[] = [];
  const messages: string[] = [];
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => messages.push(`pageerror: ${error.message}`));

  const wire = openWire(host, locale, (text) => {
    if (page.isClosed()) return;
    void page.evaluate(callOuterPage, { name: 'toAddIn', argument: text }).catch(ignoreClosedPage);
  });
  const policy = options.contentSecurityPolicy ?? contentSecurityPolicy;

  async function serve(route: Route): Promise<void> {
    const url = new URL(route.request().url());
    if (url.origin === hostOrigin && url.pathname === wirePath) {
      const shownBefore = host.book.runtime.state;
      const answer = await wire.answer(route.request().postData() ?? '');
      await route.fulfill({ status: 200, contentType: 'application/json', body: answer });
      if (host.book.runtime.state !== shownBefore) await showPane();
      return;
    }
    urls.push(url.href);
    if (url.origin === hostOrigin) {
      const paneUrl = `${addInOrigin}/${options.page ?? 'taskpane.html'}`;
      await route.fulfill({ contentType: 'text/html', body: outerPage(paneUrl, locale, paneWidth) });
    } else if (url.origin === 'https://appsforoffice.microsoft.com' && url.pathname.startsWith('/lib/1/hosted/')) {
      const file = serveFile(officeJsFolder, url.pathname.slice('/lib/1/hosted/'.length).toLowerCase());
      await route.fulfill({ ...file, headers: { 'Access-Control-Allow-Origin': '*' } });
    } else if (url.origin === addInOrigin) {
      const { contentType, ...file } = serveFile(folder, url.pathname);
      await route.fulfill({
        ...file,
        headers: {
          'Content-Type': contentType,
          'Content-Security-Policy': policy,
          'X-Content-Type-Options': 'nosniff',
        },
      });
    } else {
      strayUrls.push(url.href);
      await route.abort();
    }
  }

  const showPane = () =>
    page.evaluate(callOuterPage, { name: 'showPane', argument: host.book.runtime.state === 'Visible' });

  await context.route('**/*', (route) => serve(route).catch(ignoreClosedPage));
  if (options.blockStorage) await context.addInitScript(blockStorage);
  await page.goto(`${hostOrigin}/`);
  await showPane();
  const element = await page.waitForSelector('iframe', { state: 'attached' });
  const frame = await element.contentFrame();
  if (!frame) throw new Error('The pane did not open.');
  return {
    host,
    page,
    frame,
    urls,
    strayUrls,
    console: messages,
    invokeRibbonCommand: wire.invokeCommand,
    invokeShortcut: wire.invokeShortcut,
    invokeCustomFunction: (name, values) => host.customFunctions.invoke(name, values),
    close: async () => {
      await context.close();
      if (!options.browser) await browser.close();
    },
  };
}

/** Runs in the outer page. */
function callOuterPage({ name, argument }: { name: string; argument: string | boolean }): void {
  const call: unknown = Reflect.get(window, name);
  if (typeof call === 'function') call(argument);
}

/** Runs in every frame before its scripts. */
function blockStorage(): void {
  Object.defineProperty(window, 'localStorage', {
    get: () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    },
  });
}

/** A page that closes takes its open requests with it. */
function ignoreClosedPage(error: unknown): void {
  if (error instanceof Error && /closed|Target|Route is already handled|detached/i.test(error.message)) return;
  throw error;
}
