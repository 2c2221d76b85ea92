import type { PlanReport } from '../planning';
import { baselineName } from '../workbook/scenarios/scenario-table';

/** Several runs as the one object that the command line prints, each with its name. */
export interface RunsReport {
  readonly runs: readonly (PlanReport & { readonly name: string })[];
}

/** The runs in their order; one without a scenario is the workbook as it is. */
export function runsReport(runs: readonly { readonly report: PlanReport }[]): RunsReport {
  return { runs: runs.map(({ report }) => ({ name: report.scenario ?? baselineName, ...report })) };
}
