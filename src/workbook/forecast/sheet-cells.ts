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
