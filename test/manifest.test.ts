import { DOMParser, type Element } from '@xmldom/xmldom';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the online validator would look at, without the network: ids, order, links, files, icons, names. */

const root = join(__dirname, '..');
const host = 'https://localhost:3000/';
const text = readFileSync(join(root, 'manifest.xml'), 'utf8');
const manifest = parsed(text);
const functionsFile = 'src/functions/functions.ts';

function parsed(xml: string): Element {
  const complaints: string[] = [];
  const document = new DOMParser({ onError: (_, message) => void complaints.push(message) }).parseFromString(
    xml,
    'application/xml',
  );
  if (complaints.length > 0 || !document.documentElement) throw new Error(complaints.join('\n'));
  return document.documentElement;
}

function elements(name: string, within: Element = manifest): Element[] {
  return [...within.getElementsByTagName('*')].filter(({ localName }) => localName === name);
}

function children(of: Element): string[] {
  return [...of.childNodes].flatMap((node) => (node.nodeType === 1 && node.localName ? [node.localName] : []));
}

function only(name: string, within: Element = manifest): Element {
  const found = elements(name, within);
  if (found.length === 0) throw new Error(`The manifest has no ${name}.`);
  return found[0];
}

function attributes(name: string): string[] {
  return [...manifest.getElementsByTagName('*')].flatMap((element) => element.getAttribute(name) ?? []);
}

const resources = ['Image', 'Url', 'String'].flatMap((name) => elements(name, only('Resources')));
const valueOf = (id: string) => resources.find((one) => one.getAttribute('id') === id)?.getAttribute('DefaultValue');

/** Where a file of the site comes from: dist is made of these. */
function sourceOf(url: string): string {
  const path = url.slice(host.length).replace(/[?#].*$/, '');
  const known: Record<string, string> = {
    'taskpane.html': 'src/taskpane/page.html',
    'functions.json': functionsFile,
    'shortcuts.json': 'assets/shortcuts.json',
  };
  return known[path] ?? path.replace(/^assets\//, 'assets/icons/');
}

/** Width and height in a PNG's header. */
function sizeOf(file: string): [number, number] {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('the manifest', () => {
  it('has its elements in the order that Office wants', () => {
    expect(children(manifest)).toEqual(
      (
        'Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains ' +
        'Hosts Requirements DefaultSettings Permissions VersionOverrides ExtendedOverrides'
      ).split(' '),
    );
    const overrides = only('VersionOverrides');
    expect(children(overrides)).toEqual(['Hosts', 'Resources']);
    expect(children(only('Host', overrides))).toEqual(['Runtimes', 'AllFormFactors', 'DesktopFormFactor']);
    expect(children(only('AllFormFactors'))).toEqual(['ExtensionPoint']);
    expect(children(only('AllFormFactors').getElementsByTagName('ExtensionPoint')[0])).toEqual([
      'Script',
      'Page',
      'Metadata',
      'Namespace',
    ]);
    expect(children(only('DesktopFormFactor'))).toEqual(['GetStarted', 'FunctionFile', 'ExtensionPoint']);
    expect(children(only('CustomTab'))).toEqual(['Group', 'Label']);
    expect(children(only('Group'))).toEqual(['Label', 'Icon', 'Control', 'Control', 'Control', 'Control']);
    for (const control of elements('Control'))
      expect(children(control)).toEqual(['Label', 'Supertip', 'Icon', 'Action']);
    expect(children(only('Resources'))).toEqual(['Images', 'Urls', 'ShortStrings', 'LongStrings']);
  });

  it('asks for the requirement sets that the add-in is written for', () => {
    const sets = elements('Set').map((set) => `${set.getAttribute('Name')} ${set.getAttribute('MinVersion')}`);
    expect(sets).toEqual(['ExcelApi 1.9', 'SharedRuntime 1.1']);
  });

  it('has a version of four numbers that is that of the package', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(only('Version').textContent).toBe(`${version}.0`);
    expect(only('Id').textContent).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  });

  it('resolves every resid, uses every resource, and gives every id once', () => {
    const used = new Set(attributes('resid'));
    const given = resources.map((one) => one.getAttribute('id') ?? '');
    expect([...used].filter((id) => !given.includes(id))).toEqual([]);
    expect(given.filter((id) => !used.has(id))).toEqual([]);
    expect(given).toEqual([...new Set(given)]);
    expect(given.filter((id) => id.length > 32)).toEqual([]);
    const ids = elements('Control').concat(elements('Group'), elements('CustomTab'));
    expect(new Set(ids.map((one) => one.getAttribute('id'))).size).toBe(ids.length);
  });

  it('runs pane, commands and functions in one runtime', () => {
    const places = [only('Runtime'), only('FunctionFile'), ...elements('SourceLocation', only('VersionOverrides'))];
    const ids = places.map((one) => one.getAttribute('resid'));
    expect(new Set(ids)).toEqual(new Set(['Taskpane.Url', 'Functions.Metadata.Url']));
    expect(only('Runtime').getAttribute('lifetime')).toBe('long');
    expect(valueOf('Taskpane.Url')).toBe(
      only('DefaultSettings').getElementsByTagName('*')[0].getAttribute('DefaultValue'),
    );
  });

  it('has https links only, those to the site below one host that the build replaces, each to a file that is there', () => {
    const urls = [...text.matchAll(/"(\w+:\/\/[^"]+)"/g)]
      .map(([, url]) => url)
      .filter((url) => !/schemas\.microsoft|w3\.org/.test(url));
    expect(urls.filter((url) => !url.startsWith('https://'))).toEqual([]);
    const own = urls.filter((url) => url.startsWith(host));
    expect(own.length).toBeGreaterThan(30);
    expect(own.filter((url) => !existsSync(join(root, sourceOf(url))))).toEqual([]);
    expect(readFileSync(join(root, 'webpack.config.js'), 'utf8')).toContain(`developmentHost = '${host.slice(0, -1)}'`);
  });

  it('has icons of every size on every control, which are of that size', () => {
    const icons = [...elements('Control'), ...elements('Group')].map((one) => one.getElementsByTagName('Icon')[0]);
    for (const icon of icons) {
      const images = elements('Image', icon);
      expect(images.map((image) => Number(image.getAttribute('size')))).toEqual([16, 20, 24, 32, 40, 48, 64, 80]);
      for (const image of images) {
        const size = Number(image.getAttribute('size'));
        const url = valueOf(image.getAttribute('resid') ?? '') ?? '';
        expect(sizeOf(join(root, sourceOf(url)))).toEqual([size, size]);
      }
    }
    for (const [name, size] of [
      ['IconUrl', 32],
      ['HighResolutionIconUrl', 64],
    ] as const) {
      expect(sizeOf(join(root, sourceOf(only(name).getAttribute('DefaultValue') ?? '')))).toEqual([size, size]);
    }
    expect(sizeOf(join(root, 'assets/icons/optimize-128.png'))).toEqual([128, 128]);
  });

  it('speaks German where Excel does, within the lengths that the ribbon shows', () => {
    const words = elements('String').filter((one) => one.getAttribute('id') !== 'Functions.Namespace');
    const german = words.map((one) => one.getElementsByTagName('*')[0]);
    const sameInBoth = ['S&OP', 'Plan'];
    words.forEach((word, index) => {
      const english = word.getAttribute('DefaultValue') ?? '';
      if (!sameInBoth.includes(english)) expect(german[index]?.getAttribute('Locale')).toBe('de-DE');
      const longest = word.parentNode?.nodeName === 'bt:ShortStrings' ? 125 : 250;
      for (const value of [english, german[index]?.getAttribute('Value') ?? ''])
        expect(value.length).toBeLessThanOrEqual(longest);
    });
  });

  it('names the commands that are associated, and so do the keyboard shortcuts', () => {
    const source = readFileSync(join(root, 'src/commands/commands.ts'), 'utf8');
    const associated = [...source.matchAll(/associate\('(\w+)'/g)].map(([, id]) => id);
    const buttons = elements('FunctionName').map(({ textContent }) => textContent);
    expect(buttons).toEqual(['optimizeCommand', 'checkDataCommand', 'samplesCommand']);
    expect([...associated].sort()).toEqual([...new Set(buttons)].sort());
    const { actions, shortcuts } = JSON.parse(readFileSync(join(root, 'assets/shortcuts.json'), 'utf8')) as {
      actions: { id: string; type: string; name: string }[];
      shortcuts: { action: string; key: Record<string, string> }[];
    };
    expect(actions.map(({ id, type }) => [id, type])).toEqual([['optimizeCommand', 'ExecuteFunction']]);
    expect(shortcuts.map(({ action }) => action)).toEqual(['optimizeCommand']);
    expect(only('ExtendedOverrides').getAttribute('Url')).toBe(`${host}shortcuts.json`);
  });

  it('gives the functions the namespace of the contract, and their ids are those of the generated metadata', async () => {
    expect(valueOf('Functions.Namespace')).toBe('SOP');
    const { metadataJson, errors, associate } = await generateCustomFunctionsMetadata(
      [join(root, functionsFile)],
      true,
    );
    expect(errors).toEqual([]);
    const { functions } = JSON.parse(metadataJson) as {
      functions: { id: string; name: string; parameters: { name: string; optional?: boolean }[] }[];
    };
    expect(functions.map(({ id }) => id)).toEqual([
      'PLAN',
      'INVENTORY',
      'COST',
      'CAPACITYPRICE',
      'COVERAGE',
      'FORECAST',
      'SAFETYSTOCK',
      'CLEAN',
    ]);
    expect(associate.map(({ id }) => id)).toEqual(functions.map(({ id }) => id));
    expect(functions.filter(({ name }) => !/^[A-Z][A-Z.]{2,}$/.test(name))).toEqual([]);
    expect(functions[0].parameters.map(({ name }) => name)).toEqual([
      'demand',
      'capacity',
      'production_cost',
      'holding_cost',
      'initial_inventory',
      'safety_stock',
      'options',
    ]);
    expect(functions.map(({ parameters }) => parameters.filter(({ optional }) => !optional).length)).toEqual([
      0, 0, 0, 0, 2, 2, 2, 1,
    ]);
  });
});
