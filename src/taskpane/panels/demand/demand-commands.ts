import { rowFingerprint } from '../../../forecasting/index';
import type { AuditRow, Bucket, CleaningKind, Overrule } from '../../../forecasting/index';
import { hasErrors } from '../../../planning';
import type { Issue } from '../../../planning';
import { cellAddress } from '../../../workbook/address';
import { fingerprint } from '../../../workbook/fingerprint';
import { cleanWorkbook } from '../../../workbook/forecast/clean-workbook';
import type { CleanedWorkbook } from '../../../workbook/forecast/clean-workbook';
import { formerDemand, keepsFormerDemand } from '../../../workbook/forecast/former-demand';
import { cleaningSheetName } from '../../../workbook/forecast/cleaning-sheet';
import { withServiceLevels } from '../../../workbook/forecast/demand-forecast';
import { forecastChange } from '../../../workbook/forecast/forecast-change';
import type { ForecastWriting } from '../../../workbook/forecast/forecast-change';
import { forecastWorkbook } from '../../../workbook/forecast-workbook';
import type { ForecastedWorkbook } from '../../../workbook/forecast-workbook';
import { noChange } from '../../../workbook/workbook';
import type { Result, Workbook, WorkbookChange } from '../../../workbook/workbook';
import { runDateOf } from '../../run-plan';
import type { Store } from '../../store';
import type { PanelSurroundings } from '../panel';
import { shownItem } from './demand-state';
import type { DemandAction, DemandState, DemandStep, DemandWorkState, FindingFilter, ShownPart } from './demand-state';
import { cancelled } from './demand-work';
import type { DemandWork } from './demand-work';
import { panelTexts } from './texts';

/** What a planner decides about a finding. */
export type Decision = 'keep' | 'remove' | { readonly quantity: number } | { readonly date: string };

/** What the user can do in the panel. */
export interface DemandCommands {
  /** Reads the history and cleans it without writing anything. */
  readonly look: () => void;
  /** The same, and writes what was found to its sheet. */
  readonly clean: () => void;
  /** Decides about a finding, or takes the decision back. */
  readonly decide: (finding: AuditRow, decision: Decision | null) => void;
  readonly typeDecision: (deciding: DemandState['deciding']) => void;
  readonly forecast: () => void;
  readonly cancel: () => void;
  readonly useAsDemand: () => void;
  /** As the scenarios FORECAST, LOW and HIGH. */
  readonly useAsScenarios: () => void;
  readonly restoreDemand: () => void;
  /** Leads to the plan, and to the scenarios. */
  readonly optimize: () => void;
  readonly toScenarios: () => void;
  readonly chooseStep: (step: DemandStep) => void;
  readonly chooseFilter: (filter: Partial<FindingFilter>) => void;
  readonly listMore: (list: keyof DemandState['listed']) => void;
  readonly chooseItem: (item: string) => void;
  readonly togglePart: (part: ShownPart) => void;
  readonly chooseBucket: (bucket: Bucket | null) => void;
  readonly typePeriods: (text: string) => void;
  readonly chooseLevel: (level: number | null) => void;
  /** Writes the level on the slider, and the stocks that follow from it, for the item shown or for all. */
  readonly useLevel: (scope: 'item' | 'all') => void;
  /** Shows a row of the history in the workbook. */
  readonly showRow: (row: number) => void;
  readonly goToSheet: (sheet: string) => void;
  readonly insertSample: () => void;
}

/** Connects the panel's state with the workbook and the workers. */
export function demandCommands(
  surroundings: PanelSurroundings,
  { dispatch, state }: Store<DemandState, DemandAction>,
  work: DemandWork,
): DemandCommands {
  const { host, store: pane, attempt, read } = surroundings;
  const texts = () => panelTexts[pane.state().language];
  const say = (status: string) => pane.dispatch({ kind: 'said', status });
  const alert = (message: string) => pane.dispatch({ kind: 'alerted', message });
  /** Counts the runs: what an older one brings counts for nothing. */
  let runs = 0;

  /** Runs a step that keeps the panel busy; a cancelled one and one that fails leave it idle. */
  function busy(kind: DemandWorkState, step: (workbook: Workbook, isCurrent: () => boolean) => Promise<void>): void {
    const workbook = host.workbook();
    if (!workbook) return;
    work.cancel();
    runs += 1;
    const own = runs;
    const isCurrent = () => own === runs && host.workbook() === workbook;
    dispatch({ kind: 'workStarted', work: kind });
    attempt(async () => {
      try {
        await step(workbook, isCurrent);
      } catch (mistake) {
        if (mistake !== cancelled) throw mistake;
      } finally {
        if (own === runs && state().work !== null) dispatch({ kind: 'workEnded' });
      }
    });
  }

  /** Writes a change; says why not where it cannot be. */
  async function write(workbook: Workbook, change: Result<WorkbookChange>): Promise<boolean> {
    const written = change.ok ? await workbook.write(change.value) : change;
    if (!written.ok) alert(written.error.message);
    return written.ok;
  }

  function runCleaning(kind: 'looking' | 'cleaning', decisions?: ReadonlyMap<number, Overrule | null>): void {
    busy({ kind }, async (workbook, isCurrent) => {
      const run = await cleanWorkbook(workbook, runDateOf(new Date()), { clean: work.clean, decisions });
      const canRestore = await keepsFormerDemand(workbook);
      if (!isCurrent()) return;
      if (!run.ok) return alert(run.error.message);
      const cleaned = run.value;
      const sheet = kind === 'cleaning' && !hasErrors(cleaned.report.issues) ? cleaned.sheet : null;
      if (sheet && !(await write(workbook, { ok: true, value: { ...noChange, sheets: [sheet] } }))) return;
      if (!isCurrent()) return;
      dispatch({
        kind: 'cleaned',
        cleaned,
        historyOf: historyFingerprint(cleaned),
        isWritten: sheet !== null,
        canRestore,
      });
      if (sheet) say(texts().cleaningWritten(sheet.name));
    });
  }

  function decide(finding: AuditRow, decision: Decision | null): void {
    const { row, kind } = finding;
    const overrule: Overrule | null = decision && {
      ...overruleOf(row, kind, decision),
      fingerprint: rowFingerprint(finding),
    };
    runCleaning('cleaning', new Map([[row, overrule]]));
  }

  function forecast(): void {
    const { options } = state();
    const periods = periodsOf(options.periods);
    if (periods === 'wrong') return alert(texts().badPeriods);
    busy({ kind: 'forecasting', finished: 0, total: 0 }, async (workbook, isCurrent) => {
      const run = await forecastWorkbook(workbook, {
        ...(periods !== null && { periods }),
        ...(options.bucket !== null && { bucket: options.bucket }),
        apply: false,
        runDate: runDateOf(new Date()),
        clean: work.clean,
        forecast: (tasks) => {
          dispatch({ kind: 'itemsForecast', finished: 0, total: tasks.length });
          return work.forecast(tasks, (finished, total) => {
            if (isCurrent()) dispatch({ kind: 'itemsForecast', finished, total });
          });
        },
      });
      if (!isCurrent()) return;
      if (!run.ok) return alert(run.error.message);
      const { change, cleaned, report } = run.value;
      if (change === null) {
        const wrong = report.issues.find(({ severity }) => severity === 'error');
        return wrong ? alert(`${wrong.message} ${wrong.fix}`) : say(texts().cancelledText);
      }
      dispatch({ kind: 'workStarted', work: { kind: 'writing' } });
      if (!(await write(workbook, { ok: true, value: change })) || !isCurrent()) return;
      dispatch({ kind: 'forecasted', forecast: run.value, historyOf: historyFingerprint(cleaned) });
      say(texts().forecastWritten(run.value.results.length));
    });
  }

  /** Writes something of the forecast into the plan's inputs. */
  function fill(writing: ForecastWriting, done: (made: ForecastedWorkbook, issues: readonly Issue[]) => void): void {
    const made = state().forecast;
    if (!made) return;
    busy({ kind: 'writing' }, async (workbook) => {
      const planned = await forecastChange(workbook, made, writing);
      if (!planned.ok) return alert(planned.error.message);
      const { change, issues } = planned.value;
      const wrong = issues.find(({ severity }) => severity === 'error');
      if (wrong || !change) return alert(wrong ? `${wrong.message} ${wrong.fix}` : '');
      // Decisions may have been made since the forecast: the sheet of the cleaning stays as it is.
      const sheets = change.sheets.filter(({ name }) => name !== cleaningSheetName);
      if (!(await write(workbook, { ok: true, value: { ...change, sheets } }))) return;
      done(made, issues);
      await read();
    });
  }

  function useAsDemand(): void {
    fill({ sheets: false, apply: true }, (_made, issues) => {
      dispatch({ kind: 'used', used: 'demand', canRestore: true, issues });
      say(texts().demandFilled);
    });
  }

  function useAsScenarios(): void {
    fill({ sheets: false, scenarios: true }, (_made, issues) => {
      dispatch({ kind: 'used', used: 'scenarios', canRestore: state().canRestore, issues });
      say(texts().scenariosWritten);
    });
  }

  function useLevel(scope: 'item' | 'all'): void {
    const { forecast: made, level } = state();
    const shown = shownItem(state());
    if (!made || !shown) return;
    const chosen = level ?? shown.rules.serviceLevel;
    const items = scope === 'all' ? made.results.map(({ item }) => item) : [shown.item];
    const serviceLevels = new Map(items.map((item) => [item, chosen]));
    fill({ serviceLevels }, (forecast, issues) => {
      const next = { ...forecast, ...withServiceLevels(forecast, serviceLevels) };
      dispatch({ kind: 'levelUsed', forecast: next, issues });
      say(texts().levelWritten);
    });
  }

  function restoreDemand(): void {
    busy({ kind: 'writing' }, async (workbook) => {
      if (!(await write(workbook, await formerDemand(workbook)))) return;
      dispatch({ kind: 'used', used: null, canRestore: false, issues: [] });
      await read();
      say(texts().demandRestored);
    });
  }

  return {
    look: () => runCleaning('looking'),
    clean: () => runCleaning('cleaning'),
    decide,
    typeDecision: (deciding) => dispatch({ kind: 'decisionTyped', deciding }),
    forecast,
    cancel: () => {
      runs += 1;
      work.cancel();
      dispatch({ kind: 'workEnded' });
      say(texts().cancelledText);
    },
    useAsDemand,
    useAsScenarios,
    useLevel,
    restoreDemand,
    optimize: () => pane.dispatch({ kind: 'panelChosen', panel: null }),
    toScenarios: () => pane.dispatch({ kind: 'panelChosen', panel: 'scenarios' }),
    chooseStep: (step) => dispatch({ kind: 'stepChosen', step }),
    chooseFilter: (filter) => dispatch({ kind: 'filterChosen', filter }),
    listMore: (list) => dispatch({ kind: 'moreListed', list }),
    chooseItem: (item) => dispatch({ kind: 'itemChosen', item }),
    togglePart: (part) => dispatch({ kind: 'partToggled', part }),
    chooseBucket: (bucket) => dispatch({ kind: 'choicesTyped', choices: { bucket } }),
    typePeriods: (periods) => dispatch({ kind: 'choicesTyped', choices: { periods } }),
    chooseLevel: (level) => dispatch({ kind: 'levelChosen', level }),
    showRow: (row) =>
      attempt(async () => {
        const place = state().cleaned?.place;
        if (!place) return;
        const at = place.row + row - 1;
        const address = `${cellAddress(at, place.column)}:${cellAddress(at, place.column + place.columnCount - 1)}`;
        const shown = await host.selectCell(place.sheet, address);
        if (!shown.ok) alert(shown.error.message);
      }),
    goToSheet: (sheet) =>
      attempt(async () => {
        const shown = await host.showSheet(sheet);
        if (!shown.ok) alert(shown.error.message);
      }),
    insertSample: () =>
      attempt(async () => {
        const inserted = await host.insertSample('demand');
        if (!inserted.ok) return alert(inserted.error.message);
        if (host.kind === 'excel') await read();
      }),
  };
}

/** What a decision is to the cleaning. */
function overruleOf(row: number, kind: CleaningKind, decision: Decision): Overrule {
  return decision === 'keep' || decision === 'remove'
    ? { row, kind, decision }
    : { row, kind, decision: 'replace', ...decision };
}

/** Changes with the history, the events, the rules of stock and the planner's decisions; not with what the forecast itself fills. */
export function historyFingerprint({ content, overrules }: CleanedWorkbook): string {
  const filled = /^(sop_)?(demand|safety_stock|service_level|items|periods)$/i;
  const names = content.names.filter(({ name }) => !filled.test(name));
  const decisions = overrules.map((overrule) => JSON.stringify(overrule)).sort();
  return `${fingerprint({ names, tables: content.tables, ranges: [] })} ${decisions.join(' ')}`;
}

/** Null where nothing was typed. */
function periodsOf(text: string): number | null | 'wrong' {
  if (text.trim() === '') return null;
  const periods = Number(text);
  return Number.isInteger(periods) && periods >= 1 && periods <= 600 ? periods : 'wrong';
}

/** A decision as it is typed: a quantity in the user's format, or a date as ISO text; null for neither. */
export function typedDecision(text: string): Decision | null {
  const trimmed = text.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(trimmed)) return Number.isNaN(Date.parse(trimmed)) ? null : { date: trimmed };
  const quantity = Number(trimmed.replace(',', '.'));
  return trimmed !== '' && Number.isFinite(quantity) && quantity >= 0 ? { quantity } : null;
}
