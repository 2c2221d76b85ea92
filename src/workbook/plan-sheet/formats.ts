import type { PlanSheetFormats, PlanSheetInput } from './input';

/** Number formats of the sheet, none of them `General`. */
export interface SheetFormats extends PlanSheetFormats {
  /** Of workers, who may come in fractions. */
  readonly people: string;
}

/** The workbook's own number formats; where it has none, as many decimals as the numbers need. */
export function sheetFormats({ formats, plan, problem, costs }: PlanSheetInput): SheetFormats {
  const matrices = [plan.production, plan.subcontract, plan.shortage, plan.backorders, plan.inventory];
  const demand = problem.demands.map(({ quantity }) => quantity);
  const whole = [...matrices, demand].every((matrix) => matrix.every((row) => row.every(isWhole)));
  return {
    quantity: chosen(formats.quantity) ?? (whole ? '#,##0' : '#,##0.0'),
    money: chosen(formats.money) ?? (Math.abs(costs.total) >= 10000 || isWhole(costs.total) ? '#,##0' : '#,##0.00'),
    period: formats.period,
    people: plan.workforce?.workers.every(isWhole) ? '#,##0' : '#,##0.0',
  };
}

function chosen(format: string): string | null {
  return format === '' || format === 'General' || format === '@' ? null : format;
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6;
}
