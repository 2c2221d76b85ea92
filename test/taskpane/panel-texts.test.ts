import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../src/taskpane/panels');
const panels = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

interface PanelTexts {
  readonly en: object;
  readonly de: object;
}

/** Texts that are the same in both languages, by panel. */
const sameInBoth: Readonly<Record<string, readonly string[]>> = {
  scenarios: ['.statuses.optimal'],
  demand: ['.measures.mase', '.measures.wape', '.trend'],
};

/** Every text below a key, with its path. */
function texts(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

describe.each(panels)('the texts of the panel %s', (panel) => {
  let inEnglish: Map<string, unknown>;
  let inGerman: Map<string, unknown>;

  beforeAll(async () => {
    const { panelTexts } = (await import(`../../src/taskpane/panels/${panel}/texts`)) as { panelTexts: PanelTexts };
    inEnglish = new Map(texts(panelTexts.en));
    inGerman = new Map(texts(panelTexts.de));
  });

  test('exist in both languages', () => {
    expect([...inGerman.keys()].sort()).toEqual([...inEnglish.keys()].sort());
    for (const [path, text] of [...inEnglish, ...inGerman]) {
      const isText = typeof text === 'function' || (typeof text === 'string' && text !== '');
      expect({ path, isText }).toEqual({ path, isText: true });
    }
  });

  test('are really translated, but for words that are the same', () => {
    const same = [...inEnglish].filter(([path, text]) => typeof text === 'string' && inGerman.get(path) === text);
    expect(same.map(([path]) => path).sort()).toEqual(sameInBoth[panel] ?? []);
  });

  test('are functions of the same number of things', () => {
    const differing = [...inEnglish].filter(([path, text]) => {
      const other = inGerman.get(path);
      return typeof text === 'function' && (typeof other !== 'function' || other.length !== text.length);
    });
    expect(differing.map(([path]) => path)).toEqual([]);
  });
});
