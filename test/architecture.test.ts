import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import * as ts from 'typescript';
import { formulationFor, prioritiesOf } from '../src/planning/formulation/formulation';
import { planningModes } from '../src/planning';

const sourceRoot = join(__dirname, '../src');

/** Source files as paths below `src`, with forward slashes. */
const files = readdirSync(sourceRoot, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => relative(sourceRoot, join(entry.parentPath, entry.name)).split(sep).join('/'));

interface Import {
  readonly from: string;
  /** A path below `src`, or the name of a package. */
  readonly to: string;
  readonly kind: 'file' | 'package';
}

const imports = files.flatMap(importsOf);
const arrows = imports.filter(({ kind }) => kind === 'file');

/** Everything that a file imports or exports from elsewhere, types included. */
function importsOf(from: string): Import[] {
  const source = ts.createSourceFile(from, readFileSync(join(sourceRoot, from), 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: Import[] = [];
  const visit = (node: ts.Node) => {
    const specifier = specifierOf(node);
    if (specifier !== null) found.push(importOf(from, specifier));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function specifierOf(node: ts.Node): string | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : null;
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [first] = node.arguments;
    return first && ts.isStringLiteral(first) ? first.text : null;
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return node.argument.literal.text;
  }
  return null;
}

function importOf(from: string, specifier: string): Import {
  if (!specifier.startsWith('.')) return { from, to: specifier, kind: 'package' };
  const target = resolve(sourceRoot, dirname(from), specifier);
  const found = [target, `${target}.ts`, `${target}.tsx`, join(target, 'index.ts')].find(
    (path) => existsSync(path) && /\.\w+$/.test(path),
  );
  const to = relative(sourceRoot, found ?? target)
    .split(sep)
    .join('/');
  // Outside the sources there is `package.json`, for the version.
  return { from, to, kind: to.startsWith('..') ? 'package' : 'file' };
}

/** The layer a file belongs to: the folders that the style guide draws arrows between. */
function layerOf(file: string): string {
  if (/^planning\/[^/]+\.ts$/.test(file)) return 'planning';
  const layered = /^planning\/(formulation\/(?:balances|decisions|limits|costs|priorities)|[^/]+)\//.exec(file);
  if (layered) return `planning/${layered[1]}`;
  return file.split('/')[0];
}

/** Layers that a layer may import, besides itself. What is not listed here imports nothing of ours. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  planning: [
    'planning/domain',
    'planning/lp',
    'planning/formulation',
    'planning/explanation',
    'planning/rules',
    'planning/report',
    'planning/what-if',
    'planning/formulation/priorities',
  ],
  'planning/what-if': ['planning', 'planning/domain', 'planning/lp', 'planning/formulation', 'planning/explanation'],
  'planning/report': ['planning', 'planning/domain', 'planning/explanation', 'planning/rules'],
  'planning/explanation': [
    'planning/domain',
    'planning/lp',
    'planning/rules',
    'planning/formulation',
    'planning/formulation/balances',
    'planning/formulation/decisions',
    'planning/formulation/limits',
    'planning/formulation/costs',
    'planning/formulation/priorities',
  ],
  'planning/rules': ['planning/domain'],
  'planning/formulation': [
    'planning/domain',
    'planning/lp',
    'planning/formulation/balances',
    'planning/formulation/decisions',
    'planning/formulation/limits',
    'planning/formulation/costs',
    'planning/formulation/priorities',
  ],
  'planning/formulation/balances': ['planning/domain', 'planning/formulation'],
  'planning/formulation/decisions': ['planning/domain', 'planning/formulation', 'planning/formulation/balances'],
  'planning/formulation/limits': [
    'planning/domain',
    'planning/formulation',
    'planning/formulation/decisions',
    'planning/formulation/balances',
  ],
  'planning/formulation/costs': [
    'planning/domain',
    'planning/formulation',
    'planning/formulation/decisions',
    'planning/formulation/balances',
  ],
  'planning/formulation/priorities': [
    'planning/domain',
    'planning/formulation',
    'planning/formulation/decisions',
    'planning/formulation/balances',
  ],
  solvers: ['planning'],
  'planning-worker': ['planning', 'solvers', 'workbook'],
  workbook: ['planning', 'forecasting'],
  'forecasting-workers': ['forecasting'],
  cli: ['planning', 'forecasting', 'forecasting-workers', 'workbook', 'solvers'],
  taskpane: ['planning', 'planning-worker', 'forecasting', 'forecasting-workers', 'workbook', 'solvers'],
  webpage: ['planning', 'planning-worker', 'workbook', 'taskpane'],
  commands: ['planning', 'planning-worker', 'forecasting', 'forecasting-workers', 'workbook', 'solvers', 'taskpane'],
  functions: ['planning', 'planning-worker', 'forecasting', 'forecasting-workers', 'workbook', 'solvers'],
};

/** The cores: outsiders import their `index.ts` only, and they import no package. */
const cores = ['planning', 'forecasting'];
const partFolders = ['balances', 'decisions', 'limits', 'costs', 'priorities'];
/** In the folders of parts, but no parts: pieces that several limits share. */
const sharedPieces = ['limits/network-requirement.ts', 'limits/production-ceiling.ts', 'limits/resource-load.ts'];

describe('the sources', () => {
  it('are all found', () => {
    expect(files).toContain('planning/make-plan.ts');
    expect(arrows.length).toBeGreaterThan(files.length);
  });

  it('import no file that is missing', () => {
    expect(arrows.filter(({ to }) => !existsSync(join(sourceRoot, to)))).toEqual([]);
  });

  it('import along the arrows of the style guide only', () => {
    const forbidden = arrows.filter(({ from, to }) => {
      const [own, other] = [layerOf(from), layerOf(to)];
      return own !== other && !(mayImport[own] ?? []).includes(other);
    });
    expect(forbidden.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('enter a core through its index only', () => {
    const deep = arrows.filter(({ from, to }) => {
      const core = cores.find((name) => to.startsWith(`${name}/`));
      return core !== undefined && !from.startsWith(`${core}/`) && to !== `${core}/index.ts`;
    });
    expect(deep.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('of a core import no package', () => {
    const foreign = imports.filter(({ from, kind }) => kind === 'package' && cores.includes(from.split('/')[0]));
    expect(foreign.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('have no index besides those of the cores', () => {
    const allowed = cores.map((core) => `${core}/index.ts`);
    const barrels = files.filter((file) => file.endsWith('/index.ts') && !allowed.includes(file));
    expect(barrels).toEqual([]);
  });

  it('import each other without a cycle', () => {
    expect(cyclesOf(arrows)).toEqual([]);
  });

  it('are not named after nothing', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.)/.test(file))).toEqual([]);
  });
});

describe('the parts of the formulation', () => {
  const registry = readFileSync(join(sourceRoot, 'planning/formulation/formulation.ts'), 'utf8');
  const partFiles = files
    .map((file) => file.replace('planning/formulation/', ''))
    .filter((file) => partFolders.includes(file.split('/')[0]) && !sharedPieces.includes(file));
  const all = planningModes
    .map((mode) => formulationFor(mode))
    .reduce((most, other) => (other.costs.length > most.costs.length ? other : most));
  const { balances, decisions, limits, costs } = all;
  const priorities = [...new Set(planningModes.flatMap((mode) => prioritiesOf(mode)))];
  const parts = [...balances, ...decisions, ...limits, ...costs, ...priorities];

  it.each(partFiles)('%s is listed, every part of it', (file) => {
    const source = readFileSync(join(sourceRoot, 'planning/formulation', file), 'utf8');
    const made = [
      ...source.matchAll(/export const (\w+)[^=]*= (?:balance|decision|limit|bound|costTerm|priority)[<(]/g),
    ];
    expect(made.length).toBeGreaterThan(0);
    const listed = registry.slice(registry.indexOf('export const formulation'));
    for (const [, name] of made) expect(listed).toMatch(new RegExp(`\\b${name}\\b`));
  });

  it('have names of their own, a title and an equation', () => {
    // Rows, columns and goals are three name spaces: the money of a decision may bear the decision's name.
    for (const kin of [[...balances, ...limits], decisions, [...costs, ...priorities]]) {
      const ids = kin.map(({ id }) => id);
      expect([...new Set(ids)]).toEqual(ids);
    }
    for (const { id, title, equation } of parts) {
      expect({ id, title, equation }).toEqual({
        id,
        title: expect.stringMatching(/\S/),
        equation: expect.stringMatching(/\S/),
      });
    }
  });

  it('name only parts that are listed', () => {
    const listedDecisions = new Set(decisions.map(({ id }) => id));
    const listedBalances = new Set(balances.map(({ id }) => id));
    for (const { flows } of decisions) for (const flow of flows) expect(listedBalances).toContain(flow.balance.id);
    for (const part of limits) {
      const named = part.kind === 'limit' ? part.terms.map(({ decision }) => decision.id) : [part.decision.id];
      for (const id of named) expect(listedDecisions).toContain(id);
    }
    for (const { prices } of costs) for (const { decision } of prices) expect(listedDecisions).toContain(decision.id);
    for (const { measures } of priorities) {
      for (const { decision } of measures) expect(listedDecisions).toContain(decision.id);
    }
  });
});

/** Cycles among the files, each as the list of files that closes it. */
function cyclesOf(edges: readonly Import[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const cycles: string[][] = [];
  const walk = (file: string, path: readonly string[]) => {
    if (path.includes(file)) {
      cycles.push([...path.slice(path.indexOf(file)), file]);
      return;
    }
    if (done.has(file)) return;
    for (const other of next.get(file) ?? []) walk(other, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return cycles;
}
