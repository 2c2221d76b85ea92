import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Scripts that a page loads before anybody does anything, with their bytes after gzip; Office.js comes from elsewhere. */
export function initialScripts(folder: string, page: string): { readonly name: string; readonly gzip: number }[] {
  const html = readFileSync(join(folder, page), 'utf8');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.js') && html.includes(name))
    .map((name) => ({ name, gzip: gzipSync(readFileSync(join(folder, name))).length }));
}
