import type { Rectangle } from './addresses';
import type { Json } from './json';
import { cellKey, cellPosition, type FormatModel, type SheetModel } from './workbook-model';

/** What a cell looks like before anybody formats it, by property path. */
export const defaultFormat: FormatModel = {
  NumberFormat: 'General',
  WrapText: false,
  HorizontalAlignment: 'General',
  VerticalAlignment: 'Bottom',
  IndentLevel: 0,
  TextOrientation: 0,
  ShrinkToFit: false,
  'Fill.Color': '#FFFFFF',
  'Font.Name': 'Calibri',
  'Font.Size': 11,
  'Font.Color': '#000000',
  'Font.Bold': false,
  'Font.Italic': false,
  'Font.Underline': 'None',
  'Font.Strikethrough': false,
  'Protection.Locked': true,
  'Protection.FormulaHidden': false,
};

/** More cells than this are formatted only where they have content or a format already. */
const eachCellLimit = 500_000;

/** Keys of the cells in the area that a format or a clearing has to visit. */
export function keysIn(sheet: SheetModel, area: Rectangle): number[] {
  const { top, left, rows, columns } = area;
  if (rows * columns > eachCellLimit) {
    return [...new Set([...sheet.cells.keys(), ...sheet.formats.keys()])].filter((key) => {
      const { row, column } = cellPosition(key);
      return row >= top && row < top + rows && column >= left && column < left + columns;
    });
  }
  const keys: number[] = [];
  for (let row = top; row < top + rows; row += 1) {
    for (let column = left; column < left + columns; column += 1) keys.push(cellKey(row, column));
  }
  return keys;
}

/** One cell's property, its own or the default. */
export function cellProperty(sheet: SheetModel, key: number, property: string): Json {
  return sheet.formats.get(key)?.[property] ?? defaultFormat[property] ?? null;
}

/** The property of all cells in the area when they agree; null when they differ, as in Excel. */
export function areaProperty(sheet: SheetModel, area: Rectangle, property: string): Json {
  const keys = keysIn(sheet, area);
  const first = cellProperty(sheet, keys[0] ?? cellKey(area.top, area.left), property);
  return keys.every((key) => cellProperty(sheet, key, property) === first) ? first : null;
}

/** Sets a property on every cell of the area. */
export function setAreaProperty(sheet: SheetModel, area: Rectangle, property: string, value: Json): void {
  for (const key of keysIn(sheet, area)) {
    const format = sheet.formats.get(key);
    if (format) format[property] = value;
    else sheet.formats.set(key, { [property]: value });
  }
}
