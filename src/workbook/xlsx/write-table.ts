import { planTable, refuseCovering, type TablePlan } from '../plan-table';
import { refuse } from '../refusal';
import type { TableEdit } from '../workbook';
import { editCells, type FileEdit } from './edit-cells';
import { partText, type Parts } from './parts';
import { readSheetGrid, usedArea } from './sheet-grid';
import { styleWriter } from './style-writer';
import { addTablePart, resizeTablePart } from './table-part';
import { readTables } from './tables';
import { isTrue, readWorkbookPart, sheetNamed } from './workbook-part';
import { writeSheet } from './write-sheet';
import { attribute, child } from './xml';

/** Makes or rewrites an Excel table; cells outside it stay as they are. Returns sentences for the planner. */
export function writeTable(parts: Parts, workbookPart: string, edit: TableEdit): string[] {
  const workbook = readWorkbookPart(parts, workbookPart);
  const tables = readTables(parts, workbook);
  const plan = planTable(edit, {
    sheets: workbook.sheets.map(({ name }) => name),
    tables,
    hasName: (name) => workbook.names.some((other) => other.sheetIndex === null && isSame(other.name, name)),
  });
  if (plan.sheet) addSheet(parts, workbookPart, plan);
  const formats = plan.sheet ? [] : checkedFormats(parts, workbookPart, plan);
  const warnings = editCells(
    parts,
    workbookPart,
    plan.cells.map((cells): FileEdit => ({ ...cells, newFormats: formats })),
  );
  const written = { name: edit.name, reference: plan.reference, headers: plan.headers };
  const present = tables.find(({ name }) => name === plan.present?.name);
  if (present) resizeTablePart(parts, present, written);
  else addTablePart(parts, workbookPart, written);
  return warnings;
}

function addSheet(parts: Parts, workbookPart: string, { sheet }: TablePlan): void {
  if (!sheet) return;
  const styles = styleWriter(parts, readWorkbookPart(parts, workbookPart));
  writeSheet({ parts, workbookPart, sheets: [sheet], styles }, sheet);
  styles.finish();
}

/** Refuses a sheet that cannot take the table; the formats of the table's last row, by column, are for its new rows. */
function checkedFormats(parts: Parts, workbookPart: string, plan: TablePlan): readonly number[] {
  const entry = sheetNamed(readWorkbookPart(parts, workbookPart), plan.reference.sheet);
  if (!entry || entry.kind !== 'worksheet') {
    return refuse(
      'conflict',
      `"${plan.reference.sheet}" is a chart sheet, which holds no table. Choose another sheet.`,
    );
  }
  const grid = readSheetGrid(partText(parts, entry.part));
  const protection = child(grid.root, 'sheetProtection');
  if (protection && isTrue(attribute(protection, 'sheet'))) {
    refuse(
      'protectedSheet',
      `Sheet "${entry.name}" is protected. Unprotect it (Review, Unprotect Sheet) and run again.`,
    );
  }
  for (const area of plan.covered) {
    const used = usedArea(grid, area);
    if (used) refuseCovering(plan, used.row, used.column);
  }
  if (!plan.present) return [];
  const { area, totalsRows } = plan.present;
  const last = area.row + area.rowCount - 1 - totalsRows;
  return plan.headers.map((_, index) => grid.cell(last, area.column + index)?.style ?? 0);
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
