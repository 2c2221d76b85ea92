import type { PlanningProblem } from '../../domain/planning-problem';
import { production } from '../decisions/production';
import { setUps } from '../decisions/set-ups';
import { termTo } from '../parts';
import type { Term } from '../parts';

/** What production and its set-ups use of each resource: the left-hand side that all limits of a resource share. */
export const resourceLoad: readonly Term[] = [
  termTo(production, (problem: PlanningProblem, { source, period }, add) => {
    for (const { resource, use } of problem.sources[source].uses) add({ resource, period }, use);
  }),
  termTo(setUps, (problem: PlanningProblem, { source, period }, add) => {
    for (const { resource, use } of problem.sources[source].setupUses) add({ resource, period }, use);
  }),
];
