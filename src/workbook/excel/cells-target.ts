import { refuse } from '../refusal';
import type { CellsEdit } from '../workbook';
import { rangeProperties, type LoadedRange } from './range-cells';
import { rangeOf } from './range-of';

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly isVisible: boolean;
  readonly isProtected: boolean;
}

/** Cells to edit, and what they hold now. */
export interface CellsTarget {
  readonly edit: CellsEdit;
  readonly sheet: string;
  readonly former: LoadedRange;
  /** Number formats afterwards; absent: those that the cells have. */
  readonly numberFormats?: readonly (readonly unknown[])[];
}

/** Asks for the cells that an edit replaces; the function gives them after the next sync. */
export function askForCells(context: Excel.RequestContext, edit: CellsEdit, listed: ListedSheet): () => CellsTarget {
  const range = rangeOf(context.workbook.worksheets.getItem(listed.name), edit.reference);
  range.load(rangeProperties);
  const { protection } = range.format;
  if (listed.isProtected) protection.load('locked');
  return () => {
    // Null where some of the cells are locked.
    if (listed.isProtected && protection.locked !== false) refuse('protectedSheet', protectedMessage(listed.name));
    const { values, formulas, numberFormat, text, valueTypes } = range;
    return { edit, sheet: listed.name, former: { values, formulas, numberFormat, text, valueTypes } };
  };
}

/** Why a protected sheet cannot be written. */
export function protectedMessage(sheet: string): string {
  return `Sheet "${sheet}" is protected. Unprotect it (Review, Unprotect Sheet) and run again.`;
}

/** Why a sheet cannot be added or deleted. */
export function structureMessage(adds: boolean): string {
  const what = adds ? 'no sheet can be added' : 'no sheet can be deleted';
  return `The workbook's structure is protected, so ${what}. Unprotect it (Review, Protect Workbook) and run again.`;
}
