import type { PlannerName, PlanningMode } from '../planning';
import type { InputName } from '../workbook/schema';
import type { SampleName } from './host';
import type { LanguageCode } from './language';
import type { ChartName, RunChoices } from './pane-state';
import type { PanelName } from './panel-name';

/** What the user can do in the pane. */
export interface PaneCommands {
  readonly readAgain: () => void;
  readonly optimize: () => void;
  /** The same by one of the rules, or by the optimizer. */
  readonly planBy: (planner: PlannerName) => void;
  /** Plans again around the quantities that were typed over the plan. */
  readonly lockOverrides: () => void;
  /** Plans again as if nothing had been typed. */
  readonly forgetOverrides: () => void;
  /** Plans with a fix of the run that no plan satisfied, without making it in the workbook. */
  readonly tryFix: (fix: number) => void;
  /** Takes the plan of a tried fix away, and shows the reasons again. */
  readonly backToReasons: () => void;
  readonly cancel: (choice?: { readonly keepBest: boolean }) => void;
  readonly writeClosest: () => void;
  readonly removeResult: () => void;
  /** Writes the plan into `Production_Plan`: as values, or live as a formula. */
  readonly replacePlan: (choice: { readonly live: boolean }) => void;
  readonly restorePlan: () => void;
  readonly goToSheet: (sheet: string) => void;
  readonly saveCopy: () => void;
  readonly exportJson: () => void;
  readonly selectCell: (sheet: string, address: string) => void;
  readonly chooseMode: (mode: PlanningMode) => void;
  /** The rates of a preset instead of the workbook's own; null for these. */
  readonly choosePreset: (preset: string | null) => void;
  readonly typeChoice: (choice: keyof RunChoices, text: string) => void;
  readonly chooseLanguage: (language: LanguageCode) => void;
  /** Brings a panel to the front; null for the plan. */
  readonly choosePanel: (panel: PanelName | null) => void;
  readonly toggleTable: (chart: ChartName) => void;
  readonly insertSample: (sample: SampleName) => void;
  readonly openSetUp: () => void;
  readonly closeSetUp: () => void;
  readonly typeCells: (role: InputName, text: string) => void;
  readonly takeSelection: (role: InputName) => void;
  readonly stepBack: () => void;
  readonly stepForward: () => void;
}
