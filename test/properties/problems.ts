import * as fc from 'fast-check';
import type { PlanningMode } from '../../src/planning';
import type { ItemSpec, ProblemSpec, ResourceSpec } from '../planning/problem-builder';

/** What a generated problem may contain. */
export interface Features {
  /** Set-ups, lots and whole workers. */
  readonly integers: boolean;
  readonly modes?: readonly PlanningMode[];
  readonly maxItems?: number;
  readonly maxPeriods?: number;
  /** Least money for what could otherwise be claimed without a trace: overtime, overflow, hiring, set-ups. */
  readonly leastCost?: number;
}

const whole = (min: number, max: number) => fc.integer({ min, max });

/** A value that is given as often as not. */
const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** One number for all periods, or one per period. */
function rate(periods: number, min: number, max: number): fc.Arbitrary<number | number[]> {
  return fc.oneof(whole(min, max), fc.array(whole(min, max), { minLength: periods, maxLength: periods }));
}

function items(periods: number, resources: number, features: Features): fc.Arbitrary<ItemSpec> {
  const { integers, leastCost = 0 } = features;
  const perResource = (max: number) => fc.array(whole(0, max), { minLength: resources, maxLength: resources });
  const onlyWith = <T>(value: fc.Arbitrary<T>) => (integers ? sometimes(value) : fc.constant(undefined));
  const fixed = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, whole(0, 25)), {
    minLength: periods,
    maxLength: periods,
  });
  return fc.record({
    demand: fc.array(whole(0, 40), { minLength: periods, maxLength: periods }),
    productionCost: rate(periods, 0, 20),
    holdingCost: rate(periods, 0, 5),
    openingInventory: whole(0, 30),
    finalInventory: fc.oneof(fc.constant(0), whole(0, 15)),
    safetyStock: rate(periods, 0, 20),
    safetyStockCost: fc.option(whole(0, 10)),
    maxInventory: fc.oneof(fc.constant(Infinity), rate(periods, 15, 80)),
    shortageCost: fc.oneof(
      { weight: 1, arbitrary: fc.constant(null) },
      { weight: 3, arbitrary: rate(periods, 0, 100) },
    ),
    backorderCost: fc.option(rate(periods, 0, 10)),
    maxLateness: fc.constantFrom(0, 1, 2, 3, Infinity),
    price: rate(periods, 0, 60),
    use: perResource(3),
    storageUse: fc.constantFrom(0, 0.5, 1, 2),
    minimum: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, rate(periods, 0, 10)),
    // Never below a minimum: that is refused before it is planned.
    maximum: fc.oneof({ weight: 3, arbitrary: fc.constant(Infinity) }, rate(periods, 10, 60)),
    fixed: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fixed }),
    subcontract: fc.option(
      fc.record({ limit: fc.oneof(fc.constant(Infinity), rate(periods, 0, 20)), cost: rate(periods, 0, 60) }),
    ),
    setupCost: onlyWith(rate(periods, leastCost, 80)),
    setupUse: onlyWith(perResource(12)),
    minLot: onlyWith(whole(0, 25)),
    lotSize: onlyWith(fc.constantFrom(0, 4, 7.5, 10)),
  });
}

function resources(periods: number, { leastCost = 0 }: Features): fc.Arbitrary<ResourceSpec> {
  return fc.record({
    capacity: fc.oneof(rate(periods, 0, 160), fc.constant(Infinity)),
    overtimeCapacity: fc.oneof(fc.constant(0), rate(periods, 0, 40), fc.constant(Infinity)),
    overtimeCost: rate(periods, leastCost, 15),
    minUse: fc.oneof(fc.constant(0), rate(periods, 0, 60)),
    minUseCost: whole(0, 6),
    targetUse: fc.oneof(fc.constant(Infinity), rate(periods, 10, 100)),
    targetUseCost: whole(0, 6),
  });
}

function workforces(periods: number, { integers, leastCost = 0 }: Features) {
  const every = (min: number, max: number) => fc.array(whole(min, max), { minLength: periods, maxLength: periods });
  return fc.record({
    initialWorkers: whole(0, 5),
    hoursPerWorker: every(8, 20),
    overtimePerWorker: every(0, 6),
    wageCost: every(0, 60),
    hireCost: every(leastCost, 40),
    layoffCost: every(leastCost, 40),
    maxWorkers: fc.oneof(every(4, 9), fc.constant(new Array<number>(periods).fill(Infinity))),
    wholeWorkers: integers ? fc.boolean() : fc.constant(false),
  });
}

/** Problems of a single plant, small enough to solve hundreds of them, with every feature in every combination. */
export function problemSpecs(features: Features): fc.Arbitrary<ProblemSpec> {
  const { modes = ['cost'], maxItems = 4, maxPeriods = 6, leastCost = 0 } = features;
  return fc.tuple(whole(2, maxPeriods), whole(0, 2)).chain(([periods, resourceCount]) =>
    fc.record({
      mode: fc.constantFrom(...modes),
      items: fc.array(items(periods, resourceCount, features), { minLength: 1, maxLength: maxItems }),
      resources: fc.array(resources(periods, features), { minLength: resourceCount, maxLength: resourceCount }),
      warehouse: sometimes(
        fc.record({
          capacity: fc.oneof(rate(periods, 20, 200), fc.constant(Infinity)),
          threshold: fc.constantFrom(0.5, 0.87, 1),
          overflowCost: fc.option(rate(periods, leastCost, 8)),
        }),
      ),
      workforce: resourceCount > 0 ? sometimes(workforces(periods, features)) : fc.constant(undefined),
    }),
  );
}
