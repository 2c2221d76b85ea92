import { hasErrors } from '../../planning/index';
import type { PlanningMode } from '../../planning/index';
import type { FoundInput } from '../find-input';
import type { ProblemReading } from '../problem-reading';
import { readNetwork } from '../read-network';
import { readSite } from '../read-site';
import { collectReports } from '../reports';
import type { Reports } from '../reports';
import type { InputName } from '../schema';
import type { WorkbookContent } from '../workbook';
import { applyScenario } from './apply-scenario';
import type { ScenarioEffect } from './apply-scenario';
import { readSiteInput, readTableInput, scenarioChanges, scenarioList, scenarioNamed } from './scenario-table';
import { applyToTables } from './tables/apply-to-tables';

/** A workbook read as one of its scenarios has it. */
export interface ScenarioReading {
  readonly reading: ProblemReading;
  /** Every number that differs from the workbook's. */
  readonly effects: readonly ScenarioEffect[];
  /** What was read, with the scenario's changes in it. */
  readonly source: ReadSource;
}

/** The tables and named inputs that a problem is read from. */
export interface ReadSource {
  readonly content: WorkbookContent;
  readonly found: ReadonlyMap<InputName, FoundInput>;
}

/** Applies a scenario to a reading of the workbook itself; where that has errors, they are all there is to say. */
export function readScenario(
  content: WorkbookContent,
  name: string,
  mode: PlanningMode,
  found: ReadonlyMap<InputName, FoundInput>,
  baseline: ProblemReading,
): ScenarioReading {
  const scenario = scenarioNamed(content, name);
  const source = { content, found };
  const nothing: ScenarioReading = { reading: baseline, effects: [], source };
  if (!scenario) return refused(nothing, 'unknown-scenario', unknown(content, name), 'Choose one of these.');
  if (scenario.changes === 0) return nothing;
  if (baseline.source === 'network') return readNetworkScenario(scenario.name, mode, nothing);
  const { problem, layout, periods } = baseline;
  const reports = collectReports();
  const changes = scenarioChanges(content, scenario.name, reports, readSiteInput);
  if (!problem || !layout) return nothing;
  const applied = applyScenario(found, changes, {
    dimensions: layout,
    items: problem.items.map((item) => item.name),
    resources: problem.resources.map((resource) => resource.name),
    periods,
  });
  if (hasErrors(reports.issues())) return withIssues(nothing, reports);
  return {
    reading: readSite(content, mode, applied.found, reports),
    effects: applied.effects,
    source: { content, found: applied.found },
  };
}

function readNetworkScenario(scenario: string, mode: PlanningMode, nothing: ScenarioReading): ScenarioReading {
  const { content, found } = nothing.source;
  const { problem, periods } = nothing.reading;
  if (!problem) return nothing;
  const reports = collectReports();
  const changes = scenarioChanges(content, scenario, reports, readTableInput);
  const applied = applyToTables(content, changes, problem, periods);
  if (hasErrors(reports.issues())) return withIssues(nothing, reports);
  return {
    reading: readNetwork(applied.content, mode, found, reports),
    effects: applied.effects,
    source: { content: applied.content, found },
  };
}

/** The reading of the workbook itself, with what is wrong with a scenario of it. */
function withIssues(nothing: ScenarioReading, reports: Reports): ScenarioReading {
  const { reading } = nothing;
  return { ...nothing, reading: { ...reading, problem: null, issues: [...reports.issues(), ...reading.issues] } };
}

function unknown(content: WorkbookContent, name: string): string {
  const names = scenarioList(content).map((entry) => entry.name);
  return `The workbook has no scenario "${name}". It has ${names.join(', ')}.`;
}

function refused(nothing: ScenarioReading, code: string, message: string, fix: string): ScenarioReading {
  const issue = { severity: 'error', code, sheet: null, cell: null, message, fix } as const;
  const { reading } = nothing;
  return { ...nothing, reading: { ...reading, problem: null, issues: [issue, ...reading.issues] } };
}
