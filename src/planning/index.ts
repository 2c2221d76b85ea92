/** The public interface of the planning core: nothing outside `src/planning` imports any other file of it. */
export { hasErrors } from './domain/issue';
export type { Issue } from './domain/issue';
export { planningModes } from './domain/planning-problem';
export type {
  Component,
  CurrentPractice,
  Demand,
  Item,
  Lane,
  Period,
  PerPeriod,
  PlanningMode,
  PlanningProblem,
  Resource,
  ResourceUse,
  Source,
  Subcontract,
  Warehouse,
  Workforce,
} from './domain/planning-problem';
export { checkProblem } from './domain/check-problem';
