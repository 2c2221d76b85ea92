import { settingsNamespace, settingsXml } from '../settings-xml';
import { stateContentType } from './content-types';
import { freePartName, partText, setPartText, hasPart, type Parts } from './parts';
import { addRelationship, relationshipsOf } from './relationships';
import { contentTypes } from './vocabulary';
import type { WorkbookPart } from './workbook-part';
import { attribute, parseXml, textOf } from './xml';

/** Values that this product stored in the workbook. */
export function readSettings(parts: Parts, workbook: WorkbookPart): Readonly<Record<string, string>> {
  const part = settingsPart(parts, workbook);
  if (part === null) return {};
  const text = partText(parts, part);
  const settings = parseXml(text).children.filter((element) => element.local === 'setting');
  return Object.fromEntries(settings.map((element) => [attribute(element, 'name') ?? '', textOf(text, element)]));
}

/** The custom XML part of our own; null where the workbook has none. */
export function settingsPart(parts: Parts, workbook: WorkbookPart): string | null {
  const candidates = relationshipsOf(parts, workbook.part).filter(
    ({ kind, target }) => kind === 'customXml' && hasPart(parts, target),
  );
  for (const { target } of candidates) {
    const text = partText(parts, target);
    if (text.includes(settingsNamespace) && parseXml(text).uri === settingsNamespace) return target;
  }
  return null;
}

/** Stores settings in the custom XML part of our own, made on first use. */
export function writeSettings(parts: Parts, workbook: WorkbookPart, settings: Readonly<Record<string, string>>): void {
  const existing = settingsPart(parts, workbook);
  if (existing !== null) {
    setPartText(parts, existing, settingsXml(settings));
    return;
  }
  const part = freePartName(parts, 'customXml/item', 'xml');
  const properties = freePartName(parts, 'customXml/itemProps', 'xml');
  setPartText(parts, part, settingsXml(settings));
  stateContentType(parts, part, contentTypes.xml);
  setPartText(parts, properties, propertiesXml);
  stateContentType(parts, properties, contentTypes.customXmlProperties);
  addRelationship(parts, workbook.part, `${workbook.vocabulary.relationships}/customXml`, part);
  addRelationship(parts, part, `${workbook.vocabulary.relationships}/customXmlProps`, properties);
}

/** The store item's id only has to differ from those of other parts in the workbook. */
const propertiesXml = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<ds:datastoreItem ds:itemID="{5D0F5E0B-6C4E-4B61-9C3B-0E6C5A1F7A52}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${settingsNamespace}"/></ds:schemaRefs></ds:datastoreItem>`;
