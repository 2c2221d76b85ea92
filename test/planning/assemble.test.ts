import { planningModes } from '../../src/planning';
import { assemble } from '../../src/planning/formulation/assemble';
import { inventoryBalance } from '../../src/planning/formulation/balances/inventory-balance';
import { production } from '../../src/planning/formulation/decisions/production';
import { formulationFor } from '../../src/planning/formulation/formulation';
import { anyDecision, decision, everyPeriod, flowTo } from '../../src/planning/formulation/parts';
import type { Decision } from '../../src/planning/formulation/parts';
import { problemOf } from './problem-builder';

const problem = problemOf({
  items: [{ demand: [10, 20] }, { demand: [30, 40], backorderCost: 1 }],
  resources: [{ capacity: 100 }],
});

function withDecision(extra: Decision<'item' | 'period'>) {
  const formulation = formulationFor('cost');
  return { ...formulation, decisions: [...formulation.decisions, anyDecision(extra)] };
}

const donations = decision<'item' | 'period'>({
  id: 'donations',
  title: 'Donations',
  equation: 'g_{i,t} \\ge 0',
  symbol: 'g',
  unit: 'units',
  index: ['item', 'period'],
  keys: everyPeriod('item'),
  flows: [],
});

describe('assemble', () => {
  it('refuses a flow into the period after the last, which is not the first of the next item', () => {
    const late = flowTo(inventoryBalance, (_problem, { item, period }: { item: number; period: number }, add) =>
      add({ item, period: period + 1 }, 1),
    );
    expect(() => assemble(problem, withDecision({ ...donations, flows: [late] }))).toThrow(
      'donations flows into inventory_balance, which has no row {"item":0,"period":2}',
    );
  });

  it('refuses a part that makes a key twice', () => {
    const twice = withDecision({
      ...donations,
      keys: (_problem, visit) => [0, 0].forEach((item) => visit({ item, period: 0 })),
    });
    expect(() => assemble(problem, twice)).toThrow('is made twice');
  });

  it('finds a row and a column again from its key, and knows what it did not make', () => {
    const model = assemble(problem, formulationFor('cost'));
    expect(model.rowOf('inventory_balance', { item: 1, period: 0 })).toBe(2);
    expect(model.rowOf('demand_balance', { demand: 1, period: 1 })).toBe(5);
    expect(model.rowOf('demand_balance', { demand: 0, period: 1 })).toBe(-1);
    expect(model.rowOf('inventory_balance', { item: 0, period: 2 })).toBe(-1);
    expect(model.columnOf(production.id, { source: 1, period: 1 })).toBe(3);
    expect(model.columnOf(production.id, { source: 2, period: 0 })).toBe(-1);
  });

  it.each(planningModes)('makes no empty family, no entry twice and no zero in mode %s', (mode) => {
    const { lp } = assemble({ ...problem, mode }, formulationFor(mode));
    for (const { count, index, keys } of [...lp.rowFamilies, ...lp.columnFamilies]) {
      expect(count).toBeGreaterThan(0);
      expect(keys).toHaveLength(count * index.length);
    }
    for (let column = 0; column < lp.columnCount; column++) {
      const rows = [...lp.matrix.rows.subarray(lp.matrix.starts[column], lp.matrix.starts[column + 1])];
      expect(new Set(rows).size).toBe(rows.length);
    }
    expect([...lp.matrix.values]).not.toContain(0);
    expect(lp.matrix.starts[lp.columnCount]).toBe(lp.matrix.values.length);
  });

  it('makes nothing of a single site that it would not make without the parts of networks', () => {
    const full = formulationFor('cost');
    const ofSites = <P extends { readonly index: readonly string[] }>(parts: readonly P[]) =>
      parts.filter(({ index }) => !index.includes('lane'));
    const single = {
      ...full,
      decisions: ofSites(full.decisions),
      limits: ofSites(full.limits),
      costs: full.costs.filter(({ prices }) => ofSites(prices.map(({ decision: of }) => of)).length > 0),
    };
    expect(single.decisions.length).toBeLessThan(full.decisions.length);
    expect(assemble(problem, full).lp).toEqual(assemble(problem, single).lp);
  });
});
