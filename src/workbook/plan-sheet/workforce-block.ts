import type { PerPeriod } from '../../planning';
import { allOf, costRow } from './cost-row';
import type { PlanSheetInput } from './input';
import type { ReferencedInput } from './input-reference';
import { planRow, valueAt } from './plan-row';
import type { PlanRow } from './plan-row';
import { inputRate, inputValue } from './rates';

/** People employed, hired and laid off. */
export interface WorkforceRows {
  readonly workers: PlanRow;
  readonly rows: readonly PlanRow[];
}

const owner = 'Workforce';

/** Rows of the workforce; null without one. Workers follow from hiring and layoffs. */
export function workforceRows(
  input: PlanSheetInput,
  terms: readonly { readonly id: string; readonly measure: string }[],
): WorkforceRows | null {
  const { workforce } = input.problem;
  const people = input.plan.workforce;
  if (!workforce || !people) return null;
  const hired = planRow({ owner, measure: 'Hired', values: people.hired, look: 'peopleDecision' });
  const laidOff = planRow({ owner, measure: 'Laid off', values: people.laidOff, look: 'peopleDecision' });
  let staff = workforce.initialWorkers;
  const workers: PlanRow = planRow({
    owner,
    measure: 'Workers',
    look: 'people',
    opening: inputValue(input, 'Initial_Workers', {}, workforce.initialWorkers),
    values: people.workers.map((_, t) => (staff += valueAt(hired, t) - valueAt(laidOff, t))),
    formula: (t, places) => `${places.cell(workers, t - 1)}+${places.cell(hired, t)}-${places.cell(laidOff, t)}`,
    total: null,
  });
  const charged: Readonly<Record<string, readonly [PlanRow, ReferencedInput, PerPeriod]>> = {
    wage: [workers, 'Wage_Cost', workforce.wageCost],
    hire: [hired, 'Hire_Cost', workforce.hireCost],
    layoff: [laidOff, 'Layoff_Cost', workforce.layoffCost],
  };
  const costs = terms.flatMap(({ id, measure }) => {
    if (!(id in charged)) return [];
    const [row, name, rates] = charged[id];
    const rate = inputRate(input, name, {}, rates);
    return costRow(owner, measure, rates.length, [{ quantity: allOf(row), rate }]) ?? [];
  });
  return { workers, rows: [workers, hired, laidOff, ...costs] };
}
