import type { Rectangle } from '../addresses';
import { cellProperty, setAreaProperty } from '../cell-format';
import { requireUnprotected } from '../changes';
import { failure } from '../host-failure';
import type { Argument } from '../host-object';
import { isRecord, type Json } from '../json';
import type { OpenWorkbook } from '../open-workbook';
import type { SheetModel } from '../workbook-model';
import { colour } from './range-format';

const sizes = ['columnWidth', 'rowHeight'];

/** `Excel.SettableCellProperties` of one cell or line of cells → its property paths and values. */
function pathsOf(properties: Json, prefix = ''): [path: string, value: Json][] {
  if (!isRecord(properties)) throw failure('InvalidArgument');
  return Object.entries(properties).flatMap(([key, value]): [string, Json][] => {
    const name = key[0].toUpperCase() + key.slice(1);
    if (isRecord(value)) {
      const isEdge = prefix === 'Borders.' && /^(Top|Bottom|Left|Right)$/.test(name);
      return pathsOf(value, name === 'Format' ? '' : `${prefix}${isEdge ? 'Edge' : ''}${name}.`);
    }
    return [[sizes.includes(key) ? key : `${prefix}${name}`, name === 'Color' ? colour(value) : value]];
  });
}

function apply(sheet: SheetModel, area: Rectangle, properties: Json): void {
  for (const [path, value] of pathsOf(properties)) {
    if (path === 'columnWidth' || path === 'rowHeight') {
      if (typeof value !== 'number') throw failure('InvalidArgument');
      if (path === 'columnWidth') sheet.columnWidths.set(area.left, value);
      else sheet.rowHeights.set(area.top, value);
    } else if (cellProperty(sheet, 0, path) === null && !path.startsWith('Borders.')) {
      throw failure('ApiNotFound', `The cell property ${path} is not emulated.`);
    } else setAreaProperty(sheet, area, path, value);
  }
}

/** Sets the properties of each cell, row or column of the area; `given` has one entry for each of them. */
export function setProperties(
  book: OpenWorkbook,
  sheet: SheetModel,
  area: Rectangle,
  by: 'cell' | 'row' | 'column',
  given: Argument,
): void {
  requireUnprotected(book, sheet);
  const { top, left, rows, columns } = area;
  const count = by === 'column' ? columns : rows;
  if (!Array.isArray(given) || given.length !== count) throw failure('InvalidArgument');
  given.forEach((properties, i) => {
    if (by === 'row') apply(sheet, { top: top + i, left, rows: 1, columns }, properties);
    else if (by === 'column') apply(sheet, { top, left: left + i, rows, columns: 1 }, properties);
    else {
      if (!Array.isArray(properties) || properties.length !== columns) throw failure('InvalidArgument');
      properties.forEach((cell, j) => apply(sheet, { top: top + i, left: left + j, rows: 1, columns: 1 }, cell));
    }
  });
}
