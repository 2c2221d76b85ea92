/** Decodes character and predefined entity references. */
export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(lt|gt|amp|quot|apos));/g, (whole, hex, decimal, named) => {
    if (named) return predefined[named];
    const code = hex ? parseInt(hex, 16) : parseInt(decimal, 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const predefined: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Element content. A carriage return is kept as a reference, since parsers turn a bare one into a line feed. */
export function escapeText(text: string): string {
  if (!/[&<>\r]/.test(text)) return text;
  return text.replace(/[&<>\r]/g, (character) => references[character]);
}

/** Attribute value, to stand between double quotes. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\r\n\t]/g, (character) => references[character]);
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/**
 * Text as SpreadsheetML stores it (ECMA-376 part 1, 22.9.2.19 ST_Xstring): characters that XML cannot hold become `_x000B_`,
 * and text that looks like such an escape is escaped itself.
 */
export function encodeCellText(text: string): string {
  if (!mayNeedEncoding.test(text)) return text;
  return text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(unstorable, (character) => `_x${hexadecimal(character)}_`);
}

/** Most text has nothing to encode, and to see that is cheaper than to replace nothing. */
const mayNeedEncoding = /_x|[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]/;

/** What XML 1.0 has no character for (with the flag `u`, only the surrogates that stand alone), and the carriage return. */
const unstorable = /[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]/gu;

function hexadecimal(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}

/** The inverse of `encodeCellText`. */
export function decodeCellText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
