import type { CellValue } from '../../src/workbook/workbook';
import type { CaseTables } from './table-book';

/** The parts of `gams_pdi_network.json` that the tables are made of. */
export interface ProductionDistribution {
  readonly months: readonly string[];
  readonly plants: Readonly<Record<string, Plant>>;
  readonly plant_dc_cost: readonly (readonly [plant: string, centre: string, cost: number])[];
  readonly dc_customer_cost: readonly (readonly [centre: string, customer: number, cost: number])[];
  readonly dc: Readonly<Record<string, { readonly max_handling: number; readonly holding: number }>>;
  readonly min_final_stock_each_dc: number;
  readonly customers: Readonly<
    Record<string, { readonly min: number; readonly max: number; readonly revenue: number }>
  >;
  readonly revenue_factor: readonly number[];
  readonly objective_constant: number;
}

interface Plant {
  readonly min_prod: number;
  readonly max_prod: number;
  readonly overtime_max: number;
  readonly cost: readonly number[];
  readonly overtime_cost: readonly number[];
}

/** Far above what a unit earns: at such a price a soft limit is a hard one. */
const forbidding = 10_000;

/**
 * The network in the tables of the workbook contract, rule by rule:
 *
 * - A cost that changes from month to month is that of a resource's added capacity: a plant has no regular capacity, and all
 *   of its hours are added at the cost of the month. The least production is a least use of the resource.
 * - What a centre handles in a month (stock of the month before and receipts) passes its dock, whose lane has a maximum. Stock
 *   waits on a lane of one month that leads back to the dock, and holding is the cost of that lane.
 * - The same quantity every month is a contract: a place holds as many contracts as it may sell a month, those that are
 *   signed go to the customer in the first month, and each sale uses one and gives it back for the next month. None may be left
 *   unused, and only in the last month may they be put away.
 * - The least quantity of a customer is demand that is dear to miss; what is beyond it may stay undelivered.
 * - The price of a month is that of a product: months of the same price sell the same product.
 */
export function productionDistributionTables(data: ProductionDistribution): CaseTables {
  const { months, revenue_factor: factors } = data;
  const [plants, centres, customers] = [data.plants, data.dc, data.customers].map(Object.entries) as [
    [string, Plant][],
    [string, ProductionDistribution['dc'][string]][],
    [string, ProductionDistribution['customers'][string]][],
  ];
  const plantOf = (name: string): string => `Plant ${name}`;
  const dockOf = (name: string): string => `Dock ${name}`;
  const centreOf = (name: string): string => `Centre ${name}`;
  const yearEndOf = (name: string): string => `Year end ${name}`;
  const customerOf = (name: string | number): string => `Customer ${name}`;
  const officeOf = (name: string): string => `Office ${name}`;
  const archiveOf = (name: string): string => `Archive ${name}`;
  const prices = [...new Set(factors)];
  const saleOf = (name: string, factor: number): string => `Sale ${name} at ${factor}`;
  const sales = customers.flatMap(([name, { revenue }]) =>
    prices.map((factor) => ({ name, factor, sale: saleOf(name, factor), price: factor * revenue })),
  );
  const overtimeOf = ([, { overtime_max: most }]: [string, Plant]): boolean => most > 0;
  return {
    SOP_Periods: [['Period'], ...months.map((month) => [month])],
    SOP_Products: [
      ['Product', 'Price'],
      ['Goods', 0],
      ['Contract', 0],
      ['Used contract', 0],
      ...sales.map(({ sale, price }) => [sale, price]),
      // The published objective has a constant, which no decision changes.
      ['Constant', data.objective_constant],
    ],
    SOP_Demand: [
      ['Product', 'Location', 'Period', 'Quantity', 'NonDeliveryCost'],
      ...customers.flatMap(([name, { min, max }]) =>
        months.flatMap((month, m): CellValue[][] => [
          ...(min > 0 ? [[saleOf(name, factors[m]), customerOf(name), month, min, forbidding]] : []),
          [saleOf(name, factors[m]), customerOf(name), month, max - min, 0],
        ]),
      ),
      ...centres.map(([name]) => ['Goods', yearEndOf(name), last(months), data.min_final_stock_each_dc, forbidding]),
      ['Constant', 'Books', months[0], 1, 0],
    ],
    SOP_Sources: [
      ['Product', 'Location', 'Resource', 'Cost', 'LeadTime'],
      ...plants.map(([name]) => ['Goods', plantOf(name), plantOf(name), 0, 0]),
      ...plants.filter(overtimeOf).map(([name]) => ['Goods', plantOf(name), `${plantOf(name)} overtime`, 0, 0]),
      ...sales.map(({ name, sale }) => [sale, customerOf(name), null, 0, 0]),
      ...customers.map(([name]) => ['Contract', customerOf(name), null, 0, 1]),
      ['Constant', 'Books', null, 0, 0],
    ],
    SOP_Components: [
      ['Product', 'Component', 'Quantity'],
      ...sales.flatMap(({ sale }) => [
        [sale, 'Goods', 1],
        [sale, 'Contract', 1],
        [sale, 'Used contract', -1],
      ]),
      ['Contract', 'Used contract', 1],
    ],
    SOP_Lanes: [
      ['Product', 'From', 'To', 'Cost', 'LeadTime', 'MaxQuantity'],
      ...data.plant_dc_cost.map(([plant, centre, cost]) => ['Goods', plantOf(plant), dockOf(centre), cost, 0, null]),
      ...centres.map(([name, { max_handling: most }]) => ['Goods', dockOf(name), centreOf(name), 0, 0, most]),
      ...centres.map(([name, { holding }]) => ['Goods', centreOf(name), dockOf(name), holding, 1, null]),
      ...centres.map(([name, { holding }]) => ['Goods', centreOf(name), yearEndOf(name), holding, 0, null]),
      ...data.dc_customer_cost.map(([centre, customer, cost]) => [
        'Goods',
        centreOf(centre),
        customerOf(customer),
        cost,
        0,
        null,
      ]),
      ...customers.map(([name]) => ['Contract', officeOf(name), customerOf(name), 0, 0, null]),
      ...customers.map(([name]) => ['Used contract', customerOf(name), archiveOf(name), 0, 0, null]),
    ],
    SOP_Resources: [
      ['Resource', 'Period', 'Capacity', 'Expansion', 'ExpansionCost', 'MinUse', 'MinUseCost'],
      ...plants.flatMap(([name, plant]) =>
        months.map((month, m) => [plantOf(name), month, 0, plant.max_prod, plant.cost[m], plant.min_prod, forbidding]),
      ),
      ...plants
        .filter(overtimeOf)
        .flatMap(([name, plant]) =>
          months.map((month, m) => [
            `${plantOf(name)} overtime`,
            month,
            0,
            plant.overtime_max,
            plant.overtime_cost[m],
            0,
            0,
          ]),
        ),
    ],
    SOP_Stock: [
      ['Product', 'Location', 'Initial', 'MaxStock'],
      ...plants.map(([name]) => ['Goods', plantOf(name), 0, 0]),
      ...centres.flatMap(([name]) => [
        ['Goods', dockOf(name), 0, 0],
        ['Goods', centreOf(name), 0, 0],
        ['Goods', yearEndOf(name), 0, 0],
      ]),
      ...customers.flatMap(([name, { max }]) => [
        ['*', customerOf(name), 0, 0],
        ['Contract', officeOf(name), max, null],
      ]),
    ],
    SOP_Adjusted: [
      ['Kind', 'Product', 'Location', 'To', 'Period', 'Quantity'],
      ...customers.flatMap(([name]) => [
        ...months.slice(1).map((month) => ['transport', 'Contract', officeOf(name), customerOf(name), month, 0]),
        ...months
          .slice(0, -1)
          .map((month) => ['transport', 'Used contract', customerOf(name), archiveOf(name), month, 0]),
      ]),
    ],
  };
}

function last<T>(list: readonly T[]): T {
  return list[list.length - 1];
}
