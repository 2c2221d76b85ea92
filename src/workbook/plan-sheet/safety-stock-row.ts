import { referenceFormula } from './input-reference';
import type { PlanSheetInput } from './input';
import { planRow } from './plan-row';
import type { Places, PlanRow } from './plan-row';
import { occurs } from './tidy';

/** The safety stock of an item as the workbook derives it: the largest of what its names ask for; null where there is none. */
export function safetyStockRow(input: PlanSheetInput, demand: PlanRow | null, item: number): PlanRow | null {
  const { name, safetyStock } = input.problem.items[item];
  if (!occurs(safetyStock)) return null;
  const { Safety_Stock, Safety_Stock_Periods, Safety_Stock_Ratio } = input.references;
  const last = safetyStock.length - 1;
  const steady = !Safety_Stock_Ratio && Safety_Stock?.down !== 'periods' && Safety_Stock?.across !== 'periods';
  const formula = (t: number, places: Places): string | null => {
    const parts: string[] = [];
    // A level of all periods is looked up in the first one.
    if (steady && t > 0 && (Safety_Stock || Safety_Stock_Periods)) return places.cell(row, t - 1);
    if (Safety_Stock) parts.push(referenceFormula(Safety_Stock, { items: item, periods: t }));
    if (Safety_Stock_Periods && demand)
      parts.push(`${referenceFormula(Safety_Stock_Periods, { items: item })}*AVERAGE(${places.span(demand)})`);
    if (Safety_Stock_Ratio && demand && t < last)
      parts.push(`${referenceFormula(Safety_Stock_Ratio, { items: item })}*${places.cell(demand, t + 1)}`);
    if (parts.length === 0) return null;
    return parts.length === 1 ? parts[0] : `MAX(${parts.join(',')})`;
  };
  const row: PlanRow = planRow({
    owner: name,
    measure: 'Safety stock',
    values: safetyStock,
    formula,
    total: null,
    look: 'secondary',
  });
  return row;
}
