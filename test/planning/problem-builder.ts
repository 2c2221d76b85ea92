import type {
  CurrentPractice,
  Demand,
  Item,
  PerPeriod,
  PlanningMode,
  PlanningProblem,
  Resource,
  Source,
  Subcontract,
  Warehouse,
  Workforce,
} from '../../src/planning';

/** A number for every period, or one number per period. */
type Rate = number | readonly number[];

/** A single-plant item in one line: what is not given has the contract's default. */
export interface ItemSpec {
  readonly name?: string;
  readonly demand: readonly number[];
  readonly productionCost?: Rate;
  readonly holdingCost?: Rate;
  readonly openingInventory?: number;
  readonly finalInventory?: number;
  readonly safetyStock?: Rate;
  readonly safetyStockCost?: number | null;
  readonly maxInventory?: Rate;
  readonly shortageCost?: Rate | null;
  readonly backorderCost?: Rate | null;
  readonly maxLateness?: number;
  readonly price?: Rate;
  readonly use?: readonly number[];
  readonly setupUse?: readonly number[];
  readonly setupCost?: Rate;
  readonly minLot?: number;
  readonly lotSize?: number;
  readonly minimum?: Rate;
  readonly maximum?: Rate;
  readonly fixed?: readonly (number | null)[];
  readonly subcontract?: { readonly limit: Rate; readonly cost: Rate } | null;
  readonly storageUse?: number;
}

export interface ResourceSpec {
  readonly name?: string;
  readonly capacity: Rate;
  readonly overtimeCapacity?: Rate;
  readonly overtimeCost?: Rate;
  readonly minUse?: Rate;
  readonly minUseCost?: number;
  readonly targetUse?: Rate;
  readonly targetUseCost?: number;
}

export interface ProblemSpec {
  readonly mode?: PlanningMode;
  readonly periods?: readonly string[];
  readonly items: readonly ItemSpec[];
  readonly resources?: readonly ResourceSpec[];
  readonly warehouse?: { readonly capacity: Rate; readonly threshold?: number; readonly overflowCost?: Rate | null };
  readonly workforce?: Omit<Workforce, 'resource'>;
  readonly currentPractice?: CurrentPractice;
}

/** A single-plant problem from a short description. */
export function problemOf(spec: ProblemSpec): PlanningProblem {
  const length = spec.items[0].demand.length;
  const every = (rate: Rate): PerPeriod => (typeof rate === 'number' ? new Array<number>(length).fill(rate) : rate);
  const none = new Array<null>(length).fill(null);
  const resources = spec.resources ?? [];
  const usesOf = (uses: readonly number[] | undefined, other: number) =>
    resources.map((_resource, resource) => ({ resource, use: uses?.[resource] ?? other }));
  return {
    mode: spec.mode ?? 'cost',
    periods: (spec.periods ?? every(0).map((_zero, t) => `P${t + 1}`)).map((label) => ({ label })),
    items: spec.items.map((item, i): Item => ({
      name: item.name ?? `Item ${i + 1}`,
      product: item.name ?? `Item ${i + 1}`,
      location: '',
      openingInventory: item.openingInventory ?? 0,
      holdingCost: every(item.holdingCost ?? 0),
      safetyStock: every(item.safetyStock ?? 0),
      safetyStockCost: item.safetyStockCost ?? null,
      maxInventory: every(item.maxInventory ?? Infinity),
      maxInventoryCost: null,
      finalInventory: item.finalInventory ?? 0,
      receipts: every(0),
      storageUse: item.storageUse ?? 1,
    })),
    demands: spec.items.map((item, i): Demand => ({
      item: i,
      customer: '',
      quantity: item.demand,
      shortageCost: item.shortageCost == null ? null : every(item.shortageCost),
      backorderCost: item.backorderCost == null ? null : every(item.backorderCost),
      maxLateness: item.maxLateness ?? Infinity,
      price: every(item.price ?? 0),
      fairShare: true,
      fixedDelivery: none,
    })),
    sources: spec.items.map((item, i): Source => ({
      name: item.name ?? `Item ${i + 1}`,
      item: i,
      uses: usesOf(item.use, 1),
      cost: every(item.productionCost ?? 0),
      arrival: every(0).map((_zero, t) => t),
      components: [],
      minLot: item.minLot ?? 0,
      lotSize: item.lotSize ?? 0,
      lotPeriods: Infinity,
      setupCost: every(item.setupCost ?? 0),
      setupUses: usesOf(item.setupUse, 0),
      minimum: every(item.minimum ?? 0),
      maximum: every(item.maximum ?? Infinity),
      fixed: item.fixed ?? none,
      quota: 1,
    })),
    subcontracts: spec.items.flatMap((item, i): Subcontract[] =>
      item.subcontract ? [{ item: i, limit: every(item.subcontract.limit), cost: every(item.subcontract.cost) }] : [],
    ),
    lanes: [],
    resources: resources.map((resource, r): Resource => ({
      name: resource.name ?? (resources.length === 1 ? 'Capacity' : `Resource ${r + 1}`),
      capacity: every(resource.capacity),
      overtimeCapacity: every(resource.overtimeCapacity ?? 0),
      overtimeCost: every(resource.overtimeCost ?? 0),
      minUse: every(resource.minUse ?? 0),
      minUseCost: resource.minUseCost ?? 0,
      targetUse: every(resource.targetUse ?? Infinity),
      targetUseCost: resource.targetUseCost ?? 0,
    })),
    warehouses: spec.warehouse
      ? [
          {
            name: 'Warehouse',
            items: spec.items.map((_item, i) => i),
            capacity: every(spec.warehouse.capacity),
            overflowThreshold: spec.warehouse.threshold ?? 1,
            overflowCost: spec.warehouse.overflowCost == null ? null : every(spec.warehouse.overflowCost),
          } satisfies Warehouse,
        ]
      : [],
    workforce: spec.workforce ? { ...spec.workforce, resource: 0 } : null,
    currentPractice: spec.currentPractice ?? { coveragePeriods: null, production: null },
  };
}
