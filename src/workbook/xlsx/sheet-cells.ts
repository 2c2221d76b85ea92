import { shiftFormula } from '../formula-references';
import { cellTextFormat } from '../cell-text';
import { shownFormula } from './add-in-functions';
import type { Cell, CellValue } from '../workbook';
import type { CellFormats } from './cell-formats';
import { stringItemText } from './shared-strings';
import type { CellPlace, SheetGrid } from './sheet-grid';
import { attribute, parseXml, textOf, type XmlElement } from './xml';
import { decodeCellText, decodeXml } from './xml-text';

/** What a worksheet's cells refer to outside their own part. */
export interface CellContext {
  readonly sharedStrings: () => readonly string[];
  readonly formats: CellFormats;
  readonly date1904: boolean;
}

/** A shared formula: where it is written out, and its text. */
export interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** Reads single cells of one worksheet. */
export interface CellReader {
  readonly cell: (row: number, column: number) => Cell;
  readonly shared: () => ReadonlyMap<string, SharedFormula>;
}

const blank: Cell = { value: null, numberFormat: 'General', text: '', formula: null };

export function cellReader(grid: SheetGrid, context: CellContext): CellReader {
  let known: ReadonlyMap<string, SharedFormula> | null = null;
  const shared = () => (known ??= sharedFormulas(grid));
  const formats = new Map<number, ShownFormat>();
  const formatOf = (style: number): ShownFormat => {
    const format = formats.get(style) ?? shownFormat(style, context);
    formats.set(style, format);
    return format;
  };
  return {
    cell: (row, column) => {
      const place = grid.cell(row, column);
      if (!place) return blank;
      const { value, formula } = storedCell(grid.text, place, context, shared);
      const { numberFormat, textOf } = formatOf(place.style);
      if (formula !== null && value === null) return { value, numberFormat, text: null, formula, uncalculated: true };
      return { value, numberFormat, text: textOf(value), formula };
    },
    shared,
  };
}

interface ShownFormat {
  readonly numberFormat: string;
  readonly textOf: (value: CellValue) => string | null;
}

function shownFormat(style: number, { formats, date1904 }: CellContext): ShownFormat {
  const numberFormat = formats.numberFormats[style] ?? 'General';
  return { numberFormat, textOf: cellTextFormat(numberFormat, date1904) };
}

interface StoredCell {
  readonly value: CellValue;
  readonly formula: string | null;
}

/** A plain formula and a value with nothing else, as nearly all cells are: read without building a tree. */
const plainCell = /^(?:<(?:[\w.-]+:)?f>([^<]+)<\/[^<>]*>)?(?:<(?:[\w.-]+:)?v>([^<]*)<\/[^<>]*>)?<\/[^<>]*>$/;

function storedCell(
  text: string,
  place: CellPlace,
  context: CellContext,
  shared: () => ReadonlyMap<string, SharedFormula>,
): StoredCell {
  if (place.openEnd === place.end) return { value: null, formula: null };
  const bare = bareValue(text, place);
  if (bare !== null) return { value: storedValue(place.type, bare, context), formula: null };
  const plain = plainCell.exec(text.slice(place.openEnd, place.end));
  if (plain) {
    const [, formula, raw] = plain;
    return {
      value: storedValue(place.type, raw === undefined ? null : decodeXml(raw), context),
      formula: formula === undefined ? null : `=${shownFormula(decodeCellText(decodeXml(formula)))}`,
    };
  }
  const xml = text.slice(place.start, place.end);
  const element = parseXml(xml);
  const part = (local: string) => element.children.find((candidate) => candidate.local === local);
  const formulaElement = part('f');
  const valueElement = part('v');
  const inline = part('is');
  const raw = valueElement ? textOf(xml, valueElement) : null;
  return {
    value: inline && raw === null ? stringItemText(xml, inline) : storedValue(place.type, raw, context),
    formula: formulaElement ? formulaText(xml, formulaElement, place, shared) : null,
  };
}

/** What stands in a cell with a value alone, no formula and nothing to decode; null for any other cell. */
function bareValue(text: string, { openEnd, end }: CellPlace): string | null {
  const [from, to] = [openEnd + 3, end - 8];
  if (to < from || !text.startsWith('<v>', openEnd) || !text.startsWith('</v></c>', to)) return null;
  const raw = text.slice(from, to);
  return raw.includes('&') || raw.includes('<') ? null : raw;
}

function storedValue(type: string, raw: string | null, context: CellContext): CellValue {
  if (raw === null) return null;
  switch (type) {
    case 's':
      return context.sharedStrings()[Number(raw)] ?? null;
    case 'str':
    case 'inlineStr':
      return decodeCellText(raw);
    case 'b':
      return raw.trim() === '1' || raw.trim() === 'true';
    case 'e':
      return { error: raw.trim() };
    case 'd':
      return isoSerial(raw.trim(), context.date1904);
    default:
      return raw.trim() === '' ? null : numberOrText(raw);
  }
}

/** A number as stored; what only claims to be one, or is larger than any, is shown to the planner as the text it is. */
function numberOrText(raw: string): number | string {
  const number = Number(raw);
  return Number.isFinite(number) ? number : raw;
}

/** Serial number of an ISO 8601 date, as strict files may store dates; text that is no date stays text. */
function isoSerial(text: string, date1904: boolean): CellValue {
  const hasDate = /^\d{4}-\d{2}-\d{2}/.test(text);
  const stamp = Date.parse(
    hasDate ? (text.includes('T') ? `${text.replace(/Z$/, '')}Z` : text) : `1899-12-30T${text}Z`,
  );
  return Number.isNaN(stamp) ? text : stamp / 86400e3 + 25569 - (date1904 && hasDate ? 1462 : 0);
}

function formulaText(
  xml: string,
  element: XmlElement,
  place: CellPlace,
  shared: () => ReadonlyMap<string, SharedFormula>,
): string {
  const own = decodeCellText(textOf(xml, element));
  if (own !== '' || attribute(element, 't') !== 'shared') return `=${shownFormula(own)}`;
  const master = shared().get(attribute(element, 'si') ?? '');
  return master ? `=${shiftFormula(master.formula, place.row - master.row, place.column - master.column)}` : '=';
}

function sharedFormulas(grid: SheetGrid): ReadonlyMap<string, SharedFormula> {
  const masters = new Map<string, SharedFormula>();
  for (const place of grid.cells()) {
    const xml = grid.text.slice(place.start, place.end);
    if (!xml.includes('shared')) continue;
    const formula = parseXml(xml).children.find((element) => element.local === 'f');
    const index = formula && attribute(formula, 't') === 'shared' ? attribute(formula, 'si') : null;
    if (!formula || index === null || masters.has(index)) continue;
    const text = decodeCellText(textOf(xml, formula));
    if (text !== '') masters.set(index, { row: place.row, column: place.column, formula: text });
  }
  return masters;
}
