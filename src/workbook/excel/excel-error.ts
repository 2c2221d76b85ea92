import { sayIn } from '../../planning/index';
import type { Said } from '../../planning/index';
import type { WorkbookError } from '../workbook';

/** What Excel's codes mean to a planner, with what to do about it. */
export const excelTexts = {
  InvalidOperationInCellEditMode: 'A cell is being edited. Press Enter or Esc in Excel to finish, then run again.',
  RequestPayloadSizeLimitExceeded:
    'The result is too large for one request to this Excel. Use fewer items or periods, or Excel for Windows.',
  ResponsePayloadSizeLimitExceeded:
    'The named ranges are too large for one answer of this Excel. Let the names cover the data only.',
  RangeExceedsLimit: 'A range is too large for Excel to pass on. Let the names cover the data only, then run again.',
  Conflict: 'Somebody else changed the workbook at the same moment. Wait until their change shows, then run again.',
  AccessDenied:
    'Excel does not allow changes here; the workbook may be open for viewing only. Choose Editing, then run again.',
  ItemNotFound: 'A sheet or range disappeared while it was in use. Run again.',
  ItemAlreadyExists: 'Somebody else added a sheet of the same name at the same moment. Run again to overwrite it.',
  ActivityLimitReached: 'Excel is busy with other requests. Wait a few seconds, then run again.',
  InvalidOrTimedOutSession: 'The connection to the workbook has timed out. Reload the workbook, then run again.',
  ApiNotFound: 'This Excel lacks a function that the S&OP planner needs. Update Office, or use Excel on the web.',
  refused: 'Excel refused the request ({code}: {message}). Run again, and reload the workbook if it happens again.',
} as const;

const say = sayIn(excelTexts);

const kinds = {
  InvalidOperationInCellEditMode: 'editMode',
  RequestPayloadSizeLimitExceeded: 'tooLarge',
  ResponsePayloadSizeLimitExceeded: 'tooLarge',
  RangeExceedsLimit: 'tooLarge',
  Conflict: 'conflict',
  AccessDenied: 'other',
  ItemNotFound: 'conflict',
  ItemAlreadyExists: 'conflict',
  ActivityLimitReached: 'other',
  InvalidOrTimedOutSession: 'other',
  ApiNotFound: 'unsupportedHost',
} as const satisfies Record<string, WorkbookError['kind']>;

/** An error of Office.js as a sentence with its remedy. */
export function excelError({ code, message }: { readonly code: string; readonly message: string }): WorkbookError {
  if (isKnown(code)) return refusal(kinds[code], say(code));
  return refusal('other', say('refused', { code, message: message.replace(/\.+$/, '') }));
}

function refusal(kind: WorkbookError['kind'], said: Said): WorkbookError {
  return { kind, message: said.text, said };
}

function isKnown(code: string): code is keyof typeof kinds {
  return Object.hasOwn(kinds, code);
}
