import { caseBook } from './case-book';
import { optimizeBook, sharedCase } from './run-case';
import { tableBook } from './table-book';

/* Each published case runs from the bytes of a workbook file through the command line. */

describe('three SKUs that share a factory', () => {
  const { data, expected } = sharedCase('seed4_three_skus_shared_capacity');
  const skus = Object.keys(data.demand);
  const book = (capacity: number) =>
    caseBook({
      Periods: data.months,
      Items: { down: skus },
      Demand: skus.map((sku) => data.demand[sku]),
      Capacity: capacity,
      Production_Cost: { down: skus.map((sku) => data.skus[sku].production_cost) },
      Holding_Cost: { down: skus.map((sku) => data.skus[sku].holding_cost) },
      Initial_Inventory: { down: skus.map((sku) => data.skus[sku].initial_inventory) },
      Safety_Stock: { down: skus.map((sku) => data.skus[sku].safety_stock) },
      Max_Inventory: data.max_inventory_per_sku,
    });

  test('costs what was published, in total, by term and by SKU', async () => {
    const { code, report } = await optimizeBook(book(data.shared_capacity));
    expect(code).toBe(0);
    expect(report.totalCost).toBeCloseTo(expected.total_cost, 6);
    expect(report.costs?.production).toBeCloseTo(expected.production_cost, 6);
    expect(report.costs?.holding).toBeCloseTo(expected.holding_cost, 6);
    skus.forEach((sku, i) => {
      const published = expected.per_sku[sku];
      const sum = (row: readonly number[]) => row.reduce((one, other) => one + other, 0);
      expect(report.production?.[i]).toEqual(published.production_by_month);
      expect(report.inventory?.[i]).toEqual(published.inventory_by_month);
      expect(sum(report.demand[i])).toBe(published.demand);
      expect(sum(report.inventory?.[i] ?? [])).toBeCloseTo(published.inventory_sum, 6);
      const { production_cost: making, holding_cost: holding } = data.skus[sku];
      const cost = making * sum(report.production?.[i] ?? []) + holding * sum(report.inventory?.[i] ?? []);
      expect(cost).toBeCloseTo(published.cost, 6);
    });
  });

  test('prices capacity as published', async () => {
    const { report } = await optimizeBook(book(data.shared_capacity));
    report.resources?.[0].shadowPrice?.forEach((price, t) => {
      expect(price).toBeCloseTo(expected.shadow_price_capacity[t], 6);
    });
  });

  test('costs 2,200,292 with a capacity of 14,000', async () => {
    const { report } = await optimizeBook(book(14000));
    expect(report.totalCost).toBeCloseTo(2200292, 6);
  });

  test.each([12000, 10000])('has no plan with a capacity of %d, and says which limits conflict', async (capacity) => {
    const { code, err, report } = await optimizeBook(book(capacity));
    expect(code).toBe(3);
    expect(report.status).toBe('infeasible');
    expect(report.production).toBeNull();
    expect(report.totalCost).toBeNull();
    expect(err).toMatch(/Through 2026-08 the cumulative demand of SKU-001, SKU-002 and SKU-003/);
    expect(err).toMatch(/13,547\.56/);
    expect(report.infeasibility?.conflicts.join(' ')).toContain('2026-08');
    const least = report.infeasibility?.fixes.find(({ unit }) => unit === 'capacity units per period');
    expect(capacity + (least?.amount ?? 0)).toBeCloseTo(13547.56, 2);
  });
});

test('the chart case has its published plan, which is the only optimum', async () => {
  const { data, expected } = sharedCase('seed3_chart_prebuild');
  const { report } = await optimizeBook(
    caseBook({
      Periods: data.months,
      Demand: data.demand,
      Capacity: data.production_capacity,
      Production_Cost: data.production_cost,
      Holding_Cost: data.holding_cost,
      Initial_Inventory: data.initial_inventory,
      Safety_Stock: data.safety_stock,
    }),
  );
  expect(report.totalCost).toBeCloseTo(expected.objective, 6);
  expect(report.costs?.production).toBeCloseTo(expected.production_cost, 6);
  expect(report.costs?.holding).toBeCloseTo(expected.storage_cost, 6);
  expect(report.production).toEqual([expected.production]);
  expect(report.inventory).toEqual([expected.inventory]);
});

test.each([
  ['as published', {}, 2220, 1680, 540],
  ['with dear storage', { Holding_Cost: 50 }, 19680, 1680, 18000],
  ['with cheap production', { Production_Cost: 1 }, 708, 168, 540],
])('the 2,220 case %s', async (_name, change, total, production, holding) => {
  const { data } = sharedCase('seed3_figures_1680_540_2220');
  const { report } = await optimizeBook(
    caseBook({
      Demand: data.demand,
      Capacity: data.production_capacity,
      Production_Cost: data.production_cost,
      Holding_Cost: data.holding_cost,
      Initial_Inventory: data.initial_inventory,
      Safety_Stock: data.safety_stock,
      Warehouse_Capacity: data.warehouse_capacity,
      ...change,
    }),
  );
  expect(report.totalCost).toBeCloseTo(total, 6);
  expect(report.costs?.production).toBeCloseTo(production, 6);
  expect(report.costs?.holding).toBeCloseTo(holding, 6);
});

describe('pre-build ahead of the fourth quarter', () => {
  const { data, expected, capacity_sensitivity_Q4_PUSH_raw: sensitivity } = sharedCase('seed002_prebuild');
  const inputs = (scenario: string, capacity: number) => ({
    Periods: data.months,
    Demand: data.demand_raw[scenario],
    Capacity: capacity,
    Production_Cost: data.production_cost,
    Holding_Cost: data.storage_cost,
    Initial_Inventory: data.initial_inventory,
    Warehouse_Capacity: data.warehouse_capacity_units,
    Overflow_Threshold: data.overflow_threshold,
  });

  test.each(['BASELINE', 'Q4_PUSH', 'CONSERVATIVE'])('%s with safety stock in whole units', async (scenario) => {
    const published = expected[`as_intended_${scenario}`];
    const book = caseBook({ ...inputs(scenario, data.monthly_capacity), Safety_Stock: published.safety_stock });
    const { report } = await optimizeBook(book);
    expect(report.totalCost).toBeCloseTo(published.objective, 2);
    expect(report.costs?.production).toBeCloseTo(published.production_cost, 2);
    expect(report.costs?.holding).toBeCloseTo(published.storage_cost, 2);
    expect(report.production).toEqual([published.production]);
  });

  test.each([
    ['BASELINE', 833038.2],
    ['Q4_PUSH', 1094854.85],
    ['CONSERVATIVE', 719399.71],
  ])('%s with safety stock as 15 %% of next month', async (scenario, total) => {
    const book = caseBook({ ...inputs(scenario, data.monthly_capacity), Safety_Stock_Ratio: data.safety_stock_ratio });
    const { report } = await optimizeBook(book);
    expect(report.totalCost).toBeCloseTo(total, 2);
  });

  test.each(Object.keys(sensitivity))('Q4_PUSH at a capacity of %s a month', async (capacity) => {
    const published = sensitivity[capacity];
    const safetyStock = expected.as_intended_Q4_PUSH.safety_stock;
    const { code, report } = await optimizeBook(
      caseBook({ ...inputs('Q4_PUSH', Number(capacity)), Safety_Stock: safetyStock }),
    );
    if (published.status === 'Infeasible') return expect(code).toBe(3);
    expect(code).toBe(0);
    expect(report.totalCost).toBeCloseTo(published.objective, 2);
    // Capacity that binds for months leaves one way to spread production; elsewhere the total is what is published.
    if (Number(capacity) <= 235000) expect(report.production).toEqual([published.production]);
  });
});

describe('Red Tomato', () => {
  const { data, expected } = sharedCase('red_tomato_base');
  const { cost } = data;
  const hours = data.working_days_per_month * data.hours_per_day;
  const inputs = {
    Periods: data.periods,
    Demand: data.demand,
    Initial_Inventory: data.initial_inventory,
    Final_Inventory: data.min_final_inventory,
    Production_Cost: cost.material,
    Holding_Cost: cost.holding,
    Backorder_Cost: cost.backlog,
    Subcontract_Cost: cost.subcontract_unit,
    Capacity_Use: data.labour_hours_per_unit,
    Initial_Workers: data.initial_workers,
    Hours_Per_Worker: hours,
    Overtime_Per_Worker: data.overtime_max_hours_per_worker_month,
    Overtime_Cost: cost.overtime_hour,
    Wage_Cost: cost.regular_hour * hours,
    Hire_Cost: cost.hire,
    Layoff_Cost: cost.layoff,
  };

  test('costs what was published', async () => {
    const { report } = await optimizeBook(caseBook(inputs));
    expect(report.totalCost).toBeCloseTo(expected.objective, 4);
    expect(report.workers).toHaveLength(6);
  });

  test('costs what was published with whole workers', async () => {
    const { report } = await optimizeBook(caseBook({ ...inputs, Whole_Workers: true }));
    expect(report.totalCost).toBeCloseTo(expected.integer_workforce_objective, 4);
    expect(report.workers?.every(Number.isInteger)).toBe(true);
    expect(report.resources?.[0].shadowPrice).toBeNull();
  });
});

test.each([
  ['by worker', { Overtime_Per_Worker: 4 }, 20],
  ['in total', { Overtime_Capacity: 12 }, 12],
  ['by worker and in total', { Overtime_Per_Worker: 2, Overtime_Capacity: 12 }, 10],
])('overtime of workers is limited %s', async (_name, limits, most) => {
  const { report } = await optimizeBook(
    caseBook({
      Demand: [100, 100],
      Shortage_Cost: 50,
      Initial_Workers: 5,
      Max_Workers: 5,
      Hours_Per_Worker: 10,
      Layoff_Cost: 100,
      Overtime_Cost: 1,
      ...limits,
    }),
  );
  expect(report.resources?.[0].overtime).toEqual([most, most]);
  expect(report.production).toEqual([[50 + most, 50 + most]]);
  expect(report.totalCost).toBeCloseTo(2 * (50 * (50 - most) + most), 6);
});

test('steelT earns what was published, and prices an hour as published', async () => {
  const { data, expected } = sharedCase('ampl_steelT');
  const products: string[] = data.products;
  const column = (of: Record<string, number>) => ({ down: products.map((product) => of[product]) });
  const { report } = await optimizeBook(
    caseBook({
      Items: { down: products },
      Demand: products.map((product) => data.market[product]),
      Price: products.map((product) => data.revenue[product]),
      Production_Cost: column(data.production_cost),
      Holding_Cost: column(data.holding),
      Initial_Inventory: column(data.initial_inventory),
      Capacity: data.hours,
      Capacity_Use: { down: products.map((product) => 1 / data.rate[product]) },
      Mode: 'profit',
    }),
  );
  expect(report.mode).toBe('profit');
  expect(report.profit).toBeCloseTo(expected.objective, 4);
  const prices = report.resources?.[0].shadowPrice ?? [];
  expected.shadow_price_hours.forEach((price: number, t: number) => expect(-prices[t]).toBeCloseTo(price, 4));
});

test('PigSkin costs what was published', async () => {
  const { data, expected } = sharedCase('pigskin_storage_capacity');
  const { report } = await optimizeBook(
    caseBook({
      Demand: data.demand,
      Initial_Inventory: data.initial_inventory,
      Capacity: data.production_capacity,
      Warehouse_Capacity: data.storage_capacity,
      Production_Cost: data.unit_cost,
      Holding_Cost: data.unit_cost.map((cost: number) => cost * data.holding_rate_of_unit_cost),
    }),
  );
  expect(report.totalCost).toBeCloseTo(expected.objective, 4);
});

test('Sailco costs what was published', async () => {
  const { data, expected } = sharedCase('sailco');
  const { report } = await optimizeBook(
    caseBook({
      Demand: data.demand,
      Initial_Inventory: data.initial_inventory,
      Capacity: data.regular_capacity,
      Production_Cost: data.regular_cost,
      Overtime_Capacity: 1000,
      Overtime_Cost: data.overtime_cost - data.regular_cost,
      Holding_Cost: data.holding,
    }),
  );
  expect(report.totalCost).toBeCloseTo(expected.objective, 6);
});

test('Farnsworth Tire costs what was published', async () => {
  const { data, expected } = sharedCase('farnsworth_tire');
  const { report } = await optimizeBook(
    caseBook({
      Demand: data.demand,
      Initial_Inventory: data.initial_inventory,
      Capacity: data.regular_capacity,
      Production_Cost: data.cost.regular,
      Overtime_Capacity: data.overtime_capacity,
      Overtime_Cost: data.cost.overtime - data.cost.regular,
      Subcontract_Limit: data.subcontract_capacity,
      Subcontract_Cost: data.cost.subcontract,
      Holding_Cost: data.cost.holding,
    }),
  );
  expect(report.totalCost).toBeCloseTo(expected.objective, 6);
});

test('Wagner and Whitin’s lots cost what was published', async () => {
  const { data, expected } = sharedCase('wagner_whitin_1958');
  const { report } = await optimizeBook(
    caseBook({ Demand: data.demand, Setup_Cost: data.setup_cost, Holding_Cost: data.holding }),
  );
  expect(report.totalCost).toBeCloseTo(expected.objective, 6);
});

test('Trigeiro F1 reaches its optimum within a proven gap of 0.1 %', async () => {
  const { data, expected } = sharedCase('trigeiro_F1');
  const column = (values: number[]) => ({ down: values });
  const { code, report } = await optimizeBook(
    caseBook({
      Demand: data.d,
      Capacity: data.cap,
      Capacity_Use: column(data.vt),
      Setup_Use: column(data.st),
      Setup_Cost: column(data.sc),
      Holding_Cost: column(data.h),
    }),
    '--time-limit',
    '300',
  );
  expect([0, 4]).toContain(code);
  expect(report.solver?.gap).toBeLessThanOrEqual(0.001);
  expect(report.totalCost).toBeLessThanOrEqual(expected.objective * 1.001);
  expect(report.totalCost).toBeGreaterThanOrEqual(expected.objective - 1e-4);
}, 320_000);

/**
 * Machines in place of one another, in normal hours and overtime, with costs, hours per unit and prices that differ by period. In
 * tables: a resource for each machine, mode and period that has hours in that period alone, a source for each way to make a
 * product there, and a product for what is sold in each period, made of one unit from stock.
 */
test('UIMP earns what was published', async () => {
  const { data, expected } = sharedCase('gams_uimp');
  const { periods, modes, products, machines, exception } = data;
  const soldIn = (period: string, product: string): string => `${product} sold in ${period}`;
  const ways = periods.flatMap((period: string, t: number) =>
    modes.flatMap((mode: string, k: number) =>
      machines.map((machine: string, m: number) => ({ name: `${machine}, ${mode}, ${period}`, t, k, m })),
    ),
  );
  const isException = (t: number, k: number, p: number, m: number): boolean =>
    exception.period === periods[t] &&
    exception.mode === modes[k] &&
    exception.product === products[p] &&
    exception.machine === machines[m];
  const sales = periods.flatMap((period: string, t: number) =>
    products.map((product: string, p: number) => ({ period, product, t, p, name: soldIn(period, product) })),
  );
  const book = tableBook({
    SOP_Periods: [['Period'], ...periods.map((period: string) => [period])],
    SOP_Products: [
      ['Product', 'Price'],
      ...products.map((product: string) => [product, 0]),
      ...sales.map(({ name, t, p }: (typeof sales)[number]) => [name, data.price[t][p]]),
    ],
    SOP_Demand: [
      ['Product', 'Location', 'Customer', 'Period', 'Quantity', 'NonDeliveryCost'],
      // What must be sold, at a loss that nothing outweighs, and more than can be made besides.
      ...sales.flatMap(({ name, period, t, p }: (typeof sales)[number]) => [
        [name, 'works', 'contracts', period, data.min_sales[t][p], 1000],
        [name, 'works', 'market', period, 1000, 0],
      ]),
    ],
    SOP_Sources: [
      ['Product', 'Location', 'Resource', 'Use', 'Cost'],
      ...ways.flatMap(({ name, t, k, m }: (typeof ways)[number]) =>
        products.flatMap((product: string, p: number) => {
          // Rows of the published tables are machines; 0 hours: the machine cannot make it.
          const hours = data.machine_hours[m][p];
          if (hours === 0) return [];
          const use = isException(t, k, p, m) ? exception.hours : hours + data.machine_hours_add_period_mode[t][k];
          return [[product, 'works', name, use, data.unit_cost[m][p] + data.unit_cost_add_period_mode[t][k]]];
        }),
      ),
      ...sales.map(({ name }: (typeof sales)[number]) => [name, 'works', null, null, 0]),
    ],
    SOP_Resources: [
      ['Resource', 'Period', 'Capacity'],
      ...ways.flatMap(({ name, t, k, m }: (typeof ways)[number]) => [
        [name, '*', 0],
        [name, periods[t], data.hours[m][k] + (periods[t] === 'winter' ? data.hours_add_winter : 0)],
      ]),
    ],
    SOP_Stock: [
      ['Product', 'Location', 'HoldingCost', 'MaxStock'],
      ...products.map((product: string, p: number) => [product, 'works', data.storage_cost, data.storage_capacity[p]]),
      ...sales.map(({ name }: (typeof sales)[number]) => [name, 'works', 0, 0]),
    ],
    SOP_Components: [
      ['Product', 'Component', 'Quantity'],
      ...sales.map(({ name, product }: (typeof sales)[number]) => [name, product, 1]),
    ],
  });
  const { code, err, report } = await optimizeBook(book, '--mode', 'profit');
  expect(code).toBe(0);
  expect(err).not.toMatch(/warning|error/);
  expect(report.costs?.shortage).toBe(0);
  expect(report.profit).toBeCloseTo(expected.objective, 4);
});
