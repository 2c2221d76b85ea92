import type { SheetContent, SheetToWrite } from '../sheet-content';
import { cellRows } from './cell-rows';
import { formattedAreas, type FormattedAreas } from './format-areas';
import { sheetGrid, type GridBlock } from './sheet-grid';
import { styledAreas, type StyledAreas } from './style-areas';

/** A sheet as Excel takes it, without its cells' content: those come block by block. */
export interface SheetDrawing extends Omit<SheetContent, 'cells'> {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly blockCount: number;
  readonly formats: readonly FormattedAreas[];
  readonly styles: readonly StyledAreas[];
}

/** A drawing with its blocks, which may still have to come from elsewhere. */
export interface DrawnSheet {
  readonly drawing: SheetDrawing;
  /** The cells' content, by number from 0. */
  readonly block: (index: number) => Promise<GridBlock>;
}

/** Prepares a sheet for Excel: everything that needs no Excel, so that it can be done in another thread. */
export function sheetDrawing({ cells, ...rest }: SheetToWrite): {
  readonly drawing: SheetDrawing;
  readonly blocks: readonly GridBlock[];
} {
  const rows = cellRows(cells);
  const { rowCount, columnCount, blocks } = sheetGrid(rows);
  return {
    drawing: {
      ...rest,
      rowCount,
      columnCount,
      blockCount: blocks.length,
      formats: formattedAreas(rows),
      styles: styledAreas(rows),
    },
    blocks,
  };
}

/** A sheet that is drawn in this thread. */
export function drawnHere(content: SheetToWrite): DrawnSheet {
  const { drawing, blocks } = sheetDrawing(content);
  return { drawing, block: (index) => Promise.resolve(blocks[index]) };
}
