import type { CostTermId } from '../domain/cost-of-plan';
import { costOfPlan, costTermTitles } from '../domain/cost-of-plan';
import type { Matrix, Plan } from '../domain/plan';
import type { PlanningProblem } from '../domain/planning-problem';
import { listText, moneyText, quantityText } from './quantity-text';
import { countText, periodWord } from './period-word';

/** Savings smaller than this share of all savings are not worth a word. */
const leastShare = 0.05;

/**
 * What one unit more of a limit does, in words, from the plans before and after: "it replaces stock carried for 8 months".
 * Empty where the plans tell nothing.
 *
 * @param units how many units more the second plan has.
 */
export function differenceText(problem: PlanningProblem, before: Plan, after: Plan, units: number): string {
  const costBefore = costOfPlan(problem, before);
  const costAfter = costOfPlan(problem, after);
  const revenue = (costAfter.revenue - costBefore.revenue) / units;
  const changes = costBefore.terms.map(({ id, total }, position) => ({
    id,
    saved: (total - costAfter.terms[position].total) / units,
  }));
  const savings = changes.filter(({ saved }) => saved > 0);
  const all = savings.reduce((sum, { saved }) => sum + saved, 0) + Math.max(0, problem.mode === 'profit' ? revenue : 0);
  const parts = savings
    .filter(({ saved }) => saved >= leastShare * all)
    .sort((one, other) => other.saved - one.saved)
    .map(({ id, saved }) => savingText(problem, before, after, units, id, saved));
  if (problem.mode === 'profit' && revenue > leastShare * all) parts.unshift(`it sells for ${moneyText(revenue)} more`);
  const dearer = changes.filter(({ saved }) => saved < -leastShare * all);
  const but = dearer.map(({ id, saved }) => `${moneyText(-saved)} more ${costTermTitles[id].toLowerCase()}`);
  if (parts.length === 0) return '';
  return `${listText(parts)}${but.length > 0 ? `, for ${listText(but)}` : ''}`;
}

function savingText(
  problem: PlanningProblem,
  before: Plan,
  after: Plan,
  units: number,
  id: CostTermId,
  saved: number,
): string {
  const word = periodWord(problem);
  const unitPeriods = (quantity: number) => countText(quantity, `unit-${word}`);
  const less = (of: (plan: Plan) => Matrix) => (totalOf(of(before)) - totalOf(of(after))) / units;
  const amount = (quantity: number, text: (quantity: number) => string) =>
    quantity > 1e-6 ? text(quantity) : `it saves ${moneyText(saved)} of ${costTermTitles[id].toLowerCase()}`;
  switch (id) {
    case 'holding': {
      const carried = less(({ inventory }) => inventory);
      const moved = movedUnits(before, after) / units;
      if (carried <= 1e-6 || moved <= 1e-6) return amount(0, () => '');
      const stock = Math.abs(moved - 1) < 1e-6 ? 'stock' : `${quantityText(moved)} units of stock`;
      return `it replaces ${stock} carried for ${countText(carried / moved, word)}`;
    }
    case 'shortage':
      return amount(
        less(({ shortage }) => shortage),
        (quantity) => `it delivers ${countText(quantity, 'unit')} that would be short`,
      );
    case 'backorder':
      return amount(
        less(({ backorders }) => backorders),
        (quantity) => `it ends ${unitPeriods(quantity)} of lateness`,
      );
    case 'overtime':
      return amount(
        less(({ overtime }) => overtime),
        (quantity) => `it replaces ${countText(quantity, 'unit')} of overtime`,
      );
    case 'subcontract':
      return amount(
        less(({ subcontract }) => subcontract),
        (quantity) => `it replaces ${countText(quantity, 'unit')} bought outside`,
      );
    case 'safetyStock':
      return amount(
        less((plan) => missing(problem, plan)),
        (quantity) => `it fills ${unitPeriods(quantity)} of missing safety stock`,
      );
    default:
      return `it saves ${moneyText(saved)} of ${costTermTitles[id].toLowerCase()}`;
  }
}

/** Units made in another period. Items that only change places within a period, as equal plans may have it, do not count. */
function movedUnits(before: Plan, after: Plan): number {
  const madeIn = ({ production }: Plan, t: number) => production.reduce((sum, row) => sum + row[t], 0);
  return (before.production[0] ?? []).reduce(
    (moved, _quantity, t) => moved + Math.max(0, madeIn(after, t) - madeIn(before, t)),
    0,
  );
}

function missing({ items }: PlanningProblem, { inventory }: Plan): Matrix {
  return inventory.map((row, i) => row.map((units, t) => Math.max(0, items[i].safetyStock[t] - units)));
}

function totalOf(matrix: Matrix): number {
  return matrix.reduce((sum, row) => row.reduce((inner, quantity) => inner + quantity, sum), 0);
}
