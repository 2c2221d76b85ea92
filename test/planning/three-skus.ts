import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanningProblem } from '../../src/planning';
import { problemOf } from './problem-builder';

interface ThreeSkus {
  readonly data: {
    readonly months: readonly string[];
    readonly demand: Readonly<Record<string, readonly number[]>>;
    readonly skus: Readonly<Record<string, Readonly<Record<string, number>>>>;
    readonly max_inventory_per_sku: number;
  };
}

/** The published case of three SKUs that share a factory, with some capacity a month. */
export function threeSkus(capacity: number): PlanningProblem {
  const path = join(__dirname, '../../../shared/cases/seed4_three_skus_shared_capacity.json');
  const { data } = JSON.parse(readFileSync(path, 'utf8')) as ThreeSkus;
  return problemOf({
    periods: data.months,
    items: Object.entries(data.demand).map(([name, demand]) => ({
      name,
      demand,
      productionCost: data.skus[name].production_cost,
      holdingCost: data.skus[name].holding_cost,
      openingInventory: data.skus[name].initial_inventory,
      safetyStock: data.skus[name].safety_stock,
      maxInventory: data.max_inventory_per_sku,
    })),
    resources: [{ capacity }],
  });
}
