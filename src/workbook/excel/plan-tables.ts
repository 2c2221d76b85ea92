import { planTable, refuseCovering, type TablePlan, type TableSurroundings } from '../plan-table';
import { refuse } from '../refusal';
import type { RangeReference, TableEdit } from '../workbook';
import { askForTables, type ListedTable } from './book-lists';
import { askForCells, protectedMessage, structureMessage, type CellsTarget, type ListedSheet } from './cells-target';
import { hasExcelApi } from './excel-batch';
import { rangeOf } from './range-of';

/** A table to write, checked, and what its cells hold now. */
export interface TableTarget {
  readonly plan: TablePlan;
  readonly cells: readonly CellsTarget[];
  /** Whether the table that exists is to have another size. */
  readonly resizes: boolean;
}

/** Looks at everything that tables touch, in three syncs, and refuses what Excel would refuse. */
export async function planTables(
  context: Excel.RequestContext,
  edits: readonly TableEdit[],
  sheets: readonly ListedSheet[],
  isStructureProtected: boolean,
): Promise<readonly TableTarget[]> {
  const surroundings = await readSurroundings(context, edits, sheets);
  const plans = edits.map((edit) => planTable(edit, surroundings));
  const added = plans.flatMap(({ sheet }) => sheet?.name.toLowerCase() ?? []);
  if (added.length > 0 && isStructureProtected) refuse('protectedStructure', structureMessage(true));
  if (new Set(added).size < added.length) throw new Error('Two new tables would share a new sheet.');
  const take = plans.map((plan) => askForTarget(context, plan, sheets));
  await context.sync();
  return take.map((taken) => taken());
}

async function readSurroundings(
  context: Excel.RequestContext,
  edits: readonly TableEdit[],
  sheets: readonly ListedSheet[],
): Promise<TableSurroundings> {
  const { tables, names } = context.workbook;
  tables.load('items/name,items/showHeaders,items/showTotals,items/worksheet/name');
  const taken = edits.map(({ name }) => names.getItemOrNullObject(name));
  for (const name of taken) name.load('name');
  await context.sync();
  const listed = tables.items.map(({ name, showHeaders, showTotals, worksheet }): ListedTable => {
    return { name, sheet: worksheet.name, showsHeaders: showHeaders, showsTotals: showTotals };
  });
  const takeShapes = askForTables(context, listed);
  await context.sync();
  const namesInUse = new Set(taken.flatMap((item) => (item.isNullObject ? [] : [item.name.toLowerCase()])));
  return {
    sheets: sheets.map(({ name }) => name),
    tables: takeShapes(),
    hasName: (name) => namesInUse.has(name.toLowerCase()),
  };
}

function askForTarget(
  context: Excel.RequestContext,
  plan: TablePlan,
  sheets: readonly ListedSheet[],
): () => TableTarget {
  const sheet = sheets.find(({ name }) => name === plan.reference.sheet);
  if (!sheet) return () => ({ plan, cells: [], resizes: false });
  if (sheet.isProtected) refuse('protectedSheet', protectedMessage(sheet.name));
  const worksheet = context.workbook.worksheets.getItem(sheet.name);
  const takeCells = plan.cells.map((edit) => askForCells(context, edit, sheet));
  const covered = plan.covered.map((area) => ({ area, range: rangeOf(worksheet, area) }));
  for (const { range } of covered) range.load('valueTypes');
  return () => {
    for (const { area, range } of covered) checkBlank(plan, area, range.valueTypes);
    const cells = takeCells.map((take) => withFormats(plan, take()));
    return { plan, cells, resizes: isResized(plan) };
  };
}

function checkBlank(plan: TablePlan, area: RangeReference, types: Excel.Range['valueTypes']): void {
  types.forEach((line, row) =>
    line.forEach((type, column) => {
      if (type !== Excel.RangeValueType.empty) refuseCovering(plan, area.row + row, area.column + column);
    }),
  );
}

/** `Table.resize` came with ExcelApi 1.13; before, a table can be left with blank rows at its end, but not grow. */
function isResized({ present, reference }: TablePlan): boolean {
  const { area } = present ?? {};
  if (!area || (area.rowCount === reference.rowCount && area.columnCount === reference.columnCount)) return false;
  if (hasExcelApi('1.13')) return true;
  if (area.rowCount < reference.rowCount || area.columnCount < reference.columnCount) {
    const rows = reference.rowCount - 1;
    refuse(
      'unsupportedHost',
      `This Excel cannot make the table ${present?.name ?? ''} larger. Drag its lower right corner until it has ${rows} rows and ${reference.columnCount} columns, then run again.`,
    );
  }
  return false;
}

/** New rows take the formats of the row above them. */
function withFormats({ present }: TablePlan, target: CellsTarget): CellsTarget {
  const { edit, former } = target;
  const isBody = present && edit.reference.row === present.area.row + 1;
  const height = isBody ? present.area.rowCount - 1 - present.totalsRows : 0;
  if (!isBody || height === 0 || edit.cells.length <= height) return target;
  const model = former.numberFormat[height - 1];
  return { ...target, numberFormats: former.numberFormat.map((line, row) => (row < height ? line : model)) };
}
