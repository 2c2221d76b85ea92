import type { Item } from '../../planning';
import type { PlanSheetInput } from './input';
import { planRow } from './plan-row';
import type { PlanRow } from './plan-row';
import type { ProblemIndex } from './problem-index';
import type { CapacityColumns } from './rate-columns';
import { inputValue } from './rates';
import { sharedRows } from './shared-rows';
import type { SharedRows } from './shared-rows';
import { occurs } from './tidy';

/** Rows of one item's block that the blocks of other items refer to, and are therefore made first. */
export interface LinkedRows {
  /** Per item. */
  readonly production: readonly SharedRows[];
  /** Per source; null where it never runs and is left out. */
  readonly made: readonly (PlanRow | null)[];
  /** Per lane, in the block of the sending item; null where nothing is sent. */
  readonly sent: readonly (PlanRow | null)[];
}

/** What these rows are made from. */
type LinkedInput = Pick<PlanSheetInput, 'problem' | 'plan' | 'references'>;

/**
 * Production of every item and what leaves on every lane. Sources that never run are left out where there are several, unless
 * the planner fixed them.
 */
export function linkedRows(input: LinkedInput, index: ProblemIndex, columns: CapacityColumns): LinkedRows {
  const { problem, plan } = input;
  const production = problem.items.map((_, item) => productionRows(input, index, columns, item));
  const made: (PlanRow | null)[] = problem.sources.map(() => null);
  for (const { members } of production) for (const { member, row } of members) made[member] = row;
  const sent = problem.lanes.map(({ from, to, fixed }, lane) => {
    if (!occurs(plan.transport[lane]) && !isFixed(fixed)) return null;
    const twins = index.lanesFrom[from].filter((other) => problem.lanes[other].to === to);
    const number = twins.indexOf(lane) + 1;
    return planRow({
      owner: problem.items[from].name,
      measure: `Sent to ${placeName(problem.items[to])}${number > 1 ? ` (${number})` : ''}`,
      values: plan.transport[lane],
      look: 'decision',
      fixed: fixed.map((units) => units !== null),
    });
  });
  return { production, made, sent };
}

function productionRows(input: LinkedInput, index: ProblemIndex, columns: CapacityColumns, item: number): SharedRows {
  const { problem, plan } = input;
  const running = index.sources[item].filter(
    (source) => occurs(plan.production[source]) || isFixed(problem.sources[source].fixed),
  );
  const shown = running.length > 0 ? running : index.sources[item].slice(0, 1);
  return sharedRows(
    problem.items[item].name,
    'Production',
    shown.map((source) => ({
      member: source,
      name: problem.sources[source].name || `source ${source + 1}`,
      row: {
        values: plan.production[source],
        look: 'decision' as const,
        fixed: problem.sources[source].fixed.map((units) => units !== null),
        rates: problem.sources[source].uses.map(({ resource, use }) => ({
          column: columns.resource(resource),
          ...inputValue(input, 'Capacity_Use', { items: item, resources: resource }, use),
        })),
      },
    })),
  );
}

function isFixed(fixed: readonly (number | null)[]): boolean {
  return fixed.some((units) => units !== null);
}

/** The location of an item, or its name where the problem has no locations. */
export function placeName({ name, location }: Pick<Item, 'name' | 'location'>): string {
  return location || name;
}
