import { formatRectangle, quoteSheetName } from '../addresses';
import { failure } from '../host-failure';
import { hostObject, isHostObject, readOnly, text, type Argument, type HostObject } from '../host-object';
import { meaningOf, findName } from '../names';
import type { OpenWorkbook } from '../open-workbook';
import type { Json } from '../json';
import type { NameModel, SheetModel } from '../workbook-model';
import { range } from './range';
import { worksheet } from './worksheet';

/** `Excel.NamedItemCollection` of the workbook, or of one sheet. */
export function namedItems(book: OpenWorkbook, sheet?: SheetModel): HostObject {
  const here = () => book.model.names.filter(({ sheetId }) => sheetId === sheet?.id);
  const wrap = (name: NameModel) => namedItem(book, name);
  const item = (key: Argument) => {
    const found = findName(book, text(key), sheet?.id);
    if (!found) throw failure('ItemNotFound');
    return wrap(found);
  };
  return hostObject('NamedItemCollection', {
    items: () => here().map(wrap),
    item,
    methods: {
      GetCount: () => here().length,
      GetItem: item,
      GetItemOrNullObject: (key) => {
        const found = findName(book, text(key), sheet?.id);
        return found ? wrap(found) : null;
      },
      Add: (name, reference, comment) => {
        const added = text(name);
        if (
          !/^[A-Za-z_\\\u00C0-\uFFFF][\w.\\?\u00C0-\uFFFF]{0,254}$/.test(added) ||
          /^([A-Z]{1,3}\d+|[RC])$/i.test(added)
        ) {
          throw failure('InvalidArgument');
        }
        if (findName(book, added, sheet?.id)) throw failure('ItemAlreadyExists');
        const model: NameModel = {
          name: added,
          refersTo: refersTo(reference),
          visible: true,
          comment: comment == null ? '' : text(comment),
          sheetId: sheet?.id,
        };
        book.model.names.push(model);
        book.calculation.restart();
        return wrap(model);
      },
    },
  });
}

function refersTo(reference: Argument): string {
  if (isHostObject(reference)) {
    if (!reference.range) throw failure('InvalidArgument');
    const { sheet, area } = reference.range;
    return `=${quoteSheetName(sheet.name)}!${formatRectangle(area, true)}`;
  }
  if (typeof reference === 'number' || typeof reference === 'boolean') return `=${String(reference).toUpperCase()}`;
  const formula = text(reference);
  if (!formula.startsWith('=')) throw failure('InvalidArgument');
  return formula;
}

/** `Excel.NamedItem`. */
function namedItem(book: OpenWorkbook, model: NameModel): HostObject {
  const sheet = () => book.model.sheets.find(({ id }) => id === model.sheetId);
  const found = () => {
    const meaning = meaningOf(book, model);
    return meaning.kind === 'Range' ? range(book, meaning.sheet, meaning.area) : undefined;
  };
  const arrayValues = () => {
    const meaning = meaningOf(book, model);
    const rows: Json[][] = meaning.kind === 'Array' ? meaning.value : [];
    return hostObject('NamedItemArrayValues', {
      scalars: {
        Values: readOnly(() => rows),
        Types: readOnly(() => rows.map((row) => row.map((value) => (typeof value === 'number' ? 'Double' : 'String')))),
      },
    });
  };
  return hostObject('NamedItem', {
    scalars: {
      _Id: readOnly(() => model.name),
      Name: readOnly(() => model.name),
      Type: readOnly(() => meaningOf(book, model).kind),
      Value: readOnly(() => shownValue(book, model)),
      Scope: readOnly(() => (model.sheetId ? 'Worksheet' : 'Workbook')),
      Formula: {
        get: () => model.refersTo,
        set: (formula) => {
          model.refersTo = refersTo(formula);
          book.calculation.restart();
        },
      },
      Visible: { get: () => model.visible, set: (visible) => void (model.visible = visible === true) },
      Comment: { get: () => model.comment, set: (comment) => void (model.comment = text(comment)) },
    },
    navigation: {
      Worksheet: () => {
        const own = sheet();
        if (!own) throw failure('ItemNotFound');
        return worksheet(book, own);
      },
      WorksheetOrNullObject: () => {
        const own = sheet();
        return own ? worksheet(book, own) : null;
      },
      ArrayValues: arrayValues,
    },
    methods: {
      GetRange: () => {
        const area = found();
        if (!area) throw failure('InvalidReference');
        return area;
      },
      GetRangeOrNullObject: () => found() ?? null,
      Delete: () => {
        book.model.names = book.model.names.filter((other) => other !== model);
        book.calculation.restart();
      },
    },
  });
}

function shownValue(book: OpenWorkbook, model: NameModel): Json {
  const meaning = meaningOf(book, model);
  switch (meaning.kind) {
    case 'Range':
      return `${quoteSheetName(meaning.sheet.name)}!${formatRectangle(meaning.area, true)}`;
    case 'Array':
      return model.refersTo;
    default:
      return meaning.value;
  }
}
