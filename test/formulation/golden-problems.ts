import type { PlanningProblem } from '../../src/planning';
import { problemOf } from '../planning/problem-builder';
import type { ItemSpec, ProblemSpec } from '../planning/problem-builder';

/*
 * One problem per part of the formulation: two periods, just enough in it that the part makes something, and numbers that
 * are all different, so that a coefficient in the golden text says where it comes from.
 */

function oneItem(item: Partial<ItemSpec>, spec: Partial<ProblemSpec> = {}): PlanningProblem {
  return problemOf({ periods: ['Jan', 'Feb'], items: [{ name: 'A', demand: [10, 20], ...item }], ...spec });
}

const plain = oneItem({ openingInventory: 4, productionCost: [3, 5], holdingCost: [0.5, 0.7] });
const late = oneItem({ backorderCost: [6, 7], maxLateness: 1, shortageCost: [40, 50] });
const withOvertime = oneItem(
  { use: [2] },
  { resources: [{ name: 'Line', capacity: [30, 35], overtimeCapacity: [8, 9], overtimeCost: [11, 12] }] },
);
const useBand = oneItem(
  { use: [2] },
  {
    resources: [
      { name: 'Line', capacity: 60, minUse: [15, 16], minUseCost: 1.5, targetUse: [45, 46], targetUseCost: 2.5 },
    ],
  },
);
const staffed = oneItem(
  { use: [2] },
  {
    resources: [{ name: 'Line', capacity: [1, 2], overtimeCapacity: Infinity, overtimeCost: 11 }],
    workforce: {
      initialWorkers: 3,
      hoursPerWorker: [8, 9],
      overtimePerWorker: [1.25, 1.5],
      wageCost: [100, 110],
      hireCost: [30, 31],
      layoffCost: [50, 51],
      maxWorkers: [6, 7],
      wholeWorkers: true,
    },
  },
);
/** Everything that draws on capacity or adds to it. */
const capacitated: PlanningProblem = {
  ...staffed,
  sources: staffed.sources.map((source) => ({ ...source, setupUses: [{ resource: 0, use: 6 }] })),
};
const stored = problemOf({
  periods: ['Jan', 'Feb'],
  items: [
    { name: 'A', demand: [10, 20], storageUse: 0.1 },
    { name: 'B', demand: [5, 6], storageUse: 2, safetyStock: [3, 4], safetyStockCost: 9 },
  ],
  warehouse: { capacity: [100, 120], threshold: 0.75, overflowCost: [13, 14] },
});
const softSafetyStock = oneItem({ safetyStock: [3, 4], safetyStockCost: 9, finalInventory: 1, holdingCost: 0.5 });
const batched = oneItem(
  { setupCost: [80, 90], setupUse: [6], minLot: 12, lotSize: 5, use: [2] },
  { resources: [{ name: 'Line', capacity: [50, 70] }] },
);
const bought = oneItem({ subcontract: { limit: [5, 6], cost: [21, 22] } });
const softMaximum: PlanningProblem = {
  ...plain,
  items: plain.items.map((item) => ({ ...item, maxInventory: [18, 19], maxInventoryCost: 2.5 })),
};
const bounded = oneItem({ minimum: [2, 3], maximum: [25, 26], maxInventory: [18, 19], safetyStock: [1, 2] });
const frozen = oneItem({ minimum: [2, 3], maximum: [25, 26], fixed: [12, null] });

/** Two places, one lane between them that takes a period. */
const shipped: PlanningProblem = {
  ...problemOf({
    periods: ['Jan', 'Feb'],
    items: [
      { name: 'A @ plant', demand: [0, 0] },
      { name: 'A @ shop', demand: [0, 20], maximum: 0 },
    ],
  }),
  lanes: [
    {
      name: 'A plant to shop',
      from: 0,
      to: 1,
      cost: [1.5, 1.75],
      arrival: [1, 2],
      minLot: 0,
      lotSize: 0,
      lotPeriods: 0,
      maximum: [30, 31],
      fixed: [null, null],
      quota: 1,
    },
  ],
};
const batchedLane: PlanningProblem = {
  ...shipped,
  lanes: shipped.lanes.map((lane) => ({ ...lane, arrival: [0, 1], minLot: 12, lotSize: 5, lotPeriods: Infinity })),
};
const fixedLane: PlanningProblem = {
  ...shipped,
  lanes: shipped.lanes.map((lane) => ({ ...lane, fixed: [17, null] })),
};
const promised: PlanningProblem = {
  ...late,
  demands: late.demands.map((demand) => ({ ...demand, fixedDelivery: [8, null] })),
};
const sold = oneItem({ price: [60, 65], shortageCost: [1, 2] }, { mode: 'profit' });
const delivered = oneItem({ backorderCost: 6 }, { mode: 'delivery' });

const shared = oneItem({ shortageCost: 3 }, { mode: 'fair-share' });
const sharedSafetyStock: PlanningProblem = {
  ...softSafetyStock,
  mode: 'fair-share',
  periods: [{ label: 'Jan' }, { label: 'Feb', length: 2 }],
  items: softSafetyStock.items.map((item) => ({ ...item, safetyStockFairShare: true })),
};

/** The problem of every part, by the folder and the identifier of the part. */
export const goldenProblems: Readonly<Record<string, PlanningProblem>> = {
  'balances/inventory_balance': plain,
  'balances/demand_balance': late,
  'balances/workforce_balance': staffed,
  'decisions/production': plain,
  'decisions/inventory': plain,
  'decisions/safety_stock_gap': softSafetyStock,
  'decisions/excess_inventory': softMaximum,
  'decisions/shortage': late,
  'decisions/deliveries': late,
  'decisions/backorders': late,
  'decisions/subcontracting': bought,
  'decisions/transport': shipped,
  'decisions/overtime': withOvertime,
  'decisions/under_use': useBand,
  'decisions/over_use': useBand,
  'decisions/overflow': stored,
  'decisions/workers': staffed,
  'decisions/hiring': staffed,
  'decisions/layoffs': staffed,
  'decisions/set_ups': batched,
  'decisions/lots': batched,
  'decisions/lane_set_ups': batchedLane,
  'decisions/lane_lots': batchedLane,
  'limits/resource_capacity': capacitated,
  'limits/overtime_per_worker': staffed,
  'limits/minimum_use': useBand,
  'limits/target_use': useBand,
  'limits/storage_capacity': stored,
  'limits/lateness': problemOf({
    periods: ['Jan', 'Feb', 'Mar'],
    items: [{ name: 'A', demand: [10, 20, 30], backorderCost: 6, maxLateness: 1, shortageCost: 40 }],
  }),
  'limits/set_up_for_production': batched,
  'limits/smallest_lot': batched,
  'limits/lot_size': batched,
  'limits/shipment_for_transport': batchedLane,
  'limits/smallest_transport': batchedLane,
  'limits/transport_lot_size': batchedLane,
  'limits/safety_stock': bounded,
  'limits/final_inventory': softSafetyStock,
  'limits/maximum_inventory': bounded,
  'limits/production_limits': bounded,
  'limits/fixed_production': frozen,
  'limits/transport_limits': shipped,
  'limits/fixed_transport': fixedLane,
  'limits/fixed_deliveries': promised,
  'costs/production': plain,
  'costs/holding': softSafetyStock,
  'costs/shortage': late,
  'costs/backorder': late,
  'costs/safetyStock': softSafetyStock,
  'costs/overtime': withOvertime,
  'costs/subcontract': bought,
  'costs/setup': batched,
  'costs/overflow': stored,
  'costs/wage': staffed,
  'costs/hire': staffed,
  'costs/layoff': staffed,
  'costs/transport': shipped,
  'costs/minCapacity': useBand,
  'costs/targetCapacity': useBand,
  'costs/maxInventory': softMaximum,
  'costs/revenue': sold,
  'priorities/item_fractions': shared,
  'priorities/safety_stock_fractions': sharedSafetyStock,
  'priorities/demand_fractions': shared,
  'priorities/undelivered': delivered,
  'priorities/unit_periods_late': delivered,
};
