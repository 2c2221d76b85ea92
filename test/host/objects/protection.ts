import { failure } from '../host-failure';
import { hostObject, readOnly, type HostObject } from '../host-object';
import type { OpenWorkbook } from '../open-workbook';
import type { SheetModel } from '../workbook-model';

/** `Excel.WorksheetProtection`; passwords are not emulated. */
export function worksheetProtection(sheet: SheetModel): HostObject {
  return hostObject('WorksheetProtection', {
    scalars: { Protected: readOnly(() => sheet.isProtected) },
    methods: {
      Protect: () => {
        if (sheet.isProtected) throw failure('InvalidOperation');
        sheet.isProtected = true;
      },
      Unprotect: () => void (sheet.isProtected = false),
    },
  });
}

/** `Excel.WorkbookProtection`: of the structure, that is, of the list of sheets. */
export function workbookProtection(book: OpenWorkbook): HostObject {
  return hostObject('WorkbookProtection', {
    scalars: { Protected: readOnly(() => book.model.structureProtected) },
    methods: {
      Protect: () => void (book.model.structureProtected = true),
      Unprotect: () => void (book.model.structureProtected = false),
    },
  });
}
