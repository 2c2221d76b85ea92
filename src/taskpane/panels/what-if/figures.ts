import { hasErrors } from '../../../planning';
import type { CostOfTerm, Plan, PlanningProblem, WhatIfOutcome } from '../../../planning';
import { capacityCharts } from '../../../workbook/stacked-charts';
import type { StackedChart } from '../../../workbook/stacked-charts';

/** What an item lacks, over the periods in which it does. */
export interface Lack {
  readonly kind: 'short' | 'late' | 'safetyStock';
  readonly item: string;
  /** Units never delivered in all; for the others the most at the end of any period. */
  readonly units: number;
  readonly firstPeriod: string;
  readonly lastPeriod: string;
}

/** An answer as it is shown. */
export type WhatIfFigures =
  | {
      readonly kind: 'planned';
      readonly status: 'optimal' | 'stoppedEarly';
      /** Relative distance to what is proven possible; null where nothing is. */
      readonly gap: number | null;
      /** Money: total cost, or in mode `profit` revenue less cost. */
      readonly objective: number;
      readonly terms: readonly CostOfTerm[];
      readonly totalCost: number;
      readonly revenue: number;
      readonly capacity: readonly StackedChart[];
      /** The largest first, kind by kind. */
      readonly lacks: readonly Lack[];
    }
  | { readonly kind: 'infeasible' }
  | { readonly kind: 'failed'; readonly reason: 'timeLimit' | 'unbounded' | 'other'; readonly message: string };

/** Units below this are rounding. */
const leastUnits = 1e-6;

/** What an answer shows of a plan, of the problem with its changes made; `ranks` gives the items their colours. */
export function figuresOf(problem: PlanningProblem, outcome: WhatIfOutcome, ranks: readonly number[]): WhatIfFigures {
  switch (outcome.kind) {
    case 'planned': {
      const { status, plan, cost, solver } = outcome;
      return {
        kind: 'planned',
        status,
        gap: solver.gap,
        objective: problem.mode === 'profit' ? cost.revenue - cost.total : cost.total,
        terms: cost.terms,
        totalCost: cost.total,
        revenue: cost.revenue,
        capacity: capacityCharts(problem, plan, ranks),
        lacks: lacksOf(problem, plan),
      };
    }
    case 'infeasible':
      return { kind: 'infeasible' };
    case 'unbounded':
      return { kind: 'failed', reason: 'unbounded', message: '' };
    case 'invalid':
      return { kind: 'failed', reason: 'other', message: firstError(outcome.issues) };
    case 'failed':
      return {
        kind: 'failed',
        reason: outcome.reason === 'timeLimit' ? 'timeLimit' : 'other',
        message: outcome.message,
      };
  }
}

function firstError(issues: Extract<WhatIfOutcome, { kind: 'invalid' }>['issues']): string {
  return issues.find((issue) => hasErrors([issue]))?.message ?? '';
}

function lacksOf(problem: PlanningProblem, plan: Plan): readonly Lack[] {
  const { items, demands } = problem;
  const perItem = (rows: Plan['shortage']) =>
    items.map((_item, i) => sumOf(rows.filter((_row, k) => demands[k].item === i)));
  const below = items.map(({ safetyStock }, i) =>
    safetyStock.map((units, t) => Math.max(0, units - plan.inventory[i][t])),
  );
  return [
    ...lacksOfKind(problem, 'short', perItem(plan.shortage)),
    ...lacksOfKind(problem, 'late', perItem(plan.backorders)),
    ...lacksOfKind(problem, 'safetyStock', below),
  ];
}

function lacksOfKind(
  { items, periods }: PlanningProblem,
  kind: Lack['kind'],
  rows: readonly (readonly number[])[],
): Lack[] {
  return rows
    .flatMap((row, i): Lack[] => {
      const lacking = row.flatMap((units, t) => (units > leastUnits ? [{ units, t }] : []));
      if (lacking.length === 0) return [];
      const all = lacking.map(({ units }) => units);
      return [
        {
          kind,
          item: items[i].name,
          units: kind === 'short' ? all.reduce((sum, units) => sum + units, 0) : Math.max(...all),
          firstPeriod: periods[lacking[0].t].label,
          lastPeriod: periods[lacking[lacking.length - 1].t].label,
        },
      ];
    })
    .sort((one, other) => other.units - one.units);
}

/** Rows added up, period by period. */
function sumOf(rows: readonly (readonly number[])[]): number[] {
  return rows.length === 0 ? [] : rows[0].map((_units, t) => rows.reduce((sum, row) => sum + row[t], 0));
}
