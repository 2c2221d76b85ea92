/** What a cell holds: a number (dates are serial numbers), text, a truth value, nothing, or an Excel error. */
export type CellValue = number | string | boolean | null | CellError;

export interface CellError {
  /** `#REF!`, `#N/A` … as Excel shows it. */
  readonly error: string;
}
