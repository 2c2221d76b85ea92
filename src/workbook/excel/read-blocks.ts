import type { Area } from '../address';
import { refuse } from '../refusal';
import type { RangeReference } from '../workbook';
import { rangeProperties, type LoadedRange } from './range-cells';

/** A rectangle of a sheet with its cells. */
export interface Block {
  readonly sheet: string;
  readonly area: Area;
  readonly loaded: LoadedRange;
}

/**
 * Cells in one answer. Excel on the web refuses answers above 5 MB; a cell takes about 60 characters in the five properties
 * together, and twice that with long formulas.
 */
const cellsPerAnswer = 40_000;

/** Cells that a planning workbook never needs, and that would take minutes to read. */
const mostCells = 2_000_000;

/** Reads rectangles, as many in one sync as fit its answer. */
export async function readBlocks(context: Excel.RequestContext, areas: readonly RangeReference[]): Promise<Block[]> {
  const pieces = areas.flatMap(piecesOf);
  const blocks: Block[] = [];
  let waiting: (() => Block)[] = [];
  let cells = 0;
  const collect = async () => {
    await context.sync();
    blocks.push(...waiting.map((take) => take()));
    waiting = [];
    cells = 0;
  };
  for (const piece of pieces) {
    const size = piece.rowCount * piece.columnCount;
    // Each answer is full before the next is asked for, so that it stays under the limit.
    if (cells + size > cellsPerAnswer && waiting.length > 0) await collect();
    waiting.push(askForBlock(context, piece));
    cells += size;
  }
  if (waiting.length > 0) await collect();
  return blocks;
}

function askForBlock({ workbook }: Excel.RequestContext, reference: RangeReference): () => Block {
  const { sheet, row, column, rowCount, columnCount } = reference;
  const range = workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, rowCount, columnCount);
  range.load(rangeProperties);
  return () => {
    const { values, formulas, numberFormat, text, valueTypes } = range;
    return { sheet, area: reference, loaded: { values, formulas, numberFormat, text, valueTypes } };
  };
}

/** A rectangle in slices of whole rows that fit one answer. */
function piecesOf(reference: RangeReference): RangeReference[] {
  const { sheet, row, rowCount, columnCount } = reference;
  if (rowCount * columnCount > mostCells) {
    refuse(
      'tooLarge',
      `A range on sheet "${sheet}" has ${rowCount * columnCount} cells. Let its name cover the data only.`,
    );
  }
  const rows = Math.max(1, Math.floor(cellsPerAnswer / columnCount));
  return Array.from({ length: Math.ceil(rowCount / rows) }, (_, index) => {
    return { ...reference, row: row + index * rows, rowCount: Math.min(rows, rowCount - index * rows) };
  });
}
