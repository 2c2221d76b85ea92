import type { OverridePrices } from '../planning-worker/book-desk';
import type { SheetOverride } from '../workbook/plan-overrides';
import type { PlanningMode, PlanReport } from '../planning';
import type { BookReading } from '../workbook/book-reading';
import type { PresetEntry } from '../workbook/presets/preset-table';
import type { WrittenPlan } from '../workbook/plan-sheet/read-run';
import type { TodayComparison } from '../workbook/plan-workbook';
import type { PlanCharts } from '../workbook/stacked-charts';
import type { Theme } from './host';
import type { LanguageCode } from './language';
import type { Sentence, SpeechCatalogue } from './speech';
import type { PanelName } from './panel-name';
import type { SetUpState } from './set-up';

/** Everything that the pane shows, as plain data. Views are functions of it. */
export interface PaneState {
  readonly language: LanguageCode;
  /** How the language says what others made in English; null in English, and until it is loaded. */
  readonly speech: SpeechCatalogue | null;
  /** BCP 47 tag for numbers and dates. */
  readonly format: string;
  readonly theme: Theme;
  readonly book: BookState;
  readonly bookName: string | null;
  /** The panel in front; null for the plan. */
  readonly panel: PanelName | null;
  /** Null: what the workbook says, else least cost. */
  readonly mode: PlanningMode | null;
  /** Name of the preset of cost rates to plan with; null: the workbook's own rates. */
  readonly preset: string | null;
  readonly options: RunChoices;
  readonly run: RunState;
  /** Null where nothing was typed over the plan. */
  readonly typed: TypedQuantities | null;
  /** The plan that stands in the workbook, of this session or an earlier one. */
  readonly writtenPlan: WrittenPlan | null;
  readonly setUp: SetUpState | null;
  /** Tables that are shown in place of their charts. */
  readonly shownTables: readonly ChartName[];
  /** Said politely by screen readers, and shown where it belongs. */
  readonly status: string;
  /** Said at once: what went wrong, with its remedy. */
  readonly alert: string;
}

export type ChartName = 'capacity' | 'inventory';

export interface RunChoices {
  /** Text as typed; empty for no limit. */
  readonly timeLimitSeconds: string;
  /** Percent, as typed; empty for none. */
  readonly gapPercent: string;
}

/** What is known of the workbook. */
export type BookState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'unreadable'; readonly message: string }
  | { readonly kind: 'read'; readonly reading: BookReading };

/** A run, from the click to the sheet. */
export type RunState =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'solving' | 'writing';
      readonly elapsedSeconds: number;
      readonly best: BestSoFar | null;
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'died'; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string }
  | {
      readonly kind: 'planned';
      readonly report: PlanReport;
      /** A fix that was tried and is not in the workbook, and the run that it is for; absent: none. */
      readonly tried?: TriedFix;
      /** What is done today against the plan; null where nothing is known of that. */
      readonly today: TodayComparison | null;
      readonly charts: PlanCharts;
      /** Where the plan stands; null once it was removed. */
      readonly sheet: string | null;
      /** Of the inputs that it was made from. */
      readonly fingerprint: string;
      readonly isStale: boolean;
    }
  | {
      readonly kind: 'infeasible';
      readonly report: PlanReport;
      /** Name of the closest plan's sheet, which is ready to be written. */
      readonly closest: string | null;
      /** Where the closest plan stands; null while it was not written. */
      readonly sheet: string | null;
      /** Of the inputs that it was made from. */
      readonly fingerprint: string;
      readonly isStale: boolean;
    };

/** A fix that was tried, and the run that no plan satisfied. */
export interface TriedFix extends Sentence {
  readonly of: Extract<RunState, { kind: 'infeasible' }>;
}

/** The best plan that a search over whole numbers has found so far. */
export interface BestSoFar {
  readonly totalCost: number;
  /** Relative distance to what is proven possible; null before anything is. */
  readonly gap: number | null;
}

/** Quantities that the planner typed over the plan on its sheet. */
export interface TypedQuantities {
  readonly quantities: readonly SheetOverride[];
  /** Null while they are being priced. */
  readonly prices: OverridePrices | null;
}

/** The state before anything was read. */
export function firstState(language: LanguageCode, format: string, theme: Theme): PaneState {
  return {
    language,
    speech: null,
    format,
    theme,
    book: { kind: 'none' },
    bookName: null,
    panel: null,
    mode: null,
    preset: null,
    options: { timeLimitSeconds: '', gapPercent: '' },
    run: { kind: 'none' },
    typed: null,
    writtenPlan: null,
    setUp: null,
    shownTables: [],
    status: '',
    alert: '',
  };
}

/** The preset of cost rates that was chosen; null for the workbook's own rates. */
export function chosenPreset({ book, preset }: Pick<PaneState, 'book' | 'preset'>): PresetEntry | null {
  return book.kind === 'read' ? (book.reading.presets.find(({ name }) => name === preset) ?? null) : null;
}

/** Whether a run keeps the pane busy. */
export function isBusy({ run }: Pick<PaneState, 'run'>): boolean {
  return run.kind === 'solving' || run.kind === 'writing';
}

/** Whether the plan in the workbook was made from other inputs than those that are there now. */
export function isWrittenPlanStale({ book, writtenPlan }: Pick<PaneState, 'book' | 'writtenPlan'>): boolean {
  return book.kind === 'read' && writtenPlan !== null && writtenPlan.fingerprint !== book.reading.fingerprint;
}
