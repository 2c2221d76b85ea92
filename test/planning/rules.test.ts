import fc from 'fast-check';
import type { Plan, PlanningProblem } from '../../src/planning';
import { heuristicPlan } from '../../src/planning/rules/heuristic';
import { propagationPlan } from '../../src/planning/rules/supply-propagation';
import { loadHighs } from '../../src/solvers/highs';
import { networkOf, networks } from './networks';
import { planned } from './planned';

/** Receipts less what leaves, per item and period, from the quantities of the plan alone. */
function changes(problem: PlanningProblem, plan: Plan): number[][] {
  const change = problem.items.map(({ receipts }) => [...receipts]);
  const move = (item: number, period: number, units: number) => {
    if (period < problem.periods.length) change[item][period] += units;
  };
  problem.sources.forEach(({ item, arrival, components }, s) =>
    plan.production[s].forEach((units, t) => {
      move(item, arrival[t], units);
      for (const component of components)
        move(component.item, component.quantity < 0 ? arrival[t] : t, -component.quantity * units);
    }),
  );
  problem.lanes.forEach(({ from, to, arrival }, l) =>
    plan.transport[l].forEach((units, t) => {
      move(from, t, -units);
      move(to, arrival[t], units);
    }),
  );
  problem.demands.forEach(({ item }, k) => plan.deliveries[k].forEach((units, t) => move(item, t, -units)));
  return change;
}

describe('the heuristic', () => {
  it.each([true, false])('has a balance that adds up, with carry-over %s', (carryOver) => {
    fc.assert(
      fc.property(networks, (problem) => {
        const { plan, dropped, backlog } = heuristicPlan(problem, { carryOver });
        const change = changes(problem, plan);
        problem.items.forEach(({ openingInventory }, i) => {
          let before = openingInventory;
          plan.inventory[i].forEach((units, t) => {
            expect(units).toBeCloseTo(before + dropped[i][t] + change[i][t], 6);
            expect(dropped[i][t]).toBeCloseTo(carryOver ? 0 : Math.max(0, -before), 6);
            expect(backlog[i][t]).toBeCloseTo(Math.max(0, -units), 6);
            before = units;
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  it('keeps fixed quantities, 0 included, and makes whole lots', () => {
    fc.assert(
      fc.property(networks, (problem) => {
        const { plan } = heuristicPlan(problem);
        problem.sources.forEach(({ fixed, lotSize }, s) =>
          plan.production[s].forEach((units, t) => {
            if (fixed[t] !== null) expect(units).toBe(fixed[t]);
            else if (lotSize > 0) expect(units / lotSize).toBeCloseTo(Math.round(units / lotSize), 9);
          }),
        );
      }),
    );
  });

  const oneWay = (more: Partial<Parameters<typeof networkOf>[0]> = {}) =>
    networkOf({
      horizon: 4,
      items: [{ name: 'A @ Shop' }, { name: 'A @ Plant' }],
      demands: [{ item: 0, quantity: [10, 20, 30, 40] }],
      sources: [{ item: 1 }],
      lanes: [{ from: 1, to: 0, leadTime: 1 }],
      ...more,
    });

  it('sends one lead time earlier, and says what no lead time reaches', () => {
    const { plan, alerts } = heuristicPlan(oneWay());
    expect(plan.transport[0]).toEqual([20, 30, 40, 0]);
    expect(plan.production[0]).toEqual([20, 30, 40, 0]);
    expect(plan.inventory[0]).toEqual([-10, 0, 0, 0]);
    expect(alerts.map(({ kind, period, quantity }) => ({ kind, period, quantity }))).toEqual([
      { kind: 'leadTime', period: 0, quantity: 10 },
      { kind: 'negativeStock', period: 0, quantity: 10 },
    ]);
  });

  it('makes up for stock below zero when it is carried over', () => {
    const { plan, backlog } = heuristicPlan(oneWay(), { carryOver: true });
    expect(plan.transport[0]).toEqual([30, 30, 40, 0]);
    expect(plan.inventory[0]).toEqual([-10, 0, 0, 0]);
    expect(backlog[0]).toEqual([10, 0, 0, 0]);
  });

  it('splits by quota, and alerts quotas that do not add up to 100 %', () => {
    const split = (quotas: readonly number[], options = {}) =>
      heuristicPlan(
        networkOf({
          horizon: 1,
          items: [{ name: 'A @ Plant' }],
          demands: [{ item: 0, quantity: [100] }],
          sources: quotas.map((quota) => ({ item: 0, quota })),
        }),
        options,
      );
    expect(split([0.7, 0.3]).plan.production).toEqual([[70], [30]]);
    expect(split([0.7, 0.3]).alerts).toEqual([]);
    expect(split([1, 1]).plan.production).toEqual([[50], [50]]);
    expect(split([1, 1]).alerts).toEqual([expect.objectContaining({ kind: 'quota', quantity: 2 })]);
    expect(split([0.75, 0.3], { quotaTolerance: 0.1 }).alerts).toEqual([]);
    expect(split([0, 0]).plan.production).toEqual([[50], [50]]);
  });

  it('leaves a fixed source’s part short, unless receipts are balanced', () => {
    const problem = networkOf({
      horizon: 1,
      items: [{ name: 'A @ Plant' }],
      demands: [{ item: 0, quantity: [100] }],
      sources: [
        { item: 0, quota: 0.5, fixed: [10] },
        { item: 0, quota: 0.5 },
      ],
    });
    expect(heuristicPlan(problem).plan.production).toEqual([[10], [50]]);
    expect(heuristicPlan(problem).plan.inventory).toEqual([[-40]]);
    expect(heuristicPlan(problem, { balanceReceipts: true }).plan.production).toEqual([[10], [90]]);
  });

  it('covers the safety stock and future periods, and says how long a stock lasts', () => {
    const problem = networkOf({
      horizon: 4,
      items: [{ name: 'A @ Plant', safety: 5 }],
      demands: [{ item: 0, quantity: [10, 20, 30, 40] }],
      sources: [{ item: 0 }],
    });
    const { plan, coverage } = heuristicPlan(problem, { coveragePeriods: [1.5] });
    expect(plan.inventory[0]).toEqual([5 + 20 + 15, 5 + 30 + 20, 5 + 40, 5]);
    expect(coverage[0][0]).toBeCloseTo(1 + 20 / 30, 9);
    expect(coverage[0][3]).toBe(Infinity);
  });

  it('alerts overloads without keeping them', () => {
    const problem = networkOf({
      horizon: 2,
      items: [{ name: 'A @ Plant' }],
      demands: [{ item: 0, quantity: [10, 30] }],
      sources: [{ item: 0, uses: [{ resource: 0, use: 2 }] }],
      resources: [{ name: 'Line', capacity: [40, 40] }],
    });
    const { plan, alerts } = heuristicPlan(problem);
    expect(plan.production[0]).toEqual([10, 30]);
    expect(alerts).toEqual([expect.objectContaining({ kind: 'overload', resource: 'Line', period: 1, quantity: 20 })]);
  });

  it('takes components at the start and has co-products at the arrival', () => {
    const problem = networkOf({
      horizon: 3,
      items: [{ name: 'A @ Plant' }, { name: 'Part @ Plant' }, { name: 'Scrap @ Plant' }],
      demands: [{ item: 0, quantity: [0, 10, 0] }],
      sources: [
        {
          item: 0,
          leadTime: 1,
          components: [
            { item: 1, quantity: 2 },
            { item: 2, quantity: -0.5 },
          ],
        },
        { item: 1 },
      ],
    });
    const { plan } = heuristicPlan(problem);
    expect(plan.production).toEqual([
      [10, 0, 0],
      [20, 0, 0],
    ]);
    expect(plan.inventory[2]).toEqual([0, 5, 5]);
  });
});

describe('supply propagation', () => {
  it('never has stock below zero, and a balance that adds up', () => {
    fc.assert(
      fc.property(networks, fc.constantFrom('proportional' as const, 'priority' as const), (problem, split) => {
        const { plan } = propagationPlan(problem, { split });
        const change = changes(problem, plan);
        problem.items.forEach(({ openingInventory }, i) => {
          let before = openingInventory;
          plan.inventory[i].forEach((units, t) => {
            expect(units).toBeGreaterThanOrEqual(0);
            expect(units).toBeCloseTo(before + change[i][t], 6);
            before = units;
          });
        });
        problem.demands.forEach(({ quantity }, k) =>
          quantity.forEach((wanted, t) => {
            expect(plan.deliveries[k][t] + plan.shortage[k][t]).toBeCloseTo(wanted, 6);
          }),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('splits what is there in proportion, or serves the dearest first', () => {
    const problem = networkOf({
      horizon: 1,
      items: [{ name: 'A @ Plant', openingInventory: 30 }],
      demands: [
        { item: 0, quantity: [40], customer: 'One', shortageCost: [5] },
        { item: 0, quantity: [20], customer: 'Two', shortageCost: [9] },
      ],
    });
    expect(propagationPlan(problem).plan.deliveries).toEqual([[20], [10]]);
    expect(propagationPlan(problem, { split: 'priority' }).plan.deliveries).toEqual([[10], [20]]);
  });

  it('gives every shortage the reason that lies upstream of it', () => {
    const problem = networkOf({
      horizon: 2,
      items: [{ name: 'A @ Shop' }, { name: 'A @ Plant' }],
      demands: [{ item: 0, quantity: [10, 20] }],
      sources: [{ item: 1, fixed: [null, 0] }],
      lanes: [{ from: 1, to: 0 }],
    });
    const { alerts } = propagationPlan(problem);
    expect(alerts).toEqual([
      expect.objectContaining({
        kind: 'shortage',
        period: 1,
        quantity: 20,
        sentence:
          '20 units of A @ Shop wanted in P2 are not delivered. The production of A @ Plant is fixed to 0 in P2.',
      }),
    ]);
  });
});

describe('the planners side by side', () => {
  it('deliver the same where capacity, time and sources are unlimited', async () => {
    const highs = await loadHighs();
    fc.assert(
      fc.property(networks, (generated) => {
        const problem: PlanningProblem = {
          ...generated,
          sources: generated.sources.map((source) => ({
            ...source,
            fixed: source.fixed.map(() => null),
            arrival: source.arrival.map((_arrives, t) => t),
          })),
          lanes: generated.lanes.map((lane) => ({ ...lane, arrival: lane.arrival.map((_arrives, t) => t) })),
        };
        const best = planned(problem, highs).plan;
        expect(heuristicPlan(problem).plan.deliveries).toEqual(best.deliveries);
        propagationPlan(problem).plan.deliveries.forEach((row, k) =>
          row.forEach((units, t) => expect(units).toBeCloseTo(best.deliveries[k][t], 6)),
        );
      }),
      { numRuns: 15 },
    );
  });
});
