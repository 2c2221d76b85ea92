import { partText, setPartText, type Parts } from './parts';
import { appendChildren, applySplices, qualified, removeElement } from './splice';
import { escapeAttribute } from './xml-text';
import { attribute, parseXml, type XmlElement } from './xml';

const partName = '[Content_Types].xml';

/** Content type of a part from its override or its extension's default; null where neither is stated. */
export function contentTypeOf(parts: Parts, part: string): string | null {
  const root = parseXml(partText(parts, partName));
  const override = overridesOf(root, part)[0];
  if (override) return attribute(override, 'ContentType');
  const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
  const fallback = root.children.find(
    (element) => element.local === 'Default' && attribute(element, 'Extension')?.toLowerCase() === extension,
  );
  return fallback ? attribute(fallback, 'ContentType') : null;
}

function overridesOf(root: XmlElement, part: string): readonly XmlElement[] {
  const wanted = `/${part}`.toLowerCase();
  return root.children.filter(
    (element) => element.local === 'Override' && attribute(element, 'PartName')?.toLowerCase() === wanted,
  );
}

/** States the content type of a part, unless it is stated already. */
export function stateContentType(parts: Parts, part: string, type: string): void {
  if (contentTypeOf(parts, part) === type) return;
  forgetContentType(parts, part);
  const text = partText(parts, partName);
  const root = parseXml(text);
  const name = encodeURI(`/${part}`);
  const xml = `<${qualified(root, 'Override')} PartName="${escapeAttribute(name)}" ContentType="${type}"/>`;
  setPartText(parts, partName, applySplices(text, [appendChildren(text, root, xml)]));
}

/** Drops a removed part's override. */
export function forgetContentType(parts: Parts, part: string): void {
  const text = partText(parts, partName);
  const doomed = overridesOf(parseXml(text), part);
  if (doomed.length > 0) setPartText(parts, partName, applySplices(text, doomed.map(removeElement)));
}
