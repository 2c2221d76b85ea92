import { sheetColumns, sheetRows, type Area } from '../address';
import { clippedArea, wantedAreas } from '../answer-request';
import { refuse } from '../refusal';
import { settingsNamespace } from '../settings-xml';
import type { RangeReference, ReadRequest } from '../workbook';
import { askForLists, askForSheetNames, askForTables, tablesOfInterest } from './book-lists';
import { areaKey, type RawBook } from './raw-book';
import { readBlocks } from './read-blocks';
import { askForSettings } from './settings-part';

/** Reads what answers a request in three syncs: what there is; where it is; what stands in it. */
export async function readBook(context: Excel.RequestContext, request: ReadRequest): Promise<RawBook> {
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
  const late = areas.filter((area) => reachesEnd(area) && !used.has(areaKey(area)));
  if (late.length > 0) {
    const takeLate = askForUsed(context, lists.sheets, late);
    await context.sync();
    for (const [key, area] of takeLate()) used.set(key, area);
  }
  const clipped = areas.map((area) => ({
    sheet: sheetNamed(lists.sheets, area.sheet),
    ...widened(clippedArea(area, () => used.get(areaKey(area)) ?? null)),
  }));
  const blocks = await readBlocks(context, distinct(clipped));
  const { sheets, activeSheet } = lists;
  return { sheets, activeSheet, names, tables, settings: base.settings, used, blocks };
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
    return { key: areaKey(area), range };
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

function sheetNamed(sheets: readonly string[], wanted: string): string {
  return (
    sheets.find((sheet) => sheet.toLowerCase() === wanted.toLowerCase()) ??
    refuse('notFound', `The workbook has no worksheet "${wanted}". Choose the range again.`)
  );
}

function reachesEnd({ row, column, rowCount, columnCount }: Area): boolean {
  return row + rowCount === sheetRows || column + columnCount === sheetColumns;
}

/** With the row above and the column to the left, where labels may stand. */
function widened({ row, column, rowCount, columnCount }: Area): Area {
  const up = row > 0 ? 1 : 0;
  const left = column > 0 ? 1 : 0;
  return { row: row - up, column: column - left, rowCount: rowCount + up, columnCount: columnCount + left };
}

function distinct(areas: readonly RangeReference[]): RangeReference[] {
  return [...new Map(areas.map((area) => [areaKey(area), area])).values()];
}
