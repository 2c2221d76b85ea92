import { formatRectangle, type Rectangle } from '../addresses';
import { requireUnprotected } from '../changes';
import { failure } from '../host-failure';
import {
  hostObject,
  number,
  oneOf,
  readOnly,
  storedScalars,
  text,
  type Argument,
  type HostObject,
} from '../host-object';
import { isRecord } from '../json';
import type { OpenWorkbook } from '../open-workbook';
import { newId, type ConditionalFormatModel, type SheetModel } from '../workbook-model';
import { range } from './range';

const kinds = ['CellValue', 'Custom'];
const operators = 'Between NotBetween EqualTo NotEqualTo GreaterThan LessThan GreaterThanOrEqual LessThanOrEqual'.split(
  ' ',
);

/** `Excel.ConditionalFormatCollection` of a range; cell-value and formula rules only. */
export function conditionalFormats(book: OpenWorkbook, sheet: SheetModel, area: Rectangle): HostObject {
  const covering = () => sheet.conditionalFormats.filter((format) => overlaps(format.area, area));
  const find = (id: Argument) => covering().find((format) => format.id === id);
  const wrap = (format: ConditionalFormatModel) => conditionalFormat(book, sheet, format);
  const item = (id: Argument) => {
    const found = find(id);
    if (!found) throw failure('ItemNotFound');
    return wrap(found);
  };
  return hostObject('ConditionalFormatCollection', {
    items: () => covering().map(wrap),
    item,
    methods: {
      GetItem: item,
      GetItemOrNullObject: (id) => {
        const found = find(id);
        return found ? wrap(found) : null;
      },
      GetItemAt: (index) => {
        const found = covering()[number(index)];
        if (!found) throw failure('InvalidArgument');
        return wrap(found);
      },
      GetCount: () => covering().length,
      ClearAll: () => {
        requireUnprotected(book, sheet);
        sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => !overlaps(format.area, area));
      },
      Add: (type) => {
        requireUnprotected(book, sheet);
        const model = { id: newId(book.model), type: oneOf(type, kinds), area, properties: {} };
        // The newest rule comes first, as in Excel.
        sheet.conditionalFormats.unshift(model);
        return wrap(model);
      },
    },
  });
}

function overlaps(a: Rectangle, b: Rectangle): boolean {
  return a.top < b.top + b.rows && b.top < a.top + a.rows && a.left < b.left + b.columns && b.left < a.left + a.columns;
}

function conditionalFormat(book: OpenWorkbook, sheet: SheetModel, model: ConditionalFormatModel): HostObject {
  const stored = (prefix: string, defaults: Parameters<typeof storedScalars>[2]) =>
    storedScalars(model.properties, prefix, defaults, () => requireUnprotected(book, sheet));
  const format = () =>
    hostObject('ConditionalRangeFormat', {
      navigation: {
        Fill: () => hostObject('ConditionalRangeFill', { scalars: stored('Format.Fill.', { Color: '' }) }),
        Font: () =>
          hostObject('ConditionalRangeFont', {
            scalars: stored('Format.Font.', { Color: '', Bold: false, Italic: false }),
          }),
      },
    });
  const cellValue = () =>
    hostObject('CellValueConditionalFormat', {
      scalars: {
        Rule: {
          get: () => model.properties.Rule ?? null,
          set: (rule) => {
            if (!isRecord(rule)) throw failure('InvalidArgument');
            text(rule.formula1);
            oneOf(rule.operator, operators);
            model.properties.Rule = rule;
          },
        },
      },
      navigation: { Format: format },
    });
  const custom = () =>
    hostObject('CustomConditionalFormat', {
      navigation: {
        Format: format,
        Rule: () => hostObject('ConditionalFormatRule', { scalars: stored('Rule.', { Formula: '' }) }),
      },
    });
  const only = (type: string, make: () => HostObject) => () => {
    if (model.type !== type) throw failure('InvalidOperation');
    return make();
  };
  return hostObject('ConditionalFormat', {
    scalars: {
      Id: readOnly(() => model.id),
      Type: readOnly(() => model.type),
      Priority: readOnly(() => sheet.conditionalFormats.indexOf(model)),
      ...stored('', { StopIfTrue: false }),
    },
    navigation: {
      CellValue: only('CellValue', cellValue),
      CellValueOrNullObject: () => (model.type === 'CellValue' ? cellValue() : null),
      Custom: only('Custom', custom),
      CustomOrNullObject: () => (model.type === 'Custom' ? custom() : null),
    },
    methods: {
      GetRange: () => range(book, sheet, model.area),
      Delete: () => {
        requireUnprotected(book, sheet);
        sheet.conditionalFormats = sheet.conditionalFormats.filter((other) => other !== model);
      },
    },
  });
}

/** What a snapshot tells of a conditional format. */
export function describeConditionalFormat({ type, area, properties }: ConditionalFormatModel) {
  return { type, address: formatRectangle(area), properties };
}
