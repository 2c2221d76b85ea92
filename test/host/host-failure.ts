/** An error as the host reports it: Office.js turns it into an `OfficeExtension.Error` with the same code. */
export interface HostFailure extends Error {
  readonly code: string;
  readonly httpStatus: number;
}

const messages: Record<string, [status: number, message: string]> = {
  AccessDenied: [403, 'You cannot perform the requested operation.'],
  ApiNotFound: [
    404,
    'The API you are trying to use could not be found. It may be available in a newer version of Excel.',
  ],
  Conflict: [409, 'Request could not be processed because of a conflict.'],
  GeneralException: [500, 'There was an internal error while processing the request.'],
  InvalidArgument: [400, 'The argument is invalid or missing or has an incorrect format.'],
  InvalidObjectPath: [400, 'The object path is not valid.'],
  InvalidOperation: [400, 'The operation attempted is invalid on the object.'],
  InvalidReference: [400, 'This reference is not valid for the current operation.'],
  ItemAlreadyExists: [409, 'A resource with the same name or identifier already exists.'],
  ItemNotFound: [404, "The requested resource doesn't exist."],
};

/** The failure with this code, with Excel's own message unless another is given. */
export function failure(code: string, message?: string): HostFailure {
  const [httpStatus, text] = messages[code] ?? [400, code];
  return Object.assign(new Error(message ?? text), { code, httpStatus });
}

/** Tells a failure that the host reports to the add-in from a mistake in the emulator itself. */
export function isHostFailure(value: unknown): value is HostFailure {
  return value instanceof Error && 'code' in value && 'httpStatus' in value;
}
