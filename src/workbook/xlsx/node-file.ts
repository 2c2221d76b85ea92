import { randomBytes } from 'node:crypto';
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Result, WorkbookError } from '../workbook';
import * as zlib from 'node:zlib';
import { javascriptCodec, type ZipCodec } from './zip-content';
import { openXlsx, type OpenOptions, type XlsxWorkbook } from './open-xlsx';

/** Larger files are refused before they are read: no planning workbook comes near it. */
const largestFile = 500e6;

/** Reads a workbook file. */
export async function readXlsxFile(path: string, options?: OpenOptions): Promise<Result<XlsxWorkbook>> {
  try {
    const { size } = await stat(path);
    if (size > largestFile)
      return failure('tooLarge', `"${path}" is larger than 500 MB. Delete unused sheets and save it again.`);
    return openXlsx(await readFile(path), { codec: nodeCodec, ...options });
  } catch (thrown) {
    return systemFailure(thrown, path, 'read');
  }
}

/** Node's own; its checksum came with version 20.15. */
const nodeCodec: ZipCodec = {
  deflate,
  inflate,
  checksum: 'crc32' in zlib ? (bytes) => zlib.crc32(bytes) : javascriptCodec.checksum,
};

function inflate(data: Uint8Array, most: number): Uint8Array {
  try {
    return zlib.inflateRawSync(data, { maxOutputLength: most });
  } catch (thrown) {
    // There is more than that; how it goes on does not matter.
    if (codeOf(thrown) === 'ERR_BUFFER_TOO_LARGE') return new Uint8Array(most);
    throw thrown;
  }
}

/** A part of many megabytes is packed in a third of the time, and a fifth larger: such a plan is soon made anew. */
function deflate(bytes: Uint8Array): Uint8Array {
  return zlib.deflateRawSync(bytes, { level: bytes.length > 4e6 ? 2 : 6 });
}

/**
 * Writes bytes to a file that is complete or unchanged: they go to a temporary file beside it, which is then renamed. A link
 * stays a link, and the file keeps its permissions.
 */
export async function writeFileWhole(path: string, bytes: Uint8Array): Promise<Result<string>> {
  const target = await realpath(path).catch(() => resolve(path));
  const mode = await stat(target).then(
    (former) => former.mode & 0o777,
    () => 0o666,
  );
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
    return { ok: true, value: target };
  } catch (thrown) {
    await rm(temporary, { force: true });
    return systemFailure(thrown, path, 'written');
  }
}

function failure(kind: WorkbookError['kind'], message: string): { readonly ok: false; readonly error: WorkbookError } {
  return { ok: false, error: { kind, message } };
}

/** Errors of the file system in a planner's words; anything else is a mistake of ours and thrown on. */
function systemFailure(thrown: unknown, path: string, verb: 'read' | 'written') {
  const code = codeOf(thrown);
  switch (code) {
    case null:
      throw thrown;
    case 'ENOENT':
      return failure('notFound', `There is no file or folder "${path}". Check the name.`);
    case 'EISDIR':
      return failure('notFound', `"${path}" is a folder. Name a file in it.`);
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
      return failure('other', `"${path}" cannot be ${verb} (${code}). Close it in Excel, or check your permissions.`);
    default:
      return failure('other', `"${path}" cannot be ${verb} (${code}). Try another folder.`);
  }
}

function codeOf(thrown: unknown): string | null {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : null;
}
