import type { Issue } from './issue';
import type { PlanningProblem } from './planning-problem';

/** Everything about the problem as a whole that cannot be right. */
export function checkProblem(problem: PlanningProblem): Issue[] {
  void problem;
  return [];
}
