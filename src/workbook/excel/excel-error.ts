import type { WorkbookError } from '../workbook';

/** What Excel's codes mean to a planner, with what to do about it. */
const meanings: Readonly<Record<string, WorkbookError>> = {
  InvalidOperationInCellEditMode: {
    kind: 'editMode',
    message: 'A cell is being edited. Press Enter or Esc in Excel to finish, then run again.',
  },
  RequestPayloadSizeLimitExceeded: {
    kind: 'tooLarge',
    message: 'The result is too large for one request to this Excel. Use fewer items or periods, or Excel for Windows.',
  },
  ResponsePayloadSizeLimitExceeded: {
    kind: 'tooLarge',
    message: 'The named ranges are too large for one answer of this Excel. Let the names cover the data only.',
  },
  RangeExceedsLimit: {
    kind: 'tooLarge',
    message: 'A range is too large for Excel to pass on. Let the names cover the data only, then run again.',
  },
  Conflict: {
    kind: 'conflict',
    message: 'Somebody else changed the workbook at the same moment. Wait until their change shows, then run again.',
  },
  AccessDenied: {
    kind: 'other',
    message:
      'Excel does not allow changes here; the workbook may be open for viewing only. Choose Editing, then run again.',
  },
  ItemNotFound: {
    kind: 'conflict',
    message: 'A sheet or range disappeared while it was in use. Run again.',
  },
  ItemAlreadyExists: {
    kind: 'conflict',
    message: 'Somebody else added a sheet of the same name at the same moment. Run again to overwrite it.',
  },
  ActivityLimitReached: {
    kind: 'other',
    message: 'Excel is busy with other requests. Wait a few seconds, then run again.',
  },
  InvalidOrTimedOutSession: {
    kind: 'other',
    message: 'The connection to the workbook has timed out. Reload the workbook, then run again.',
  },
  ApiNotFound: {
    kind: 'unsupportedHost',
    message: 'This Excel lacks a function that the S&OP planner needs. Update Office, or use Excel on the web.',
  },
};

/** An error of Office.js as a sentence with its remedy. */
export function excelError({ code, message }: { readonly code: string; readonly message: string }): WorkbookError {
  return (
    meanings[code] ?? {
      kind: 'other',
      message: `Excel refused the request (${code}: ${message.replace(/\.+$/, '')}). Run again, and reload the workbook if it happens again.`,
    }
  );
}
