import type { CellStyle } from '../sheet-content';
import { stateContentType } from './content-types';
import { builtinNumberFormats } from './cell-formats';
import { partText, setPartText, type Parts } from './parts';
import { addRelationship } from './relationships';
import { applySplices, appendToList } from './splice';
import { contentTypes, stylesOrder } from './vocabulary';
import { workbookTarget, type WorkbookPart } from './workbook-part';
import { attribute, child, childrenNamed, parseXml, prefixOf, type XmlElement } from './xml';
import { escapeAttribute } from './xml-text';

/**
 * Hands out format indexes for new cells. What the styles part holds keeps its place; what it lacks is appended, and a format
 * that a former run appended is found again, so that overwriting a result does not make the part grow.
 */
export interface StyleWriter {
  /** Index for a cell's `s`; 0, the workbook's default, for no style. */
  readonly cellFormat: (style: CellStyle | undefined) => number;
  /** Index for a conditional format's `dxfId`. */
  readonly highlightFormat: (style: CellStyle) => number;
  /** Writes what was appended. */
  readonly finish: () => void;
}

/** A list of the styles part: items present, and items to append. */
interface StyleList {
  readonly name: (typeof stylesOrder)[number];
  readonly index: Map<string, number>;
  readonly added: string[];
  /** How many indexes are taken. */
  size: number;
}

export function styleWriter(parts: Parts, workbook: WorkbookPart): StyleWriter {
  const part = workbookTarget(parts, workbook, 'styles') ?? createStyles(parts, workbook);
  const text = partText(parts, part);
  const root = parseXml(text);
  const prefix = prefixOf(root.name) === '' ? '' : `${prefixOf(root.name)}:`;
  const seeds = defaultItems(prefix);
  const list = (name: StyleList['name']): StyleList => {
    const present = child(root, name)?.children.map((item) => text.slice(item.start, item.end));
    const items = present ?? seeds[name] ?? [];
    const index = new Map<string, number>();
    items.forEach((item, at) => !index.has(item) && index.set(item, at));
    return { name, index, added: present ? [] : [...items], size: items.length };
  };
  const lists = {
    fonts: list('fonts'),
    fills: list('fills'),
    borders: list('borders'),
    cellStyleXfs: list('cellStyleXfs'),
    cellXfs: list('cellXfs'),
    cellStyles: list('cellStyles'),
    dxfs: list('dxfs'),
  };
  const formats = numberFormatList(root, prefix);
  const draw = drawing(prefix, defaultFont(text, root));
  const byContent = new Map<string, number>();
  const byObject = new Map<CellStyle, number>();
  const cellFormat = (style: CellStyle): number => {
    const numFmt = formats.id(style.numberFormat);
    const font = needsFont(style) ? place(lists.fonts, draw.font(style)) : 0;
    const fill = style.fill ? place(lists.fills, draw.fill(style.fill)) : 0;
    const border = style.borderTop || style.borderBottom ? place(lists.borders, draw.border(style)) : 0;
    return place(lists.cellXfs, draw.format(style, { numFmt, font, fill, border }));
  };
  return {
    cellFormat: (style) => {
      if (!style) return 0;
      const known = byObject.get(style);
      if (known !== undefined) return known;
      const key = JSON.stringify(style);
      const index = key === '{}' ? 0 : (byContent.get(key) ?? cellFormat(style));
      byContent.set(key, index);
      byObject.set(style, index);
      return index;
    },
    highlightFormat: (style) => place(lists.dxfs, draw.differential(style)),
    finish: () => {
      const all = [formats, ...Object.values(lists)];
      const splices = all.flatMap(({ name, added }) => appendToList(text, root, stylesOrder, name, added));
      setPartText(parts, part, applySplices(text, splices));
    },
  };
}

function place(list: StyleList, item: string): number {
  const known = list.index.get(item);
  if (known !== undefined) return known;
  list.added.push(item);
  list.index.set(item, list.size);
  return list.size++;
}

function createStyles(parts: Parts, workbook: WorkbookPart): string {
  const folder = workbook.part.slice(0, workbook.part.lastIndexOf('/') + 1);
  const part = `${folder}styles.xml`;
  const prefix = prefixOf(workbook.root.name);
  const name = prefix === '' ? 'styleSheet' : `${prefix}:styleSheet`;
  const declaration = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  const { spreadsheet, relationships } = workbook.vocabulary;
  const start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  setPartText(parts, part, `${start}<${name} ${declaration}="${spreadsheet}"></${name}>`);
  stateContentType(parts, part, contentTypes.styles);
  addRelationship(parts, workbook.part, `${relationships}/styles`, part);
  return part;
}

/** What Excel expects at the first indexes of each list. */
function defaultItems(p: string): Readonly<Partial<Record<StyleList['name'], readonly string[]>>> {
  return {
    fonts: [`<${p}font><${p}sz val="11"/><${p}name val="Calibri"/><${p}family val="2"/></${p}font>`],
    fills: [
      `<${p}fill><${p}patternFill patternType="none"/></${p}fill>`,
      `<${p}fill><${p}patternFill patternType="gray125"/></${p}fill>`,
    ],
    borders: [`<${p}border><${p}left/><${p}right/><${p}top/><${p}bottom/><${p}diagonal/></${p}border>`],
    cellStyleXfs: [`<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`],
    cellXfs: [`<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`],
    cellStyles: [`<${p}cellStyle name="Normal" xfId="0" builtinId="0"/>`],
  };
}

/** Custom number formats have ids of their own, from 164 on. */
function numberFormatList(root: XmlElement, prefix: string) {
  const present = childrenNamed(child(root, 'numFmts'), 'numFmt');
  const ids = new Map(present.map((item) => [attribute(item, 'formatCode'), Number(attribute(item, 'numFmtId'))]));
  const builtin = new Map(Object.entries(builtinNumberFormats).map(([id, code]) => [code, Number(id)]));
  const added: string[] = [];
  let next = Math.max(163, ...ids.values()) + 1;
  return {
    name: 'numFmts',
    added,
    id: (code: string | undefined): number => {
      const known = code === undefined ? 0 : (builtin.get(code) ?? ids.get(code));
      if (known !== undefined || code === undefined) return known ?? 0;
      added.push(`<${prefix}numFmt numFmtId="${next}" formatCode="${escapeAttribute(code)}"/>`);
      ids.set(code, next);
      return next++;
    },
  };
}

/** Parts of the workbook's own default font, which new fonts vary. */
function defaultFont(text: string, root: XmlElement): ReadonlyMap<string, string> {
  const font = childrenNamed(child(root, 'fonts'), 'font')[0];
  return new Map(font?.children.map((item) => [item.local, text.slice(item.start, item.end)]) ?? []);
}

function needsFont(style: CellStyle): boolean {
  return Boolean(style.bold || style.italic || style.fontSize || style.fontColor);
}

interface FormatParts {
  readonly numFmt: number;
  readonly font: number;
  readonly fill: number;
  readonly border: number;
}

/** The XML of each kind of style item, with the styles part's own prefix. */
function drawing(p: string, font0: ReadonlyMap<string, string>) {
  const color = (rgb: string) => `<${p}color rgb="FF${rgb.toUpperCase()}"/>`;
  const edge = (side: string, line: string | undefined) =>
    line ? `<${p}${side} style="${line}"><${p}color auto="1"/></${p}${side}>` : `<${p}${side}/>`;
  return {
    font: (style: CellStyle): string => {
      const inherited = (local: string) => font0.get(local) ?? '';
      const size = style.fontSize ? `<${p}sz val="${style.fontSize}"/>` : inherited('sz') || `<${p}sz val="11"/>`;
      const name = inherited('name') || `<${p}name val="Calibri"/>`;
      const marks = (style.bold ? `<${p}b/>` : '') + (style.italic ? `<${p}i/>` : '');
      const shade = style.fontColor ? color(style.fontColor) : inherited('color');
      const family = inherited('family') + inherited('charset') + inherited('scheme');
      return `<${p}font>${marks}${size}${shade}${name}${family}</${p}font>`;
    },
    fill: (rgb: string): string => {
      const colors = `<${p}fgColor rgb="FF${rgb.toUpperCase()}"/><${p}bgColor indexed="64"/>`;
      return `<${p}fill><${p}patternFill patternType="solid">${colors}</${p}patternFill></${p}fill>`;
    },
    border: (style: CellStyle): string => {
      const sides = `<${p}left/><${p}right/>${edge('top', style.borderTop)}${edge('bottom', style.borderBottom)}`;
      return `<${p}border>${sides}<${p}diagonal/></${p}border>`;
    },
    format: (style: CellStyle, ids: FormatParts): string => {
      const references = `numFmtId="${ids.numFmt}" fontId="${ids.font}" fillId="${ids.fill}" borderId="${ids.border}" xfId="0"`;
      const alignment = alignmentXml(p, style);
      const applies = [
        ids.numFmt > 0 && 'applyNumberFormat',
        ids.font > 0 && 'applyFont',
        ids.fill > 0 && 'applyFill',
        ids.border > 0 && 'applyBorder',
        alignment !== '' && 'applyAlignment',
      ].flatMap((name) => (name ? [` ${name}="1"`] : []));
      const open = `<${p}xf ${references}${applies.join('')}`;
      return alignment === '' ? `${open}/>` : `${open}>${alignment}</${p}xf>`;
    },
    differential: (style: CellStyle): string => {
      const marks = (style.bold ? `<${p}b/>` : '') + (style.fontColor ? color(style.fontColor) : '');
      const font = marks === '' ? '' : `<${p}font>${marks}</${p}font>`;
      const background = style.fill ? `<${p}bgColor rgb="FF${style.fill.toUpperCase()}"/>` : '';
      const fill =
        background && `<${p}fill><${p}patternFill patternType="solid">${background}</${p}patternFill></${p}fill>`;
      return `<${p}dxf>${font}${fill}</${p}dxf>`;
    },
  };
}

function alignmentXml(p: string, style: CellStyle): string {
  const vertical = style.verticalAlign === 'middle' ? 'center' : style.verticalAlign;
  const attributes = [
    style.align || style.indent ? `horizontal="${style.align ?? 'left'}"` : '',
    vertical ? `vertical="${vertical}"` : '',
    style.wrap ? 'wrapText="1"' : '',
    style.indent ? `indent="${style.indent}"` : '',
  ].filter((item) => item !== '');
  return attributes.length === 0 ? '' : `<${p}alignment ${attributes.join(' ')}/>`;
}
