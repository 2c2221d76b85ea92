import type { ItemSpec, ProblemSpec } from '../planning/problem-builder';

type Rate = number | readonly number[];

/** The same problem counted in a smaller unit: quantities grow by the factor, and so does money that is not per unit. */
export function inSmallerUnits(spec: ProblemSpec, factor: number): ProblemSpec {
  const grown = <T extends Rate | null | undefined>(rate: T): T =>
    (typeof rate === 'number'
      ? rate * factor
      : Array.isArray(rate)
        ? rate.map((value: number) => value * factor)
        : rate) as T;
  const many = (rates: readonly number[]) => rates.map((value) => value * factor);
  const item = (entry: ItemSpec): ItemSpec => ({
    ...entry,
    demand: many(entry.demand),
    openingInventory: grown(entry.openingInventory),
    finalInventory: grown(entry.finalInventory),
    safetyStock: grown(entry.safetyStock),
    maxInventory: grown(entry.maxInventory),
    minimum: grown(entry.minimum),
    maximum: grown(entry.maximum),
    fixed: entry.fixed?.map((quantity) => (quantity === null ? null : quantity * factor)),
    subcontract: entry.subcontract && { ...entry.subcontract, limit: grown(entry.subcontract.limit) },
    setupCost: grown(entry.setupCost),
    setupUse: entry.setupUse && many(entry.setupUse),
    minLot: grown(entry.minLot),
    lotSize: grown(entry.lotSize),
  });
  return {
    ...spec,
    items: spec.items.map(item),
    resources: spec.resources?.map((resource) => ({
      ...resource,
      capacity: grown(resource.capacity),
      overtimeCapacity: grown(resource.overtimeCapacity),
      minUse: grown(resource.minUse),
      targetUse: grown(resource.targetUse),
    })),
    warehouse: spec.warehouse && { ...spec.warehouse, capacity: grown(spec.warehouse.capacity) },
    workforce: spec.workforce && {
      ...spec.workforce,
      hoursPerWorker: many(spec.workforce.hoursPerWorker),
      overtimePerWorker: many(spec.workforce.overtimePerWorker),
      wageCost: many(spec.workforce.wageCost),
      hireCost: many(spec.workforce.hireCost),
      layoffCost: many(spec.workforce.layoffCost),
    },
  };
}
