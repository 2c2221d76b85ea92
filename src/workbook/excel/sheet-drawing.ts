import type { SheetContent } from '../sheet-content';
import { sheetGrid, type GridBlock } from './sheet-grid';
import { formattedAreas, styledAreas, type FormattedAreas, type StyledAreas } from './style-areas';

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
export function sheetDrawing({ cells, ...rest }: SheetContent): {
  readonly drawing: SheetDrawing;
  readonly blocks: readonly GridBlock[];
} {
  const { rowCount, columnCount, blocks } = sheetGrid(cells);
  return {
    drawing: {
      ...rest,
      rowCount,
      columnCount,
      blockCount: blocks.length,
      formats: formattedAreas(cells),
      styles: styledAreas(cells),
    },
    blocks,
  };
}

/** A sheet that is drawn in this thread. */
export function drawnHere(content: SheetContent): DrawnSheet {
  const { drawing, blocks } = sheetDrawing(content);
  return { drawing, block: (index) => Promise.resolve(blocks[index]) };
}
