import type { PlanningProblem } from '../../domain/planning-problem';
import { workforceBalance } from '../balances/workforce-balance';
import { decision, flow, flowTo, periodsWhere } from '../parts';

const withWorkforce = periodsWhere((problem) => problem.workforce !== null);
const whole = (problem: PlanningProblem) => problem.workforce?.wholeWorkers ?? false;

/** Workers employed in a period. */
export const workers = decision<'period'>({
  id: 'workers',
  title: 'Workers',
  equation: String.raw`0 \le W_t \le \bar W_t`,
  symbol: 'W',
  unit: 'workers',
  index: ['period'],
  keys: withWorkforce,
  upper: (problem, { period }) => problem.workforce?.maxWorkers[period] ?? 0,
  whole,
  flows: [
    flowTo(workforceBalance, (problem, { period }, add) => {
      add({ period }, 1);
      if (period + 1 < problem.periods.length) add({ period: period + 1 }, -1);
    }),
  ],
});

/** Workers hired at the start of a period. */
export const hiring = decision<'period'>({
  id: 'hiring',
  title: 'Hiring',
  equation: String.raw`H_t \ge 0`,
  symbol: 'H',
  unit: 'workers',
  index: ['period'],
  keys: withWorkforce,
  whole,
  flows: [flow(workforceBalance, () => -1)],
});

/** Workers laid off at the start of a period. */
export const layoffs = decision<'period'>({
  id: 'layoffs',
  title: 'Layoffs',
  equation: String.raw`L_t \ge 0`,
  symbol: 'L',
  unit: 'workers',
  index: ['period'],
  keys: withWorkforce,
  whole,
  flows: [flow(workforceBalance, () => 1)],
});
