import type { Plan, PlanComparison, PlanningProblem, PerPeriod, PresetReport } from '../../planning';
import type { PricedOverride } from '../sheet-override';
import type { InputReference, ReferencedInput } from './input-reference';

/** Everything that the plan sheet shows; the clock and the solver's account of itself are arguments. */
export interface PlanSheetInput {
  readonly problem: PlanningProblem;
  readonly plan: Plan;
  /** Name of the scenario; null when the workbook has only one. */
  readonly scenario: string | null;
  /** The preset of cost rates that it was planned with; absent: the workbook's own rates. */
  readonly preset?: PresetReport | null;
  /** A change that the workbook does not have, tried with this plan; absent: none. */
  readonly tried?: string;
  /** `closest`: no plan satisfies all limits, and this one comes closest. `rule`: nobody looked for the best plan. */
  readonly status: 'optimal' | 'stoppedEarly' | 'closest' | 'rule';
  /** Whether limits of the inputs may be broken: then the sheet's checks are about its sums, and limits stand apart. */
  readonly breaksLimits?: boolean;
  /** Units of each item missing at the end of the period before that a rule writes off, by period; absent: none. */
  readonly writtenOff?: Plan['inventory'];
  /** Fraction between the plan and the proven bound; null where none is known. */
  readonly gap: number | null;
  readonly costs: PlanCosts;
  /** Date and time of the run: ISO text, or an Excel serial number. */
  readonly runDate: string | number;
  readonly engine: { readonly name: string; readonly version: string };
  readonly model: { readonly rows: number; readonly columns: number; readonly nonzeros: number };
  /** See `fingerprint.ts`. */
  readonly fingerprint: string;
  readonly formats: PlanSheetFormats;
  /** What the period headings hold where it is not the text of the labels, e.g. dates as serial numbers. */
  readonly periodHeadings: readonly (string | number)[] | null;
  /** Change of total cost per additional unit of capacity, per resource; null where no price is valid. */
  readonly shadowPrices: readonly (PerPeriod | null)[];
  /** What is done today against this plan, from the periods of cover or the production in the workbook; absent where unknown. */
  readonly today?: { readonly kind: 'rule' | 'workbook'; readonly comparison: PlanComparison } | null;
  /** What the planner typed over the plan, with its costs; absent: nothing. */
  readonly overrides?: readonly PricedOverride[];
  /** Whether the inputs still are what was planned with; absent: the sheet does not say. */
  readonly inputChecks?: readonly InputCheck[];
  /** Where the user's own cells stand, so that the sheet's formulas follow them; absent for defaults and tables. */
  readonly references: Readonly<Partial<Record<ReferencedInput, InputReference>>>;
}

/** Costs as the audit derived them from the plan. */
export interface PlanCosts {
  /** Money; without revenue. */
  readonly total: number;
  readonly terms: readonly PlanCostTerm[];
  /** Null where the problem has no prices. */
  readonly revenue: { readonly total: number; readonly perItem: readonly number[] } | null;
}

/** One term of the cost. Terms that are 0 are not shown. */
export interface PlanCostTerm {
  /** Key of `costs` in the contract's JSON: production, holding, shortage, backorder, … */
  readonly id: string;
  readonly title: string;
  readonly total: number;
  /** In the order of the problem's items; null for a term that belongs to no item. */
  readonly perItem: readonly number[] | null;
}

/** Excel's number format codes, taken from the input cells; `General` lets the sheet choose. */
export interface PlanSheetFormats {
  readonly quantity: string;
  readonly money: string;
  /** Of the period headings. */
  readonly period: string;
}

/** Whether an input's cells still hold what the plan was made from, as a formula without its equals sign. */
export interface InputCheck {
  readonly title: string;
  readonly formula: string;
}
