import fc from 'fast-check';
import type { Component, Demand, Item, Lane, PlanningProblem, Resource, Source } from '../../src/planning';

/** A network in a few words; what is not given has the tables' default. */
export interface NetworkSpec {
  readonly mode?: PlanningProblem['mode'];
  readonly horizon: number;
  /** Names `product @ location`. */
  readonly items: readonly (Partial<Omit<Item, 'safetyStock' | 'holdingCost'>> & {
    readonly name: string;
    readonly safety?: number;
    readonly holding?: number;
  })[];
  readonly demands: readonly (Partial<Demand> & { readonly item: number; readonly quantity: readonly number[] })[];
  readonly sources?: readonly (Partial<Omit<Source, 'cost' | 'components'>> & {
    readonly item: number;
    readonly unitCost?: number;
    readonly leadTime?: number;
    readonly components?: readonly Component[];
  })[];
  readonly lanes?: readonly (Partial<Omit<Lane, 'cost'>> & {
    readonly from: number;
    readonly to: number;
    readonly unitCost?: number;
    readonly leadTime?: number;
  })[];
  readonly resources?: readonly (Partial<Resource> & { readonly name: string; readonly capacity: readonly number[] })[];
}

/** The planning problem of a network. */
export function networkOf(spec: NetworkSpec): PlanningProblem {
  const { horizon } = spec;
  const every = <T>(value: T): T[] => new Array<T>(horizon).fill(value);
  const after = (leadTime: number) => every(0).map((_zero, t) => Math.min(horizon, t + leadTime));
  return {
    mode: spec.mode ?? 'cost',
    periods: every(0).map((_zero, t) => ({ label: `P${t + 1}` })),
    items: spec.items.map(({ safety = 0, holding = 0, ...item }): Item => {
      const [product, location] = item.name.split(' @ ');
      return {
        product,
        location,
        openingInventory: 0,
        holdingCost: every(holding),
        safetyStock: every(safety),
        safetyStockCost: null,
        maxInventory: every(Infinity),
        maxInventoryCost: null,
        finalInventory: 0,
        receipts: every(0),
        storageUse: 1,
        ...item,
      };
    }),
    demands: spec.demands.map((demand): Demand => ({
      customer: '',
      shortageCost: null,
      backorderCost: null,
      maxLateness: Infinity,
      price: every(0),
      fairShare: true,
      fixedDelivery: every(null),
      ...demand,
    })),
    sources: (spec.sources ?? []).map(({ unitCost = 0, leadTime = 0, components = [], ...source }): Source => ({
      name: spec.items[source.item].name,
      uses: [],
      cost: every(unitCost),
      arrival: after(leadTime),
      components,
      minLot: 0,
      lotSize: 0,
      lotPeriods: Infinity,
      setupCost: every(0),
      setupUses: [],
      minimum: every(0),
      maximum: every(Infinity),
      fixed: every(null),
      quota: 1,
      ...source,
    })),
    subcontracts: [],
    lanes: (spec.lanes ?? []).map(({ unitCost = 0, leadTime = 0, ...lane }): Lane => ({
      name: `${spec.items[lane.from].name} > ${spec.items[lane.to].name}`,
      cost: every(unitCost),
      arrival: after(leadTime),
      minLot: 0,
      lotSize: 0,
      lotPeriods: Infinity,
      maximum: every(Infinity),
      fixed: every(null),
      quota: 1,
      ...lane,
    })),
    resources: (spec.resources ?? []).map((resource): Resource => ({
      overtimeCapacity: every(0),
      overtimeCost: every(0),
      minUse: every(0),
      minUseCost: 0,
      targetUse: every(Infinity),
      targetUseCost: 0,
      ...resource,
    })),
    warehouses: [],
    workforce: null,
    currentPractice: { coveragePeriods: null, production: null },
  };
}

/**
 * Networks of two plants, a distribution centre and a shop, with a component, a co-product, lots, lead times, fixed
 * quantities and safety stock.
 */
export const networks: fc.Arbitrary<PlanningProblem> = fc
  .record({
    shop: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 6, maxLength: 6 }),
    centre: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 6, maxLength: 6 }),
    opening: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 5, maxLength: 5 }),
    safety: fc.integer({ min: 0, max: 15 }),
    leadTimes: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }),
    quota: fc.integer({ min: 0, max: 10 }),
    lotSize: fc.constantFrom(0, 7, 25),
    fixed: fc.array(fc.option(fc.integer({ min: 0, max: 30 }), { freq: 3 }), { minLength: 6, maxLength: 6 }),
    perUnit: fc.integer({ min: 1, max: 3 }),
    receipt: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ shop, centre, opening, safety, leadTimes, quota, lotSize, fixed, perUnit, receipt }) =>
    networkOf({
      horizon: 6,
      items: [
        { name: 'A @ Shop', openingInventory: opening[0] },
        { name: 'A @ Centre', openingInventory: opening[1], safety, receipts: [0, receipt, 0, 0, 0, 0] },
        { name: 'A @ North', openingInventory: opening[2] },
        { name: 'A @ South', openingInventory: opening[3] },
        { name: 'Part @ North', openingInventory: opening[4] },
        { name: 'Scrap @ North' },
      ],
      demands: [
        { item: 0, quantity: shop },
        { item: 1, quantity: centre, customer: 'Direct' },
      ],
      sources: [
        {
          item: 2,
          leadTime: leadTimes[0],
          fixed,
          components: [
            { item: 4, quantity: perUnit },
            { item: 5, quantity: -0.5 },
          ],
        },
        { item: 3, lotSize },
        { item: 4, leadTime: leadTimes[1] },
      ],
      lanes: [
        { from: 1, to: 0, leadTime: leadTimes[2] },
        { from: 2, to: 1, quota: quota / 10, leadTime: leadTimes[3] },
        { from: 3, to: 1, quota: 1 - quota / 10 },
      ],
    }),
  );
