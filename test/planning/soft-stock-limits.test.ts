import { costOfPlan } from '../../src/planning';
import { loadHighs } from '../../src/solvers/highs';
import { planned } from './planned';
import { problemOf } from './problem-builder';

test.each([null, 3])(
  'a safety stock above a soft maximum is kept or missed at its own cost (%s)',
  async (safetyStockCost) => {
    const base = problemOf({
      items: [{ demand: [5, 5, 5], safetyStock: 8, safetyStockCost, productionCost: 1, holdingCost: 1 }],
    });
    const problem = {
      ...base,
      items: base.items.map((item) => ({ ...item, maxInventory: [4, 4, 4], maxInventoryCost: 10 })),
    };
    const { plan, cost } = planned(problem, await loadHighs());
    expect(plan.inventory[0]).toEqual([8, 8, 8]);
    expect(costOfPlan(problem, plan).total).toBeCloseTo(cost.total, 9);
    expect(cost.terms.find(({ id }) => id === 'maxInventory')?.total).toBe(0);
  },
);
