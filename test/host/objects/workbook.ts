import { hostObject, oneOf, readOnly, storedScalars, text, type Argument, type HostObject } from '../host-object';
import { failure } from '../host-failure';
import { eventTypes, type OpenWorkbook } from '../open-workbook';
import { findSheet } from '../workbook-model';
import { customXmlParts, settings } from './document-data';
import { listening } from './events';
import { namedItems } from './named-item';
import { workbookProtection } from './protection';
import { range } from './range';
import { tables } from './table';
import { worksheets } from './worksheet';

/** `Excel.Workbook`: where every object path starts. */
export function workbook(book: OpenWorkbook): HostObject {
  const activeSheet = () => {
    const sheet = findSheet(book.model, book.model.activeSheetId);
    if (!sheet) throw failure('ItemNotFound');
    return sheet;
  };
  return hostObject('Workbook', {
    scalars: {
      Name: readOnly(() => book.model.name),
      ReadOnly: readOnly(() => book.model.readOnly),
    },
    navigation: {
      Application: () => application(book),
      Worksheets: () => worksheets(book),
      Names: () => namedItems(book),
      Tables: () => tables(book),
      Protection: () => workbookProtection(book),
      Settings: () => settings(book),
      CustomXmlParts: () => customXmlParts(book),
      Properties: () =>
        hostObject('DocumentProperties', {
          scalars: storedScalars(book.model.properties, '', {
            Title: '',
            Subject: '',
            Author: '',
            Keywords: '',
            Comments: '',
            Category: '',
            Company: '',
          }),
        }),
      _Runtime: () =>
        hostObject('Runtime', {
          scalars: {
            EnableEvents: {
              get: () => book.model.eventsEnabled,
              set: (enabled) => void (book.model.eventsEnabled = enabled === true),
            },
          },
        }),
    },
    methods: {
      GetSelectedRange: () => range(book, activeSheet(), book.model.selection),
      GetActiveCell: () => range(book, activeSheet(), { ...book.model.selection, rows: 1, columns: 1 }),
      _GetObjectByReferenceId: (id: Argument) => referenced(book, id),
      _GetRangeForEventByReferenceId: (id: Argument) => referenced(book, id),
      _RemoveReference: (id: Argument) => void book.references.delete(text(id)),
      _RemoveAllReferences: () => book.references.clear(),
      _GetReferenceCount: () => book.references.size,
      ...listening(book, 'Workbook', { ActivatedEvent: eventTypes.activated }),
    },
  });
}

function referenced(book: OpenWorkbook, id: Argument): HostObject {
  const found = book.references.get(text(id));
  if (!found) throw failure('ItemNotFound');
  return found;
}

function application(book: OpenWorkbook): HostObject {
  const culture = () =>
    hostObject('CultureInfo', {
      scalars: { Name: readOnly(() => 'en-US') },
      navigation: {
        DatetimeFormat: () =>
          hostObject('DatetimeFormatInfo', {
            scalars: {
              DateSeparator: readOnly(() => '/'),
              ShortDatePattern: readOnly(() => 'M/d/yyyy'),
              LongDatePattern: readOnly(() => 'dddd, MMMM d, yyyy'),
            },
          }),
        NumberFormat: () =>
          hostObject('NumberFormatInfo', {
            scalars: {
              NumberDecimalSeparator: readOnly(() => '.'),
              NumberGroupSeparator: readOnly(() => ','),
            },
          }),
      },
    });
  return hostObject('Application', {
    scalars: {
      CalculationMode: {
        get: () => book.model.calculationMode,
        set: (mode) => {
          const modes = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;
          const word = oneOf(mode, modes);
          book.model.calculationMode = modes.find((candidate) => candidate === word) ?? 'Automatic';
        },
      },
      CalculationState: readOnly(() => 'Done'),
      CalculationEngineVersion: readOnly(() => 191029),
      DecimalSeparator: readOnly(() => '.'),
      ThousandsSeparator: readOnly(() => ','),
      UseSystemSeparators: readOnly(() => true),
    },
    navigation: { CultureInfo: culture },
    methods: {
      Calculate: (type) => {
        oneOf(type, ['Recalculate', 'Full', 'FullRebuild']);
        if (type !== 'Recalculate') book.calculation.restart();
        book.calculation.calculate();
      },
      SuspendScreenUpdatingUntilNextSync: () => undefined,
      SuspendApiCalculationUntilNextSync: () => undefined,
    },
  });
}
