import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';

/** A file as a web server answers with it. */
export interface ServedFile {
  status: number;
  contentType: string;
  body: Buffer;
}

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.xml': 'text/xml; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.woff2': 'font/woff2',
};

/** The file below the folder that a path names; 404 when there is none. */
export function serveFile(folder: string, path: string): ServedFile {
  const inside = normalize(decodeURIComponent(path)).replace(/^([/\\]|\.\.)+/, '');
  const full = join(folder, inside === '' ? 'index.html' : inside);
  if (!existsSync(full) || !statSync(full).isFile()) {
    return { status: 404, contentType: 'text/plain', body: Buffer.from('Not found') };
  }
  const contentType = contentTypes[extname(full).toLowerCase()] ?? 'application/octet-stream';
  return { status: 200, contentType, body: readFileSync(full) };
}
