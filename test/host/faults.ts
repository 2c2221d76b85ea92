import { failure } from './host-failure';
import type { Call } from './call-log';

/** A refusal of the whole request, before any of it is carried out. */
export interface Refusal {
  /** Number in Excel on the web's answer; Office.js turns it into the code. */
  officeCode: number;
  code: string;
  httpStatus: number;
  message: string;
}

/** Refusals by the code an add-in sees. */
export const refusals = {
  InvalidOperationInCellEditMode: refusal(
    'InvalidOperationInCellEditMode',
    5004,
    400,
    'Excel is in cell-editing mode.',
  ),
  RequestPayloadSizeLimitExceeded: refusal('RequestPayloadSizeLimitExceeded', 5103, 400, 'The request is too large.'),
  ResponsePayloadSizeLimitExceeded: refusal(
    'ResponsePayloadSizeLimitExceeded',
    5104,
    400,
    'The response is too large.',
  ),
  ActivityLimitReached: refusal('ActivityLimitReached', 5102, 429, 'Too many requests.'),
  InvalidOrTimedOutSession: refusal('InvalidOrTimedOutSession', 5012, 408, 'Your session has timed out.'),
  AccessDenied: refusal('AccessDenied', 7000, 401, 'Access is denied.'),
  GeneralException: refusal('GeneralException', 5001, 500, 'An internal error has occurred.'),
} as const;

function refusal(code: string, officeCode: number, httpStatus: number, message: string): Refusal {
  return { code, officeCode, httpStatus, message };
}

/** A failure that waits for a call: `WorksheetCollection.Add`, or `*` for any. */
interface CallFault {
  member: string;
  code: string;
  message?: string;
  /** Matching calls that still succeed. */
  after: number;
}

/** The failures a test has prepared. */
export interface Faults {
  /** Fails the next call of a member (`Range.Values`, `ChartCollection.Add`, `*`), after letting `after` of them pass. */
  failCall(member: string, code: string, options?: { message?: string; after?: number }): void;
  /** Refuses the next request as a whole, after letting `after` pass. */
  refuseRequest(code: keyof typeof refusals, options?: { after?: number }): void;
  /** Withholds every answer for so many milliseconds. */
  delay(milliseconds: number): void;
}

/** What the dispatcher asks before it acts. */
export interface PreparedFaults extends Faults {
  beforeCall(call: Call): void;
  beforeRequest(): Refusal | undefined;
  readonly delayMilliseconds: () => number;
}

export function prepareFaults(): PreparedFaults {
  const callFaults: CallFault[] = [];
  const requestFaults: { refusal: Refusal; after: number }[] = [];
  let delayMilliseconds = 0;
  return {
    failCall: (member, code, { message, after = 0 } = {}) => callFaults.push({ member, code, message, after }),
    refuseRequest: (code, { after = 0 } = {}) => requestFaults.push({ refusal: refusals[code], after }),
    delay: (milliseconds) => void (delayMilliseconds = milliseconds),
    delayMilliseconds: () => delayMilliseconds,
    beforeCall: ({ member }) => {
      const index = callFaults.findIndex((fault) => fault.member === '*' || fault.member === member);
      if (index < 0) return;
      const fault = callFaults[index];
      if (fault.after > 0) {
        fault.after -= 1;
        return;
      }
      callFaults.splice(index, 1);
      throw failure(fault.code, fault.message);
    },
    beforeRequest: () => {
      const next = requestFaults[0];
      if (!next) return undefined;
      if (next.after > 0) {
        next.after -= 1;
        return undefined;
      }
      requestFaults.shift();
      return next.refusal;
    },
  };
}
