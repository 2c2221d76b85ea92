import AxeBuilder from '@axe-core/playwright';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { findBrowser } from '../host/find-browser';

const pictures = join(__dirname, '../../test-results');

/** A Chromium without any traffic of its own. */
export function startBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'];
  return chromium.launch({ executablePath: findBrowser(), args });
}

/** The web page, and everything it asked for and complained about. */
export interface OpenPage {
  readonly page: Page;
  readonly requests: string[];
  readonly complaints: string[];
}

export interface PageOptions extends BrowserContextOptions {
  /** Runs in the page before its own scripts. */
  readonly before?: string;
}

/** Opens the page in a fresh browser profile. */
export async function openPage(browser: Browser, origin: string, options: PageOptions = {}): Promise<OpenPage> {
  const { before, ...contextOptions } = options;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    acceptDownloads: true,
    locale: 'en-US',
    ...contextOptions,
  });
  if (before !== undefined) await context.addInitScript(before);
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  page.on('console', (entry) => {
    if (entry.type() === 'error' || entry.type() === 'warning') complaints.push(entry.text());
  });
  page.on('pageerror', (mistake) => complaints.push(mistake.message));
  await page.goto(`${origin}/index.html`);
  await page.waitForSelector('.drop-zone');
  return { page, requests, complaints };
}

/** Drops a file on the page, as from the file manager. */
export async function dropFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ fileName, base64 }) => {
      const binary = atob(base64);
      const content = Uint8Array.from(binary, (character) => character.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([content], fileName));
      return data;
    },
    { fileName: name, base64: Buffer.from(bytes).toString('base64') },
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await page.waitForSelector('.verdict, #set-up-heading, .message-error');
}

/** Presses Optimize and waits for whatever comes of it. */
export async function optimize(page: Page): Promise<void> {
  await page.click('#optimize');
  await page.waitForSelector('#result-heading, #retry, .run .message');
}

/** The bytes that a press of a button downloads. */
export async function downloaded(
  page: Page,
  button: string,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** What axe finds wrong, as one line each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** Keeps a picture of the page below `test-results`. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}
