import type { CellStyle } from '../sheet-content';
import type { SheetFormats } from './formats';
import type { RowLook } from './plan-row';

/** One accent, greys, and two warning fills that differ in weight of print as well as in colour. */
export const colors = {
  accent: '1F4E79',
  accentText: 'FFFFFF',
  band: 'E9EEF4',
  grey: '6B6B6B',
  amber: 'FFE8A8',
  red: 'F4B6AE',
  redText: '8B0000',
} as const;

/** Number formats and the styles that derive from them, made once per sheet so that cells share them. */
export interface SheetStyles {
  readonly title: CellStyle;
  readonly status: CellStyle;
  readonly headline: CellStyle;
  readonly headlineMoney: CellStyle;
  readonly headlineCheck: CellStyle;
  readonly periodHeading: CellStyle;
  readonly columnHeading: CellStyle;
  readonly section: CellStyle;
  readonly tableHeading: CellStyle;
  readonly tableLabelHeading: CellStyle;
  readonly label: CellStyle;
  readonly detail: CellStyle;
  readonly detailDate: CellStyle;
  readonly note: CellStyle;
  readonly quantity: CellStyle;
  readonly money: CellStyle;
  readonly moneyTotal: CellStyle;
  readonly percent: CellStyle;
  readonly check: CellStyle;
  readonly period: CellStyle;
  readonly rate: CellStyle;
  readonly labelTotal: CellStyle;
  row(look: RowLook, leads: boolean, part: 'owner' | 'measure' | 'number'): CellStyle;
}

export const percentFormat = '0.0%';

/** Styles for the formats of the workbook's own cells. */
export function sheetStyles(formats: SheetFormats): SheetStyles {
  const label: CellStyle = {};
  const looks = new Map<string, CellStyle>();
  return {
    title: { bold: true, fontSize: 16, fontColor: colors.accent, verticalAlign: 'middle' },
    status: { fontColor: colors.grey, verticalAlign: 'middle' },
    headline: { fontColor: colors.grey, align: 'right' },
    headlineMoney: { bold: true, numberFormat: formats.money, align: 'right' },
    headlineCheck: { bold: true, align: 'right' },
    periodHeading: {
      bold: true,
      fill: colors.accent,
      fontColor: colors.accentText,
      align: 'right',
      numberFormat: formats.period,
    },
    columnHeading: { bold: true, fill: colors.accent, fontColor: colors.accentText },
    section: { bold: true, fontSize: 12, fontColor: colors.accent, borderBottom: 'medium' },
    tableHeading: { bold: true, fill: colors.band, align: 'right' },
    tableLabelHeading: { bold: true, fill: colors.band },
    label,
    detail: { align: 'left' },
    detailDate: { align: 'left', numberFormat: 'yyyy-mm-dd hh:mm' },
    note: { fontColor: colors.grey, italic: true },
    quantity: { numberFormat: formats.quantity, align: 'right' },
    money: { numberFormat: formats.money, align: 'right' },
    moneyTotal: { numberFormat: formats.money, align: 'right', bold: true, borderTop: 'thin' },
    labelTotal: { bold: true, borderTop: 'thin' },
    percent: { numberFormat: percentFormat, align: 'right' },
    check: { align: 'right' },
    period: { numberFormat: formats.period, align: 'right' },
    rate: { numberFormat: 'General', align: 'right', fontColor: colors.grey },
    row: (look, leads, part) => {
      const key = `${look} ${leads} ${part}`;
      const known = looks.get(key);
      if (known) return known;
      const style = rowStyle(look, leads, part, formats);
      looks.set(key, style);
      return style;
    },
  };
}

function rowStyle(
  look: RowLook,
  leads: boolean,
  part: 'owner' | 'measure' | 'number',
  formats: SheetFormats,
): CellStyle {
  const edge: CellStyle = leads || look === 'costTotal' ? { borderTop: 'thin' } : {};
  // The owner is repeated on every row, so that the rows can be filtered and looked up, but only the first one stands out.
  if (part === 'owner') return leads ? { ...edge, bold: true } : { ...edge, fontColor: colors.grey };
  const emphasis: CellStyle =
    look === 'decision' || look === 'peopleDecision' || look === 'costTotal' ? { bold: true } : {};
  const tone: CellStyle = look === 'secondary' || look === 'cost' || look === 'price' ? { fontColor: colors.grey } : {};
  if (part === 'measure') return { ...edge, ...emphasis, ...tone };
  return { ...edge, ...emphasis, ...tone, align: 'right', numberFormat: formatOf(look, formats) };
}

/** Number format of a row's numbers. */
export function formatOf(look: RowLook, formats: SheetFormats): string {
  switch (look) {
    case 'cost':
    case 'costTotal':
      return formats.money;
    case 'price':
      return '#,##0.00';
    case 'percent':
      return percentFormat;
    case 'people':
    case 'peopleDecision':
      return formats.people;
    default:
      return formats.quantity;
  }
}
