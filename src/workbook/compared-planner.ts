import type { PlanJudgement } from './judge-plan';
import type { PlannedWorkbook } from './plan-workbook';

/** A planner's run; the judgement is null where it has no plan. */
export interface ComparedPlanner extends PlannedWorkbook {
  readonly name: string;
  readonly judgement: PlanJudgement | null;
}
