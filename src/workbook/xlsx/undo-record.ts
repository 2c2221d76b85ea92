import { stableHash } from '../fingerprint';
import { hasPart, partText, removePart, setPartText, type Parts } from './parts';
import { readSettings, settingsPart, writeSettings } from './settings-part';
import { readWorkbookPart } from './workbook-part';

/** The setting that holds how to take the last reversible change of a file back. */
export const undoSetting = 'undo';

/** What a change did to one part, so that the part can be put back to the byte. */
type PartUndo =
  /** The text from `at` on, `length` characters of it, was `former`; `hash` is that of the text after the change. */
  | {
      readonly kind: 'changed';
      readonly part: string;
      readonly hash: string;
      at: number;
      length: number;
      former: string;
    }
  | { readonly kind: 'added'; readonly part: string }
  | { readonly kind: 'removed'; readonly part: string; readonly former: string };

interface UndoRecord {
  readonly parts: readonly PartUndo[];
  /** The settings before the change, and their part's text; null where there was none. */
  readonly settings: { readonly text: string; readonly values: Readonly<Record<string, string>> } | null;
}

/** Stores in the changed parts how to get back to the parts before. The change must have stored a setting. */
export function recordUndo(before: Parts, after: Parts, workbookPart: string): void {
  const own = settingsPart(after, readWorkbookPart(after, workbookPart));
  if (own === null) throw new Error('A reversible change stores a setting.');
  const undone: PartUndo[] = [];
  for (const part of after.changes.keys()) {
    if (part.toLowerCase() === own.toLowerCase()) continue;
    const [had, has] = [hasPart(before, part), hasPart(after, part)];
    if (had && !has) undone.push({ kind: 'removed', part, former: partText(before, part) });
    else if (!had && has) undone.push({ kind: 'added', part });
    else if (had && has && partText(before, part) !== partText(after, part))
      undone.push(changedPart(before, after, part));
  }
  const settingsBefore = hasPart(before, own)
    ? { text: partText(before, own), values: readSettings(before, readWorkbookPart(before, workbookPart)) }
    : null;
  const record: UndoRecord = { parts: undone, settings: settingsBefore };
  const workbook = readWorkbookPart(after, workbookPart);
  writeSettings(after, workbook, { ...readSettings(after, workbook), [undoSetting]: JSON.stringify(record) });
}

function changedPart(before: Parts, after: Parts, part: string): PartUndo {
  const [former, now] = [partText(before, part), partText(after, part)];
  let at = 0;
  while (at < former.length && at < now.length && former[at] === now[at]) at++;
  let tail = 0;
  const most = Math.min(former.length, now.length) - at;
  while (tail < most && former[former.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const length = now.length - tail - at;
  return { kind: 'changed', part, hash: stableHash(now), at, length, former: former.slice(at, former.length - tail) };
}

/**
 * Takes the last reversible change back to the byte where nothing has touched the cells since.
 *
 * @param sheetPart the sheet that must be put back; where other parts changed meanwhile, it alone is.
 * @returns `all`: the package is as it was; `sheet`: the sheet is; null: the sheet has changed, and nothing was done.
 */
export function revertParts(
  parts: Parts,
  workbookPart: string,
  sheetPart: string,
  settingsToDrop: readonly string[],
): 'all' | 'sheet' | null {
  const workbook = readWorkbookPart(parts, workbookPart);
  const settings = readSettings(parts, workbook);
  const record = settings[undoSetting] === undefined ? null : (JSON.parse(settings[undoSetting]) as UndoRecord);
  const own = settingsPart(parts, workbook);
  if (!record || own === null) return null;
  const sheet = record.parts.find(({ part }) => part.toLowerCase() === sheetPart.toLowerCase());
  if (!sheet || !stillStands(parts, sheet)) return null;
  const drop = new Set([undoSetting, ...settingsToDrop]);
  const others = Object.entries(settings).filter(([name]) => !drop.has(name));
  const sameSettings = JSON.stringify(others) === JSON.stringify(Object.entries(record.settings?.values ?? {}));
  if (sameSettings && record.parts.every((undo) => stillStands(parts, undo))) {
    record.parts.forEach((undo) => putBack(parts, undo));
    if (record.settings === null) removePart(parts, own);
    else setPartText(parts, own, record.settings.text);
    return 'all';
  }
  putBack(parts, sheet);
  writeSettings(parts, workbook, Object.fromEntries(others));
  return 'sheet';
}

function stillStands(parts: Parts, undo: PartUndo): boolean {
  switch (undo.kind) {
    case 'changed':
      return hasPart(parts, undo.part) && stableHash(partText(parts, undo.part)) === undo.hash;
    case 'added':
      return hasPart(parts, undo.part);
    case 'removed':
      return !hasPart(parts, undo.part);
  }
}

function putBack(parts: Parts, undo: PartUndo): void {
  switch (undo.kind) {
    case 'changed': {
      const now = partText(parts, undo.part);
      setPartText(parts, undo.part, now.slice(0, undo.at) + undo.former + now.slice(undo.at + undo.length));
      return;
    }
    case 'added':
      return removePart(parts, undo.part);
    case 'removed':
      return setPartText(parts, undo.part, undo.former);
  }
}
