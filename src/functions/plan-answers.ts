import { costTermIds } from '../planning';
import type { CostTermId } from '../planning';
import { notAvailable } from './function-answer';
import type { FunctionAnswer } from './function-answer';
import type { SolvedPlan } from './shared-plans';

/** Reads one function's answer from the plan that several share. */
export type PlanAnswer = (solved: SolvedPlan) => FunctionAnswer;

/** Units to make, in the shape of the demand. */
export const productionAnswer: PlanAnswer = ({ report, periodsRunDown }) =>
  spilled(report.production ?? [], periodsRunDown);

/** Units on hand at the end of each period, in the shape of the demand. */
export const inventoryAnswer: PlanAnswer = ({ report, periodsRunDown }) =>
  spilled(report.inventory ?? [], periodsRunDown);

/** Total cost, or one of its terms. */
export function costAnswer(term: unknown): PlanAnswer {
  return ({ report }) => {
    const wanted = plainWord(term);
    if (wanted === '' || wanted === 'total') return single(report.totalCost ?? 0);
    const found = costTermIds.find((id) => plainWord(id) === wanted);
    if (!found || !report.costs) {
      const message = `term: "${String(term)}" is no cost. Use total, ${costTermIds.join(', ')}.`;
      return { kind: 'wrongInput', message };
    }
    return single(costOf(report.costs, found));
  };
}

/**
 * What one more unit of regular capacity in a period is worth: the fall of total cost. One line for each capacity, in the
 * direction of the demand's periods.
 */
export const capacityPriceAnswer: PlanAnswer = ({ report, periodsRunDown, hasCapacity }) => {
  if (!hasCapacity)
    return notAvailable('No capacity is given, so more of it is worth nothing. Give the argument capacity.');
  const prices = (report.resources ?? []).map(({ shadowPrice }) => shadowPrice);
  const known = prices.filter((price): price is readonly number[] => price !== null);
  if (known.length < prices.length || known.length === 0) {
    return notAvailable(
      'A plan with whole lots, set-ups or an early stop has no capacity prices. Leave out whole numbers.',
    );
  }
  return spilled(
    known.map((price) => price.map((value) => -value)),
    periodsRunDown,
  );
};

function costOf(costs: Readonly<Record<CostTermId, number>>, term: CostTermId): number {
  return costs[term] ?? 0;
}

/** Lower case without blanks and underscores, so that `safety stock` finds `safetyStock`. */
function plainWord(term: unknown): string {
  return term === null || term === undefined
    ? ''
    : String(term)
        .toLowerCase()
        .replace(/[\s_]+/g, '');
}

function single(value: number): FunctionAnswer {
  return { kind: 'values', values: [[value + 0]] };
}

/** A matrix `[item][period]` in the direction in which the demand lies; no negative zeros. */
export function spilled(matrix: readonly (readonly number[])[], turned: boolean): FunctionAnswer {
  const lines = turned ? (matrix[0] ?? []).map((_, period) => matrix.map((line) => line[period])) : matrix;
  return { kind: 'values', values: lines.map((line) => line.map((value) => value + 0)) };
}
