import { balance, periodsWhere } from '../parts';

/** Workers of this period are those of the last, plus hired, less laid off. */
export const workforceBalance = balance<'period'>({
  id: 'workforce_balance',
  title: 'Workforce balance',
  equation: String.raw`W_t - W_{t-1} - H_t + L_t = 0 \quad (W_0 \text{ given})`,
  index: ['period'],
  keys: periodsWhere((problem) => problem.workforce !== null),
  sense: '=',
  rightHandSide: (problem, { period }) => (period === 0 && problem.workforce ? problem.workforce.initialWorkers : 0),
});
