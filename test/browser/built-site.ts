import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import webpack from 'webpack';

const root = join(__dirname, '../..');
/** The production build that the browser tests run. */
export const siteFolder = join(root, 'dist');
const cache = join(root, 'node_modules/.cache/site-build');
const stamp = join(cache, 'built.json');
const lock = join(cache, 'lock');
const sources = ['src', 'assets', 'webpack.config.js', 'package.json', 'manifest.xml'];
/** A build takes a minute; a lock older than this was left by a run that died. */
const lockMilliseconds = 5 * 60_000;

/**
 * Builds the site for production unless the last build is of these very sources; test files that need it wait for each
 * other. `SITE_FOLDER` names a build that is taken as it is.
 */
export async function buildSite(): Promise<string> {
  if (process.env.SITE_FOLDER !== undefined) return process.env.SITE_FOLDER;
  mkdirSync(cache, { recursive: true });
  while (!takeLock()) await new Promise((resolve) => setTimeout(resolve, 500));
  try {
    const wanted = newestChange();
    if (!isBuilt(wanted)) {
      await build();
      writeFileSync(stamp, JSON.stringify({ newest: wanted, page: statSync(join(siteFolder, 'index.html')).mtimeMs }));
    }
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
  return siteFolder;
}

function takeLock(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const age = ageOf(lock);
    if (age !== null && age > lockMilliseconds) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function ageOf(path: string): number | null {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return null;
  }
}

function isBuilt(newest: number): boolean {
  try {
    const built = JSON.parse(readFileSync(stamp, 'utf8')) as { newest: number; page: number };
    return built.newest === newest && statSync(join(siteFolder, 'index.html')).mtimeMs === built.page;
  } catch {
    return false;
  }
}

function newestChange(): number {
  const times = sources.flatMap((source) => {
    const path = join(root, source);
    const age = ageOf(path);
    if (age === null) return [];
    if (!statSync(path).isDirectory()) return [statSync(path).mtimeMs];
    return readdirSync(path, { recursive: true, withFileTypes: true }).map(
      (entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs,
    );
  });
  return Math.max(...times);
}

async function build(): Promise<void> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the configuration is a CommonJS file
  const configure = require(join(root, 'webpack.config.js')) as (
    env: object,
    argv: { mode: string },
  ) => webpack.Configuration[];
  const site = configure({}, { mode: 'production' }).filter(({ name }) => name === 'site');
  const compiler = webpack(site);
  const stats = await new Promise<webpack.MultiStats>((resolve, reject) =>
    compiler.run((error, result) => (result ? resolve(result) : reject(error ?? new Error('No build.')))),
  );
  await new Promise((resolve) => compiler.close(resolve));
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
}
