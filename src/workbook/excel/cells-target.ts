import { sayIn } from '../../planning/index';
import type { Said } from '../../planning/index';
import { refuse } from '../refusal';
import type { CellsEdit } from '../workbook';
import { rangeProperties, type LoadedRange } from './range-cells';
import { rangeOf } from './range-of';

/** What keeps a workbook from being written. */
export const protectionTexts = {
  protectedSheet: 'Sheet "{sheet}" is protected. Unprotect it (Review, Unprotect Sheet) and run again.',
  protectedFromAdding:
    "The workbook's structure is protected, so no sheet can be added. Unprotect it (Review, Protect Workbook) and run again.",
  protectedFromDeleting:
    "The workbook's structure is protected, so no sheet can be deleted. Unprotect it (Review, Protect Workbook) and run again.",
} as const;

const say = sayIn(protectionTexts);

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
export function protectedMessage(sheet: string): Said {
  return say('protectedSheet', { sheet });
}

/** Why a sheet cannot be added or deleted. */
export function structureMessage(adds: boolean): Said {
  return say(adds ? 'protectedFromAdding' : 'protectedFromDeleting');
}
