import { colors, percentFormat } from '../plan-sheet/styles';
import type { CellStyle } from '../sheet-content';
import type { CompareSheetInput } from './input';

/** Looks of the comparison, in the number formats of the workbook. */
export interface CompareStyles {
  readonly title: CellStyle;
  readonly note: CellStyle;
  readonly section: CellStyle;
  readonly heading: CellStyle;
  readonly labelHeading: CellStyle;
  readonly periodHeading: CellStyle;
  readonly label: CellStyle;
  readonly text: CellStyle;
  readonly quantity: CellStyle;
  readonly money: CellStyle;
  readonly percent: CellStyle;
  readonly number: CellStyle;
  readonly total: CellStyle;
}

export function compareStyles({ formats, runs }: CompareSheetInput): CompareStyles {
  const quantities = runs.flatMap(({ report }) => [...(report.production ?? []), ...(report.inventory ?? [])].flat());
  const whole = quantities.every((units) => Math.abs(units - Math.round(units)) < 1e-6);
  const right = { align: 'right' } as const;
  const heading: CellStyle = { bold: true, fill: colors.accent, fontColor: colors.accentText };
  return {
    title: { bold: true, fontSize: 16, fontColor: colors.accent },
    note: { fontColor: colors.grey },
    section: { bold: true, fontSize: 12, fontColor: colors.accent, borderBottom: 'medium' },
    heading: { ...heading, ...right },
    labelHeading: heading,
    periodHeading: { ...heading, ...right, numberFormat: formats.period },
    label: {},
    text: right,
    quantity: { ...right, numberFormat: chosen(formats.quantity) ?? (whole ? '#,##0' : '#,##0.0') },
    money: { ...right, numberFormat: chosen(formats.money) ?? '#,##0.00' },
    percent: { ...right, numberFormat: percentFormat },
    number: { ...right, numberFormat: '#,##0.##' },
    total: { bold: true, borderTop: 'thin' },
  };
}

function chosen(format: string): string | null {
  return format === '' || format === 'General' || format === '@' ? null : format;
}

/** Cells that differ. */
export const differs = { fill: colors.amber } as const;
/** Units or money below which two values count as the same. */
export const differenceTolerance = 0.0001;

export { colors };
