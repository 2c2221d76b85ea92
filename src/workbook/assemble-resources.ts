import type { Resource, ResourceUse, Workforce } from '../planning/index';
import { isGiven, perPeriod, single } from './input-set';
import type { InputSet } from './input-set';
import { numberAt } from './read-input';
import type { InputName } from './schema';

/** What the resource is called where there is one and the workbook does not name it. */
export const onlyResource = 'Capacity';

/** Any of these asks for a resource. */
const resourceInputs: readonly InputName[] = [
  'Capacity',
  'Overtime_Capacity',
  'Min_Capacity',
  'Target_Capacity',
  'Initial_Workers',
];

/** Whether production is limited, priced or measured by capacity at all. */
export function needsResources(set: InputSet): boolean {
  return resourceInputs.some((name) => isGiven(set, name));
}

/** The resources; where workers are given, their hours take the place of the first one's capacity. */
export function resourcesOf(set: InputSet, names: readonly string[]): Resource[] {
  return names.map((name, resource) => {
    const staffed = resource === 0 && isGiven(set, 'Initial_Workers');
    // What the workers may work over limits by itself; a limit of the resource holds besides.
    const overtime = staffed && isGiven(set, 'Overtime_Per_Worker') ? Infinity : 0;
    return {
      name,
      capacity: staffed ? perPeriodZeros(set) : perPeriod(set, 'Capacity', resource, Infinity),
      overtimeCapacity: perPeriod(set, 'Overtime_Capacity', resource, overtime),
      overtimeCost: perPeriod(set, 'Overtime_Cost', resource, 0),
      minUse: perPeriod(set, 'Min_Capacity', resource, 0),
      minUseCost: single(set, 'Min_Capacity_Cost', resource, 0),
      targetUse: perPeriod(set, 'Target_Capacity', resource, Infinity),
      targetUseCost: single(set, 'Target_Capacity_Cost', resource, 0),
    };
  });
}

/** What an item (or its set-up) uses of each resource; resources that it does not use are left out. */
export function usesOf(
  set: InputSet,
  name: 'Capacity_Use' | 'Setup_Use',
  item: number,
  fallback: number,
): ResourceUse[] {
  const input = set.numbers.get(name);
  const uses = Array.from({ length: set.dimensions.resources }, (_, resource) => ({
    resource,
    use: (input && numberAt(input, item, resource)) ?? fallback,
  }));
  return uses.filter(({ use }) => use !== 0);
}

/** The workforce; null unless workers are given. */
export function workforceOf(set: InputSet, wholeWorkers: boolean): Workforce | null {
  if (!isGiven(set, 'Initial_Workers')) return null;
  return {
    resource: 0,
    initialWorkers: single(set, 'Initial_Workers', 0, 0),
    hoursPerWorker: perPeriod(set, 'Hours_Per_Worker', 0, 0),
    overtimePerWorker: perPeriod(set, 'Overtime_Per_Worker', 0, isGiven(set, 'Overtime_Capacity') ? Infinity : 0),
    wageCost: perPeriod(set, 'Wage_Cost', 0, 0),
    hireCost: perPeriod(set, 'Hire_Cost', 0, 0),
    layoffCost: perPeriod(set, 'Layoff_Cost', 0, 0),
    maxWorkers: perPeriod(set, 'Max_Workers', 0, Infinity),
    wholeWorkers,
  };
}

function perPeriodZeros(set: InputSet): number[] {
  return Array.from({ length: set.dimensions.periods }, () => 0);
}
