import type { ColumnDefinition, ColumnKind, TableDefinition } from './schema-definitions';

interface Rules {
  readonly required?: boolean;
  readonly default?: string;
  readonly unit?: string;
  readonly minimum?: number | null;
  readonly maximum?: number | null;
  readonly whole?: boolean;
}

function column<Name extends string>(name: Name, kind: ColumnKind, meaning: string, rules: Rules = {}) {
  const { required = false, default: fallback = '', unit = '', minimum = null, maximum = null, whole = false } = rules;
  return { name, kind, required, default: fallback, unit, meaning, minimum, maximum, whole } satisfies ColumnDefinition;
}

const required = { required: true } as const;
const units = { unit: 'units', minimum: 0 } as const;

function product(meaning = 'Product; blank or * means every product.') {
  return column('Product', 'text', meaning, required);
}
function location(meaning = 'Location.') {
  return column('Location', 'text', meaning, required);
}
function leadTime(meaning: string) {
  return column('LeadTime', 'number', meaning, { default: '0', unit: 'lengths of the first period', minimum: 0 });
}
function lots() {
  return [
    column('MinLot', 'number', 'Zero or at least this quantity at a time.', { ...units, default: '0 (none)' }),
    column('LotSize', 'number', 'A multiple of this quantity.', { ...units, default: '0 (none)' }),
  ] as const;
}
function quota() {
  return column('Quota', 'number', 'Share of the requirement that the heuristic gives to this row.', {
    default: '1',
    unit: 'fraction',
    minimum: 0,
  });
}

function table<Name extends string>(name: Name, meaning: string, columns: readonly ColumnDefinition[]) {
  return { name, meaning, columns } satisfies TableDefinition;
}

/** Every input table of the workbook contract. */
export const tableDefinitions = [
  table('SOP_Periods', 'The periods of the horizon, in order; they may differ in length (weeks, then months).', [
    column('Period', 'text', 'Label of the period; the other tables refer to it.', required),
    column('Start', 'date', 'First day of the period.', { default: 'none' }),
    column('Days', 'number', 'Length of the period; cost rates per period are for the length of the first one.', {
      default: '1 each',
      unit: 'days',
      minimum: 0,
    }),
  ]),
  table('SOP_Products', 'What is planned, and what it earns.', [
    column('Product', 'text', 'Product.', required),
    column('Price', 'number', 'Revenue of each delivered unit.', { default: '0', unit: 'money/unit' }),
    column(
      'UnitCost',
      'number',
      'Cost of each delivered unit that the plan cannot change; a delivery earns the price less this.',
      { default: '0', unit: 'money/unit' },
    ),
    column(
      'FairShare',
      'truth',
      'Whether the mode fair-share spreads shortage and missed safety stock to this product.',
      {
        default: 'TRUE',
      },
    ),
  ]),
  table(
    'SOP_Demand',
    'What is wanted, where and when; rows for the same product, location, customer and period add up.',
    [
      product(),
      location('Location that delivers.'),
      column('Customer', 'text', 'Customer; blank or * means nobody in particular.', { default: 'blank' }),
      column('Period', 'text', 'Label of a period; * means every period.', required),
      column('Quantity', 'number', 'Demand.', { ...units, ...required }),
      column('NonDeliveryCost', 'number', 'Cost of each unit never delivered.', {
        default: 'none: all must be delivered in the mode cost',
        unit: 'money/unit',
      }),
      column('LateCost', 'number', 'Cost of each unit for every period that it is late.', {
        default: 'none: no late delivery, unless MaxLateness is given (then 0)',
        unit: 'money/unit/period',
      }),
      column('MaxLateness', 'number', 'Most periods that a delivery may be late.', {
        default: 'unlimited with LateCost',
        unit: 'periods',
        minimum: 0,
        whole: true,
      }),
      column('FairShare', 'truth', 'Whether the mode fair-share spreads shortage to this location and customer.', {
        default: "the product's",
      }),
    ],
  ),
  table('SOP_Sources', 'Ways to make a product at a location; each row is one way.', [
    product('Product made; blank or * means every product that has no row of its own at the location.'),
    location('Location that makes it.'),
    column('Resource', 'text', 'Resource that it needs.', { default: 'none' }),
    column('Use', 'number', 'Capacity units of the resource for one unit.', {
      default: '1',
      unit: 'capacity units/unit',
      minimum: 0,
    }),
    column('Cost', 'number', 'Cost of making one unit.', { default: '0', unit: 'money/unit' }),
    leadTime('Time from start to stock.'),
    ...lots(),
    quota(),
  ]),
  table('SOP_Lanes', 'Ways to move a product from one location to another.', [
    product('Product moved; blank or * means every product that has no row of its own between the two.'),
    column('From', 'text', 'Location that sends.', required),
    column('To', 'text', 'Location that receives.', required),
    column('Cost', 'number', 'Cost of moving one unit.', { default: '0', unit: 'money/unit' }),
    leadTime('Time on the way.'),
    ...lots(),
    column('MaxQuantity', 'number', 'Most units sent in a period.', { ...units, default: 'unlimited' }),
    quota(),
  ]),
  table(
    'SOP_Resources',
    'Capacity that sources share; a row for one period overrides the row for all, and takes its blank cells from it.',
    [
      column('Resource', 'text', 'Resource.', required),
      column('Period', 'text', 'Label of a period; blank or * means every period.', { default: '*' }),
      column('Capacity', 'number', 'Regular capacity of the period.', {
        ...required,
        unit: 'capacity units/period',
        minimum: 0,
      }),
      column('Expansion', 'number', 'Capacity that may be added.', {
        default: '0',
        unit: 'capacity units/period',
        minimum: 0,
      }),
      column('ExpansionCost', 'number', 'Cost of each unit of added capacity.', {
        default: '0',
        unit: 'money/capacity unit',
      }),
      column('MinUse', 'number', 'Use that should be reached (soft).', {
        default: '0',
        unit: 'capacity units/period',
        minimum: 0,
      }),
      column('MinUseCost', 'number', 'Cost of each capacity unit below MinUse.', {
        default: '0',
        unit: 'money/capacity unit',
      }),
      column('TargetUse', 'number', 'Use that should not be exceeded (soft).', {
        default: 'none',
        unit: 'capacity units/period',
        minimum: 0,
      }),
      column('TargetUseCost', 'number', 'Cost of each capacity unit above TargetUse.', {
        default: '0',
        unit: 'money/capacity unit',
      }),
    ],
  ),
  table('SOP_Stock', 'Inventory of a product at a location.', [
    product('Product; blank or * means every product that has no row of its own at the location.'),
    location(),
    column('Initial', 'number', 'Units on hand before the first period.', { ...units, default: '0' }),
    column('HoldingCost', 'number', 'Cost of each unit in stock at the end of a period.', {
      default: '0',
      unit: 'money/unit/period',
    }),
    column('SafetyStock', 'number', 'Least inventory at the end of a period.', { ...units, default: '0' }),
    column('SafetyStockCost', 'number', 'Cost of each unit below safety stock.', {
      default: 'none: hard',
      unit: 'money/unit/period',
    }),
    column(
      'FairShare',
      'truth',
      'Whether the mode fair-share spreads missed safety stock to this product and location.',
      {
        default: "the product's",
      },
    ),
    column('MaxStock', 'number', 'Most inventory at the end of a period.', { ...units, default: 'unlimited' }),
    column('MaxStockCost', 'number', 'Cost of each unit above MaxStock.', {
      default: 'none: hard',
      unit: 'money/unit/period',
    }),
    column('StorageUse', 'number', 'Room that one unit takes.', {
      default: '1',
      unit: 'storage units/unit',
      minimum: 0,
    }),
  ]),
  table('SOP_Locations', 'Room for inventory at a location.', [
    location(),
    column('StorageCapacity', 'number', 'Room for the inventory of all products together.', {
      default: 'unlimited',
      unit: 'storage units',
      minimum: 0,
    }),
    column('StorageCost', 'number', 'Cost of each storage unit above StorageCapacity.', {
      default: 'none: hard',
      unit: 'money/storage unit/period',
    }),
  ]),
  table('SOP_Adjusted', 'Quantities that the planner has fixed, 0 included.', [
    column('Kind', 'text', 'One of production, transport, delivery or receipt (supply already under way).', required),
    product(),
    location('Location that makes, sends, delivers or receives.'),
    column('To', 'text', 'Receiving location of a transport, or customer of a delivery.', { default: 'blank: all' }),
    column('Period', 'text', 'Label of a period; * means every period.', required),
    column('Quantity', 'number', 'The fixed quantity.', { ...units, ...required }),
  ]),
  table('SOP_Components', 'Bill of material: what one unit of a product takes, at every location that makes it.', [
    column('Product', 'text', 'Product made; blank or * means every product.', required),
    column('Component', 'text', 'Product that goes into it.', required),
    column('Quantity', 'number', 'Units of the component for one unit; negative: a co-product that comes out.', {
      ...required,
      unit: 'units/unit',
    }),
  ]),
  table(
    'SOP_Scenarios',
    'What differs from the workbook in each scenario; a row is one change, and rows add up in order.',
    [
      column('Scenario', 'text', 'Name of the scenario.', required),
      column(
        'Input',
        'text',
        'Name of the input that changes, e.g. Demand; on a network a table and its column, e.g. Demand Quantity or Lanes Cost (the ' +
          'column alone where only one table has it), or Adjusted with its kind, e.g. Adjusted production.',
        { default: 'none: the scenario is the workbook as it is' },
      ),
      column(
        'Item',
        'text',
        'Item, several with commas between, or a pattern with * and ?; for capacities the resource instead. On a network: product, ' +
          'product @ location, product @ location > customer, product: from > to, resource or location.',
        { default: 'all' },
      ),
      column('Period from', 'text', 'First period that changes.', { default: 'the first' }),
      column('Period to', 'text', 'Last period that changes.', { default: 'the last' }),
      column(
        'Change',
        'text',
        'One of percent (by so many percent), absolute (by so many units or so much money) or value (to that number).',
        { default: 'required with Input' },
      ),
      column('Amount', 'number', 'By how much, or to what; 25 or a cell that shows 25% is a quarter more.', {
        default: 'required with Input',
      }),
      column('Note', 'text', 'Anything the planner wants to remember.', { default: 'none' }),
    ],
  ),
  table(
    'SOP_Presets',
    'Named sets of cost rates to plan with; the rows of one name are one preset, and take the place of the built-in one of that name.',
    [
      column('Preset', 'text', 'Name of the preset.', required),
      column('Mode', 'text', 'Planning mode that goes with it: cost, delivery, fair-share or profit.', {
        default: "the workbook's own",
      }),
      column('Input', 'text', 'Cost rate that it sets, e.g. Shortage_Cost, or on a network Demand NonDeliveryCost.', {
        default: 'none',
      }),
      column('Item', 'text', 'What it sets it for, as in SOP_Scenarios; with price or margin a product.', {
        default: 'all',
      }),
      column('Value', 'number', 'The rate, or the multiple of what Of says.', { default: 'required with Input' }),
      column(
        'Of',
        'text',
        "One of price, margin (price less the cost of the unit) or current (the workbook's own rate).",
        { default: 'blank: money' },
      ),
      column('Note', 'text', 'Anything the planner wants to remember.', { default: 'none' }),
    ],
  ),
  table('SOP_History', 'Past demand, as dirty as it comes; rows in any order, one or more for each item and day.', [
    column('Date', 'date', 'Day of the demand.', required),
    column('Item', 'text', 'Item; the spelling may vary.', { default: 'one item' }),
    column('Quantity', 'number', 'Demand of the day.', { ...required, unit: 'units' }),
  ]),
  table('SOP_Events', 'Promotions, feasts and closures that move demand; rows of one name are one event.', [
    column(
      'Date',
      'text',
      'A date, from one date to another (2025-06-07 to 2025-06-09), a day of every year (12-24), or a feast that moves, with days added ' +
        '(Black Friday, Easter, Easter+1).',
      required,
    ),
    column('Name', 'text', 'Name of the event.', required),
    column('Item', 'text', 'Item that it concerns.', { default: 'all' }),
    column('Effect', 'number', 'Known effect on the demand of a period full of it, e.g. 0.2 for 20 % more.', {
      default: 'estimated from the history',
      unit: 'fraction',
      minimum: -1,
    }),
  ]),
  table(
    'SOP_Planner_Forecast',
    'What the planner forecast himself, past and to come: measured against what came, and against the forecast; rows in any order.',
    [
      column('Date', 'text', 'A day of the period forecast, e.g. its first, or its month (2025-06).', required),
      column('Item', 'text', 'Item; the spelling may vary.', { default: 'one item' }),
      column('Quantity', 'number', 'Demand forecast for the whole period.', { ...required, unit: 'units', minimum: 0 }),
      column(
        'Made',
        'text',
        'Date on which it was forecast. Of several for one period the latest made before its end counts, else the lowest row.',
        { default: 'unknown' },
      ),
    ],
  ),
] as const;
