import { refuse } from '../refusal';
import { inflateEntry, writeZip, type ZipCodec } from './zip-content';
import type { SizeLimits, ZipArchive } from './zip-archive';

/**
 * The parts of a package: the source archive and what was changed since. Part names compare without regard to case
 * (ECMA-376 part 2, 6.2.2.3) and have no leading slash here.
 */
export interface Parts {
  readonly archive: ZipArchive;
  readonly limits: SizeLimits;
  readonly codec: ZipCodec;
  /** Changed or new parts by name as the archive spells it; null marks a removed one. */
  readonly changes: Map<string, Uint8Array | null>;
  /** Name in lower case → name as the archive spells it, for every part that exists now. */
  readonly names: Map<string, string>;
  /** Decoded texts, to decode each part once. */
  readonly texts: Map<string, string>;
}

/** The parts of an archive as read. */
export function partsOf(archive: ZipArchive, limits: SizeLimits, codec: ZipCodec): Parts {
  const files = archive.entries.filter((entry) => !entry.name.endsWith('/'));
  const names = new Map(files.map((entry) => [entry.name.toLowerCase(), entry.name]));
  return { archive, limits, codec, changes: new Map(), names, texts: new Map() };
}

/** A copy on which a change can be tried, and dropped when it fails. */
export function forkParts(parts: Parts): Parts {
  return {
    ...parts,
    changes: new Map(parts.changes),
    names: new Map(parts.names),
    texts: new Map(parts.texts),
  };
}

/** Whether a part exists. */
export function hasPart(parts: Parts, name: string): boolean {
  return parts.names.has(name.toLowerCase());
}

/** Bytes of a part. */
export function partBytes(parts: Parts, name: string): Uint8Array {
  const actual = parts.names.get(name.toLowerCase());
  if (actual === undefined) {
    return refuse('damaged', `The file lacks its part "${name}". Open it in Excel, let it repair it and save.`);
  }
  const changed = parts.changes.get(actual);
  if (changed) return changed;
  const entry = parts.archive.entries.find((candidate) => candidate.name === actual);
  if (!entry) throw new Error(`Part ${actual} is neither in the archive nor among the changes.`);
  return inflateEntry(entry, parts.limits, parts.codec);
}

/** Text of an XML part; a byte order mark stays its first character, so that it is written back. */
export function partText(parts: Parts, name: string): string {
  const key = name.toLowerCase();
  const known = parts.texts.get(key);
  if (known !== undefined) return known;
  const bytes = partBytes(parts, name);
  const text = decoded(bytes, name);
  parts.texts.set(key, text);
  return text;
}

function decoded(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse('damaged', `Part "${name}" of the file is not valid Unicode text. Save the workbook in Excel again.`);
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  return 'utf-8';
}

/** Replaces or adds a text part, in the encoding that the part had. A text that is the same leaves the part untouched. */
export function setPartText(parts: Parts, name: string, text: string): void {
  const exists = hasPart(parts, name);
  if (exists && partText(parts, name) === text) return;
  const encoding = exists ? encodingOf(partBytes(parts, name)) : 'utf-8';
  setPartBytes(
    parts,
    name,
    encoding === 'utf-8' ? new TextEncoder().encode(text) : utf16(text, encoding === 'utf-16le'),
  );
  parts.texts.set(name.toLowerCase(), text);
}

/** Replaces or adds a text part whose bytes are UTF-8 and say so. The same bytes leave the part untouched. */
export function setPartUtf8(parts: Parts, name: string, bytes: Uint8Array): void {
  if (hasPart(parts, name) && sameBytes(partBytes(parts, name), bytes)) return;
  setPartBytes(parts, name, bytes);
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
}

function setPartBytes(parts: Parts, name: string, bytes: Uint8Array): void {
  const key = name.toLowerCase();
  const actual = parts.names.get(key) ?? archivedName(parts, key) ?? name;
  parts.names.set(key, actual);
  parts.texts.delete(key);
  parts.changes.set(actual, bytes);
}

/** A removed part that comes back takes its old entry's name, so that no two entries differ in case only. */
function archivedName(parts: Parts, key: string): string | undefined {
  return parts.archive.entries.find((entry) => entry.name.toLowerCase() === key)?.name;
}

/** Removes a part; its content type and relationships are the caller's affair. */
export function removePart(parts: Parts, name: string): void {
  const key = name.toLowerCase();
  const actual = parts.names.get(key);
  if (actual === undefined) return;
  parts.names.delete(key);
  parts.texts.delete(key);
  if (archivedName(parts, key) === undefined) parts.changes.delete(actual);
  else parts.changes.set(actual, null);
}

/** A name `stemN.extension` that no part has: `freePartName(parts, 'xl/charts/chart', 'xml')`. */
export function freePartName(parts: Parts, stem: string, extension: string): string {
  let number = 1;
  while (hasPart(parts, `${stem}${number}.${extension}`)) number++;
  return `${stem}${number}.${extension}`;
}

/** The package as bytes of a file. */
export function savedParts(parts: Parts): Uint8Array {
  return writeZip(parts.archive, parts.changes, parts.codec);
}
