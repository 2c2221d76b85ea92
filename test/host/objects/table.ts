import { intersection, parseRectangle, splitAddress, type Rectangle } from '../addresses';
import { requireUnprotected, writeEntries } from '../changes';
import { failure } from '../host-failure';
import { hostObject, isHostObject, number, readOnly, storedScalars, text } from '../host-object';
import type { Argument, HostObject } from '../host-object';
import type { OpenWorkbook } from '../open-workbook';
import { cellKey, findSheet, newId, type SheetModel, type TableModel } from '../workbook-model';
import { range } from './range';
import { worksheet } from './worksheet';

/** `Excel.TableCollection` of the workbook, or of one sheet. */
export function tables(book: OpenWorkbook, sheet?: SheetModel): HostObject {
  const here = () => book.model.tables.filter(({ sheetId }) => !sheet || sheetId === sheet.id);
  const find = (key: Argument) =>
    here().find(({ id, name }) => id === key || (typeof key === 'string' && name.toLowerCase() === key.toLowerCase()));
  const item = (key: Argument) => {
    const found = find(key);
    if (!found) throw failure('ItemNotFound');
    return table(book, found);
  };
  return hostObject('TableCollection', {
    scalars: { Count: readOnly(() => here().length) },
    items: () => here().map((model) => table(book, model)),
    item,
    methods: {
      GetCount: () => here().length,
      GetItem: item,
      GetItemAt: (index) => {
        const found = here()[number(index)];
        if (!found) throw failure('InvalidArgument');
        return table(book, found);
      },
      GetItemOrNullObject: (key) => {
        const found = find(key);
        return found ? table(book, found) : null;
      },
      Add: (address, hasHeaders) => {
        const target = located(book, address, sheet);
        requireUnprotected(book, target.sheet);
        if (hasHeaders !== true) throw failure('InvalidArgument', 'The emulated host adds tables with headers only.');
        requireRoom(book, target.sheet, target.area);
        let count = book.model.tables.length + 1;
        while (book.model.tables.some(({ name }) => name === `Table${count}`)) count += 1;
        const model: TableModel = {
          id: newId(book.model),
          name: `Table${count}`,
          sheetId: target.sheet.id,
          area: target.area,
          properties: {},
        };
        book.model.tables.push(model);
        nameColumns(book, target.sheet, target.area);
        book.calculation.restart();
        return table(book, model);
      },
    },
  });
}

/** A table has a heading and a row, and covers no other table. */
function requireRoom(book: OpenWorkbook, sheet: SheetModel, area: Rectangle, own?: TableModel): void {
  const others = book.model.tables.filter((other) => other !== own && other.sheetId === sheet.id);
  if (area.rows < 2 || others.some((other) => intersection(other.area, area))) throw failure('InvalidArgument');
}

/** Names of tables and defined names of the workbook differ from each other. */
function isTaken(book: OpenWorkbook, name: string, own: TableModel): boolean {
  const isSame = (other: string) => other.toLowerCase() === name.toLowerCase();
  const names = book.model.names.filter(({ sheetId }) => sheetId === undefined);
  return book.model.tables.some((other) => other !== own && isSame(other.name)) || names.some((n) => isSame(n.name));
}

/** Excel gives a column without a heading one. */
function nameColumns(book: OpenWorkbook, sheet: SheetModel, { top, left, columns: width }: Rectangle): void {
  for (let index = 0; index < width; index += 1) {
    const key = cellKey(top, left + index);
    if (sheet.cells.has(key)) continue;
    sheet.cells.set(key, { value: `Column${index + 1}` });
    book.calculation.touch(sheet, key);
  }
}

function located(book: OpenWorkbook, address: Argument, sheet?: SheetModel): { sheet: SheetModel; area: Rectangle } {
  if (isHostObject(address) && address.range) return { sheet: address.range.sheet, area: address.range.area };
  const { sheet: name, cells } = splitAddress(text(address));
  const target = name === undefined ? sheet : findSheet(book.model, name);
  const area = parseRectangle(cells);
  if (!target || !area) throw failure('InvalidArgument');
  return { sheet: target, area };
}

function table(book: OpenWorkbook, model: TableModel): HostObject {
  const sheet = book.model.sheets.find(({ id }) => id === model.sheetId);
  if (!sheet) throw failure('ItemNotFound');
  const part = (area: Rectangle) => range(book, sheet, area);
  const body = (): Rectangle => ({ ...model.area, top: model.area.top + 1, rows: Math.max(1, model.area.rows - 1) });
  const check = () => requireUnprotected(book, sheet);
  return hostObject('Table', {
    scalars: {
      Id: readOnly(() => model.id),
      Name: {
        get: () => model.name,
        set: (name) => {
          check();
          if (!/^[A-Za-z_\\][\w.\\]*$/.test(text(name)) || isTaken(book, text(name), model)) {
            throw failure('InvalidArgument');
          }
          model.name = text(name);
          book.calculation.restart();
        },
      },
      ...storedScalars(
        model.properties,
        '',
        {
          ShowHeaders: true,
          ShowTotals: false,
          Style: 'TableStyleMedium2',
          ShowBandedRows: true,
          ShowFilterButton: true,
        },
        check,
      ),
    },
    navigation: { Columns: () => columns(book, sheet, model), Worksheet: () => worksheet(book, sheet) },
    methods: {
      GetRange: () => part(model.area),
      GetHeaderRowRange: () => part({ ...model.area, rows: 1 }),
      GetDataBodyRange: () => part(body()),
      Resize: (address) => {
        check();
        const target = located(book, address, sheet);
        // The headings stay in their row, and the new range overlaps the old one.
        const { top, left, columns: width } = target.area;
        const overlaps = left < model.area.left + model.area.columns && model.area.left < left + width;
        if (target.sheet !== sheet || top !== model.area.top || !overlaps) throw failure('InvalidArgument');
        requireRoom(book, sheet, target.area, model);
        model.area = target.area;
        nameColumns(book, sheet, model.area);
        book.calculation.restart();
      },
      Delete: () => {
        check();
        book.model.tables = book.model.tables.filter((other) => other !== model);
        book.calculation.restart();
      },
    },
  });
}

function columns(book: OpenWorkbook, sheet: SheetModel, model: TableModel): HostObject {
  const { top, left, rows, columns: width } = model.area;
  const heading = (index: number) => String(sheet.cells.get(cellKey(top, left + index))?.value ?? '');
  const column = (index: number): HostObject => {
    const whole: Rectangle = { top, left: left + index, rows, columns: 1 };
    const body: Rectangle = { ...whole, top: top + 1, rows: Math.max(1, rows - 1) };
    return hostObject('TableColumn', {
      scalars: {
        Id: readOnly(() => index + 1),
        Index: readOnly(() => index),
        Name: {
          get: () => heading(index),
          set: (name) => writeEntries(book, sheet, { ...whole, rows: 1 }, text(name)),
        },
        Values: {
          get: () =>
            Array.from({ length: rows }, (_, i) => [sheet.cells.get(cellKey(top + i, left + index))?.value ?? '']),
          set: (values) => writeEntries(book, sheet, whole, values),
        },
      },
      methods: {
        GetRange: () => range(book, sheet, whole),
        GetHeaderRowRange: () => range(book, sheet, { ...whole, rows: 1 }),
        GetDataBodyRange: () => range(book, sheet, body),
      },
    });
  };
  const find = (key: Argument): number => {
    const byName = (_: unknown, i: number) => heading(i).toLowerCase() === String(key).toLowerCase();
    return typeof key === 'number'
      ? key >= 1 && key <= width
        ? key - 1
        : -1
      : Array.from({ length: width }).findIndex(byName);
  };
  const item = (key: Argument) => {
    const index = find(key);
    if (index < 0) throw failure('ItemNotFound');
    return column(index);
  };
  return hostObject('TableColumnCollection', {
    scalars: { Count: readOnly(() => width) },
    items: () => Array.from({ length: width }, (_, i) => column(i)),
    item,
    methods: {
      GetCount: () => width,
      GetItem: item,
      GetItemAt: (index) => {
        if (number(index) < 0 || number(index) >= width) throw failure('InvalidArgument');
        return column(number(index));
      },
      GetItemOrNullObject: (key) => (find(key) < 0 ? null : column(find(key))),
    },
  });
}
