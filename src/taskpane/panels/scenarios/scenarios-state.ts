import type { Issue } from '../../../planning';
import type { DeskOutcome } from '../../../planning-worker/book-desk';
import type { ProblemReading } from '../../../workbook/problem-reading';
import type { ScenarioRow } from '../../../workbook/scenarios/edit-scenarios';
import { baselineName, sameName } from '../../../workbook/scenarios/scenario-table';
import type { ChangeKind, ScenarioEntry } from '../../../workbook/scenarios/scenario-table';
import type { WorkbookContent } from '../../../workbook/workbook';
import type { BestSoFar } from '../../pane-state';
import type { PreviewTable } from './preview-tables';

/** Everything that the panel shows, as plain data. */
export interface ScenariosState {
  /** Null until the workbook was read. */
  readonly book: ScenarioBook | null;
  /** Name of the scenario whose details are shown. */
  readonly chosen: string;
  readonly naming: Naming | null;
  readonly form: ChangeForm | null;
  /** Whether the planner is asked to confirm that the chosen scenario goes. */
  readonly isDeleting: boolean;
  readonly preview: ScenarioPreview | null;
  readonly run: ScenarioRun | null;
  readonly results: readonly ScenarioResult[];
  readonly comparison: ComparisonChoices;
}

/** What the workbook holds, as far as scenarios are concerned. */
export interface ScenarioBook {
  readonly content: WorkbookContent;
  /** The workbook itself. */
  readonly reading: ProblemReading;
  readonly rows: readonly ScenarioRow[];
  readonly scenarios: readonly ScenarioEntry[];
}

/** A name that is being typed: for a new scenario, a copy of the chosen one, or the chosen one itself. */
export interface Naming {
  readonly kind: 'create' | 'copy' | 'rename';
  readonly name: string;
  /** Whether the name was refused because it is taken, or empty. */
  readonly wrong: 'taken' | 'empty' | null;
}

/** A change that is being typed. */
export interface ChangeForm {
  /** Position of the row that is edited; null for a new one. */
  readonly row: number | null;
  readonly input: string;
  readonly item: string;
  /** Positions of periods; empty for the first and the last. */
  readonly from: string;
  readonly to: string;
  readonly change: ChangeKind;
  /** As typed. */
  readonly amount: string;
  readonly note: string;
  /** Whether Save was pressed: from then on what is missing is marked. */
  readonly wasRefused: boolean;
}

/** What a scenario makes of the inputs, with the change that is being typed. */
export interface ScenarioPreview {
  readonly tables: readonly PreviewTable[];
  /** What is wrong with the scenario, and not with the workbook itself. */
  readonly issues: readonly Issue[];
}

/** Scenarios that are being optimised, one after the other. */
export interface ScenarioRun {
  readonly name: string;
  /** Counts from 1. */
  readonly number: number;
  readonly count: number;
  readonly elapsedSeconds: number;
  readonly best: BestSoFar | null;
}

/** How the last run of a scenario ended. */
export interface ScenarioResult {
  readonly name: string;
  readonly outcome: ScenarioOutcome;
  /** Where its plan stands, or the closest one; null where none was written. */
  readonly sheet: string | null;
  /** Whether its inputs have changed since. */
  readonly isStale: boolean;
}

/** How a run ends that was neither refused nor given up. */
export type ScenarioOutcome = Extract<
  DeskOutcome,
  { readonly kind: 'planned' | 'infeasible' | 'unplanned' | 'failed' }
>;

/** How results are put side by side. */
export interface ComparisonChoices {
  readonly measure: 'production' | 'inventory';
  /** Position of an item; null for all together. */
  readonly item: number | null;
  readonly showsTable: boolean;
  /** Where the comparison was written; null while it was not. */
  readonly sheet: string | null;
}

/** The state before anything was read. */
export const firstScenarios: ScenariosState = {
  book: null,
  chosen: baselineName,
  naming: null,
  form: null,
  isDeleting: false,
  preview: null,
  run: null,
  results: [],
  comparison: { measure: 'production', item: null, showsTable: false, sheet: null },
};

/** Everything that can happen to the state. */
export type ScenariosAction =
  | { readonly kind: 'forgotten' }
  | { readonly kind: 'bookRead'; readonly book: ScenarioBook; readonly stale: readonly string[] }
  | { readonly kind: 'chosen'; readonly name: string }
  | { readonly kind: 'naming'; readonly naming: Naming | null }
  | { readonly kind: 'deleting'; readonly isDeleting: boolean }
  | { readonly kind: 'form'; readonly form: ChangeForm | null }
  | { readonly kind: 'typed'; readonly field: FormField; readonly text: string }
  | { readonly kind: 'previewed'; readonly preview: ScenarioPreview | null }
  | { readonly kind: 'run'; readonly run: ScenarioRun | null }
  | { readonly kind: 'ticked'; readonly elapsedSeconds: number }
  | { readonly kind: 'betterPlanFound'; readonly best: BestSoFar }
  | { readonly kind: 'ended'; readonly result: ScenarioResult }
  | { readonly kind: 'written'; readonly name: string; readonly sheet: string }
  | { readonly kind: 'compared'; readonly comparison: Partial<ComparisonChoices> };

/** The parts of a change that are typed or chosen. */
export type FormField = Exclude<keyof ChangeForm, 'row' | 'wasRefused'>;

/** The state after an action. */
export function reduceScenarios(state: ScenariosState, action: ScenariosAction): ScenariosState {
  switch (action.kind) {
    case 'forgotten':
      return firstScenarios;
    case 'bookRead':
      return withBook(state, action.book, action.stale);
    case 'chosen':
      return { ...state, chosen: action.name, naming: null, form: null, isDeleting: false, preview: null };
    case 'naming':
      return { ...state, naming: action.naming, isDeleting: false };
    case 'deleting':
      return { ...state, isDeleting: action.isDeleting, naming: null };
    case 'form':
      return { ...state, form: action.form };
    case 'typed':
      return state.form ? { ...state, form: { ...state.form, [action.field]: action.text } } : state;
    case 'previewed':
      return { ...state, preview: action.preview };
    case 'run':
      return { ...state, run: action.run };
    case 'ticked':
      return state.run ? { ...state, run: { ...state.run, elapsedSeconds: action.elapsedSeconds } } : state;
    case 'betterPlanFound':
      return state.run ? { ...state, run: { ...state.run, best: action.best } } : state;
    case 'ended': {
      const others = state.results.filter(({ name }) => !sameName(name, action.result.name));
      const comparison = { ...state.comparison, sheet: null };
      return { ...state, results: [...others, action.result], comparison };
    }
    case 'written':
      return {
        ...state,
        results: state.results.map((result) =>
          sameName(result.name, action.name) ? { ...result, sheet: action.sheet } : result,
        ),
      };
    case 'compared':
      return { ...state, comparison: { ...state.comparison, ...action.comparison } };
  }
}

/** Results of scenarios that are gone go; a scenario that is gone is no longer chosen. */
function withBook(state: ScenariosState, book: ScenarioBook, stale: readonly string[]): ScenariosState {
  const has = (name: string) => book.scenarios.some((entry) => sameName(entry.name, name));
  const isGone = !has(state.chosen);
  return {
    ...state,
    book,
    chosen: isGone ? book.scenarios[0].name : state.chosen,
    form: isGone ? null : state.form,
    results: state.results
      .filter(({ name }) => has(name))
      .map((result) => ({ ...result, isStale: stale.includes(result.name) })),
  };
}

/** Whether a scenario is the workbook itself, which is not to be changed here: the one that the table does not name. */
export function isWorkbookItself({ book }: ScenariosState, name: string): boolean {
  return book !== null && !book.rows.some(({ scenario }) => sameName(scenario, name));
}

/** The result of a scenario; null where it was not optimised. */
export function resultOf(state: ScenariosState, name: string): ScenarioResult | null {
  return state.results.find((result) => sameName(result.name, name)) ?? null;
}

/** Results that say what came of a plan: those of scenarios whose data could be planned with. */
export type ReportedResult = ScenarioResult & {
  readonly outcome: Extract<DeskOutcome, { readonly kind: 'planned' | 'infeasible' }>;
};

export function isReported(result: ScenarioResult): result is ReportedResult {
  return result.outcome.kind === 'planned' || result.outcome.kind === 'infeasible';
}
