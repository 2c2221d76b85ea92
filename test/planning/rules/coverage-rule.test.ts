import { auditPlan } from '../../../src/planning';
import { coverageRulePlan } from '../../../src/planning/rules/coverage-rule';
import { problemOf } from '../problem-builder';
import type { ProblemSpec } from '../problem-builder';

function rulePlan(spec: ProblemSpec, coverage: readonly number[]) {
  const problem = problemOf(spec);
  const plan = coverageRulePlan(problem, coverage);
  if (!plan) throw new Error('The rule has no plan.');
  return { problem, plan };
}

describe('the coverage rule', () => {
  it('makes what the next periods need, a fraction of a period in part', () => {
    const { plan } = rulePlan({ items: [{ demand: [10, 20, 30, 40], openingInventory: 5 }] }, [1.5]);
    // Ending inventory 20 + 15, 30 + 20, 40, and nothing beyond the horizon.
    expect(plan.production).toEqual([[40, 35, 20, 0]]);
    expect(plan.inventory).toEqual([[35, 50, 40, 0]]);
  });

  it('does not build early for a peak that capacity cannot make in time', () => {
    const { plan } = rulePlan(
      { items: [{ demand: [10, 10, 10, 50], shortageCost: 9 }], resources: [{ capacity: 20 }] },
      [1],
    );
    expect(plan.production).toEqual([[20, 10, 20, 20]]);
    expect(plan.shortage).toEqual([[0, 0, 0, 10]]);
  });

  it('serves the demand of all items before it builds cover, each in the same share', () => {
    const items = [{ demand: [30, 10] }, { demand: [30, 30] }];
    const { plan } = rulePlan({ items, resources: [{ capacity: 80 }] }, [1, 1]);
    expect(plan.production).toEqual([
      [35, 5],
      [45, 15],
    ]);
  });

  it('keeps the safety stock, the most inventory and the warehouse', () => {
    const floor = rulePlan({ items: [{ demand: [10, 0, 0], safetyStock: 5 }] }, [1]);
    expect(floor.plan.inventory).toEqual([[5, 5, 5]]);
    const ceiling = rulePlan({ items: [{ demand: [10, 40, 10], maxInventory: 30 }] }, [1]);
    expect(ceiling.plan.inventory[0][0]).toBe(30);
    const items = [{ demand: [0, 60] }, { demand: [0, 20] }];
    const room = rulePlan({ items, warehouse: { capacity: 50, threshold: 0.8 } }, [1, 1]);
    expect(room.plan.inventory.map(([first]) => first)).toEqual([30, 10]);
    for (const { problem, plan } of [floor, ceiling, room])
      expect(auditPlan(problem, plan, { objective: null })).toEqual([]);
  });

  it('has nothing to say where an item has components', () => {
    const problem = problemOf({ items: [{ demand: [1] }, { demand: [0] }] });
    const [source] = problem.sources;
    const sources = [{ ...source, components: [{ item: 1, quantity: 1 }] }];
    expect(coverageRulePlan({ ...problem, sources }, [1, 1])).toBeNull();
  });
});
