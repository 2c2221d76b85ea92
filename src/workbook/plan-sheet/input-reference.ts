import { absoluteReference, quotedSheetName } from '../address';
import type { InputName } from '../schema';
import type { RangeReference } from '../workbook';

/** Inputs of the contract that formulas of the plan sheet refer to. */
export const referencedInputs = [
  'Demand',
  'Production_Cost',
  'Holding_Cost',
  'Initial_Inventory',
  'Safety_Stock',
  'Safety_Stock_Periods',
  'Safety_Stock_Ratio',
  'Safety_Stock_Cost',
  'Capacity',
  'Capacity_Use',
  'Min_Capacity',
  'Min_Capacity_Cost',
  'Target_Capacity',
  'Target_Capacity_Cost',
  'Overtime_Capacity',
  'Overtime_Cost',
  'Subcontract_Cost',
  'Warehouse_Capacity',
  'Storage_Use',
  'Overflow_Threshold',
  'Overflow_Cost',
  'Shortage_Cost',
  'Backorder_Cost',
  'Price',
  'Setup_Cost',
  'Setup_Use',
  'Initial_Workers',
  'Hours_Per_Worker',
  'Overtime_Per_Worker',
  'Wage_Cost',
  'Hire_Cost',
  'Layoff_Cost',
] as const satisfies readonly InputName[];

export type ReferencedInput = (typeof referencedInputs)[number];

/** What the rows or columns of an input range stand for. */
export type InputDimension = 'items' | 'periods' | 'resources';

/**
 * Where an input stands in the user's workbook and how its cells run: `down` names what its rows stand for, `across` what
 * its columns do; null for a single row or column. A scalar has neither. With vertical periods a matrix has
 * `down: 'periods', across: 'items'`. The order along a dimension is that of the problem.
 */
export interface InputReference {
  readonly place:
    /** A defined name as the workbook spells it; `scope` is the sheet that it is confined to. */
    | { readonly kind: 'name'; readonly name: string; readonly scope: string | null }
    /** A rectangle without a name, e.g. mapped in the pane. */
    | { readonly kind: 'range'; readonly range: RangeReference };
  readonly down: InputDimension | null;
  readonly across: InputDimension | null;
  /** Some cell may hold an empty text (a formula that gives ""), which counts as 0 but would spoil a product. */
  readonly mayHoldText?: boolean;
}

/** Which of the input's values is meant, counted from 0. */
export interface InputPosition {
  readonly items?: number;
  readonly periods?: number;
  readonly resources?: number;
}

/** The value of an input as a formula writes it: `INDEX(Production_Cost,1,3)`, `'Plan B'!Price`, `Data!$B$2`. */
export function referenceFormula(reference: InputReference, position: InputPosition): string {
  const cell = cellFormula(reference, position);
  // SUM counts a referenced text as nothing.
  return reference.mayHoldText ? `SUM(${cell})` : cell;
}

function cellFormula({ place, down, across }: InputReference, position: InputPosition): string {
  const range =
    place.kind === 'range'
      ? absoluteReference(place.range.sheet, place.range)
      : place.scope === null
        ? place.name
        : `${quotedSheetName(place.scope)}!${place.name}`;
  if (down === null && across === null) return range;
  // Both positions are always written: not every program takes the second one as the column of a single row.
  return `INDEX(${range},${ordinal(position, down)},${ordinal(position, across)})`;
}

function ordinal(position: InputPosition, dimension: InputDimension | null): number {
  return dimension === null ? 1 : (position[dimension] ?? 0) + 1;
}
