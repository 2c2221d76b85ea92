import type { FoundInput } from './find-input';
import type { Layout } from './read-layout';
import { foundSize } from './read-layout';
import type { InputName } from './schema';

/**
 * Number of resources: of the range Resources where there is one; else as many as a matrix of capacity use has beside the
 * items, or a matrix of capacity beside the periods; else one. A list of capacities alone does not tell: one that is a
 * period too short must not pass for a list of resources.
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

/** Length of the dimension of a matrix beside a known one; 1 for a list, unless there is one item or period. */
function otherDimension(found: FoundInput | undefined, known: number, knownInRows: boolean): number {
  if (!found) return 1;
  const { rows, columns } = foundSize(found);
  if (Math.min(rows, columns) === 1) return known === 1 ? rows * columns : 1;
  if (rows === known && (knownInRows || columns !== known)) return columns;
  return columns === known ? rows : 1;
}
