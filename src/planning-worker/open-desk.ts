import type { PlanReport } from '../planning';
import { bookReading } from '../workbook/book-reading';
import { checkChange, checkSheetCells } from '../workbook/check-change';
import { sheetDrawing } from '../workbook/excel/sheet-drawing';
import type { SheetDrawing } from '../workbook/excel/sheet-drawing';
import type { GridBlock } from '../workbook/excel/sheet-grid';
import { comparisonSheet } from '../workbook/compare-scenarios';
import { fingerprint } from '../workbook/fingerprint';
import { mappingSetting, readMapping } from '../workbook/mapping';
import { overridesIn } from '../workbook/plan-overrides';
import { previewPreset, removedPreset, savedPreset } from '../workbook/presets/edit-presets';
import type { PlannedWorkbook } from '../workbook/plan-workbook';
import { readContent, readProblem } from '../workbook/read-problem';
import { refuse, settle } from '../workbook/refusal';
import { replacement } from '../workbook/replace-plan';
import { madeSheet } from '../workbook/sheet-content';
import type { SheetToWrite } from '../workbook/sheet-content';
import { noChange } from '../workbook/workbook';
import type { Result, WorkbookContent, WorkbookError } from '../workbook/workbook';
import { reportJson } from '../workbook/report-json';
import type { BookDesk, ReadySheet, ScenarioSheet } from './book-desk';
import { compareAtDesk } from './compare-at-desk';
import { fileDrawer } from './file-drawer';
import { contentOf } from './given-content';
import type { GivenContent } from './given-content';
import { planAtDesk } from './plan-at-desk';
import { priceAtWorker } from './price-overrides';
import type { OpenWhatIf } from './what-if';
import type { DeskRun } from './plan-at-desk';
import type { Planner } from './planner';

/** A sheet from what was planned for scenarios; null where that is not at the desk. */
function scenarioSheet(
  wanted: ScenarioSheet,
  planned: ReadonlyMap<string | null, PlannedWorkbook>,
): SheetToWrite | null {
  if (wanted.kind === 'closest') return planned.get(wanted.scenario)?.closestSheet ?? null;
  const runs = wanted.scenarios.flatMap((name) => {
    const run = planned.get(name);
    return run ? [{ name, ...run }] : [];
  });
  return runs.length === 0 ? null : comparisonSheet(runs, wanted.runDate);
}

/** A sheet, and what Excel takes of it. */
interface DrawnAtDesk {
  readonly sheet: SheetToWrite;
  readonly drawing: Result<{ readonly drawing: SheetDrawing; readonly blocks: readonly GridBlock[] }>;
}

function drawnChecked(wanted: SheetToWrite) {
  const sheet = madeSheet(wanted);
  checkChange({ ...noChange, sheets: [sheet] });
  checkSheetCells([sheet]);
  return sheetDrawing(sheet);
}

/** A fix of a run that no plan satisfied, and what it is for; null where there is none. */
function fixAt(run: PlannedWorkbook | undefined, position: number) {
  const fix = run?.outcome?.kind === 'infeasible' ? run.outcome.infeasibility.fixes[position] : undefined;
  return run && fix ? { fix, fingerprint: run.fingerprint } : null;
}

const noFix: WorkbookError = { kind: 'notFound', message: 'There is no fix to try. Optimize again.' };

/** A desk in this thread; the planner may solve in another one, and questions be asked in further ones. */
export function openDesk(planner: Planner, openWhatIf: OpenWhatIf, clock: () => number): BookDesk {
  const file = fileDrawer();
  let run: Pick<DeskRun, 'cancel'> | null = null;
  /** What is ready to be written. */
  let ready: ReadySheet<SheetToWrite> | null = null;
  /** The last run of each scenario; of the workbook as it is, under null. */
  const planned = new Map<string | null, PlannedWorkbook>();
  /** The last sheet that was drawn for Excel, perhaps ahead; what is being handed over is not touched by the next one. */
  let drawn: DrawnAtDesk | null = null;
  let blocks: readonly GridBlock[] = [];
  /** The report of the last run, where that tried a change. */
  let triedReport: PlanReport | null = null;

  const contentFrom = (given: GivenContent): Promise<Result<WorkbookContent>> =>
    contentOf(given, () => readContent(file.workbook));
  const makeReady = (sheet: SheetToWrite | null, settings: ReadySheet<SheetToWrite>['settings'] = {}) => {
    ready = sheet && { sheet, settings };
  };
  const planSheet = (): Result<ReadySheet<SheetToWrite>> =>
    ready ? { ok: true, value: ready } : settle(() => refuse('notFound', 'There is no plan. Run again.'));

  /** Draws a sheet for Excel, or finds that this was done ahead. */
  const drawnOf = (sheet: SheetToWrite): DrawnAtDesk['drawing'] => {
    if (drawn?.sheet !== sheet) drawn = { sheet, drawing: settle(() => drawnChecked(sheet)) };
    return drawn.drawing;
  };

  const plannedNow = () =>
    settle(() => {
      const { reading, outcome } = planned.get(null) ?? {};
      if (!reading?.problem || outcome?.kind !== 'planned') return refuse('notFound', 'There is no plan. Run again.');
      return { reading, problem: reading.problem, plan: outcome.plan };
    });

  return {
    warmUp: async () => planner.warmUp(),
    inspect: async (given) => {
      const content = await contentFrom(given);
      if (!content.ok) return content;
      const reading = bookReading(readProblem(content.value), content.value, fingerprint(content.value));
      const { mapping } = readMapping(content.value.settings[mappingSetting]);
      return { ok: true, value: { reading, mapping } };
    },
    plan: async (given, { tried: position, ...request }, onBetterPlan = () => undefined) => {
      run?.cancel({ keepBest: false });
      ready = null;
      triedReport = null;
      const tried = position === undefined ? undefined : fixAt(planned.get(request.scenario), position);
      if (tried === null) return { kind: 'refused', error: noFix };
      if (!tried) planned.delete(request.scenario);
      // While the solver still seeks the reasons, this thread has time to draw what Excel will be given.
      const onSheet = (sheet: SheetToWrite) => void (given.kind === 'excel' && drawnOf(sheet));
      const surroundings = { planner, openWhatIf, clock, onBetterPlan, onSheet, tried };
      const started = planAtDesk(() => contentFrom(given), request, surroundings);
      run = started;
      const end = await started.end;
      if (run === started) {
        run = null;
        makeReady(end.planned?.sheet ?? end.planned?.closestSheet ?? null, end.planned?.settings);
        // What a tried change is for stays at hand: another may be tried.
        if (tried) triedReport = end.planned?.report ?? null;
        else if (end.planned) planned.set(request.scenario, end.planned);
      }
      return end.outcome;
    },
    comparePlanners: async (given, request) => {
      run?.cancel({ keepBest: false });
      const started = compareAtDesk(() => contentFrom(given), request, { planner, clock });
      run = started;
      const { outcome, sheet } = await started.end;
      if (run === started) {
        run = null;
        makeReady(sheet);
      }
      return outcome;
    },
    networkRows: async (place) =>
      (planned.get(null)?.report.network ?? []).filter(({ location }) => location === place),
    previewPreset: async (given, draft) => {
      const content = await contentFrom(given);
      return content.ok ? { ok: true, value: previewPreset(content.value, draft) } : content;
    },
    presetChange: async (given, edit) => {
      const content = await contentFrom(given);
      if (!content.ok) return content;
      const { value } = content;
      return {
        ok: true,
        value: edit.kind === 'save' ? savedPreset(value, edit.draft) : removedPreset(value, edit.name),
      };
    },
    priceOverrides: async (given, { mode, preset, overrides }) => {
      const content = await contentFrom(given);
      const problem = content.ok ? readProblem(content.value, { mode: mode ?? undefined, preset }).problem : null;
      if (!problem) return null;
      const { total, explanations } = await priceAtWorker(openWhatIf, problem, overridesIn(problem, overrides));
      return { total, sentences: explanations.map(({ sentence, said }) => ({ sentence, ...(said && { said }) })) };
    },
    cancel: async (choice) => run?.cancel(choice),
    layOut: async (wanted) => {
      makeReady(scenarioSheet(wanted, planned));
      const made = planSheet();
      return made.ok ? { ok: true, value: made.value.sheet.name } : made;
    },
    planSheet: async () => {
      const made = planSheet();
      return made.ok ? { ok: true, value: { ...made.value, sheet: madeSheet(made.value.sheet) } } : made;
    },
    drawPlanSheet: async () => {
      const made = planSheet();
      if (!made.ok) return made;
      const { sheet, settings } = made.value;
      const drawing = drawnOf(sheet);
      if (!drawing.ok) return drawing;
      blocks = drawing.value.blocks;
      return { ok: true, value: { sheet: drawing.value.drawing, settings } };
    },
    planSheetBlock: async (index) => blocks[index],
    replacement: async (content, options) => {
      const made = plannedNow();
      return made.ok ? replacement(content, made.value.reading, made.value.problem, made.value.plan, options) : made;
    },
    reportText: async () => reportJson(triedReport ?? planned.get(null)?.report ?? null),
    openFile: async (bytes) => {
      const opened = file.open(bytes);
      if (opened.ok) planned.clear();
      return opened;
    },
    readFile: (request) => file.workbook.read(request),
    writeFile: (change) => file.write(change),
    writePlanSheet: async () => {
      const made = planSheet();
      if (!made.ok) return made;
      const { sheet, settings } = made.value;
      return file.write({ ...noChange, sheets: [sheet], settings });
    },
    replaceInFile: async (options) => {
      const made = plannedNow();
      return made.ok ? file.replacePlan(made.value, options) : made;
    },
    restoreInFile: () => file.restorePlan(),
    lookAtSheet: (sheet) => file.lookAt(sheet),
  };
}
