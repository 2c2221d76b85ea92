import type { Explanation, NetworkRow, PlannerName, PlanningMode, PlanReport } from '../planning';
import type { BookReading } from '../workbook/book-reading';
import type { SheetDrawing } from '../workbook/excel/sheet-drawing';
import type { GridBlock } from '../workbook/excel/sheet-grid';
import type { Mapping } from '../workbook/mapping';
import type { TodayComparison } from '../workbook/plan-workbook';
import type { PresetDraft, PresetPreview } from '../workbook/presets/edit-presets';
import type { ScenarioEffect } from '../workbook/scenarios/apply-scenario';
import type { SheetContent } from '../workbook/sheet-content';
import type { SheetPicture } from '../workbook/sheet-picture';
import type { PlanCharts } from '../workbook/stacked-charts';
import type {
  ReadRequest,
  Result,
  WorkbookChange,
  WorkbookContent,
  WorkbookError,
  WriteReceipt,
} from '../workbook/workbook';
import type { ComparisonOutcome, ComparisonRequest } from './compare-at-desk';
import type { SheetOverride } from '../workbook/plan-overrides';
import type { GivenContent } from './given-content';
import type { RunOptions } from './messages';

/**
 * The desk at which a workbook is read, planned and laid out: everything that costs time and needs neither Excel nor a page. In
 * a browser it stands in a worker, so arguments and results are plain data that can be cloned.
 */
export interface BookDesk {
  /** Gets the solver ready ahead of the first run. */
  readonly warmUp: () => Promise<void>;
  /** What there is to plan with, and what is wrong with it. */
  readonly inspect: (given: GivenContent) => Promise<Result<Inspection>>;
  /**
   * Plans and lays out the sheet, which stays at the desk until the next run. One run at a time: a further one ends the one
   * under way.
   */
  readonly plan: (
    given: GivenContent,
    request: DeskRequest,
    onBetterPlan?: (best: BestPlan) => void,
  ) => Promise<DeskOutcome>;
  /** What quantities cost that were typed over the plan; null where the data cannot be planned with. */
  readonly priceOverrides: (
    given: GivenContent,
    request: Required<Pick<DeskRequest, 'mode' | 'preset' | 'overrides'>>,
  ) => Promise<OverridePrices | null>;
  /** What a preset would change of the rates, before it is saved. */
  readonly previewPreset: (given: GivenContent, draft: PresetDraft) => Promise<Result<PresetPreview>>;
  /** What saves a preset in the workbook, or takes one away. */
  readonly presetChange: (given: GivenContent, edit: PresetEdit) => Promise<Result<WorkbookChange>>;
  /** Ends the run under way; with `keepBest` a plan found so far becomes its outcome. */
  readonly cancel: (choice: { readonly keepBest: boolean }) => Promise<void>;
  /**
   * Puts another sheet in the place of the last run's: scenarios side by side, or the closest plan of one of them, from their
   * last runs at this desk. Returns its name.
   */
  readonly layOut: (sheet: ScenarioSheet) => Promise<Result<string>>;
  /** Plans a network by every planner; the sheet of the comparison takes the place of the last run's. */
  readonly comparePlanners: (given: GivenContent, request: ComparisonRequest) => Promise<ComparisonOutcome>;
  /** The last plan of the workbook as it is at one place of its network: a row for each product and period. */
  readonly networkRows: (place: string) => Promise<readonly NetworkRow[]>;
  /** The sheet of the last run (its plan, or the closest one), or what was laid out since. */
  readonly planSheet: () => Promise<Result<ReadySheet<SheetContent>>>;
  /** The same, checked and drawn for Excel, with the settings to write beside it; its cells come by `planSheetBlock`. */
  readonly drawPlanSheet: () => Promise<Result<ReadySheet<SheetDrawing>>>;
  readonly planSheetBlock: (index: number) => Promise<GridBlock>;
  /**
   * What writes the plan of the workbook's last run into `Production_Plan`, given what `readForRestoration` read of the workbook:
   * as values, or live as a formula.
   */
  readonly replacement: (content: WorkbookContent, options: ReplacementOptions) => Promise<Result<WorkbookChange>>;
  /** The complete report of the last run of the workbook as it is, as JSON text. */
  readonly reportText: () => Promise<string>;
  /** Opens the bytes of a file in place of the one that is open; what is no workbook leaves that as it is. */
  readonly openFile: (bytes: Uint8Array) => Promise<Result<void>>;
  readonly readFile: (request: ReadRequest) => Promise<Result<WorkbookContent>>;
  readonly writeFile: (change: WorkbookChange) => Promise<Result<FileReceipt>>;
  /** Writes the sheet of the last run into the file. */
  readonly writePlanSheet: () => Promise<Result<FileReceipt>>;
  /** Writes the plan of the workbook's last run into `Production_Plan` of the file; a former replacement is restored first. */
  readonly replaceInFile: (options: ReplacementOptions) => Promise<Result<FileReceipt>>;
  /** Puts back what stood in `Production_Plan` of the file. */
  readonly restoreInFile: () => Promise<Result<FileReceipt>>;
  /** A sheet of the file as it looks; the active one where there is no such sheet. Null where no file is open. */
  readonly lookAtSheet: (sheet: string) => Promise<SheetLook | null>;
}

/** What the desk found in a workbook. */
export interface Inspection {
  readonly reading: BookReading;
  /** The cells that the planner chose in the set-up. */
  readonly mapping: Mapping;
}

/** What becomes of a preset in the workbook's table. */
export type PresetEdit =
  { readonly kind: 'save'; readonly draft: PresetDraft } | { readonly kind: 'remove'; readonly name: string };

export interface DeskRequest {
  /** The solver unless one of the rules that planning systems use is asked for. */
  readonly planner?: PlannerName;
  /** Null: the workbook's own. */
  readonly mode: PlanningMode | null;
  /** A preset of cost rates; null or absent: the workbook's own rates. */
  readonly preset?: string | null;
  /** Null: the workbook as it is. */
  readonly scenario: string | null;
  readonly options: RunOptions;
  /** Quantities typed over the plan on its sheet: kept, and the rest planned around them. */
  readonly overrides?: readonly SheetOverride[];
  /** A fix of the last run, which no plan satisfied, by its position: tried without changing the workbook. */
  readonly tried?: number;
  /** Date and time of the run, ISO text in local time. */
  readonly runDate: string;
}

/** How a plan is written into `Production_Plan`. */
export interface ReplacementOptions {
  /** As a formula that follows the inputs. */
  readonly live: boolean;
}

/** A sheet about what was planned at a desk, scenarios by their names as in the requests. */
export type ScenarioSheet =
  | { readonly kind: 'comparison'; readonly scenarios: readonly string[]; readonly runDate: string }
  | { readonly kind: 'closest'; readonly scenario: string | null };

/** A sheet that is ready to be written, and the settings that go with it. */
export interface ReadySheet<Sheet> {
  readonly sheet: Sheet;
  readonly settings: Readonly<Record<string, string>>;
}

/** What the planner's own quantities cost. */
export interface OverridePrices {
  /** Money that all of them cost together; null where one of the two plans does not exist. */
  readonly total: number | null;
  /** One for each quantity. */
  readonly sentences: readonly Pick<Explanation, 'sentence' | 'said'>[];
}

/** The best plan that a search over whole numbers has found so far. */
export interface BestPlan {
  readonly totalCost: number;
  /** Relative distance to what is proven possible; null before anything is. */
  readonly gap: number | null;
}

/** How a run at the desk ended. Reports come without the rows of a network, which are many: `reportText` has them. */
export type DeskOutcome =
  | {
      readonly kind: 'planned';
      readonly report: PlanReport;
      readonly charts: PlanCharts;
      /** What is done today against the plan; null where nothing is known of that. */
      readonly today: TodayComparison | null;
      /** Every number that the scenario has otherwise than the workbook. */
      readonly effects: readonly ScenarioEffect[];
      readonly fingerprint: string;
      /** Name of the sheet that is ready to be written. */
      readonly sheet: string;
      readonly milliseconds: DeskMilliseconds;
    }
  | {
      readonly kind: 'infeasible';
      readonly report: PlanReport;
      readonly effects: readonly ScenarioEffect[];
      readonly fingerprint: string;
      /** Name of the closest plan's sheet; null where there is no such plan. */
      readonly closest: string | null;
    }
  | { readonly kind: 'unplanned'; readonly reason: 'invalid' | 'unbounded' | 'timeLimit' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'refused'; readonly error: WorkbookError }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'died'; readonly message: string };

/**
 * Milliseconds of a run by phase. `reasons` holds the hand-over to the solver's thread and back as well; the sheet is laid out
 * meanwhile, and `layOut` is what is left to do after that.
 */
export interface DeskMilliseconds {
  readonly read: number;
  readonly assemble: number;
  readonly solve: number;
  readonly audit: number;
  readonly reasons: number;
  readonly layOut: number;
}

/** A write into the file, with the bytes of the whole file after it. */
export interface FileReceipt extends WriteReceipt {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A sheet of the open file, and the names of all. */
export interface SheetLook {
  readonly sheets: readonly string[];
  readonly picture: SheetPicture | null;
}
