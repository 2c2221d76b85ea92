import type { FoundInput } from './find-input';
import type { Layout } from './read-layout';
import { foundSize } from './read-layout';
import type { InputName } from './schema';

/**
 * Number of resources: of the range Resources where there is one; else as many as a matrix of capacity use has beside the
 * items, or a matrix of capacity beside the periods; else the length of a list of capacities that is no list of periods.
 */
export function resourceCount(found: ReadonlyMap<InputName, FoundInput>, layout: Layout): number {
  const named = found.get('Resources');
  if (named) {
    const { rows, columns } = foundSize(named);
    return rows * columns;
  }
  for (const name of ['Capacity_Use', 'Setup_Use'] as const) {
    const count = otherDimension(found.get(name), layout.items, layout.periodsRun === 'across');
    if (count > 1) return count;
  }
  for (const name of ['Capacity', 'Overtime_Capacity', 'Min_Capacity', 'Target_Capacity'] as const) {
    const count = otherDimension(found.get(name), layout.periods, layout.periodsRun === 'down');
    if (count > 1) return count;
  }
  return 1;
}

/** Length of the dimension of a range beside a known one; a list that does not have the known length is all of it. */
function otherDimension(found: FoundInput | undefined, known: number, knownInRows: boolean): number {
  if (!found) return 1;
  const { rows, columns } = foundSize(found);
  if (Math.min(rows, columns) === 1) {
    const length = rows * columns;
    return length === known ? 1 : length;
  }
  if (rows === known && (knownInRows || columns !== known)) return columns;
  return columns === known ? rows : 1;
}
