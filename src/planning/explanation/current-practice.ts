import { costOfPlan } from '../domain/cost-of-plan';
import type { PlanCost } from '../domain/cost-of-plan';
import type { Plan } from '../domain/plan';
import type { PlanningProblem } from '../domain/planning-problem';
import { coverageRulePlan } from '../rules/coverage-rule';
import { simulateProduction } from '../rules/simulate-production';

/** What is done today, costed like any plan. */
export interface Practice {
  /** `rule`: computed from the periods of cover. `workbook`: the production that stands in the workbook. */
  readonly kind: 'rule' | 'workbook';
  readonly plan: Plan;
  readonly cost: PlanCost;
}

/** The plan of the fixed rule, or of the production in the workbook where no rule is given; null where there is neither. */
export function currentPractice(problem: PlanningProblem): Practice | null {
  const { coveragePeriods, production } = problem.currentPractice;
  if (coveragePeriods) {
    const plan = coverageRulePlan(problem, coveragePeriods);
    if (plan) return { kind: 'rule', plan, cost: costOfPlan(problem, plan) };
  }
  if (production && problem.lanes.length === 0 && problem.sources.length === problem.items.length) {
    const plan = simulateProduction(
      problem,
      problem.sources.map(({ item }) => production[item]),
    );
    return { kind: 'workbook', plan, cost: costOfPlan(problem, plan) };
  }
  return null;
}
