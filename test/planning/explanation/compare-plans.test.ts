import { comparePlans, currentPractice } from '../../../src/planning';
import { loadHighs } from '../../../src/solvers/highs';
import { planned } from '../planned';
import { problemOf } from '../problem-builder';

const demand = [20, 25, 20, 30, 25, 20, 25, 30, 40, 50, 160, 40];

async function compared(coverage: number, shortageCost: number | null) {
  const problem = problemOf({
    items: [{ demand, productionCost: 10, holdingCost: 1.5, openingInventory: 30, safetyStock: 20, shortageCost }],
    resources: [{ capacity: 60 }],
    currentPractice: { coveragePeriods: [coverage], production: null },
  });
  const practice = currentPractice(problem);
  if (!practice) throw new Error('There is no rule to compare with.');
  const optimum = planned(problem, await loadHighs());
  return { problem, practice, optimum, comparison: comparePlans(problem, practice, optimum) };
}

it('shows what four periods of cover cost against the published optimum, term by term', async () => {
  const { comparison, practice, optimum } = await compared(4, null);
  expect(optimum.cost.total).toBeCloseTo(5567.5, 6);
  expect(comparison.terms.map(({ id, other }) => [id, other])).toEqual([
    ['production', 4750],
    ['holding', 817.5],
  ]);
  const [production, holding] = comparison.terms;
  expect(production.saving).toBeCloseTo(0, 6);
  // Everything that the rule makes too early lies in stock, and that is all it costs more.
  expect(holding.saving).toBeGreaterThan(0);
  expect(comparison.saving).toBeCloseTo(holding.saving, 6);
  expect(comparison.tiedUpCost).toBeCloseTo(comparison.saving, 6);
  expect(comparison.short).toEqual([]);
  expect(comparison.today).toBeCloseTo(practice.cost.total, 9);
});

it('shows where a short cover leaves the peak undelivered', async () => {
  const { comparison } = await compared(1, 100);
  expect(comparison.short).toEqual([expect.objectContaining({ item: 0, period: 10 })]);
  expect(comparison.terms.map(({ id }) => id)).toEqual(['production', 'holding', 'shortage']);
  expect(comparison.saving).toBeGreaterThan(0);
});
