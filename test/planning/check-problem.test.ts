import { checkProblem } from '../../src/planning';
import type { PlanningProblem, Source } from '../../src/planning';
import { problemOf } from './problem-builder';
import type { ItemSpec } from './problem-builder';

function codesOf(item: Partial<ItemSpec>): [string, string][] {
  const problem = problemOf({ items: [{ demand: [1, 2, 3], ...item }] });
  return checkProblem(problem).map(({ severity, code }) => [severity, code]);
}

function withSource(problem: PlanningProblem, change: Partial<Source>, position = 0): PlanningProblem {
  const sources = problem.sources.map((source, s) => (s === position ? { ...source, ...change } : source));
  return { ...problem, sources };
}

describe('checking a problem as a whole', () => {
  it('finds nothing wrong with a sound problem', () => {
    expect(codesOf({})).toEqual([]);
  });

  it('calls a minimum above the maximum a contradiction in the data', () => {
    expect(codesOf({ minimum: [0, 9, 0], maximum: 5 })).toEqual([['error', 'minimum-above-maximum']]);
  });

  it('warns of limits that no plan can satisfy together', () => {
    expect(codesOf({ safetyStock: 9, maxInventory: 5 })).toEqual([['warning', 'safety-stock-above-maximum']]);
    expect(codesOf({ safetyStock: 9, maxInventory: 5, safetyStockCost: 1 })).toEqual([]);
    expect(codesOf({ finalInventory: 9, maxInventory: 5 })).toEqual([['warning', 'final-inventory-above-maximum']]);
    expect(codesOf({ fixed: [null, 9, null], maximum: 5 })).toEqual([['warning', 'fixed-outside-limits']]);
    expect(codesOf({ lotSize: 4, fixed: [8, 6, 0] })).toEqual([['warning', 'fixed-is-no-lot']]);
    expect(codesOf({ minLot: 10, maximum: 5 })).toEqual([['warning', 'lot-above-maximum']]);
  });

  it('names item, period and figures', () => {
    const [issue] = checkProblem(
      problemOf({
        items: [{ name: 'Bolt', demand: [1, 2], safetyStock: [0, 9], maxInventory: 5 }],
        periods: ['Jan', 'Feb'],
      }),
    );
    expect(issue.message).toBe('The safety stock of Bolt in Feb is 9, but its inventory is limited to 5.');
    expect(issue).toMatchObject({ sheet: null, cell: null });
  });

  it('finds an arrival before its start', () => {
    const problem = withSource(problemOf({ items: [{ demand: [1, 2] }] }), { arrival: [0, 0] });
    expect(checkProblem(problem)).toMatchObject([{ severity: 'error', code: 'arrival-before-start' }]);
  });

  it('finds an item that goes into itself, unless time passes in between', () => {
    const two = problemOf({ items: [{ demand: [1, 2] }, { demand: [0, 0] }] });
    const first = withSource(two, { components: [{ item: 1, quantity: 2 }] });
    const cycle = withSource(first, { components: [{ item: 0, quantity: 1 }] }, 1);
    expect(checkProblem(first)).toEqual([]);
    expect(checkProblem(cycle)).toMatchObject([{ severity: 'error', code: 'component-cycle' }]);
    expect(checkProblem(withSource(cycle, { arrival: [1, 2] }, 1))).toEqual([]);
  });

  it('warns of demand that nothing supplies', () => {
    const problem = { ...problemOf({ items: [{ demand: [1, 2] }] }), sources: [] };
    expect(checkProblem(problem)).toMatchObject([{ severity: 'warning', code: 'no-supply' }]);
    const stocked = problemOf({ items: [{ demand: [1, 2], openingInventory: 5 }] });
    expect(checkProblem({ ...stocked, sources: [] })).toEqual([]);
  });

  it('finds positions and lengths that do not belong together', () => {
    const problem = problemOf({ items: [{ demand: [1, 2] }] });
    const misplaced = withSource(problem, { item: 3 });
    expect(checkProblem(misplaced)).toMatchObject([{ severity: 'error', code: 'inconsistent-problem' }]);
    expect(checkProblem({ ...problem, periods: [] }).map(({ code }) => code)).toContain('no-periods');
  });
});
