import type { SheetView } from '../answer-request';
import { readCellFormats } from './cell-formats';
import { partText, type Parts } from './parts';
import { readSharedStrings } from './shared-strings';
import { cellReader, type CellContext } from './sheet-cells';
import { readSheetGrid, usedArea } from './sheet-grid';
import { sheetNamed, type WorkbookPart } from './workbook-part';

/** Opens worksheets on demand, each once; null for a sheet that does not exist or has no cells (a chart sheet). */
export function sheetOpener(parts: Parts, workbook: WorkbookPart): (sheet: string) => SheetView | null {
  let strings: readonly string[] | null = null;
  const context: CellContext = {
    sharedStrings: () => (strings ??= readSharedStrings(parts, workbook)),
    formats: readCellFormats(parts, workbook),
    date1904: workbook.date1904,
  };
  const open = new Map<string, SheetView>();
  return (name) => {
    const entry = sheetNamed(workbook, name);
    if (entry?.kind !== 'worksheet') return null;
    const known = open.get(entry.name);
    if (known) return known;
    const grid = readSheetGrid(partText(parts, entry.part));
    const view = { name: entry.name, cell: cellReader(grid, context).cell, used: usedArea.bind(null, grid) };
    open.set(entry.name, view);
    return view;
  };
}
