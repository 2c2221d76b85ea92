import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Solver } from '../../src/planning';
import { loadHighs } from '../../src/solvers/highs';
import { costOf, planned } from './planned';
import { problemOf } from './problem-builder';

/** A published case, as it stands beside the repository. */
function published<T>(id: string): T {
  return JSON.parse(readFileSync(join(__dirname, '../../../shared/cases', `${id}.json`), 'utf8')) as T;
}

let highs: Solver;

beforeAll(async () => {
  highs = await loadHighs();
});

interface RedTomato {
  readonly data: {
    readonly demand: readonly number[];
    readonly initial_inventory: number;
    readonly initial_workers: number;
    readonly working_days_per_month: number;
    readonly hours_per_day: number;
    readonly labour_hours_per_unit: number;
    readonly overtime_max_hours_per_worker_month: number;
    readonly min_final_inventory: number;
    readonly cost: Readonly<Record<string, number>>;
  };
  readonly expected: { readonly objective: number; readonly integer_workforce_objective: number };
}

describe('Red Tomato Tools (Chopra & Meindl)', () => {
  const { data, expected } = published<RedTomato>('red_tomato_base');
  const problem = (wholeWorkers: boolean) => {
    const every = (value: number) => data.demand.map(() => value);
    const hours = data.working_days_per_month * data.hours_per_day;
    return problemOf({
      items: [
        {
          demand: data.demand,
          openingInventory: data.initial_inventory,
          finalInventory: data.min_final_inventory,
          productionCost: data.cost.material,
          holdingCost: data.cost.holding,
          backorderCost: data.cost.backlog,
          use: [data.labour_hours_per_unit],
          subcontract: { limit: Infinity, cost: data.cost.subcontract_unit },
        },
      ],
      resources: [{ capacity: 0, overtimeCapacity: Infinity, overtimeCost: data.cost.overtime_hour }],
      workforce: {
        initialWorkers: data.initial_workers,
        hoursPerWorker: every(hours),
        overtimePerWorker: every(data.overtime_max_hours_per_worker_month),
        wageCost: every(hours * data.cost.regular_hour),
        hireCost: every(data.cost.hire),
        layoffCost: every(data.cost.layoff),
        maxWorkers: every(Infinity),
        wholeWorkers,
      },
    });
  };

  it('costs 422,275 with a workforce in fractions', () => {
    expect(planned(problem(false), highs).cost.total).toBeCloseTo(expected.objective, 4);
  });

  it('costs 422,660 with whole workers', () => {
    const { cost, plan } = planned(problem(true), highs);
    expect(cost.total).toBeCloseTo(expected.integer_workforce_objective, 4);
    for (const workers of plan.workforce?.workers ?? [NaN]) expect(workers).toBe(Math.round(workers));
  });
});

interface SteelT {
  readonly data: {
    readonly products: readonly string[];
    readonly hours: readonly number[];
    readonly rate: Readonly<Record<string, number>>;
    readonly initial_inventory: Readonly<Record<string, number>>;
    readonly production_cost: Readonly<Record<string, number>>;
    readonly holding: Readonly<Record<string, number>>;
    readonly revenue: Readonly<Record<string, readonly number[]>>;
    readonly market: Readonly<Record<string, readonly number[]>>;
  };
  readonly expected: { readonly objective: number; readonly shadow_price_hours: readonly number[] };
}

describe('Multi-period steel (Fourer, Gay & Kernighan, steelT)', () => {
  const { data, expected } = published<SteelT>('ampl_steelT');

  it('earns 515,033 and prices an hour of each week as published', () => {
    const { cost, prices } = planned(
      problemOf({
        mode: 'profit',
        items: data.products.map((name) => ({
          name,
          demand: data.market[name],
          openingInventory: data.initial_inventory[name],
          productionCost: data.production_cost[name],
          holdingCost: data.holding[name],
          price: data.revenue[name],
          use: [1 / data.rate[name]],
        })),
        resources: [{ capacity: data.hours }],
      }),
      highs,
    );
    expect(cost.revenue - cost.total).toBeCloseTo(expected.objective, 4);
    data.hours.forEach((_hours, t) => expect(prices.capacity[0]?.[t]).toBeCloseTo(-expected.shadow_price_hours[t], 6));
  });
});

interface Objective {
  readonly expected: { readonly objective: number };
}

interface PigSkin extends Objective {
  readonly data: {
    readonly demand: readonly number[];
    readonly initial_inventory: number;
    readonly production_capacity: number;
    readonly storage_capacity: number;
    readonly unit_cost: readonly number[];
    readonly holding_rate_of_unit_cost: number;
  };
}

interface SailCo extends Objective {
  readonly data: {
    readonly demand: readonly number[];
    readonly initial_inventory: number;
    readonly regular_capacity: number;
    readonly regular_cost: number;
    readonly overtime_cost: number;
    readonly holding: number;
  };
}

interface Farnsworth extends Objective {
  readonly data: {
    readonly demand: readonly number[];
    readonly initial_inventory: number;
    readonly regular_capacity: readonly number[];
    readonly overtime_capacity: readonly number[];
    readonly subcontract_capacity: readonly number[];
    readonly cost: Readonly<Record<string, number>>;
  };
}

describe('Textbook plans of one product', () => {
  it('PigSkin (Winston & Albright) stores ahead of the peak for 1,535,562.50', () => {
    const { data, expected } = published<PigSkin>('pigskin_storage_capacity');
    const { cost } = planned(
      problemOf({
        items: [
          {
            demand: data.demand,
            openingInventory: data.initial_inventory,
            productionCost: data.unit_cost,
            holdingCost: data.unit_cost.map((unit) => unit * data.holding_rate_of_unit_cost),
          },
        ],
        resources: [{ capacity: data.production_capacity }],
        warehouse: { capacity: data.storage_capacity },
      }),
      highs,
    );
    expect(cost.total).toBeCloseTo(expected.objective, 4);
  });

  it('Sailco (Winston) works overtime for 78,450', () => {
    const { data, expected } = published<SailCo>('sailco');
    const { cost } = planned(
      problemOf({
        items: [
          {
            demand: data.demand,
            openingInventory: data.initial_inventory,
            productionCost: data.regular_cost,
            holdingCost: data.holding,
          },
        ],
        resources: [
          {
            capacity: data.regular_capacity,
            overtimeCapacity: Infinity,
            overtimeCost: data.overtime_cost - data.regular_cost,
          },
        ],
      }),
      highs,
    );
    expect(cost.total).toBeCloseTo(expected.objective, 4);
  });

  it('Farnsworth Tire (Heizer & Render) subcontracts for 105,700', () => {
    const { data, expected } = published<Farnsworth>('farnsworth_tire');
    const { cost } = planned(
      problemOf({
        items: [
          {
            demand: data.demand,
            openingInventory: data.initial_inventory,
            productionCost: data.cost.regular,
            holdingCost: data.cost.holding,
            subcontract: { limit: data.subcontract_capacity, cost: data.cost.subcontract },
          },
        ],
        resources: [
          {
            capacity: data.regular_capacity,
            overtimeCapacity: data.overtime_capacity,
            overtimeCost: data.cost.overtime - data.cost.regular,
          },
        ],
      }),
      highs,
    );
    expect(cost.total).toBeCloseTo(expected.objective, 4);
  });
});

interface WagnerWhitin extends Objective {
  readonly data: {
    readonly demand: readonly number[];
    readonly setup_cost: readonly number[];
    readonly holding: number;
  };
}

interface Trigeiro extends Objective {
  readonly data: {
    readonly cap: number;
    readonly vt: readonly number[];
    readonly h: readonly number[];
    readonly st: readonly number[];
    readonly sc: readonly number[];
    readonly d: readonly (readonly number[])[];
  };
}

describe('Lot sizing', () => {
  it('Wagner & Whitin (1958) batch twelve months for 864', () => {
    const { data, expected } = published<WagnerWhitin>('wagner_whitin_1958');
    const { cost } = planned(
      problemOf({ items: [{ demand: data.demand, setupCost: data.setup_cost, holdingCost: data.holding }] }),
      highs,
    );
    expect(cost.total).toBeCloseTo(expected.objective, 4);
  });

  it('Trigeiro F1 (six items with set-up times) is within 0.1 % of its optimum 40,854', () => {
    const { data, expected } = published<Trigeiro>('trigeiro_F1');
    const { cost, solver } = planned(
      problemOf({
        items: data.d.map((demand, i) => ({
          demand,
          holdingCost: data.h[i],
          use: [data.vt[i]],
          setupUse: [data.st[i]],
          setupCost: data.sc[i],
        })),
        resources: [{ capacity: data.cap }],
      }),
      highs,
      { relativeGap: 0.001, timeLimitSeconds: 300 },
    );
    expect(solver.gap).toBeLessThanOrEqual(0.001);
    expect(cost.total).toBeGreaterThanOrEqual(expected.objective - 1e-3);
    expect(cost.total).toBeLessThanOrEqual(expected.objective * 1.001);
  }, 300_000);
});

interface Chart extends Objective {
  readonly data: {
    readonly demand: readonly number[];
    readonly initial_inventory: number;
    readonly safety_stock: number;
    readonly production_capacity: number;
    readonly production_cost: number;
    readonly holding_cost: number;
    readonly warehouse_capacity?: number;
  };
  readonly expected: {
    readonly objective: number;
    readonly production_cost: number;
    readonly storage_cost: number;
    readonly production: readonly number[];
    readonly inventory: readonly number[];
  };
}

describe('One product under a capacity (S&OP Engineering III)', () => {
  it.each([
    ['seed3_chart_prebuild', 'builds ahead of the November peak exactly as charted for 5,567.50'],
    ['seed3_figures_1680_540_2220', 'costs 2,220 = 1,680 + 540'],
  ])('%s %s', (id) => {
    const { data, expected } = published<Chart>(id);
    const outcome = planned(
      problemOf({
        items: [
          {
            demand: data.demand,
            openingInventory: data.initial_inventory,
            safetyStock: data.safety_stock,
            productionCost: data.production_cost,
            holdingCost: data.holding_cost,
          },
        ],
        resources: [{ capacity: data.production_capacity }],
        warehouse: { capacity: data.warehouse_capacity ?? Infinity },
      }),
      highs,
    );
    expect(outcome.cost.total).toBeCloseTo(expected.objective, 6);
    expect(costOf(outcome, 'production')).toBeCloseTo(expected.production_cost, 6);
    expect(costOf(outcome, 'holding')).toBeCloseTo(expected.storage_cost, 6);
    expect(outcome.plan.production).toEqual([expected.production]);
    expect(outcome.plan.inventory).toEqual([expected.inventory]);
  });
});

interface PreBuild {
  readonly data: {
    readonly monthly_capacity: number;
    readonly warehouse_capacity_units: number;
    readonly initial_inventory: number;
    readonly overflow_threshold: number;
    readonly production_cost: number;
    readonly storage_cost: number;
    readonly safety_stock_ratio: number;
  };
  readonly expected: Readonly<
    Record<
      string,
      {
        readonly demand: readonly number[];
        readonly safety_stock: readonly number[];
        readonly objective: number;
        readonly production: readonly number[];
      }
    >
  >;
  readonly capacity_sensitivity_Q4_PUSH_raw: Readonly<
    Record<string, { readonly status: string; readonly objective?: number }>
  >;
}

describe('Pre-build before the Q4 push', () => {
  const { data, expected, capacity_sensitivity_Q4_PUSH_raw } = published<PreBuild>('seed002_prebuild');
  const problem = (
    { demand, safety_stock }: PreBuild['expected'][string],
    capacity: number,
    safetyStock = safety_stock,
  ) =>
    problemOf({
      items: [
        {
          demand,
          openingInventory: data.initial_inventory,
          safetyStock,
          productionCost: data.production_cost,
          holdingCost: data.storage_cost,
        },
      ],
      resources: [{ capacity }],
      warehouse: { capacity: data.warehouse_capacity_units, threshold: data.overflow_threshold },
    });

  it.each([
    ['as_intended_BASELINE', 833038.2],
    ['as_intended_Q4_PUSH', 1094854.85],
    ['as_intended_CONSERVATIVE', 719399.71],
  ])('%s costs what was published, with the safety stock in whole units or exactly 15 %%', (id, exact) => {
    const scenario = expected[id];
    const { cost, plan } = planned(problem(scenario, data.monthly_capacity), highs);
    expect(cost.total).toBeCloseTo(scenario.objective, 4);
    expect(plan.production).toEqual([scenario.production]);
    const ratio = scenario.demand.map((_units, t) => data.safety_stock_ratio * (scenario.demand[t + 1] ?? 0));
    expect(planned(problem(scenario, data.monthly_capacity, ratio), highs).cost.total).toBeCloseTo(exact, 2);
  });

  it.each(Object.entries(capacity_sensitivity_Q4_PUSH_raw).filter(([, { objective }]) => objective !== undefined))(
    'costs what was published at a capacity of %s',
    (capacity, { objective }) => {
      const { cost } = planned(problem(expected.as_intended_Q4_PUSH, Number(capacity)), highs);
      expect(cost.total).toBeCloseTo(objective ?? NaN, 4);
    },
  );
});

interface ThreeSkus {
  readonly data: {
    readonly demand: Readonly<Record<string, readonly number[]>>;
    readonly shared_capacity: number;
    readonly skus: Readonly<Record<string, Readonly<Record<string, number>>>>;
    readonly max_inventory_per_sku: number;
  };
  readonly expected: {
    readonly total_cost: number;
    readonly production_cost: number;
    readonly holding_cost: number;
    readonly per_sku: Readonly<
      Record<string, { readonly cost: number; readonly inventory_by_month: readonly number[] }>
    >;
    readonly shadow_price_capacity: readonly number[];
  };
  readonly capacity_experiments: Readonly<Record<string, number | 'INFEASIBLE'>>;
}

describe('Three SKUs in one factory (S&OP Engineering IV)', () => {
  const { data, expected, capacity_experiments } = published<ThreeSkus>('seed4_three_skus_shared_capacity');
  const names = Object.keys(data.skus);
  const problem = (capacity: number) =>
    problemOf({
      items: names.map((name) => ({
        name,
        demand: data.demand[name],
        openingInventory: data.skus[name].initial_inventory,
        safetyStock: data.skus[name].safety_stock,
        productionCost: data.skus[name].production_cost,
        holdingCost: data.skus[name].holding_cost,
        maxInventory: data.max_inventory_per_sku,
      })),
      resources: [{ capacity }],
    });

  it('costs 2,128,139 = 1,973,660 + 154,479, and every SKU its published share', () => {
    const outcome = planned(problem(data.shared_capacity), highs);
    expect(outcome.cost.total).toBeCloseTo(expected.total_cost, 4);
    expect(costOf(outcome, 'production')).toBeCloseTo(expected.production_cost, 4);
    expect(costOf(outcome, 'holding')).toBeCloseTo(expected.holding_cost, 4);
    names.forEach((name, i) => {
      const cost = outcome.cost.terms.reduce((sum, { perItem }) => sum + (perItem?.[i] ?? 0), 0);
      expect(cost).toBeCloseTo(expected.per_sku[name].cost, 4);
      expect(outcome.plan.inventory[i]).toEqual(expected.per_sku[name].inventory_by_month);
    });
  });

  it('prices a unit of capacity by the months it is held', () => {
    const { prices } = planned(problem(data.shared_capacity), highs);
    expected.shadow_price_capacity.forEach((price, t) => expect(prices.capacity[0]?.[t]).toBeCloseTo(price, 6));
  });

  it('costs 2,200,292 at a capacity of 14,000', () => {
    expect(planned(problem(14000), highs).cost.total).toBeCloseTo(Number(capacity_experiments['14000']), 4);
  });
});
