import { cellText } from '../cell-text';
import { loadedCell, type RawBlock } from './range-cells';

/**
 * Whether dates count from 1904. Office.js does not tell, so the first date decides whose shown text only that system explains;
 * text in another language explains nothing, and then the usual system holds.
 */
export function isDate1904(blocks: readonly RawBlock[]): boolean {
  for (const { area, loaded } of blocks) {
    for (let row = 0; row < area.rowCount; row++) {
      for (let column = 0; column < area.columnCount; column++) {
        if (!/[dmy]/i.test(String(loaded.numberFormat[row][column]))) continue;
        const { value, numberFormat, text } = loadedCell(loaded, row, column);
        if (typeof value !== 'number') continue;
        const [usual, other] = [false, true].map((date1904) => cellText(value, numberFormat, date1904));
        if (usual !== other && (text === usual || text === other)) return text === other;
      }
    }
  }
  return false;
}
