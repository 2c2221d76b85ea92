import { buildSite } from './built-site';
import { initialScripts } from './initial-scripts';

/** Bytes after gzip; WebAssembly, workers and what is loaded on demand do not count. */
const mostBytes = 120_000;

describe('the scripts that a page loads before anybody does anything', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await buildSite();
  }, 400_000);

  it.each(['taskpane.html', 'index.html'])('of %s are light', (page) => {
    const scripts = initialScripts(folder, page);
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.reduce((sum, { gzip }) => sum + gzip, 0)).toBeLessThanOrEqual(mostBytes);
  });
});
