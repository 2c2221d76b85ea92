import { checkProblem } from './domain/check-problem';
import { costOfPlan } from './domain/cost-of-plan';
import { hasErrors } from './domain/issue';
import type { PlanningProblem } from './domain/planning-problem';
import type { Explanation } from './explanation/explanation';
import { withoutSolver } from './plan-outcome';
import type { PlanOutcome } from './plan-outcome';
import { heuristicPlan } from './rules/heuristic';
import type { Alert, PlannerName, RuleOptions, RulePlanner } from './rules/planner';
import { propagationPlan } from './rules/supply-propagation';

/** The planners that need no solver. */
export const rulePlanners: Readonly<Record<Exclude<PlannerName, 'optimizer'>, RulePlanner>> = {
  heuristic: heuristicPlan,
  propagation: propagationPlan,
};

/**
 * A plan by a rule, in the shape of every plan. It is `optimal` only in the sense that the rule came to its end: it may break
 * limits, which its alerts say. Stock below zero costs nothing to hold.
 */
export function planByRule(
  planner: keyof typeof rulePlanners,
  problem: PlanningProblem,
  options: RuleOptions & { readonly clock: () => number },
): PlanOutcome {
  const issues = checkProblem(problem);
  if (hasErrors(issues)) return { kind: 'invalid', issues };
  const started = options.clock();
  const { plan, ...figures } = rulePlanners[planner](problem, options);
  const inStock = { ...plan, inventory: plan.inventory.map((row) => row.map((units) => Math.max(0, units))) };
  return {
    kind: 'planned',
    status: 'optimal',
    plan,
    cost: costOfPlan(problem, inStock),
    prices: { capacity: problem.resources.map(() => null), storage: problem.warehouses.map(() => null) },
    explanations: figures.alerts.flatMap(asExplanation),
    issues,
    solver: withoutSolver(planner, options.clock() - started),
    rule: { planner, ...figures },
  };
}

/** Shortages and overloads as the reasons that every plan gives; the other alerts are about the rule itself. */
function asExplanation({ kind, item, resource, period, quantity, sentence, said }: Alert): Explanation[] {
  if (kind !== 'shortage' && kind !== 'overload') return [];
  const known = { item, resource, period, quantity, value: null, sentence, ...(said && { said }), inputs: [] };
  return [{ ...known, kind: kind === 'shortage' ? 'shortage' : 'bottleneck' }];
}
