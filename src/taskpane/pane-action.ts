import type { PlanningMode, PlanReport } from '../planning';
import type { InputName } from '../workbook/schema';
import type { BookReading } from '../workbook/book-reading';
import type { WrittenPlan } from '../workbook/plan-sheet/read-run';
import type { TodayComparison } from '../workbook/plan-workbook';
import type { PlanCharts } from '../workbook/stacked-charts';
import type { Theme } from './host';
import type { LanguageCode } from './language';
import type { SpeechCatalogue } from './speech';
import { chosenPreset, isBusy } from './pane-state';
import type { PanelName } from './panel-name';
import type { BestSoFar, ChartName, PaneState, RunChoices, RunState, TriedFix, TypedQuantities } from './pane-state';
import type { SetUpState, SetUpStep } from './set-up';

/** Everything that can happen to the pane's state. */
export type PaneAction =
  | { readonly kind: 'bookOpened'; readonly name: string | null }
  | { readonly kind: 'bookRead'; readonly reading: BookReading }
  | { readonly kind: 'writtenPlanRead'; readonly plan: WrittenPlan | null }
  | { readonly kind: 'bookUnreadable'; readonly message: string }
  | { readonly kind: 'modeChosen'; readonly mode: PlanningMode }
  | { readonly kind: 'presetChosen'; readonly preset: string | null }
  | { readonly kind: 'choiceTyped'; readonly choice: keyof RunChoices; readonly text: string }
  | { readonly kind: 'languageChosen'; readonly language: LanguageCode }
  | { readonly kind: 'speechLoaded'; readonly language: LanguageCode; readonly speech: SpeechCatalogue | null }
  | { readonly kind: 'themeChanged'; readonly theme: Theme }
  | { readonly kind: 'panelChosen'; readonly panel: PanelName | null }
  | { readonly kind: 'runStarted' }
  | { readonly kind: 'runTicked'; readonly elapsedSeconds: number }
  | { readonly kind: 'betterPlanFound'; readonly best: BestSoFar }
  | { readonly kind: 'writingStarted' }
  | { readonly kind: 'runEnded'; readonly run: RunState; readonly status: string }
  | {
      readonly kind: 'planned';
      readonly report: PlanReport;
      readonly today: TodayComparison | null;
      readonly charts: PlanCharts;
      readonly fingerprint: string;
      readonly sheet: string;
      /** Quantities that were typed over the plan before and that this one keeps. */
      readonly typed: TypedQuantities | null;
      readonly tried?: TriedFix;
      readonly status: string;
    }
  | {
      readonly kind: 'infeasible';
      readonly report: PlanReport;
      readonly closest: string | null;
      readonly fingerprint: string;
    }
  | { readonly kind: 'quantitiesTyped'; readonly typed: TypedQuantities | null }
  | { readonly kind: 'closestWritten'; readonly sheet: string; readonly status: string }
  | { readonly kind: 'planReplaced'; readonly status: string }
  | { readonly kind: 'resultRemoved'; readonly status: string }
  | { readonly kind: 'setUpOpened'; readonly setUp: SetUpState }
  | { readonly kind: 'setUpClosed' }
  | { readonly kind: 'setUpStepped'; readonly step: SetUpStep }
  | { readonly kind: 'setUpTyped'; readonly role: InputName; readonly text: string }
  | { readonly kind: 'setUpRefused'; readonly role: InputName; readonly message: string }
  | { readonly kind: 'tableToggled'; readonly chart: ChartName }
  | { readonly kind: 'said'; readonly status: string }
  | { readonly kind: 'alerted'; readonly message: string };

/** A result stays beside its inputs; when they are no longer what it was made from, it says so. */
function withStaleness(state: PaneState): PaneState {
  const { book, run } = state;
  if (book.kind !== 'read' || !('isStale' in run)) return state;
  return { ...state, run: { ...run, isStale: run.fingerprint !== book.reading.fingerprint } };
}

/** A preset may have been deleted, or have another spelling by now. */
function withKnownPreset(state: PaneState): PaneState {
  return { ...state, preset: chosenPreset(state)?.name ?? null };
}

/** The state after an action. */
export function reducePane(state: PaneState, action: PaneAction): PaneState {
  switch (action.kind) {
    case 'bookOpened':
      return {
        ...state,
        bookName: action.name,
        panel: null,
        book: { kind: 'reading' },
        run: { kind: 'none' },
        typed: null,
        writtenPlan: null,
        mode: null,
        preset: null,
        setUp: null,
        status: '',
        alert: '',
      };
    case 'bookRead':
      return withStaleness(withKnownPreset({ ...state, book: { kind: 'read', reading: action.reading } }));
    case 'writtenPlanRead':
      return { ...state, writtenPlan: action.plan };
    case 'bookUnreadable':
      return { ...state, book: { kind: 'unreadable', message: action.message }, alert: action.message };
    case 'modeChosen':
      return { ...state, mode: action.mode };
    case 'presetChosen': {
      const next = { ...state, preset: action.preset };
      // A preset brings its mode, which can be changed afterwards.
      return chosenPreset(next)?.mode ? { ...next, mode: null } : next;
    }
    case 'choiceTyped':
      return { ...state, options: { ...state.options, [action.choice]: action.text } };
    case 'languageChosen':
      return { ...state, language: action.language, speech: null, status: '', alert: '' };
    case 'speechLoaded':
      return action.language === state.language ? { ...state, speech: action.speech } : state;
    case 'themeChanged':
      return { ...state, theme: action.theme };
    case 'quantitiesTyped':
      return { ...state, typed: action.typed };
    case 'panelChosen':
      return { ...state, panel: action.panel, status: '', alert: '' };
    case 'setUpOpened':
      return { ...state, setUp: action.setUp, alert: '' };
    case 'setUpClosed':
      return { ...state, setUp: null };
    case 'setUpStepped':
      return state.setUp ? { ...state, setUp: { ...state.setUp, step: action.step, wrong: null } } : state;
    case 'setUpTyped':
      return state.setUp ? { ...state, setUp: typed(state.setUp, action.role, action.text), alert: '' } : state;
    case 'setUpRefused':
      return state.setUp
        ? { ...state, setUp: { ...state.setUp, wrong: { role: action.role, message: action.message } } }
        : state;
    case 'tableToggled':
      return { ...state, shownTables: toggled(state.shownTables, action.chart) };
    case 'said':
      return { ...state, status: action.status, alert: '' };
    case 'alerted':
      return { ...state, alert: action.message };
    default:
      return reduceRun(state, action);
  }
}

type RunAction = Extract<
  PaneAction,
  {
    readonly kind:
      | 'runStarted'
      | 'runTicked'
      | 'betterPlanFound'
      | 'writingStarted'
      | 'runEnded'
      | 'planned'
      | 'infeasible'
      | 'closestWritten'
      | 'planReplaced'
      | 'resultRemoved';
  }
>;

function reduceRun(state: PaneState, action: RunAction): PaneState {
  const { run } = state;
  switch (action.kind) {
    case 'runStarted':
      return { ...state, run: { kind: 'solving', elapsedSeconds: 0, best: null }, status: '', alert: '' };
    case 'runTicked':
      return isBusy(state) && 'best' in run
        ? { ...state, run: { ...run, elapsedSeconds: action.elapsedSeconds } }
        : state;
    case 'betterPlanFound':
      return run.kind === 'solving' ? { ...state, run: { ...run, best: action.best } } : state;
    case 'writingStarted':
      return run.kind === 'solving' ? { ...state, run: { ...run, kind: 'writing' } } : state;
    case 'runEnded':
      return { ...state, run: action.run, status: action.status, alert: '' };
    case 'planned': {
      const { report, today, charts, fingerprint, sheet, typed, tried, status } = action;
      return {
        ...state,
        // A tried change leaves the plan that stands in the workbook as it is.
        writtenPlan: tried ? state.writtenPlan : { sheet, fingerprint },
        run: { kind: 'planned', report, tried, today, charts, fingerprint, sheet, isStale: false },
        typed,
        status,
        alert: '',
      };
    }
    case 'infeasible': {
      const { report, closest, fingerprint } = action;
      return {
        ...state,
        run: { kind: 'infeasible', report, closest, fingerprint, sheet: null, isStale: false },
        status: '',
      };
    }
    case 'closestWritten':
      return run.kind === 'infeasible'
        ? {
            ...state,
            run: { ...run, sheet: action.sheet },
            writtenPlan: { sheet: action.sheet, fingerprint: run.fingerprint },
            status: action.status,
            alert: '',
          }
        : state;
    case 'planReplaced': {
      // The cells of today's plan are an input; that they now hold this plan makes it no older.
      const { book } = state;
      const fingerprint = book.kind === 'read' ? book.reading.fingerprint : '';
      const renewed = run.kind === 'planned' && book.kind === 'read' ? { ...run, fingerprint, isStale: false } : run;
      return { ...state, run: renewed, status: action.status, alert: '' };
    }
    case 'resultRemoved':
      return 'sheet' in run
        ? { ...state, run: { kind: 'none' }, writtenPlan: null, status: action.status, alert: '' }
        : state;
  }
}

function typed(setUp: SetUpState, role: InputName, text: string): SetUpState {
  const wrong = setUp.wrong?.role === role ? null : setUp.wrong;
  return { ...setUp, cells: { ...setUp.cells, [role]: text }, wrong };
}

function toggled<T>(list: readonly T[], entry: T): readonly T[] {
  return list.includes(entry) ? list.filter((other) => other !== entry) : [...list, entry];
}
