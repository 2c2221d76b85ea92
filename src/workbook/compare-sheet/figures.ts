import type { PlanReport } from '../../planning';

/** Key figures of a run, as the sheet and the pane compare them. */

/** Fraction of the demand that is delivered, on time or late. */
export function service({ demand, shortage }: Pick<PlanReport, 'demand' | 'shortage'>): number {
  const wanted = sumOf(demand);
  return wanted > 0 ? 1 - sumOf(shortage) / wanted : 1;
}

/** Load over regular capacity of the whole horizon; null where there is no limit. */
export function utilisation({ resources }: Pick<PlanReport, 'resources'>, r: number): number | null {
  const resource = resources?.[r];
  if (!resource || resource.capacity.some((capacity) => capacity === null)) return null;
  const there = resource.capacity.reduce<number>((sum, capacity) => sum + (capacity ?? 0), 0);
  return there > 0 ? resource.load.reduce((sum, load) => sum + load, 0) / there : null;
}

/** Sum over items and periods. */
export function sumOf(matrix: readonly (readonly number[])[] | null): number {
  let sum = 0;
  for (const row of matrix ?? []) for (const value of row) sum += value;
  return sum;
}

/** Most that all items together have in one period; 0 where none has anything. */
export function peakOf(matrix: readonly (readonly number[])[] | null): number {
  return Math.max(0, ...totalsByPeriod(matrix));
}

/** Sum over all items by period. */
export function totalsByPeriod(matrix: readonly (readonly number[])[] | null): readonly number[] {
  return matrix?.[0]?.map((_value, t) => matrix.reduce((sum, row) => sum + row[t], 0)) ?? [];
}
