import type { Browser, Page } from 'playwright-core';
import { buildSite } from './built-site';
import { accessibilityFaults, dropFile, keepPicture, openPage, optimize, startBrowser } from './open-page';
import { threeSkusWith } from './planning-books';
import { serveSite } from './site-server';

jest.setTimeout(180_000);

/** Words that German has not. */
const englishWords = /\b(the|and|is|are|has|have|of|with|where|cannot|more|than|enter|units)\b/i;

describe('the page of a German browser', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveSite>>;

  beforeAll(async () => {
    site = await serveSite(await buildSite());
    browser = await startBrowser();
  }, 400_000);

  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  async function visit(book: Uint8Array): Promise<Page> {
    const { page } = await openPage(browser, site.origin, { locale: 'de-DE' });
    await dropFile(page, 'book.xlsx', book);
    await page.waitForSelector('#data-verdict');
    return page;
  }

  /** Sentences in the pane that are marked as English, or look like it. */
  async function english(page: Page): Promise<readonly string[]> {
    const { marked, texts } = await page.evaluate(() => {
      const pane = document.querySelector('#data-verdict')?.closest('[role=tabpanel], main, #app') ?? document.body;
      const textsOf = (selector: string) => [...pane.querySelectorAll(selector)].map((node) => node.textContent ?? '');
      return {
        marked: textsOf('[lang=en]:not(option)'),
        texts: textsOf('li, p, strong, dd, h2, h3, summary, .issue-what, .issue-fix'),
      };
    });
    return [...marked, ...texts.filter((text) => englishWords.test(text))];
  }

  it('says the reasons of the three-SKU plan in German', async () => {
    const page = await visit(threeSkusWith('Capacity', 0, 0, 18000));
    await optimize(page);
    expect(await page.locator('.reasons li').count()).toBeGreaterThan(0);
    expect(await page.textContent('.reasons')).toMatch(/Eine weitere Einheit von .* spart \d+,\d\d/);
    expect(await english(page)).toEqual([]);
    await keepPicture(page, 'page-german-plan');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });

  it('says what conflicts and what would help in German', async () => {
    const page = await visit(threeSkusWith('Capacity', 0, 0, 12000));
    await optimize(page);
    expect(await page.textContent('.message-error .reasons')).toMatch(
      /verfügbar sind aber nur 108\.000: 13\.928 zu wenig/,
    );
    expect(await page.textContent('.fixes')).toMatch(/13\.547,56/);
    expect(await english(page)).toEqual([]);
    await keepPicture(page, 'page-german-infeasible');
    await page.context().close();
  });

  it('says what is wrong with a cell in German', async () => {
    const page = await visit(threeSkusWith('Demand', 1, 2, 'viel'));
    expect(await page.textContent('.issue-what')).toBe('Demand hat den Text „viel“, wo eine Zahl hingehört.');
    expect(await english(page)).toEqual([]);
    await keepPicture(page, 'page-german-mistake');
    await page.context().close();
  });
});
