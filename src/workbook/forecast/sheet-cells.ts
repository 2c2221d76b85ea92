import { absoluteReference } from '../address';
import { colors } from '../plan-sheet/styles';
import type { CellStyle } from '../sheet-content';

const styles = {
  quantity: { numberFormat: '#,##0.0', align: 'right' },
  percent: { numberFormat: '0.0%', align: 'right' },
  ratio: { numberFormat: '0.00', align: 'right' },
  whole: { numberFormat: '#,##0', align: 'right' },
} as const satisfies Record<string, CellStyle>;

/** Styles of the figures on the forecast's sheets, shared between cells. */
export function detailCell(kind: keyof typeof styles): CellStyle {
  return styles[kind];
}

/** Headings of columns, of sections, and text that only explains. */
export const heading: CellStyle = { bold: true, fill: colors.accent, fontColor: colors.accentText };
export const section: CellStyle = { bold: true, fontSize: 12, fontColor: colors.accent, borderBottom: 'medium' };
export const muted: CellStyle = { fontColor: colors.grey };

/** `$A$1:$B$2` without the sheet. */
export function absoluteArea(area: { row: number; column: number; rowCount: number; columnCount: number }): string {
  return absoluteReference('x', area).replace(/^.*!/, '');
}
