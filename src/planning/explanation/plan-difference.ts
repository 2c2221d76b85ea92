import type { CostTermId } from '../domain/cost-of-plan';
import { costOfPlan } from '../domain/cost-of-plan';
import type { Matrix, Plan } from '../domain/plan';
import type { PlanningProblem } from '../domain/planning-problem';
import { costTerm, count, list, money, quantity, sayIn } from '../domain/said';
import type { Said, SaidValue } from '../domain/said';
import { periodWord } from './period-word';

/** What one unit more of a limit does. */
export const differenceTexts = {
  gains: '{gains}',
  gainsFor: '{gains}, for {losses}',
  moreOf: '{money} more {term}',
  sells: 'it sells for {money} more',
  savesCost: 'it saves {money} of {term}',
  replacesStock: 'it replaces stock carried for {time}',
  replacesUnits: 'it replaces {units} units of stock carried for {time}',
  delivers: 'it delivers {units} that would be short',
  endsLateness: 'it ends {units} of lateness',
  replacesOvertime: 'it replaces {units} of overtime',
  replacesBought: 'it replaces {units} bought outside',
  fillsSafetyStock: 'it fills {units} of missing safety stock',
} as const;

const say = sayIn(differenceTexts);

/** Savings smaller than this share of all savings are not worth a word. */
const leastShare = 0.05;

/**
 * What one unit more of a limit does, in words, from the plans before and after: "it replaces stock carried for 8 months".
 * Null where the plans tell nothing.
 *
 * @param units how many units more the second plan has.
 */
export function differenceText(problem: PlanningProblem, before: Plan, after: Plan, units: number): Said | null {
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
  if (problem.mode === 'profit' && revenue > leastShare * all) parts.unshift(say('sells', { money: money(revenue) }));
  const dearer = changes.filter(({ saved }) => saved < -leastShare * all);
  const but = dearer.map(({ id, saved }) => say('moreOf', { money: money(-saved), term: costTerm(id) }));
  if (parts.length === 0) return null;
  const gains = list(parts);
  return but.length > 0 ? say('gainsFor', { gains, losses: list(but) }) : say('gains', { gains });
}

function savingText(
  problem: PlanningProblem,
  before: Plan,
  after: Plan,
  units: number,
  id: CostTermId,
  saved: number,
): Said {
  const word = periodWord(problem);
  const unitPeriods = (units: number) => count(units, `unit-${word}`);
  const unitsOf = (units: number) => count(units, 'unit');
  const less = (of: (plan: Plan) => Matrix) => (totalOf(of(before)) - totalOf(of(after))) / units;
  const saves = () => say('savesCost', { money: money(saved), term: costTerm(id) });
  const amount = (
    much: number,
    code: 'delivers' | 'endsLateness' | 'replacesOvertime' | 'replacesBought' | 'fillsSafetyStock',
    counted: (much: number) => SaidValue,
  ) => (much > 1e-6 ? say(code, { units: counted(much) }) : saves());
  switch (id) {
    case 'holding': {
      const carried = less(({ inventory }) => inventory);
      const moved = movedUnits(before, after) / units;
      if (carried <= 1e-6 || moved <= 1e-6) return saves();
      const time = count(carried / moved, word);
      return Math.abs(moved - 1) < 1e-6
        ? say('replacesStock', { time })
        : say('replacesUnits', { units: quantity(moved), time });
    }
    case 'shortage':
      return amount(
        less(({ shortage }) => shortage),
        'delivers',
        unitsOf,
      );
    case 'backorder':
      return amount(
        less(({ backorders }) => backorders),
        'endsLateness',
        unitPeriods,
      );
    case 'overtime':
      return amount(
        less(({ overtime }) => overtime),
        'replacesOvertime',
        unitsOf,
      );
    case 'subcontract':
      return amount(
        less(({ subcontract }) => subcontract),
        'replacesBought',
        unitsOf,
      );
    case 'safetyStock':
      return amount(
        less((plan) => missing(problem, plan)),
        'fillsSafetyStock',
        unitPeriods,
      );
    default:
      return saves();
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
