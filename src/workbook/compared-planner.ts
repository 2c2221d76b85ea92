import type { PlanReport } from '../planning';
import type { PlanJudgement } from './judge-plan';
import type { PlannedWorkbook } from './plan-workbook';

/** A planner's run; the judgement is null where it has no plan. */
export interface ComparedPlanner extends PlannedWorkbook {
  readonly name: string;
  readonly judgement: PlanJudgement | null;
  /** What the plan costs at the workbook's own rates, also where it was made with those of a preset. */
  readonly money: Pick<PlanReport, 'totalCost' | 'revenue' | 'costs'>;
}
