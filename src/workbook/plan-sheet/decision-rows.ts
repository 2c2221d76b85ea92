import type { Plan, PlanningProblem } from '../../planning';
import type { SheetOverride } from '../sheet-override';
import { linkedRows } from './linked-rows';
import { indexProblem } from './problem-index';
import { capacityColumns } from './rate-columns';
import { tidyPlan } from './tidy';

/** A row of the plan sheet with decisions, over which a planner may type. */
export interface DecisionRow {
  readonly kind: SheetOverride['kind'];
  /** Of the source or lane. */
  readonly name: string;
  /** The first two cells of the row. */
  readonly owner: string;
  readonly measure: string;
  /** Units by period, as the sheet shows them. */
  readonly quantities: readonly number[];
}

/** A row that adds up the sources of an item, each of which has a row of its own below. */
export type SumRow = Pick<DecisionRow, 'owner' | 'measure' | 'quantities'>;

/** The rows that the sheet of a plan has for what is made and what is sent. */
export function decisionRows(
  problem: PlanningProblem,
  plan: Plan,
): { readonly rows: readonly DecisionRow[]; readonly sums: readonly SumRow[] } {
  const input = { problem, plan: tidyPlan(plan), references: {} };
  const { production, made, sent } = linkedRows(input, indexProblem(problem), capacityColumns(problem));
  const rows: DecisionRow[] = [];
  made.forEach((row, source) => {
    if (!row) return;
    const { owner, measure } = row;
    const { name } = problem.sources[source];
    rows.push({ kind: 'production', name, owner, measure, quantities: input.plan.production[source] });
  });
  sent.forEach((row, lane) => {
    if (!row) return;
    const { owner, measure } = row;
    const { name } = problem.lanes[lane];
    rows.push({ kind: 'transport', name, owner, measure, quantities: input.plan.transport[lane] });
  });
  const sums = production.flatMap(({ total, members }): SumRow[] =>
    total && members.length > 1
      ? [{ owner: total.owner, measure: total.measure, quantities: total.values.map((units) => units ?? 0) }]
      : [],
  );
  return { rows, sums };
}
