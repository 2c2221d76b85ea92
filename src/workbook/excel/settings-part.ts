/* eslint-disable office-addins/call-sync-before-read, office-addins/load-object-before-read --
   the functions given back run after their caller has synchronised, which the rules cannot see */
import { settingsXml } from '../settings-xml';

/** Asks for the settings that this product stored in the workbook; the function gives them after the next sync. */
export function askForSettings(
  { workbook }: Excel.RequestContext,
  partIds: readonly string[],
): () => Readonly<Record<string, string>> {
  if (partIds.length === 0) return () => ({});
  const xml = workbook.customXmlParts.getItem(partIds[0]).getXml();
  return () => readSettings(xml.value);
}

/** Stores settings in the custom XML part of our own, the same that a file keeps; made on first use. */
export function storeSettings(
  { workbook }: Excel.RequestContext,
  partIds: readonly string[],
  settings: Readonly<Record<string, string>>,
): void {
  // Excel takes the element alone; the declaration is for files.
  const xml = settingsXml(settings).replace(/^<\?xml[^>]*\?>\s*/, '');
  if (partIds.length > 0) workbook.customXmlParts.getItem(partIds[0]).setXml(xml);
  else workbook.customXmlParts.add(xml);
}

/** The values in our own XML, `<setting name="…">…</setting>`, whatever prefix and escapes Excel writes it with. */
export function readSettings(xml: string): Readonly<Record<string, string>> {
  const settings = [...xml.matchAll(/<(?:[\w.-]+:)?setting\s([^<>]*?)(?:\/>|>([^<]*)<\/(?:[\w.-]+:)?setting\s*>)/g)];
  return Object.fromEntries(
    settings.map(([, attributes, content = '']) => {
      const name = /\bname\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes);
      return [unescaped(name?.[1] ?? name?.[2] ?? ''), unescaped(content)];
    }),
  );
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hexadecimal, decimal, entity) => {
    if (hexadecimal !== undefined) return String.fromCodePoint(parseInt(hexadecimal, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return entities[entity] ?? whole;
  });
}
