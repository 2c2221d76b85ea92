import { planByRule } from '../src/planning';
import type { PlannerName, PlanningProblem, PlanOutcome } from '../src/planning';
import { browserPlanner } from '../src/planning-worker/browser-planner';
import { compareAtDesk } from '../src/planning-worker/compare-at-desk';
import type { WorkbookContent } from '../src/workbook/workbook';

/** How a run went: what the planner says of itself, and what the page saw. */
export interface MeasuredRun {
  readonly status: string;
  readonly totalCost: number | null;
  readonly rows: number;
  readonly columns: number;
  readonly nonzeros: number;
  readonly assemble: number;
  readonly solve: number;
  readonly audit: number;
  /** Milliseconds from the problem handed over to the answer. */
  readonly total: number;
}

/** What the page of the benchmark offers to it. */
export interface NetworkPage {
  warmUp: () => void;
  /** All planners side by side with the sheet that compares them, from the workbook's content on; milliseconds. */
  compare: (content: WorkbookContent, scenario: string) => Promise<number>;
  measure: (planner: PlannerName, problem: PlanningProblem) => Promise<MeasuredRun>;
}

const planner = browserPlanner();
const page = globalThis as unknown as NetworkPage;

page.warmUp = () => planner.warmUp();
page.compare = async (content, scenario) => {
  const started = performance.now();
  const { outcome } = await compareAtDesk(
    () => Promise.resolve({ ok: true, value: content }),
    { scenario, presets: [], runDate: '2026-01-01T00:00:00' },
    { planner, clock: () => performance.now() },
  ).end;
  if (outcome.kind !== 'compared') throw new Error(outcome.kind);
  return performance.now() - started;
};
page.measure = async (name, problem) => {
  const started = performance.now();
  if (name !== 'optimizer') {
    return measured(planByRule(name, problem, { clock: () => performance.now() }), started);
  }
  const ended = await planner.start(problem).outcome;
  if (ended.kind !== 'ended') throw new Error(ended.kind === 'died' ? ended.message : 'cancelled');
  return measured(ended.outcome, started);
};

function measured(outcome: PlanOutcome, started: number): MeasuredRun {
  const total = performance.now() - started;
  if (outcome.kind !== 'planned') throw new Error(outcome.kind);
  const { rows, columns, nonzeros, milliseconds } = outcome.solver;
  return { status: outcome.status, totalCost: outcome.cost.total, rows, columns, nonzeros, ...milliseconds, total };
}
