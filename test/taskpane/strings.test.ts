import { english } from '../../src/taskpane/strings';
import { german } from '../../src/taskpane/strings.de';
import { languageFor } from '../../src/taskpane/language';

/** Every text below a key, with its path. */
function texts(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

describe('the texts', () => {
  const inEnglish = new Map(texts(english));
  const inGerman = new Map(texts(german));

  test('exist in both languages', () => {
    expect([...inGerman.keys()].sort()).toEqual([...inEnglish.keys()].sort());
    for (const [path, text] of [...inEnglish, ...inGerman]) {
      expect({ path, isText: typeof text === 'function' || (typeof text === 'string' && text !== '') }).toEqual({
        path,
        isText: true,
      });
    }
  });

  test('are really translated, but for words that are the same', () => {
    const same = [...inEnglish].filter(([path, text]) => typeof text === 'string' && inGerman.get(path) === text);
    expect(same.map(([path]) => path).sort()).toEqual(['.optimal', '.planPanel', '.resultTitle']);
  });

  test.each([
    ['de-AT', 'de'],
    ['DE', 'de'],
    ['en-GB', 'en'],
    ['fr-FR', 'en'],
    ['', 'en'],
  ])('of the display language %s are in %s', (display, expected) => {
    expect(languageFor(display)).toBe(expected);
  });

  test('count as people do', () => {
    const write = String;
    expect(english.size({ items: 1, periods: 2, resources: 0, write })).toBe('1 item · 2 periods · 0 resources');
    expect(german.size({ items: 1, periods: 1, resources: 2, write })).toBe('1 Artikel · 1 Periode · 2 Ressourcen');
  });
});
