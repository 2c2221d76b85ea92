import type { FairShareSegments } from '../planning/index';
import type { FoundInput } from './find-input';
import { isGiven, single } from './input-set';
import type { InputSet } from './input-set';
import { readInputNumbers } from './read-input';
import type { InputNumbers } from './read-input';
import type { Reports } from './reports';
import type { InputName } from './schema';

const names = ['Fair_Share_Segments', 'Fair_Share_Growth'] as const satisfies readonly InputName[];
const usualGrowth = 2;

/** How the mode fair-share spreads shortage: by segments where the workbook names their number, else exactly. */
export function fairShareOf(set: InputSet): { readonly fairShareSegments?: FairShareSegments } {
  if (!isGiven(set, 'Fair_Share_Segments')) return {};
  const count = single(set, 'Fair_Share_Segments', 0, 1);
  return { fairShareSegments: { count, growth: single(set, 'Fair_Share_Growth', 0, usualGrowth) } };
}

/** The same for a network, of whose inputs only these are named ranges. */
export function networkFairShare(
  found: ReadonlyMap<InputName, FoundInput>,
  reports: Reports,
): ReturnType<typeof fairShareOf> {
  const dimensions = { items: 1, periods: 1, resources: 1, periodsRun: 'across' } as const;
  const numbers = new Map<InputName, InputNumbers>();
  for (const name of names) {
    const input = found.get(name);
    const read = input && readInputNumbers(input, dimensions, reports.of(name));
    if (read) numbers.set(name, read);
  }
  return fairShareOf({ dimensions, numbers });
}
