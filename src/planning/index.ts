/** The public interface of the planning core: nothing outside `src/planning` imports any other file of it. */
export { hasErrors, worded } from './domain/issue';
export type { Issue } from './domain/issue';
export { count, filled, list, money, number, quantity, sayIn, tally, textOf } from './domain/said';
export type { CountWord, Said, SaidValue, Translation } from './domain/said';
export { planningModes } from './domain/planning-problem';
export type {
  Component,
  CurrentPractice,
  Demand,
  FairShareSegments,
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
export { periodLength } from './domain/period-length';
export { costByPeriod } from './domain/cost-by-period';
export { checkProblem } from './domain/check-problem';
export { auditPlan } from './domain/audit-plan';
export type { Violation } from './domain/audit-plan';
export {
  costOfPlan,
  costTermIds,
  costTermTitles,
  loadOf,
  regularCapacityOf,
  storageUseOf,
} from './domain/cost-of-plan';
export type { CostOfTerm, CostTermId, PlanCost } from './domain/cost-of-plan';
export type { Matrix, Plan } from './domain/plan';
export type { ClosestPlan } from './explanation/closest-plan';
export { applyFix } from './explanation/fixes';
export type { Fix, FixChange } from './explanation/fixes';
export type { Infeasibility, MissingQuantity } from './explanation/infeasibility';
export { hasIntegers, columnKind, nonzeroCount } from './lp/linear-programme';
export type { Family, LinearProgramme, SparseColumns } from './lp/linear-programme';
export { solveOnce } from './lp/solver';
export type {
  BetterPoint,
  CancelSignal,
  Duals,
  PriceRange,
  SolveEffort,
  SolveOptions,
  SolveOutcome,
  SolveProgress,
  Solver,
  SolverSession,
} from './lp/solver';
export { makePlan } from './make-plan';
export { planByRule } from './plan-by-rule';
export { plannerNames } from './rules/planner';
export type { Alert, PlannerName, RuleOptions, RulePlan } from './rules/planner';
export type { BrokenLimit } from './explanation/yield-limits';
export type { ReasonTexts } from './reason-texts';
export { openPlanning } from './planning-session';
export type { PlanningSession, PlanOptions } from './planning-session';
export { withoutSolver } from './plan-outcome';
export type { PlannedOutcome, PlanOutcome, SolverReport, UnplannedOutcome, WhatIfOutcome } from './plan-outcome';
export { changeableInputs, changeProblem } from './domain/change-problem';
export type { ChangeableInput, ProblemChange } from './domain/change-problem';
export { comparePlans } from './explanation/compare-plans';
export type { CostedPlan, ItemPeriodQuantity, PlanComparison } from './explanation/compare-plans';
export { currentPractice } from './explanation/current-practice';
export type { Practice } from './explanation/current-practice';
export type { Explanation } from './explanation/explanation';
export type { Prices } from './explanation/prices';
export { invalidReport, moneyReport, planReport } from './report/plan-report';
export type { AlertReport, PlanReport, PresetReport, ResourceReport } from './report/plan-report';
export { networkRows } from './report/network-rows';
export type { NetworkRow } from './report/network-rows';
export { problemAt, sweep } from './what-if/sweep';
export type { Sweep, SweepOptions, SweepPoint, SweepRange } from './what-if/sweep';
export type { SweepBreak } from './what-if/sweep-breaks';
export { costOfOverrides, withOverrides } from './what-if/overrides';
export type { Override, OverrideCosts } from './what-if/overrides';
