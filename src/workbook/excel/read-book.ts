import { sheetColumns, sheetRows, type Area } from '../address';
import { answerRequest, clippedArea, wantedAreas, type BookView, type SheetView } from '../answer-request';
import { refuse } from '../refusal';
import { settingsNamespace } from '../settings-xml';
import type { Cell, RangeReference, ReadRequest, WorkbookContent } from '../workbook';
import { askForLists, askForSheetNames, askForTables, tablesOfInterest } from './book-lists';
import { isDate1904 } from './date-system';
import { loadedCell } from './range-cells';
import { readBlocks, type Block } from './read-blocks';
import { askForSettings } from './settings-part';

/** Answers a read request in three syncs: what there is; where it is; what stands in it. */
export async function readBook(context: Excel.RequestContext, request: ReadRequest): Promise<WorkbookContent> {
  const takeLists = askForLists(context, settingsNamespace);
  await context.sync();
  const lists = takeLists();

  const takeSheetNames = askForSheetNames(context, lists.sheets);
  const takeTables = askForTables(context, tablesOfInterest(lists.tables, request.tables, lists.names));
  const takeSettings = askForSettings(context, lists.settingsParts);
  const early = { ...lists, date1904: false, tables: [], settings: {}, warnings: [] };
  const takeUsed = askForUsed(context, lists.sheets, wantedAreas(early, request));
  await context.sync();
  const used = takeUsed();
  const tables = takeTables();
  const names = [...lists.names, ...takeSheetNames()];
  const base = { ...early, names, tables, settings: takeSettings() };

  const areas = wantedAreas(base, request);
  const late = areas.filter((area) => reachesEnd(area) && !used.has(keyOf(area)));
  if (late.length > 0) {
    const takeLate = askForUsed(context, lists.sheets, late);
    await context.sync();
    for (const [key, area] of takeLate()) used.set(key, area);
  }
  const clipped = areas.map((area) => ({
    sheet: sheetNamed(lists.sheets, area.sheet),
    ...widened(clippedArea(area, () => used.get(keyOf(area)) ?? null)),
  }));
  const blocks = await readBlocks(context, distinct(clipped));
  const view: BookView = { ...base, date1904: isDate1904(blocks), openSheet: sheetOpener(lists.sheets, blocks, used) };
  return answerRequest(view, request);
}

/** Asks for the used part of the rectangles that reach the end of their sheet. */
function askForUsed(
  { workbook }: Excel.RequestContext,
  sheets: readonly string[],
  areas: readonly RangeReference[],
): () => Map<string, Area | null> {
  const asked = areas.filter(reachesEnd).map((area) => {
    const { row, column, rowCount, columnCount } = area;
    const sheet = workbook.worksheets.getItem(sheetNamed(sheets, area.sheet));
    const range = sheet.getRangeByIndexes(row, column, rowCount, columnCount).getUsedRangeOrNullObject(true);
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    return { key: keyOf(area), range };
  });
  return () =>
    new Map(
      asked.map(({ key, range }): [string, Area | null] => {
        if (range.isNullObject) return [key, null];
        const { rowIndex: row, columnIndex: column, rowCount, columnCount } = range;
        return [key, { row, column, rowCount, columnCount }];
      }),
    );
}

function sheetOpener(
  sheets: readonly string[],
  blocks: readonly Block[],
  used: ReadonlyMap<string, Area | null>,
): BookView['openSheet'] {
  return (wanted) => {
    const name = sheets.find((sheet) => sheet.toLowerCase() === wanted.toLowerCase());
    return name === undefined ? null : sheetView(name, blocks, used);
  };
}

function sheetView(name: string, blocks: readonly Block[], used: ReadonlyMap<string, Area | null>): SheetView {
  const own = blocks.filter(({ sheet }) => sheet === name);
  let last = own[0];
  const holds = ({ area }: Block, row: number, column: number) =>
    row >= area.row &&
    row < area.row + area.rowCount &&
    column >= area.column &&
    column < area.column + area.columnCount;
  const cell = (row: number, column: number): Cell => {
    // Cells are asked for line by line: the next one nearly always stands in the same block.
    if (!last || !holds(last, row, column)) {
      const found = own.find((block) => holds(block, row, column));
      if (!found) throw new Error(`Row ${row}, column ${column} of ${name} was not read.`);
      last = found;
    }
    return loadedCell(last.loaded, row - last.area.row, column - last.area.column);
  };
  return { name, cell, used: (within) => used.get(keyOf({ sheet: name, ...within })) ?? null };
}

function sheetNamed(sheets: readonly string[], wanted: string): string {
  return (
    sheets.find((sheet) => sheet.toLowerCase() === wanted.toLowerCase()) ??
    refuse('notFound', `The workbook has no worksheet "${wanted}". Choose the range again.`)
  );
}

function reachesEnd({ row, column, rowCount, columnCount }: Area): boolean {
  return row + rowCount === sheetRows || column + columnCount === sheetColumns;
}

function keyOf({ sheet, row, column, rowCount, columnCount }: RangeReference): string {
  return [sheet.toLowerCase(), row, column, rowCount, columnCount].join('|');
}

/** With the row above and the column to the left, where labels may stand. */
function widened({ row, column, rowCount, columnCount }: Area): Area {
  const up = row > 0 ? 1 : 0;
  const left = column > 0 ? 1 : 0;
  return { row: row - up, column: column - left, rowCount: rowCount + up, columnCount: columnCount + left };
}

function distinct(areas: readonly RangeReference[]): RangeReference[] {
  return [...new Map(areas.map((area) => [keyOf(area), area])).values()];
}
