import type { Rectangle } from '../addresses';
import { areaProperty, defaultFormat, setAreaProperty } from '../cell-format';
import { requireUnprotected } from '../changes';
import { failure } from '../host-failure';
import { hostObject, oneOf, readOnly, type Argument, type HostObject, type Scalar } from '../host-object';
import type { Json } from '../json';
import type { OpenWorkbook } from '../open-workbook';
import type { SheetModel } from '../workbook-model';

const edges = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal'].concat([
  'DiagonalDown',
  'DiagonalUp',
]);

/** Width of a column and height of a row nobody changed, in points. */
const standardWidth = 48;
const standardHeight = 15;

/** `Excel.RangeFormat`: fill, font, borders, alignment and sizes of a rectangle. */
export function rangeFormat(book: OpenWorkbook, sheet: SheetModel, area: Rectangle): HostObject {
  const property = (path: string, check: (value: Json) => Json = (value) => value): Scalar => ({
    get: () => areaProperty(sheet, area, path),
    set: (value) => {
      requireUnprotected(book, sheet);
      setAreaProperty(sheet, area, path, check(value));
    },
  });
  const group = (prefix: string, names: string[], check?: (value: Json) => Json): Record<string, Scalar> =>
    Object.fromEntries(names.map((name) => [name, property(`${prefix}${name}`, name === 'Color' ? colour : check)]));
  const border = (edge: string): HostObject =>
    hostObject('RangeBorder', {
      scalars: {
        SideIndex: readOnly(() => edge),
        Style: property(`Borders.${edge}.Style`, (value) =>
          oneOf(value, ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot']),
        ),
        Weight: property(`Borders.${edge}.Weight`, (value) => oneOf(value, ['Hairline', 'Thin', 'Medium', 'Thick'])),
        Color: property(`Borders.${edge}.Color`, colour),
      },
    });
  return hostObject('RangeFormat', {
    scalars: {
      WrapText: property('WrapText'),
      HorizontalAlignment: property('HorizontalAlignment', (value) =>
        oneOf(value, 'General Left Center Right Fill Justify CenterAcrossSelection Distributed'.split(' ')),
      ),
      VerticalAlignment: property('VerticalAlignment', (value) =>
        oneOf(value, 'Top Center Bottom Justify Distributed'.split(' ')),
      ),
      IndentLevel: property('IndentLevel'),
      TextOrientation: property('TextOrientation'),
      ShrinkToFit: property('ShrinkToFit'),
      ColumnWidth: size(book, sheet, sheet.columnWidths, area.left, area.columns, standardWidth),
      RowHeight: size(book, sheet, sheet.rowHeights, area.top, area.rows, standardHeight),
    },
    navigation: {
      Fill: () =>
        hostObject('RangeFill', {
          scalars: group('Fill.', ['Color']),
          methods: { Clear: () => setAreaProperty(sheet, area, 'Fill.Color', defaultFormat['Fill.Color']) },
        }),
      Font: () =>
        hostObject('RangeFont', {
          scalars: group('Font.', ['Name', 'Size', 'Color', 'Bold', 'Italic', 'Underline', 'Strikethrough']),
        }),
      Borders: () =>
        hostObject('RangeBorderCollection', {
          scalars: { Count: readOnly(() => edges.length) },
          items: () => edges.map(border),
          item: (edge) => border(oneOf(edge, edges)),
          methods: {
            GetItem: (edge: Argument) => border(oneOf(edge, edges)),
            GetItemAt: (index: Argument) => {
              const edge = edges[Number(index)];
              if (!edge) throw failure('InvalidArgument');
              return border(edge);
            },
          },
        }),
      Protection: () => hostObject('FormatProtection', { scalars: group('Protection.', ['Locked', 'FormulaHidden']) }),
    },
    methods: {
      AutofitColumns: () => {
        requireUnprotected(book, sheet);
        for (let i = 0; i < Math.min(area.columns, 1000); i += 1) sheet.columnWidths.delete(area.left + i);
      },
      AutofitRows: () => {
        requireUnprotected(book, sheet);
        for (let i = 0; i < Math.min(area.rows, 1000); i += 1) sheet.rowHeights.delete(area.top + i);
      },
    },
  });
}

function size(
  book: OpenWorkbook,
  sheet: SheetModel,
  sizes: Map<number, number>,
  first: number,
  count: number,
  standard: number,
): Scalar {
  const indices = Array.from({ length: Math.min(count, 16_384) }, (_, i) => first + i);
  return {
    get: () => {
      const all = new Set(indices.map((index) => sizes.get(index) ?? standard));
      return all.size === 1 ? [...all][0] : null;
    },
    set: (value) => {
      requireUnprotected(book, sheet);
      if (typeof value !== 'number' || value < 0) throw failure('InvalidArgument');
      for (const index of indices) sizes.set(index, value);
    },
  };
}

/** `#RRGGBB` in capitals, as Excel reports colours; named colours stay as they are. */
export function colour(value: Json): string {
  if (typeof value !== 'string') throw failure('InvalidArgument');
  if (/^#?[0-9a-f]{6}$/i.test(value)) return `#${value.replace('#', '').toUpperCase()}`;
  if (value === '' || /^[a-z]+$/i.test(value)) return value;
  throw failure('InvalidArgument');
}
