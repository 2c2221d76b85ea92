import { forgetContentType } from './content-types';
import { hasPart, removePart, type Parts } from './parts';
import { relationshipsOf, relationshipsPartOf } from './relationships';

/** Every part that a part leads to, itself not counted. */
function partsReachedFrom(parts: Parts, start: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    for (const { target, external } of relationshipsOf(parts, part)) {
      const key = target.toLowerCase();
      if (external || reached.has(key) || !hasPart(parts, target)) continue;
      reached.add(key);
      open.push(target);
    }
  }
  return reached;
}

/** Removes what only a given part leads to (drawings, charts, comments …) together with its relationships; it itself stays. */
export function removeDependents(parts: Parts, part: string): void {
  const candidates = partsReachedFrom(parts, part);
  if (hasPart(parts, relationshipsPartOf(part))) removePart(parts, relationshipsPartOf(part));
  const needed = partsReachedFrom(parts, '');
  for (const candidate of candidates) {
    if (needed.has(candidate) || candidate === part.toLowerCase()) continue;
    removeWithRelationships(parts, candidate);
  }
}

/** Removes a part, its relationships and its content type. */
export function removeWithRelationships(parts: Parts, part: string): void {
  forgetContentType(parts, part);
  if (hasPart(parts, relationshipsPartOf(part))) removePart(parts, relationshipsPartOf(part));
  removePart(parts, part);
}
