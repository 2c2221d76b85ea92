import { mostLateness } from '../../domain/demand-terms';
import type { PlanningProblem } from '../../domain/planning-problem';
import { backorders } from '../decisions/backorders';
import { shortage } from '../decisions/shortage';
import { keysWhere, limit, term, termTo } from '../parts';

/**
 * First in, first out, what is open at the end of a period was wanted in its last `maxLateness` periods: so no unit is
 * later than allowed.
 */
export const lateness = limit<'demand' | 'period'>({
  id: 'lateness',
  title: 'Most lateness',
  equation: String.raw`b_{k,t} + \sum_{\tau = t - L_k + 1}^{t} n_{k,\tau} \le \sum_{\tau = t - L_k + 1}^{t} D_{k,\tau}`,
  index: ['demand', 'period'],
  // Before the window is full, everything wanted so far may still be open.
  keys: keysWhere(backorders, (problem, { demand, period }) => period >= mostLateness(problem.demands[demand])),
  sense: '<=',
  rightHandSide: (problem, { demand, period }) => {
    const { quantity } = problem.demands[demand];
    let wanted = 0;
    for (let earlier = period - mostLateness(problem.demands[demand]) + 1; earlier <= period; earlier++)
      wanted += quantity[earlier];
    return wanted;
  },
  terms: [
    term(backorders),
    termTo(shortage, (problem: PlanningProblem, { demand, period }, add) => {
      const most = mostLateness(problem.demands[demand]);
      const last = Math.min(problem.periods.length - 2, period + most - 1);
      for (let later = Math.max(period, most); later <= last; later++) add({ demand, period: later }, 1);
    }),
  ],
});
