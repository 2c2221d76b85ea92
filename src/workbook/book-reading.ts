import type { Issue, PlanningMode } from '../planning/index';
import { areaAddress, areaContains, parseArea } from './address';
import { presetList } from './presets/preset-table';
import type { PresetEntry } from './presets/preset-table';
import type { InputShape } from './schema-definitions';
import type { InputName, TableName } from './schema';
import { replacedPlanSetting } from './replaced-plan-setting';
import type { ProblemReading } from './problem-reading';
import type { WorkbookContent } from './workbook';

/** What the pane tells about the inputs of a workbook. */
export interface BookReading {
  readonly issues: readonly Issue[];
  readonly inputs: readonly InputSummary[];
  readonly tables: readonly TableSummary[];
  readonly source: 'names' | 'network';
  /** Numbers of items, periods and resources; null where the data cannot be planned with. */
  readonly size: { readonly items: number; readonly periods: number; readonly resources: number } | null;
  /** The mode that holds unless the planner chooses one; null where the data cannot be planned with. */
  readonly mode: PlanningMode | null;
  /** Sets of cost rates to plan with: the workbook's, then those built in. */
  readonly presets: readonly PresetEntry[];
  readonly sheets: readonly string[];
  readonly activeSheet: string;
  /** Whether a plan was written into `Production_Plan`, and what stood there is kept. */
  readonly isPlanReplaced: boolean;
  /** Another one later means that the inputs have changed. */
  readonly fingerprint: string;
}

/** One named input. */
export interface InputSummary {
  readonly name: InputName;
  readonly found: boolean;
  readonly place: Place | null;
  readonly shape: InputShape | null;
  /** Rows and columns of its cells; null for a constant. */
  readonly size: { readonly rows: number; readonly columns: number } | null;
  readonly severity: 'error' | 'warning' | null;
}

/** One input table. */
export interface TableSummary {
  readonly name: TableName;
  readonly rows: number;
  readonly place: Place;
  readonly severity: 'error' | 'warning' | null;
}

/** Cells of a sheet; the address without the sheet. */
export interface Place {
  readonly sheet: string;
  readonly address: string;
}

/** The part of a reading that the pane shows. */
export function bookReading(
  reading: ProblemReading,
  content: Pick<WorkbookContent, 'sheets' | 'activeSheet' | 'settings' | 'tables'>,
  fingerprint: string,
): BookReading {
  const { problem } = reading;
  return {
    issues: reading.issues,
    inputs: reading.inputs.map(({ name, found, reference, shape, severity }) => ({
      name,
      found,
      place: reference && { sheet: reference.sheet, address: areaAddress(reference) },
      size: reference && { rows: reference.rowCount, columns: reference.columnCount },
      shape,
      severity,
    })),
    tables: reading.tables.map(({ name, rows, reference, severity }) => ({
      name,
      rows,
      severity,
      place: { sheet: reference.sheet, address: areaAddress(reference) },
    })),
    source: reading.source,
    size: problem && {
      items: problem.items.length,
      periods: problem.periods.length,
      resources: problem.resources.length,
    },
    mode: problem?.mode ?? null,
    presets: presetList(content),
    sheets: content.sheets,
    activeSheet: content.activeSheet,
    isPlanReplaced: content.settings[replacedPlanSetting] !== undefined,
    fingerprint,
  };
}

/** Issues whose cells lie in a place. */
export function issuesAt(issues: readonly Issue[], { sheet, address }: Place): Issue[] {
  const area = parseArea(address);
  return issues.filter((issue) => {
    const cell = issue.cell === null ? null : parseArea(issue.cell);
    return issue.sheet === sheet && area !== null && cell !== null && areaContains(area, cell.row, cell.column);
  });
}
