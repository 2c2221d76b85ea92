import type { Matrix, Plan } from '../domain/plan';
import type { Said } from '../domain/said';
import type { PlanningProblem } from '../domain/planning-problem';

/** The ways to make a plan: by the solver, or by one of the rules that planning systems use. */
export const plannerNames = ['optimizer', 'heuristic', 'propagation'] as const;
export type PlannerName = (typeof plannerNames)[number];

/** Something that a planner has to see to by hand: rules break limits and say so instead of keeping them. */
export interface Alert {
  readonly kind: 'negativeStock' | 'shortage' | 'overload' | 'maximum' | 'storage' | 'leadTime' | 'quota' | 'cycle';
  readonly item: number | null;
  /** Name of the resource, lane or warehouse, or null. */
  readonly resource: string | null;
  readonly period: number | null;
  /** Units or capacity units it is about. */
  readonly quantity: number | null;
  readonly sentence: string;
  /** The sentence with what it is made of, to be said in another language; absent where there is only English. */
  readonly said?: readonly Said[];
}

/** What a planner may choose about the rules. */
export interface RuleOptions {
  /** Whether stock below zero raises the requirement of the next period; otherwise it is dropped. */
  readonly carryOver?: boolean;
  /** Whether other sources take up what a fixed quantity leaves over or short. */
  readonly balanceReceipts?: boolean;
  /** How far the quotas of an item may add up to more or less than 1 before it is alerted, 0 to 0.1. */
  readonly quotaTolerance?: number;
  /** Periods of future requirement that the stock of each item should cover besides its safety stock. */
  readonly coveragePeriods?: readonly number[];
  /** How propagation splits what there is: the same part for all requests, or the dearest shortage served first. */
  readonly split?: 'proportional' | 'priority';
}

/** The plan of a rule. Unlike an optimal plan it may break limits; what it breaks is alerted. */
export interface RulePlan {
  /** Projected stock (`inventory`) may be negative. */
  readonly plan: Plan;
  /** Units that each item's stock is below zero at the end of each period. */
  readonly backlog: Matrix;
  /**
   * Units of the previous period's backlog that are dropped before each period, so that
   * `stock(t) = stock(t−1) + dropped(t) + receipts(t) − supply(t)` always adds up; zeros with carry-over.
   */
  readonly dropped: Matrix;
  /** Number of future periods that each stock covers; Infinity where nothing more is required. */
  readonly coverage: Matrix;
  readonly alerts: readonly Alert[];
}

/** A rule-based planner: problem in, plan out, no solver. */
export type RulePlanner = (problem: PlanningProblem, options?: RuleOptions) => RulePlan;
