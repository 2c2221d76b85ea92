import type { InputDefinition, InputShape, InputTopic } from './schema-definitions';

const byItem = ['scalar', 'byItem'] as const;
const byPeriod = ['scalar', 'byPeriod'] as const;
const byItemAndPeriod = ['scalar', 'byItem', 'byPeriod', 'byItemAndPeriod'] as const;
const byResourceAndPeriod = ['scalar', 'byPeriod', 'byResource', 'byResourceAndPeriod'] as const;

interface Rules {
  readonly meaning: string;
  readonly default?: string;
  readonly blank?: 'noLimit';
  readonly maximum?: number;
  readonly whole?: true;
  readonly worksWith?: readonly string[];
}

/** A quantity or another number that cannot be negative. */
function quantity<Name extends string>(
  name: Name,
  topic: InputTopic,
  shapes: readonly InputShape[],
  unit: string,
  rules: Rules,
) {
  return number(name, topic, shapes, unit, 0, rules);
}

/** A rate of money, which may be negative (a subsidy), though that raises a warning. */
function rate<Name extends string>(
  name: Name,
  topic: InputTopic,
  shapes: readonly InputShape[],
  unit: string,
  rules: Rules,
) {
  return number(name, topic, shapes, unit, null, rules);
}

function number<Name extends string>(
  name: Name,
  topic: InputTopic,
  shapes: readonly InputShape[],
  unit: string,
  minimum: number | null,
  { meaning, default: fallback = '0', blank, maximum = Infinity, whole, worksWith = [] }: Rules,
) {
  return {
    name,
    topic,
    kind: 'number',
    shapes,
    unit,
    default: fallback,
    meaning,
    minimum,
    maximum: maximum === Infinity ? null : maximum,
    whole: whole ?? false,
    blank: blank ?? 'zero',
    worksWith,
  } as const satisfies InputDefinition;
}

/** Cells that are read as they are: labels, TRUE or FALSE, a mode, the history. */
function word<Name extends string, Kind extends 'label' | 'truth' | 'mode' | 'bucket' | 'history'>(
  name: Name,
  topic: InputTopic,
  kind: Kind,
  shapes: readonly InputShape[],
  unit: string,
  fallback: string,
  meaning: string,
  worksWith: readonly string[] = [],
) {
  return {
    name,
    topic,
    kind,
    shapes,
    unit,
    default: fallback,
    meaning,
    minimum: null,
    maximum: null,
    whole: false,
    blank: 'zero',
    worksWith,
  } as const satisfies InputDefinition;
}

const safetyStockNames = ['Safety_Stock', 'Safety_Stock_Periods', 'Safety_Stock_Ratio'] as const;
const capacityNames = ['Capacity', 'Overtime_Capacity', 'Min_Capacity', 'Target_Capacity', 'Initial_Workers'] as const;

/** Every named input of the workbook contract. */
export const inputDefinitions = [
  word(
    'Periods',
    'labels',
    'label',
    ['byPeriod'],
    'label',
    'the cells just above (or left of) Demand, else Period 1, Period 2 …',
    'Names of the periods, in order; a vertical range means that periods run down in every matrix.',
  ),
  word(
    'Items',
    'labels',
    'label',
    ['byItem'],
    'label',
    'the cells just left of (or above) Demand, else Item 1, Item 2 …',
    'Names of the items, in the order of the demand.',
  ),
  word(
    'Resources',
    'labels',
    'label',
    ['byResource'],
    'label',
    'Capacity where there is one resource, else Resource 1, Resource 2 …',
    'Names of the resources whose capacity is shared.',
    [...capacityNames, 'Capacity_Use'],
  ),

  quantity('Demand', 'demand', ['byPeriod', 'byItemAndPeriod'], 'units', {
    default: 'required',
    meaning: 'What customers want of each item in each period.',
  }),
  rate('Price', 'demand', byItemAndPeriod, 'money/unit', {
    default: 'none',
    meaning: 'Revenue of each delivered unit; needed for the margin and for the mode profit.',
  }),
  rate('Shortage_Cost', 'demand', byItemAndPeriod, 'money/unit', {
    default: 'none: all demand must be delivered',
    meaning: 'Cost of each unit of demand that is never delivered.',
  }),
  rate('Backorder_Cost', 'demand', byItemAndPeriod, 'money/unit/period late', {
    default: 'none: no late delivery',
    meaning: 'Cost of each unit for every period that its delivery is late.',
  }),
  quantity('Max_Lateness', 'demand', byItem, 'periods', {
    default: 'unlimited',
    meaning: 'Most periods that a delivery may be late.',
    blank: 'noLimit',
    whole: true,
    worksWith: ['Backorder_Cost'],
  }),

  quantity('Initial_Inventory', 'inventory', byItem, 'units', {
    meaning: 'Units on hand before the first period.',
  }),
  quantity('Final_Inventory', 'inventory', byItem, 'units', {
    default: 'none',
    meaning: 'Least inventory at the end of the last period.',
    blank: 'noLimit',
  }),
  quantity('Max_Inventory', 'inventory', byItemAndPeriod, 'units', {
    default: 'unlimited',
    meaning: 'Most inventory of an item at the end of a period.',
    blank: 'noLimit',
  }),
  rate('Holding_Cost', 'inventory', byItemAndPeriod, 'money/unit/period', {
    meaning: 'Cost of each unit in stock at the end of a period.',
  }),
  quantity('Safety_Stock', 'inventory', byItemAndPeriod, 'units', {
    meaning: 'Least inventory at the end of a period; of several safety-stock inputs the largest value binds.',
  }),
  quantity('Safety_Stock_Periods', 'inventory', byItem, 'periods', {
    default: 'none',
    meaning: "Safety stock as a number of periods of the item's average demand.",
  }),
  quantity('Safety_Stock_Ratio', 'inventory', byItem, 'fraction', {
    default: 'none',
    meaning: "Safety stock as a fraction of the next period's demand; none in the last period.",
  }),
  rate('Safety_Stock_Cost', 'inventory', byItem, 'money/unit/period', {
    default: 'none: safety stock is a hard limit',
    meaning: 'Cost of each unit below safety stock; with it, safety stock may be missed.',
    worksWith: safetyStockNames,
  }),

  rate('Production_Cost', 'production', byItemAndPeriod, 'money/unit', {
    meaning: 'Variable cost of making one unit, material included.',
  }),
  quantity('Min_Production', 'production', byItemAndPeriod, 'units', {
    default: 'none',
    meaning: 'Least production of an item in a period.',
    blank: 'noLimit',
  }),
  quantity('Max_Production', 'production', byItemAndPeriod, 'units', {
    default: 'none',
    meaning: 'Most production of an item in a period.',
    blank: 'noLimit',
  }),
  quantity('Fixed_Production', 'production', byItemAndPeriod, 'units', {
    default: 'none',
    meaning: 'Production that is already decided; 0 is a downtime, a blank cell leaves the period free.',
    blank: 'noLimit',
  }),
  quantity('Lot_Size', 'production', byItem, 'units', {
    default: 'none',
    meaning: 'Production is a multiple of this quantity.',
    blank: 'noLimit',
  }),
  quantity('Min_Lot', 'production', byItem, 'units', {
    default: 'none',
    meaning: 'Production is zero or at least this quantity.',
    blank: 'noLimit',
  }),
  rate('Setup_Cost', 'production', byItemAndPeriod, 'money', {
    default: 'none',
    meaning: 'Cost of each period in which an item is produced.',
  }),
  quantity('Setup_Use', 'production', [...byItem, 'byItemAndResource'], 'capacity units', {
    default: 'none',
    meaning: 'Capacity taken by each period in which an item is produced.',
    worksWith: capacityNames,
  }),
  rate('Subcontract_Cost', 'production', byItemAndPeriod, 'money/unit', {
    default: 'none: nothing is bought',
    meaning: 'Cost of a unit bought instead of made; it uses no capacity and has no production cost.',
  }),
  quantity('Subcontract_Limit', 'production', byItemAndPeriod, 'units', {
    default: 'unlimited once a cost is given',
    meaning: 'Most units bought instead of made.',
    blank: 'noLimit',
    worksWith: ['Subcontract_Cost'],
  }),

  quantity('Capacity', 'capacity', byResourceAndPeriod, 'capacity units/period', {
    default: 'unlimited',
    meaning: 'Regular capacity of each period, shared by all items.',
  }),
  quantity('Capacity_Use', 'capacity', [...byItem, 'byItemAndResource'], 'capacity units/unit', {
    default: '1',
    meaning: 'What one unit of an item uses of each resource.',
    worksWith: capacityNames,
  }),
  quantity('Overtime_Capacity', 'capacity', byResourceAndPeriod, 'capacity units/period', {
    meaning: 'Capacity that may be added to the regular one.',
    worksWith: ['Capacity', 'Initial_Workers'],
  }),
  rate('Overtime_Cost', 'capacity', byResourceAndPeriod, 'money/capacity unit', {
    meaning: 'Cost of each unit of added capacity, on top of the production cost.',
    worksWith: ['Overtime_Capacity', 'Overtime_Per_Worker'],
  }),
  quantity('Min_Capacity', 'capacity', byResourceAndPeriod, 'capacity units/period', {
    default: 'none',
    meaning: 'Use of a resource that should be reached (soft).',
    blank: 'noLimit',
    worksWith: ['Min_Capacity_Cost'],
  }),
  rate('Min_Capacity_Cost', 'capacity', ['scalar', 'byResource'], 'money/capacity unit', {
    default: 'none',
    meaning: 'Cost of each capacity unit by which use stays below Min_Capacity.',
    worksWith: ['Min_Capacity'],
  }),
  quantity('Target_Capacity', 'capacity', byResourceAndPeriod, 'capacity units/period', {
    default: 'none',
    meaning: 'Use of a resource that should not be exceeded (soft); with Min_Capacity a band for steady production.',
    blank: 'noLimit',
    worksWith: ['Target_Capacity_Cost'],
  }),
  rate('Target_Capacity_Cost', 'capacity', ['scalar', 'byResource'], 'money/capacity unit', {
    default: 'none',
    meaning: 'Cost of each capacity unit by which use exceeds Target_Capacity.',
    worksWith: ['Target_Capacity'],
  }),

  quantity('Initial_Workers', 'workforce', ['scalar'], 'workers', {
    default: 'none',
    meaning: 'Workers before the first period; when given, their hours are the capacity and Capacity is not needed.',
  }),
  quantity('Hours_Per_Worker', 'workforce', byPeriod, 'capacity units/worker/period', {
    meaning: 'Regular capacity of one worker.',
    worksWith: ['Initial_Workers'],
  }),
  quantity('Overtime_Per_Worker', 'workforce', byPeriod, 'capacity units/worker/period', {
    meaning: 'Most overtime of one worker; where Overtime_Capacity is given too, both limit overtime.',
    worksWith: ['Initial_Workers'],
  }),
  rate('Wage_Cost', 'workforce', byPeriod, 'money/worker/period', {
    meaning: 'Pay of one worker, used or not.',
    worksWith: ['Initial_Workers'],
  }),
  rate('Hire_Cost', 'workforce', byPeriod, 'money/worker', {
    meaning: 'Cost of hiring one worker.',
    worksWith: ['Initial_Workers'],
  }),
  rate('Layoff_Cost', 'workforce', byPeriod, 'money/worker', {
    meaning: 'Cost of laying off one worker.',
    worksWith: ['Initial_Workers'],
  }),
  quantity('Max_Workers', 'workforce', byPeriod, 'workers', {
    default: 'none',
    meaning: 'Most workers in a period.',
    blank: 'noLimit',
    worksWith: ['Initial_Workers'],
  }),
  word('Whole_Workers', 'workforce', 'truth', ['scalar'], 'TRUE/FALSE', 'FALSE', 'Whether workers come whole.', [
    'Initial_Workers',
  ]),

  quantity('Warehouse_Capacity', 'warehouse', byPeriod, 'storage units', {
    default: 'unlimited',
    meaning: 'Room for the inventory of all items together at the end of a period.',
  }),
  quantity('Storage_Use', 'warehouse', byItem, 'storage units/unit', {
    default: '1',
    meaning: 'Room that one unit takes, e.g. 0.1 for ten units a pallet.',
    worksWith: ['Warehouse_Capacity'],
  }),
  quantity('Overflow_Threshold', 'warehouse', ['scalar'], 'fraction', {
    default: '1',
    meaning: 'Usable part of the warehouse capacity.',
    maximum: 1,
    worksWith: ['Warehouse_Capacity'],
  }),
  rate('Overflow_Cost', 'warehouse', byPeriod, 'money/storage unit/period', {
    default: 'none: the threshold is a hard limit',
    meaning: 'Cost of each storage unit above the threshold; with it, stock may rise to the warehouse capacity.',
    worksWith: ['Warehouse_Capacity'],
  }),

  quantity('Coverage_Periods', 'today', byItem, 'periods', {
    default: 'none',
    meaning: 'The fixed rule in use today: periods of future demand kept in stock; to compare with and replace.',
  }),
  quantity('Production_Plan', 'today', ['byItemAndPeriod'], 'units', {
    default: 'none',
    meaning: "The cells that hold today's plan, formulas or values: compared, and replaced on request.",
  }),
  quantity('Frozen_Periods', 'today', ['scalar'], 'periods', {
    meaning: 'Number of first periods that keep the production of Production_Plan.',
    whole: true,
  }),

  word(
    'Mode',
    'run',
    'mode',
    ['scalar'],
    'text',
    'cost',
    'What the best plan is: cost (least cost), delivery (least shortage, then lateness, then cost), fair-share (shortage ' +
      'spread evenly over items) or profit (largest revenue minus cost).',
  ),

  quantity('Fair_Share_Segments', 'run', ['scalar'], 'segments', {
    default: 'none: exactly even fractions',
    meaning:
      'Number of equal parts of demand (1 to 10) by which the mode fair-share spreads shortage and lateness, and then missed safety ' +
      'stock, with a growing penalty.',
    whole: true,
    maximum: 10,
  }),
  quantity('Fair_Share_Growth', 'run', ['scalar'], 'factor', {
    default: '2',
    meaning:
      'Factor from the penalty of one segment to that of the next; more than the spread of capacity use per unit.',
    worksWith: ['Fair_Share_Segments'],
  }),

  word(
    'History_Date',
    'forecast',
    'history',
    [],
    'date',
    'the table SOP_History',
    'Days of the past demand, one row each; dates may be dirty, and a whole column or table column may be named.',
  ),
  word(
    'History_Item',
    'forecast',
    'history',
    [],
    'label',
    'one item',
    'Items of the past demand, in the rows of History_Date.',
    ['History_Date'],
  ),
  word(
    'History_Quantity',
    'forecast',
    'history',
    [],
    'units',
    'the table SOP_History',
    'Quantities of the past demand, in the rows of History_Date.',
    ['History_Date'],
  ),
  quantity('Forecast_Periods', 'forecast', ['scalar'], 'periods', {
    default: 'to the end of the plan, else 12 months, 26 weeks or 28 days',
    meaning: 'Number of periods to forecast.',
    whole: true,
    maximum: 600,
  }),
  word(
    'Forecast_Bucket',
    'forecast',
    'bucket',
    ['scalar'],
    'text',
    'month',
    'Length of a forecast period: day, week (from Monday) or month.',
  ),
  quantity('Service_Level', 'forecast', byItem, 'fraction', {
    default: '0.95',
    meaning: 'Probability that the stock lasts through a lead time (cycle service level).',
    maximum: 1,
  }),
  quantity('Lead_Time', 'forecast', byItem, 'forecast periods', {
    default: '1',
    meaning: 'Time from an order to its stock, with the time between two orders where orders are periodic.',
  }),
  quantity('Lead_Time_Deviation', 'forecast', byItem, 'forecast periods', {
    meaning: 'Standard deviation of the lead time.',
  }),
] as const;
