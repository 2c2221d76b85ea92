import { costTermTitles } from '../../domain/cost-of-plan';
import { hiring, layoffs, workers } from '../decisions/workforce';
import { costTerm, rated } from '../parts';

/** Wages of the workers employed, used or not. */
export const wageCost = costTerm({
  id: 'wage',
  title: costTermTitles.wage,
  equation: String.raw`\sum_t c^{W}_t W_t`,
  prices: [rated(workers, (problem, { period }) => problem.workforce?.wageCost[period] ?? 0)],
});

/** Cost of hiring. */
export const hireCost = costTerm({
  id: 'hire',
  title: costTermTitles.hire,
  equation: String.raw`\sum_t c^{H}_t H_t`,
  prices: [rated(hiring, (problem, { period }) => problem.workforce?.hireCost[period] ?? 0)],
});

/** Cost of laying off. */
export const layoffCost = costTerm({
  id: 'layoff',
  title: costTermTitles.layoff,
  equation: String.raw`\sum_t c^{L}_t L_t`,
  prices: [rated(layoffs, (problem, { period }) => problem.workforce?.layoffCost[period] ?? 0)],
});
