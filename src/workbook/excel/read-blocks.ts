import { refuse } from '../refusal';
import type { RangeReference } from '../workbook';
import { rangeProperties, type RawBlock } from './range-cells';

/**
 * Cells in one answer. Excel on the web refuses answers above 5 MB; a cell usually takes 40 to 120 characters in the five
 * properties together. Where texts are longer, the answer is asked for again in halves. While Office.js unpacks an answer, the
 * page does not react: 10,000 cells keep it for about 20 ms.
 */
const cellsPerAnswer = 10_000;

/** Cells that a planning workbook never needs, and that would take minutes to read. */
const mostCells = 2_000_000;

/** Reads rectangles, as many in one sync as fit its answer. */
export async function readBlocks(context: Excel.RequestContext, areas: readonly RangeReference[]): Promise<RawBlock[]> {
  const blocks: RawBlock[] = [];
  for (const batch of batches(areas.flatMap(piecesOf))) blocks.push(...(await readBatch(context, batch)));
  return blocks;
}

/** Pieces that are asked for together. */
function batches(pieces: readonly RangeReference[]): RangeReference[][] {
  const found: { cells: number; pieces: RangeReference[] }[] = [];
  for (const piece of pieces) {
    const cells = piece.rowCount * piece.columnCount;
    const last = found[found.length - 1];
    if (last && last.cells + cells <= cellsPerAnswer) {
      last.cells += cells;
      last.pieces.push(piece);
    } else found.push({ cells, pieces: [piece] });
  }
  return found.map((batch) => batch.pieces);
}

async function readBatch(context: Excel.RequestContext, pieces: readonly RangeReference[]): Promise<RawBlock[]> {
  const asked = pieces.map((piece) => ({ piece, range: askForBlock(context, piece) }));
  try {
    await context.sync();
  } catch (thrown) {
    const halves = isTooLong(thrown) ? halved(pieces) : null;
    if (!halves) throw thrown;
    const first = await readBatch(context, halves[0]);
    return [...first, ...(await readBatch(context, halves[1]))];
  }
  return asked.map(({ piece, range }) => {
    const { values, formulas, numberFormat, text, valueTypes } = range;
    return { sheet: piece.sheet, area: piece, loaded: { values, formulas, numberFormat, text, valueTypes } };
  });
}

function askForBlock({ workbook }: Excel.RequestContext, reference: RangeReference): Excel.Range {
  const { sheet, row, column, rowCount, columnCount } = reference;
  const range = workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, rowCount, columnCount);
  range.load(rangeProperties);
  return range;
}

function isTooLong(thrown: unknown): boolean {
  return thrown instanceof OfficeExtension.Error && thrown.code === 'ResponsePayloadSizeLimitExceeded';
}

/** Two halves of the pieces, or of the rows of the only one; null for a single row. */
function halved(pieces: readonly RangeReference[]): [RangeReference[], RangeReference[]] | null {
  const middle = Math.floor(pieces.length / 2);
  if (middle > 0) return [pieces.slice(0, middle), pieces.slice(middle)];
  const [piece] = pieces;
  const rows = Math.floor(piece.rowCount / 2);
  if (rows === 0) return null;
  return [[{ ...piece, rowCount: rows }], [{ ...piece, row: piece.row + rows, rowCount: piece.rowCount - rows }]];
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
