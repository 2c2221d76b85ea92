import type { Issue, PlanningProblem } from '../planning/index';
import type { Dimensions, InputDimension, PeriodsRun } from './fit-shape';
import type { Label } from './read-labels';
import type { InputName, TableName } from './schema';
import type { InputShape } from './schema-definitions';
import type { RangeReference } from './workbook';

/** What the workbook has for one named input, whether it could be used or not. */
export interface InputFound {
  readonly name: InputName;
  readonly found: boolean;
  /** As the workbook spells it; null where nothing was found or the planner chose the cells in the pane. */
  readonly definedName: string | null;
  /** Formulas have to write the address of the cells: the defined name means others there. */
  readonly byAddress?: true;
  /** Sheet to which the defined name is confined; null for the whole workbook. */
  readonly scope: string | null;
  /** Null for a constant. */
  readonly reference: RangeReference | null;
  /** Absolute reference with its sheet, ready for a formula; null for a constant. */
  readonly address: string | null;
  /** How the cells were read; null where they hold labels or words, or fit nothing. */
  readonly shape: InputShape | null;
  /** What the rows of the cells stand for, and what the columns do; null for a single row or column. */
  readonly down: InputDimension | null;
  readonly across: InputDimension | null;
  /** Number format of the first cell that holds a number. */
  readonly numberFormat: string | null;
  /** A scenario has other values than these cells. */
  readonly changed?: boolean;
  /** The worst issue about this input. */
  readonly severity: 'error' | 'warning' | null;
}

/** What the workbook has for one input table. */
export interface TableFound {
  readonly name: TableName;
  readonly reference: RangeReference;
  readonly rows: number;
  readonly severity: 'error' | 'warning' | null;
}

/** How the named ranges lie, for a sheet that refers to them. */
export interface ProblemLayout extends Dimensions {
  /** Direction of the periods in the demand itself: a single item may lie either way. */
  readonly demandRuns: PeriodsRun;
}

/** A workbook read as a planning problem, with everything that is wrong or odd about it. */
export interface ProblemReading {
  /** Null where an issue is an error. */
  readonly problem: PlanningProblem | null;
  readonly issues: readonly Issue[];
  /** One entry for every named input of the schema, found or not. */
  readonly inputs: readonly InputFound[];
  /** The input tables that the workbook has. */
  readonly tables: readonly TableFound[];
  /** Null for a network, or where the demand was not found. */
  readonly layout: ProblemLayout | null;
  /** Labels of the periods with what their cells hold. */
  readonly periods: readonly Label[];
  /** Number format for quantities (that of the demand) and for money; null where no cell tells. */
  readonly quantityFormat: string | null;
  readonly moneyFormat: string | null;
  /** Whether named ranges or network tables were read. */
  readonly source: 'names' | 'network';
}
