import type { PlanningProblem } from '../../src/planning';
import { assemble } from '../../src/planning/formulation/assemble';
import { backorders } from '../../src/planning/formulation/decisions/backorders';
import { shortage } from '../../src/planning/formulation/decisions/shortage';
import { formulationFor } from '../../src/planning/formulation/formulation';
import { priority, rated } from '../../src/planning/formulation/parts';
import type { Priority } from '../../src/planning/formulation/parts';
import { demandFractions, itemFractions } from '../../src/planning/formulation/priorities/fair-share';
import { undelivered, unitPeriodsLate } from '../../src/planning/formulation/priorities/service';
import { readBack } from '../../src/planning/formulation/read-back';
import { solveByPriority } from '../../src/planning/formulation/solve-by-priority';
import { loadHighs } from '../../src/solvers/highs';
import { readProblem } from '../../src/workbook/read-problem';
import { workbookContent } from '../workbook/workbook-content';
import { demo, demoTables } from './network-demo-tables';
import { sharedCase } from './run-case';

/*
 * The published demo asks of fair share that the fractions short or late in CW10 to CW14 differ by 0.10 at most. Its own model, a
 * penalty in segments on what is late, does that. The workbook contract's order (fractions never delivered, then the least lateness,
 * then cost) cannot, which is proved here: so the exact mode keeps to the contract, and segments are for those who want both.
 */

const peak: ReadonlySet<number> = new Set([10, 11, 12, 13, 14].map((week) => demo.weeks.indexOf(week)));

/** Story 3, the capacity cut, as a problem. */
function capacityCut(): PlanningProblem {
  const sheets = demoTables({ cut: true, frozen: true });
  const addresses = Object.entries(sheets).map(
    ([name, grid]) => [name, `${name}!A1:${String.fromCharCode(64 + grid[0].length)}${grid.length}`] as const,
  );
  const { problem } = readProblem(workbookContent({ sheets, tables: Object.fromEntries(addresses) }));
  if (!problem) throw new Error('The demo can be read.');
  return { ...problem, mode: 'fair-share' };
}

const problem = capacityCut();
const demandOf = (article: string) => problem.demands.findIndex(({ item }) => problem.items[item].product === article);
const inPeak = (quantity: readonly number[]) => quantity.reduce((sum, units, t) => sum + (peak.has(t) ? units : 0), 0);

/** Minimises (or, by the sign, maximises) the units of an article's peak demand that are short or late. */
function notInTime(article: string, sign: 1 | -1): Priority {
  const rate = (_problem: PlanningProblem, { demand, period }: { readonly demand: number; readonly period: number }) =>
    demand === demandOf(article) && peak.has(period) ? sign : 0;
  return priority({
    id: 'not_in_time',
    title: 'Not in time',
    equation: '',
    measures: [rated(shortage, rate), rated(backorders, rate)],
  });
}

/** Levels the fractions of the articles' peak demand that are short or late. */
const notInTimeFractions = priority({
  id: 'not_in_time_fractions',
  title: 'Fractions not in time, the largest first',
  equation: '',
  measures: [rated(shortage, () => 1), rated(backorders, () => 1)],
  fractions: ({ demands }) => ({
    totals: demands.map(({ quantity }) => inPeak(quantity)),
    groupOf: ({ demand, period }) => (peak.has(period) ? demand : -1),
  }),
});

/** The plan that reaches these goals one after another: fractions of peak demand short or late, and unit-weeks late in all. */
async function reached(goals: readonly Priority[]) {
  const model = assemble(problem, formulationFor('fair-share'));
  const outcome = solveByPriority(model, goals, await loadHighs(), { clock: () => 0 });
  if (outcome.kind !== 'optimal') throw new Error(outcome.kind);
  const plan = readBack(model, outcome.values);
  const fraction = (article: string) => {
    const k = demandOf(article);
    // With one week of lateness at most, what is open at the end of a week was wanted in it.
    return (inPeak(plan.shortage[k]) + inPeak(plan.backorders[k])) / inPeak(problem.demands[k].quantity);
  };
  return {
    fractions: demo.articles.map(fraction),
    late: plan.backorders.flat().reduce((sum, units) => sum + units, 0),
  };
}

const contract = [itemFractions, demandFractions, undelivered, unitPeriodsLate];
const [heavy, light] = demo.articles;

describe('lateness in fair share', () => {
  it('when it is least in total, cannot be spread as the published demo spreads it', async () => {
    const { late } = await reached(contract);
    const least = await reached([...contract, notInTime(heavy, 1)]);
    const most = await reached([...contract, notInTime(light, -1)]);
    expect([least.late, most.late]).toEqual([expect.closeTo(late, 4), expect.closeTo(late, 4)]);
    // Whatever the plan, of IBP-300 more than 0.8 of the peak is not in time, and of IBP-310 at most 0.3.
    expect(least.fractions[0] - most.fractions[1]).toBeGreaterThan(0.5);
  });

  it('is more in total when it is spread', async () => {
    const { late } = await reached(contract);
    const spread = await reached([itemFractions, demandFractions, undelivered, notInTimeFractions, unitPeriodsLate]);
    expect(Math.max(...spread.fractions) - Math.min(...spread.fractions)).toBeLessThanOrEqual(0.1);
    expect(spread.late).toBeGreaterThan(late * 1.03);
    expect(sharedCase('seed004_ibp_demo_reconstruction').data.fair_share.applies_to).toContain(
      'not-on-time quantity per article-week',
    );
  });
});
