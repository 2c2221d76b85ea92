import { formatRectangle, parseRectangle, sheetColumns, sheetRows, splitAddress, type Rectangle } from '../addresses';
import { requireUnprotected } from '../changes';
import { failure } from '../host-failure';
import { hostObject, isHostObject, number, oneOf, storedScalars, type Argument, type HostObject } from '../host-object';
import { isRecord } from '../json';
import type { OpenWorkbook } from '../open-workbook';
import type { SheetModel } from '../workbook-model';
import { range } from './range';

/** `Excel.WorksheetFreezePanes`. */
export function freezePanes(book: OpenWorkbook, sheet: SheetModel): HostObject {
  const freeze = (area: Rectangle) => {
    requireUnprotected(book, sheet);
    sheet.frozen = area;
  };
  return hostObject('WorksheetFreezePanes', {
    methods: {
      FreezeAt: (frozen) => {
        const { top, left, rows, columns } = rectangleOf(frozen);
        freeze({ top: 0, left: 0, rows: top + rows, columns: left + columns });
      },
      FreezeRows: (count) => freeze({ top: 0, left: 0, rows: number(count, 1), columns: sheetColumns }),
      FreezeColumns: (count) => freeze({ top: 0, left: 0, rows: sheetRows, columns: number(count, 1) }),
      GetLocationOrNullObject: () => (sheet.frozen ? range(book, sheet, sheet.frozen) : null),
      GetLocation: () => {
        if (!sheet.frozen) throw failure('ItemNotFound');
        return range(book, sheet, sheet.frozen);
      },
      Unfreeze: () => void (sheet.frozen = undefined),
    },
  });
}

/** `Excel.PageLayout`. */
export function pageLayout(book: OpenWorkbook, sheet: SheetModel): HostObject {
  const address = (argument: Argument) => formatRectangle(rectangleOf(argument), true);
  const located = (found: string | undefined) => {
    const area = found === undefined ? undefined : parseRectangle(found);
    return area ? range(book, sheet, area) : null;
  };
  const stored = storedScalars(sheet.pageLayout, '', {
    Orientation: 'Portrait',
    PaperSize: 'Letter',
    CenterHorizontally: false,
    CenterVertically: false,
    PrintGridlines: false,
    PrintHeadings: false,
    BlackAndWhite: false,
    LeftMargin: 50.4,
    RightMargin: 50.4,
    TopMargin: 54,
    BottomMargin: 54,
    HeaderMargin: 21.6,
    FooterMargin: 21.6,
  });
  const headers = () =>
    storedScalars(sheet.pageLayout, 'HeadersFooters.DefaultForAllPages.', {
      LeftHeader: '',
      CenterHeader: '',
      RightHeader: '',
      LeftFooter: '',
      CenterFooter: '',
      RightFooter: '',
    });
  return hostObject('PageLayout', {
    scalars: {
      ...stored,
      Orientation: {
        get: stored.Orientation.get,
        set: (value) => void (sheet.pageLayout.Orientation = oneOf(value, ['Portrait', 'Landscape'])),
      },
      Zoom: {
        get: () => sheet.pageLayout.Zoom ?? { scale: 100 },
        set: (zoom) => {
          const known = ['scale', 'horizontalFitToPages', 'verticalFitToPages'];
          if (!isRecord(zoom) || Object.keys(zoom).some((key) => !known.includes(key)))
            throw failure('InvalidArgument');
          sheet.pageLayout.Zoom = zoom;
        },
      },
    },
    navigation: {
      HeadersFooters: () =>
        hostObject('HeaderFooterGroup', {
          navigation: { DefaultForAllPages: () => hostObject('HeaderFooter', { scalars: headers() }) },
        }),
    },
    methods: {
      SetPrintArea: (area) => void (sheet.printArea = address(area)),
      SetPrintTitleRows: (rows) => void (sheet.printTitleRows = address(rows)),
      SetPrintTitleColumns: (columns) => void (sheet.printTitleColumns = address(columns)),
      GetPrintAreaOrNullObject: () => located(sheet.printArea),
      GetPrintTitleRowsOrNullObject: () => located(sheet.printTitleRows),
      GetPrintTitleColumnsOrNullObject: () => located(sheet.printTitleColumns),
    },
  });
}

function rectangleOf(argument: Argument): Rectangle {
  if (isHostObject(argument) && argument.range) return argument.range.area;
  const area = typeof argument === 'string' ? parseRectangle(splitAddress(argument).cells) : undefined;
  if (!area) throw failure('InvalidArgument');
  return area;
}
