/* eslint-disable office-addins/call-sync-before-read, office-addins/load-object-before-read --
   the functions given back run after their caller has synchronised, which the rules cannot see */
import type { Area } from '../address';
import { refuse } from '../refusal';
import type { WorkbookChange } from '../workbook';
import { settingsNamespace } from '../settings-xml';
import { askForCells, protectedMessage, structureMessage, type CellsTarget, type ListedSheet } from './cells-target';
import { planTables, type TableTarget } from './plan-tables';
import { askForSettings } from './settings-part';
import type { DrawnSheet } from './sheet-drawing';

/** A change whose sheets are ready for Excel. */
export interface DrawnChange extends Omit<WorkbookChange, 'sheets'> {
  readonly sheets: readonly DrawnSheet[];
}

/** A change with everything checked that Excel could refuse, and what it needs to be taken back. */
export interface WritePlan {
  readonly sheets: readonly SheetTarget[];
  readonly cells: readonly CellsTarget[];
  readonly tables: readonly TableTarget[];
  /** As the workbook spells them. */
  readonly removeSheets: readonly string[];
  readonly settings: { readonly partIds: readonly string[]; readonly former: Readonly<Record<string, string>> } | null;
}

/** A sheet to write: one to add, or the one that is overwritten. */
export interface SheetTarget {
  readonly drawn: DrawnSheet;
  /** Null for a new sheet. */
  readonly existing: {
    readonly name: string;
    readonly chartIds: readonly string[];
    /** Rectangle in use, formats included; null for an empty sheet. */
    readonly used: Area | null;
  } | null;
}

/** Looks at everything that a change touches, in two syncs (tables take three more), and refuses what Excel would refuse, before anything is written. */
export async function planWrite(context: Excel.RequestContext, change: DrawnChange): Promise<WritePlan> {
  const { workbook } = context;
  const { worksheets, protection } = workbook;
  const parts = workbook.customXmlParts.getByNamespace(settingsNamespace);
  worksheets.load('items/name,items/visibility,items/protection/protected');
  protection.load('protected');
  if (hasSettings(change)) parts.load('items/id');
  await context.sync();

  const sheets = worksheets.items.map((sheet) => ({
    name: sheet.name,
    isVisible: sheet.visibility === Excel.SheetVisibility.visible,
    isProtected: sheet.protection.protected,
  }));
  const find = (name: string) => sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  const removed = change.removeSheets.flatMap((name) => find(name) ?? []);
  const isNew = change.sheets.some(({ drawing }) => !find(drawing.name));
  if (protection.protected && (isNew || removed.length > 0)) refuse('protectedStructure', structureMessage(isNew));
  const keptVisible = sheets.filter((sheet) => sheet.isVisible && !removed.includes(sheet));
  if (removed.length > 0 && keptVisible.length === 0 && !isNew) {
    const [{ name }] = removed;
    refuse('conflict', `"${name}" is the only visible sheet, and a workbook needs one. Add another sheet first.`);
  }
  const takeSheets = change.sheets.map((drawn) => askForTarget(context, drawn, find(drawn.drawing.name)));
  const takeCells = change.cells.map((edit) => {
    const sheet = find(edit.reference.sheet);
    return sheet
      ? askForCells(context, edit, sheet)
      : refuse('notFound', `The workbook has no worksheet "${edit.reference.sheet}". Choose the cells again.`);
  });
  const partIds = hasSettings(change) ? parts.items.map(({ id }) => id) : [];
  const takeSettings = askForSettings(context, partIds);
  if (takeSheets.length + takeCells.length + partIds.length > 0) await context.sync();
  const tables =
    change.tables.length === 0 ? [] : await planTables(context, change.tables, sheets, protection.protected);
  return {
    sheets: takeSheets.map((take) => take()),
    cells: takeCells.map((take) => take()),
    tables,
    removeSheets: removed.map(({ name }) => name),
    settings: hasSettings(change) ? { partIds, former: takeSettings() } : null,
  };
}

function hasSettings({ settings }: DrawnChange): boolean {
  return Object.keys(settings).length > 0;
}

function askForTarget(
  { workbook }: Excel.RequestContext,
  drawn: DrawnSheet,
  listed: ListedSheet | undefined,
): () => SheetTarget {
  if (!listed) return () => ({ drawn, existing: null });
  if (listed.isProtected) refuse('protectedSheet', protectedMessage(listed.name));
  const sheet = workbook.worksheets.getItem(listed.name);
  const used = sheet.getUsedRangeOrNullObject();
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  sheet.charts.load('items/id');
  sheet.tables.load('items/name');
  return () => {
    const [table] = sheet.tables.items;
    if (table) {
      refuse(
        'conflict',
        `Sheet "${listed.name}" holds the table ${table.name}, which the result would overwrite. Move the table to another sheet, or rename the sheet.`,
      );
    }
    const chartIds = sheet.charts.items.map(({ id }) => id);
    return { drawn, existing: { name: listed.name, chartIds, used: usedArea(used) } };
  };
}

function usedArea(used: Excel.Range): Area | null {
  if (used.isNullObject) return null;
  const { rowIndex: row, columnIndex: column, rowCount, columnCount } = used;
  return { row, column, rowCount, columnCount };
}
