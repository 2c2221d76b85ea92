import { partText, type Parts } from './parts';
import { workbookTarget, type WorkbookPart } from './workbook-part';
import { decodeCellText } from './xml-text';
import { parseXml, textOf, type XmlElement } from './xml';

/** The texts that cells share, by index. */
export function readSharedStrings(parts: Parts, workbook: WorkbookPart): readonly string[] {
  const part = workbookTarget(parts, workbook, 'sharedStrings');
  if (part === null) return [];
  const text = partText(parts, part);
  const items = parseXml(text).children.filter((element) => element.local === 'si');
  return items.map((item) => stringItemText(text, item));
}

/** Text of a string item (`si` or `is`): its runs joined, without phonetic hints. */
export function stringItemText(text: string, item: XmlElement): string {
  return item.children
    .map((element) => {
      if (element.local === 't') return decodeCellText(textOf(text, element));
      return element.local === 'r' ? stringItemText(text, element) : '';
    })
    .join('');
}
