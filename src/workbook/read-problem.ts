import { planningModes } from '../planning/index';
import type { PlanningMode } from '../planning/index';
import { addressOf, findInputs } from './find-input';
import type { FoundInput } from './find-input';
import { mappingSetting, readMapping, requestForMapping } from './mapping';
import type { Mapping } from './mapping';
import type { ProblemReading } from './problem-reading';
import { readWord } from './read-input';
import { presetNamed } from './presets/preset-table';
import { readPreset } from './presets/read-preset';
import { readNetwork } from './read-network';
import { readSite } from './read-site';
import { collectReports } from './reports';
import type { Reports } from './reports';
import { replacedPlanSetting } from './replaced-plan-setting';
import { readScenario } from './scenarios/read-scenario';
import type { ScenarioReading } from './scenarios/read-scenario';
import { planInputs, planTables } from './schema';
import type { ReadRequest, Result, Workbook, WorkbookContent } from './workbook';

/** What the caller decides rather than the workbook. */
export interface ReadingOptions {
  /** Wins over the workbook's own `Mode`. */
  readonly mode?: PlanningMode;
  /** A scenario of the table SOP_Scenarios; null or absent: the workbook as it is. */
  readonly scenario?: string | null;
  /** A preset of cost rates, on top of the scenario; null or absent: the workbook's own rates. */
  readonly preset?: string | null;
}

/** Everything to read from a workbook to find a problem in it; `mapping` as a first read of the settings gave it. */
export function requestForProblem(mapping: Mapping = {}): ReadRequest {
  const mapped = requestForMapping(mapping);
  return {
    names: planInputs.map(({ name }) => name.toLowerCase()),
    tables: [...planTables.map(({ name }) => name), ...mapped.tables],
    ranges: mapped.ranges,
    settings: [mappingSetting, replacedPlanSetting],
  };
}

/** The content of a workbook with all that `readProblem` needs: a second read where the planner chose cells in the pane. */
export async function readContent(workbook: Pick<Workbook, 'read'>): Promise<Result<WorkbookContent>> {
  const answered = await readForProblem((request) => workbook.read(request));
  return answered.ok ? { ok: true, value: answered.value.answer } : answered;
}

/** The same with any way of reading; gives the last request with its answer. */
export async function readForProblem<Answer extends Pick<WorkbookContent, 'settings'>>(
  read: (request: ReadRequest) => Promise<Result<Answer>>,
): Promise<Result<{ readonly request: ReadRequest; readonly answer: Answer }>> {
  const first = requestForProblem();
  const overview = await read(first);
  if (!overview.ok) return overview;
  const { mapping } = readMapping(overview.value.settings[mappingSetting]);
  if (Object.keys(mapping).length === 0) return { ok: true, value: { request: first, answer: overview.value } };
  const request = requestForProblem(mapping);
  const answer = await read(request);
  return answer.ok ? { ok: true, value: { request, answer: answer.value } } : answer;
}

/** Makes a planning problem of what a workbook holds, or says everything that is wrong with it. */
export function readProblem(content: WorkbookContent, options: ReadingOptions = {}): ProblemReading {
  return readWithEffects(content, options).reading;
}

/** As `readProblem`, with every number that the scenario has otherwise than the workbook. */
export function readWithEffects(content: WorkbookContent, options: ReadingOptions = {}): ScenarioReading {
  const reports = collectReports();
  const { mapping, issues } = readMapping(content.settings[mappingSetting]);
  issues.forEach((issue) => reports.add(null, issue));
  const { found, unresolved } = findInputs(content, mapping);
  unresolved.forEach(({ input, issue }) => reports.add(input, issue));
  const { scenario = null, preset = null } = options;
  const presetMode = preset === null ? null : (presetNamed(content, preset)?.mode ?? null);
  const mode = options.mode ?? presetMode ?? readMode(found.get('Mode'), reports) ?? 'cost';
  const hasNetwork = content.tables.some(({ name }) => name.toLowerCase() === 'sop_demand');
  const baseline = hasNetwork ? readNetwork(content, mode, found, reports) : readSite(content, mode, found, reports);
  const read =
    scenario === null
      ? { reading: baseline, effects: [], source: { content, found } }
      : readScenario(content, scenario, mode, found, baseline);
  return preset === null ? read : readPreset(content, preset, mode, read);
}

function readMode(found: FoundInput | undefined, reports: Reports): PlanningMode | null {
  const word = found && readWord(found, reports.of('Mode'));
  if (!found || word === null || word === undefined) return null;
  const mode = planningModes.find((candidate) => candidate === word.toLowerCase().replace(/[\s_]+/g, '-'));
  if (mode) return mode;
  reports.add('Mode', {
    severity: 'error',
    code: 'unknown-mode',
    ...addressOf(found),
    message: `Mode has "${word}", which is no planning mode.`,
    fix: `Enter one of ${planningModes.join(', ')}.`,
  });
  return null;
}
