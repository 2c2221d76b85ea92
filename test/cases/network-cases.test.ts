import type { PlanReport } from '../../src/planning';
import { assemble } from '../../src/planning/formulation/assemble';
import { inventory } from '../../src/planning/formulation/decisions/inventory';
import { shortage } from '../../src/planning/formulation/decisions/shortage';
import { transport } from '../../src/planning/formulation/decisions/transport';
import { formulationFor } from '../../src/planning/formulation/formulation';
import { anyLimit, limit, term, termTo } from '../../src/planning/formulation/parts';
import { solveByPriority } from '../../src/planning/formulation/solve-by-priority';
import { loadHighs } from '../../src/solvers/highs';
import { networkOf } from '../planning/networks';
import { productionDistributionTables } from './production-distribution-tables';
import type { ProductionDistribution } from './production-distribution-tables';
import { optimizeBook, sharedCase } from './run-case';
import { tableBook } from './table-book';
import type { CaseTables } from './table-book';

const periods = (...labels: readonly string[]) => [['Period'], ...labels.map((label) => [label])];

async function plan(tables: CaseTables, ...options: readonly string[]): Promise<PlanReport> {
  const run = await optimizeBook(tableBook(tables), ...options);
  expect(run.code).toBe(0);
  return run.report;
}

const row = (report: PlanReport, product: string, location: string) =>
  (report.network ?? []).filter((each) => each.product === product && each.location === location);

describe('a bill of material', () => {
  // A table takes four legs and a top, a top two boards. Legs can be made in P1 only, so they wait a period at 0.1 each.
  const tables: CaseTables = {
    SOP_Periods: periods('P1', 'P2'),
    SOP_Demand: [
      ['Product', 'Location', 'Period', 'Quantity'],
      ['Table', 'Plant', 'P2', 10],
    ],
    SOP_Sources: [
      ['Product', 'Location', 'Resource', 'Use', 'Cost'],
      ['Table', 'Plant', null, null, 5],
      ['Top', 'Plant', null, null, 3],
      ['Leg', 'Plant', 'Lathe', 0.5, 1],
      ['Board', 'Plant', null, null, 2],
    ],
    SOP_Resources: [
      ['Resource', 'Period', 'Capacity'],
      ['Lathe', 'P1', 100],
      ['Lathe', 'P2', 0],
    ],
    SOP_Components: [
      ['Product', 'Component', 'Quantity'],
      ['Table', 'Leg', 4],
      ['Table', 'Top', 1],
      ['Top', 'Board', 2],
      ['Top', 'Sawdust', -0.25],
    ],
    SOP_Stock: [
      ['Product', 'Location', 'HoldingCost'],
      ['Leg', 'Plant', 0.1],
      ['Table', 'Plant', 1],
      ['Top', 'Plant', 1],
    ],
  };

  it('costs what is counted by hand through all levels', async () => {
    const report = await plan(tables);
    // 10 tables at 5, 10 tops at 3, 40 legs at 1 and held for one period at 0.1, 20 boards at 2.
    expect(report.totalCost).toBeCloseTo(50 + 30 + 40 + 4 + 40, 6);
    expect(
      row(report, 'Leg', 'Plant').map(({ production, consumption, stock }) => [production, consumption, stock]),
    ).toEqual([
      [40, 0, 40],
      [0, 40, 0],
    ]);
    expect(row(report, 'Sawdust', 'Plant').map(({ stock }) => stock)).toEqual([0, 2.5]);
  });

  it('is exploded by the heuristic in the same way', async () => {
    const report = await plan(tables, '--planner', 'heuristic');
    expect(row(report, 'Board', 'Plant').map(({ production }) => production)).toEqual([0, 20]);
    expect((report.alerts ?? []).map(({ kind, period }) => [kind, period])).toEqual([['overload', 'P2']]);
  });
});

describe('lead times', () => {
  // Making takes a period, moving two: what is wanted in P4 starts in P1, and P1 to P3 can only come from stock and receipts.
  const tables: CaseTables = {
    SOP_Periods: periods('P1', 'P2', 'P3', 'P4', 'P5'),
    SOP_Demand: [
      ['Product', 'Location', 'Period', 'Quantity', 'NonDeliveryCost', 'LateCost', 'MaxLateness'],
      ['A', 'Shop', 'P2', 30, 50, 4, 3],
      ['A', 'Shop', 'P4', 20, 50, 4, 3],
      ['A', 'Shop', 'P5', 10, 50, 4, 3],
    ],
    SOP_Sources: [
      ['Product', 'Location', 'Cost', 'LeadTime'],
      ['A', 'Plant', 3, 1],
    ],
    SOP_Lanes: [
      ['Product', 'From', 'To', 'Cost', 'LeadTime'],
      ['A', 'Plant', 'Shop', 2, 2],
    ],
    SOP_Stock: [
      ['Product', 'Location', 'Initial', 'HoldingCost'],
      ['A', 'Shop', 5, 1],
      ['A', 'Plant', 0, 0.5],
    ],
    SOP_Adjusted: [
      ['Kind', 'Product', 'Location', 'Period', 'Quantity'],
      ['receipt', 'A', 'Shop', 'P3', 8],
    ],
  };

  it('cost what is counted by hand: in time, late, and what waits', async () => {
    const report = await plan(tables);
    // P2: 5 from stock (held over P1), 8 from the receipt of P3 one period late, 17 made in P1 arrive in P4 two periods late.
    // P4 and P5: 30 made in P1 and P2. In all 47 units are made and moved at 5.
    expect(report.totalCost).toBeCloseTo(5 * 1 + (25 + 17) * 4 + 47 * 5, 6);
    const shop = row(report, 'A', 'Shop');
    expect(shop.map(({ transportIn }) => transportIn)).toEqual([0, 0, 0, 37, 10]);
    expect(shop.map(({ late }) => late)).toEqual([0, 25, 0, 0, 0]);
    expect(row(report, 'A', 'Plant').map(({ production }) => production)).toEqual([0, 37, 10, 0, 0]);
  });

  it('that reach beyond a demand leave it short, with that reason', async () => {
    const demand = tables.SOP_Demand.map((line) => line.slice(0, 4));
    const report = await plan({ ...tables, SOP_Demand: demand });
    // Nothing arrives before P4, and P2 may not be late: 25 of its 30 units have no supply, though nothing allows a shortage.
    expect(row(report, 'A', 'Shop').map(({ short }) => short)).toEqual([0, 25, 0, 0, 0]);
    expect(report.brokenLimits).toEqual([
      expect.objectContaining({ kind: 'demand', item: 'A @ Shop', period: 'P2', quantity: 25 }),
    ]);
    expect(report.brokenLimits?.[0].sentence).toContain('lead time');
    expect(report.status).toBe('optimal');
  });
});

describe('limits of a network that cannot all hold', () => {
  it('give way as little as they must: fixed production down to capacity', async () => {
    const report = await plan({
      SOP_Periods: periods('P1', 'P2'),
      SOP_Demand: [
        ['Product', 'Location', 'Period', 'Quantity', 'NonDeliveryCost'],
        ['A', 'Plant', '*', 10, 100],
      ],
      SOP_Sources: [
        ['Product', 'Location', 'Resource', 'Cost'],
        ['A', 'Plant', 'Line', 1],
      ],
      SOP_Resources: [
        ['Resource', 'Capacity'],
        ['Line', 30],
      ],
      SOP_Locations: [
        ['Location', 'StorageCapacity'],
        ['Plant', 15],
      ],
      SOP_Adjusted: [
        ['Kind', 'Product', 'Location', 'Period', 'Quantity'],
        ['production', 'A', 'Plant', 'P1', 50],
      ],
    });
    // 30 of the 50 fit on the line; 20 of them are left after P1, 5 more than there is room for.
    expect(row(report, 'A', 'Plant').map(({ production, stock }) => [production, stock])).toEqual([
      [30, 20],
      [0, 10],
    ]);
    expect((report.brokenLimits ?? []).map(({ kind, period, quantity }) => [kind, period, quantity])).toEqual([
      ['production', 'P1', 20],
      ['storage', 'P1', 5],
    ]);
    expect(report.totalCost).toBeCloseTo(30, 6);
  });

  it('move in whole lots on lanes that carry lots', async () => {
    const report = await plan({
      SOP_Periods: periods('P1', 'P2'),
      SOP_Demand: [
        ['Product', 'Location', 'Period', 'Quantity'],
        ['A', 'Shop', '*', 12],
      ],
      SOP_Sources: [
        ['Product', 'Location', 'Cost'],
        ['A', 'Plant', 1],
      ],
      SOP_Lanes: [
        ['Product', 'From', 'To', 'MinLot', 'LotSize'],
        ['A', 'Plant', 'Shop', 20, 10],
      ],
    });
    expect(row(report, 'A', 'Shop').map(({ transportIn }) => transportIn)).toEqual([30, 0]);
  });
});

describe('gams_pdi_network', () => {
  it('earns the published 294,070 from the tables of a workbook, and keeps to what the tables say in other words', async () => {
    const { data, expected } = sharedCase('gams_pdi_network') as {
      readonly data: ProductionDistribution;
      readonly expected: { readonly objective: number };
    };
    const report = await plan(productionDistributionTables(data), '--mode', 'profit');
    expect(report.issues).toEqual([]);
    expect(report.brokenLimits).toEqual([]);
    expect(report.profit).toBeCloseTo(expected.objective, 4);
    const months = data.months.map((_month, m) => m);
    const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
    const rows = (location: string) => (report.network ?? []).filter((each) => each.location === location);
    const inMonth = (location: string, month: number, measure: 'delivered' | 'transportIn' | 'production') =>
      sum(rows(location).flatMap((each) => (each.period === data.months[month] ? [each[measure]] : [])));
    for (const [name, { min, max }] of Object.entries(data.customers)) {
      const sold = months.map((month) => inMonth(`Customer ${name}`, month, 'delivered'));
      expect(Math.max(...sold) - Math.min(...sold)).toBeLessThan(1e-6);
      expect(sold[0]).toBeGreaterThanOrEqual(min - 1e-6);
      expect(sold[0]).toBeLessThanOrEqual(max + 1e-6);
    }
    for (const [name, { max_handling: most }] of Object.entries(data.dc)) {
      for (const month of months)
        expect(inMonth(`Dock ${name}`, month, 'transportIn')).toBeLessThanOrEqual(most + 1e-6);
      expect(sum(rows(`Year end ${name}`).map(({ delivered }) => delivered))).toBeCloseTo(200, 6);
    }
    for (const [name, plant] of Object.entries(data.plants))
      for (const month of months)
        expect(inMonth(`Plant ${name}`, month, 'production')).toBeGreaterThanOrEqual(plant.min_prod - 1e-6);
  });

  it('earns it with parts of its own in place of the tables', async () => {
    const { data, expected } = sharedCase('gams_pdi_network');
    const months = data.months.length;
    const [plants, centres] = [Object.entries<any>(data.plants), Object.entries<any>(data.dc)]; // eslint-disable-line @typescript-eslint/no-explicit-any
    const customers = Object.entries<any>(data.customers); // eslint-disable-line @typescript-eslint/no-explicit-any
    const every = (value: number): number[] => new Array<number>(months).fill(value);
    const plantItem = (name: string) => plants.findIndex(([each]) => each === name);
    const centreItem = (name: string) => plants.length + centres.findIndex(([each]) => each === name);
    const customerItem = (name: string) =>
      plants.length + centres.length + customers.findIndex(([each]) => each === name);
    const base = networkOf({
      mode: 'profit',
      horizon: months,
      items: [
        ...plants.map(([name]) => ({ name: `goods @ plant ${name}`, maxInventory: every(0) })),
        ...centres.map(([name, { holding }]) => ({
          name: `goods @ ${name}`,
          holding,
          finalInventory: data.min_final_stock_each_dc,
        })),
        ...customers.map(([name]) => ({ name: `goods @ customer ${name}`, maxInventory: every(0) })),
      ],
      // The largest quantity is the demand, and what is sold below it stays undelivered.
      demands: customers.map(([name, { max, revenue }]) => ({
        item: customerItem(name),
        quantity: every(max),
        price: data.revenue_factor.map((factor: number) => factor * revenue),
      })),
      sources: plants.flatMap(([name]) => [{ item: plantItem(name) }, { item: plantItem(name) }]),
      lanes: [
        ...data.plant_dc_cost.map(([from, to, unitCost]: [string, string, number]) => ({
          from: plantItem(from),
          to: centreItem(to),
          unitCost,
        })),
        ...data.dc_customer_cost.map(([from, to, unitCost]: [string, number, number]) => ({
          from: centreItem(from),
          to: customerItem(String(to)),
          unitCost,
        })),
      ],
    });
    const problem = {
      ...base,
      sources: base.sources.map((source, s) => {
        const plant = plants[Math.floor(s / 2)][1];
        return s % 2 === 0
          ? { ...source, cost: plant.cost, minimum: every(plant.min_prod), maximum: every(plant.max_prod) }
          : { ...source, cost: plant.overtime_cost, maximum: every(plant.overtime_max) };
      }),
    };
    // Three rules that the tables only have in other words, as parts beside the others.
    const sameEveryMonth = limit<'demand' | 'period'>({
      id: 'same_every_month',
      title: 'The same quantity every month',
      equation: String.raw`n_{k,t} - n_{k,t-1} = 0`,
      index: ['demand', 'period'],
      keys: (_problem, visit) => {
        for (let demand = 0; demand < customers.length; demand++)
          for (let period = 1; period < months; period++) visit({ demand, period });
      },
      sense: '=',
      rightHandSide: () => 0,
      terms: [
        termTo(shortage, (_problem, { demand, period }, add) => {
          add({ demand, period }, 1);
          add({ demand, period: period + 1 }, -1);
        }),
      ],
    });
    const leastQuantity = limit<'demand' | 'period'>({
      id: 'least_quantity',
      title: 'Least quantity of a customer',
      equation: String.raw`n_{k,t} \le D_{k,t} - \underline D_k`,
      index: ['demand', 'period'],
      keys: (_problem, visit) => customers.forEach((_customer, demand) => visit({ demand, period: 0 })),
      sense: '<=',
      rightHandSide: (_problem, { demand }) => customers[demand][1].max - customers[demand][1].min,
      terms: [term(shortage)],
    });
    const handling = limit<'item' | 'period'>({
      id: 'handling',
      title: 'Handling',
      equation: String.raw`I_{i,t-1} + \sum_{l \to i} y_{l,t} \le H_i`,
      index: ['item', 'period'],
      keys: (_problem, visit) => {
        for (let centre = 0; centre < centres.length; centre++)
          for (let period = 0; period < months; period++) visit({ item: plants.length + centre, period });
      },
      sense: '<=',
      rightHandSide: (_problem, { item }) => centres[item - plants.length][1].max_handling,
      terms: [
        termTo(inventory, (_problem, { item, period }, add) => add({ item, period: period + 1 }, 1)),
        termTo(transport, (of, { lane, period }, add) => add({ item: of.lanes[lane].to, period }, 1)),
      ],
    });
    const parts = formulationFor('profit');
    const extended = {
      ...parts,
      limits: [...parts.limits, anyLimit(sameEveryMonth), anyLimit(leastQuantity), anyLimit(handling)],
    };
    const outcome = solveByPriority(assemble(problem, extended), [], await loadHighs(), { clock: () => 0 });
    if (outcome.kind !== 'optimal') throw new Error(outcome.kind);
    expect(-outcome.objective + data.objective_constant).toBeCloseTo(expected.objective, 1);
  });
});
