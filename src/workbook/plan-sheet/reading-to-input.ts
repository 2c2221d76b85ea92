import { costTermTitles } from '../../planning';
import type { PlanCost } from '../../planning';
import { inputReferences } from '../input-references';
import type { ProblemReading } from '../problem-reading';
import type { InputName } from '../schema';
import type { PlanCosts, PlanSheetInput } from './input';
import type { InputReference } from './input-reference';

/** What the plan sheet takes from the workbook that was read: places of the inputs, number formats, period headings. */
export function workbookSide(
  reading: ProblemReading,
): Pick<PlanSheetInput, 'references' | 'formats' | 'periodHeadings'> {
  const { periods, quantityFormat, moneyFormat, source } = reading;
  const dated = periods.length > 0 && periods.every(({ value }) => value !== null);
  return {
    // Rows of a network's tables stand in any order, so that no position could be pointed at.
    references: source === 'network' ? {} : withDoubts(reading),
    formats: {
      quantity: quantityFormat ?? 'General',
      money: moneyFormat ?? 'General',
      period: dated ? periods[0].numberFormat : 'General',
    },
    periodHeadings: dated ? periods.map(({ value, text }) => value ?? text) : null,
  };
}

/** Inputs about which something was reported may hold blank texts. */
function withDoubts(reading: ProblemReading): PlanSheetInput['references'] {
  const doubtful = new Set(reading.inputs.filter(({ severity }) => severity !== null).map(({ name }) => name));
  const references = Object.entries(inputReferences(reading)) as [InputName, InputReference][];
  return Object.fromEntries(
    references.map(([name, reference]) => [name, doubtful.has(name) ? { ...reference, mayHoldText: true } : reference]),
  );
}

/** The sheet's costs of a costed plan; revenue only where there is any. */
export function planCosts(cost: PlanCost): PlanCosts {
  return {
    total: cost.total,
    terms: cost.terms.map(({ id, total, perItem }) => ({ id, title: costTermTitles[id], total, perItem })),
    revenue: cost.revenue === 0 ? null : { total: cost.revenue, perItem: cost.revenuePerItem },
  };
}
