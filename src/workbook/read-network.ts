import type { PlanningMode } from '../planning/index';
import type { FoundInput } from './find-input';
import type { ProblemReading } from './problem-reading';
import type { Reports } from './reports';
import type { InputName } from './schema';
import type { WorkbookContent } from './workbook';

/** Reads the network tables. */
export function readNetwork(
  content: WorkbookContent,
  mode: PlanningMode,
  found: ReadonlyMap<InputName, FoundInput>,
  reports: Reports,
): ProblemReading {
  void [content, mode, found];
  return {
    problem: null,
    issues: reports.issues(),
    inputs: [],
    tables: [],
    layout: null,
    periods: [],
    quantityFormat: null,
    moneyFormat: null,
    source: 'network',
  };
}
