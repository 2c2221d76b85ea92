import type { Plan, PlanningProblem, PlanReport } from '../../planning';
import type { ScenarioEffect } from '../scenarios/apply-scenario';

/** One of the plans that are compared: a scenario, a way of planning, or what is done today. */
export interface ComparedRun {
  readonly name: string;
  readonly report: PlanReport;
  /** How it came about, in words; by default how the solver ended. */
  readonly ending?: string;
  /** Null where there is no plan: only how the run ended is shown. */
  readonly planned: { readonly problem: PlanningProblem; readonly plan: Plan } | null;
  /** Inputs that the run has otherwise than the workbook. */
  readonly effects: readonly ScenarioEffect[];
}

/** Everything that the comparison shows. The first run is what the others are compared with. */
export interface CompareSheetInput {
  /** All on the same items and periods. */
  readonly runs: readonly ComparedRun[];
  readonly runDate: string;
  readonly formats: { readonly quantity: string; readonly money: string; readonly period: string };
  /** What the period headings hold where it is not the text of the labels, e.g. dates as serial numbers. */
  readonly periodHeadings: readonly (string | number)[] | null;
  /** ISO date of each period; null where the labels are no dates. */
  readonly periodDates: readonly (string | null)[];
}

/** A run that has a plan. */
export type PlannedRun = ComparedRun & { readonly planned: NonNullable<ComparedRun['planned']> };

export function isPlanned(run: ComparedRun): run is PlannedRun {
  return run.planned !== null;
}
