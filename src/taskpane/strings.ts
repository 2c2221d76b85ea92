import { costTermTitles } from '../planning';
import type { CostTermId, PlanningMode } from '../planning';
import { inputs, tables } from '../workbook/schema';
import type { InputName, TableName } from '../workbook/schema';
import type { InputShape } from '../workbook/schema-definitions';
import type { SampleName } from './host';
import type { PanelName } from './panel-name';
import type { SetUpStep } from './set-up';

/** Numbers of things, and how to write one. */
interface Counts {
  readonly items: number;
  readonly periods: number;
  readonly resources: number;
  readonly write: (count: number) => string;
}

const plural = (count: number, text: string, one: string, many: string) => `${text} ${count === 1 ? one : many}`;

/** Every text of the pane and the page, in English. Sentences about data come from where the data is judged. */
export const english = {
  languageName: 'English',
  language: 'Language',
  product: 'S&OP planner',

  panelsLabel: 'Parts of the pane',
  planPanel: 'Plan',
  panels: { scenarios: 'Scenarios', whatIf: 'What-if', network: 'Network', demand: 'Demand' } satisfies Record<
    PanelName,
    string
  > as Record<PanelName, string>,
  loadingPanel: 'Loading…',

  noBook: 'Open a workbook to begin.',
  reading: 'Reading the workbook…',
  unreadableTitle: 'The workbook cannot be read',
  readAgain: 'Read again',

  dataTitle: 'Data',
  dataReady: 'Ready to optimize',
  dataWithWarnings: (count: number) => (count === 1 ? 'Ready, with 1 warning' : `Ready, with ${count} warnings`),
  dataWrong: (count: number) => (count === 1 ? '1 error to mend first' : `${count} errors to mend first`),
  size: ({ items, periods, resources, write }: Counts) =>
    [
      plural(items, write(items), 'item', 'items'),
      plural(periods, write(periods), 'period', 'periods'),
      plural(resources, write(resources), 'resource', 'resources'),
    ].join(' · '),
  fromNetwork: 'Read from the network tables (SOP_Demand).',
  inputsFound: (count: number) => `Inputs found (${count})`,
  inputsMissing: (count: number) => `Optional inputs not used (${count})`,
  constant: 'constant',
  cells: (rows: string, columns: string) => `${rows} × ${columns}`,
  tableRows: (rows: string) => (rows === '1' ? '1 row' : `${rows} rows`),
  errorWord: 'Error',
  warningWord: 'Warning',
  fineWord: 'Fine',
  showCell: (address: string) => `Show ${address}`,
  showInput: (name: string, address: string) => `Show ${name}, ${address}`,
  moreIssues: (count: string) => `… and ${count} more.`,
  chooseCells: 'Choose the cells yourself',
  shapes: {
    scalar: 'one for all',
    byItem: 'by item',
    byPeriod: 'by period',
    byItemAndPeriod: 'by item and period',
    byResource: 'by resource',
    byResourceAndPeriod: 'by resource and period',
    byItemAndResource: 'by item and resource',
  } satisfies Record<InputShape, string> as Record<InputShape, string>,
  inputMeanings: Object.fromEntries(inputs.map(({ name, meaning }) => [name, meaning])) as Record<InputName, string>,
  tableMeanings: Object.fromEntries(tables.map(({ name, meaning }) => [name, meaning])) as Record<TableName, string>,

  modeTitle: 'Goal',
  modes: {
    cost: 'Least total cost',
    delivery: 'Best delivery, then cost',
    'fair-share': 'Share shortages fairly',
    profit: 'Most profit',
  } satisfies Record<PlanningMode, string> as Record<PlanningMode, string>,
  modeHints: {
    cost: 'The plan with the least total cost that keeps all limits.',
    delivery: 'First the least shortage, then the least lateness, then the least cost.',
    'fair-share': 'Where not all can be served, every item gives up the same fraction; then lateness, then cost.',
    profit: 'The largest revenue minus cost; demand that does not pay stays open.',
  } satisfies Record<PlanningMode, string> as Record<PlanningMode, string>,
  optionsTitle: 'Options',
  timeLimit: 'Time limit (seconds)',
  timeLimitHint: 'Empty: until the best plan is proven.',
  gap: 'Accept a gap of (%)',
  gapHint: 'For plans with lots or set-ups: stop when nothing better than this can remain.',
  notAPositiveNumber: 'Enter a number above 0, or nothing.',

  optimize: 'Optimize',
  optimizeAgain: 'Optimize again',
  solving: 'Looking for the best plan…',
  writing: 'Writing the plan sheet…',
  seconds: (text: string) => `${text} s`,
  bestSoFar: (cost: string) => `Best plan so far: ${cost}`,
  gapSoFar: (gap: string) => `at most ${gap} above the optimum`,
  stillSolving: (seconds: string) => `Still looking after ${seconds} seconds.`,
  cancel: 'Cancel',
  keepBest: 'Keep best plan',
  cancelled: 'Cancelled. Nothing was written.',
  diedTitle: 'The calculation stopped unexpectedly',
  diedText: 'The part that calculates ended, perhaps for lack of memory. Nothing was written; your data is unharmed.',
  retry: 'Try again',
  failedTitle: 'No plan was made',
  tooLittleTime: 'No plan was found within the time limit. Allow more under Options.',
  unbounded: 'The cost can fall without end: a cost or a price has the wrong sign.',
  invalid: 'The data has to be mended first; the errors stand under Data.',
  mistakeTitle: 'This is a mistake of ours',
  mistake: (message: string) => `Something went wrong that should not: ${message} Please report it.`,
  reportIt: 'Report it',

  resultTitle: 'Plan',
  optimal: 'Optimal',
  stoppedEarly: 'Stopped early',
  stoppedEarlyGap: (gap: string) => `The plan keeps all limits; its cost is at most ${gap} above the optimum.`,
  stoppedEarlyNoGap: 'The plan keeps all limits; how far it is from the optimum is not known.',
  stale: 'The inputs have changed since this plan was made.',
  staleSheet: (sheet: string) => `The inputs have changed since the plan on the sheet “${sheet}” was made.`,
  currentSheet: (sheet: string) => `The plan on the sheet “${sheet}” was made from these inputs.`,
  totalCost: 'Total cost',
  profit: 'Profit',
  revenue: 'Revenue',
  savesAgainstToday: (amount: string, share: string) => `${amount} (${share}) less than today’s rule`,
  costsMoreThanToday: (amount: string) => `${amount} more than today’s rule, which does not deliver everything`,
  costsMoreThanRule: (amount: string) => `${amount} more than today’s rule`,
  ruleShort: (units: string) => `Today’s rule leaves ${units} units undelivered.`,
  costTable: 'Cost by term',
  costTerm: 'Cost',
  thisPlan: 'This plan',
  todaysRule: 'Today’s rule',
  difference: 'Difference',
  costTerms: costTermTitles as Record<CostTermId, string>,
  reasonsTitle: 'What matters',
  moreReasons: (count: number) => `Show ${count} more`,

  capacityTitle: (resource: string) => `Use of ${resource}`,
  capacityTable: 'Capacity use by period',
  capacityLine: 'Capacity',
  overtime: 'with overtime',
  load: 'Load',
  use: 'Use',
  inventoryTitle: 'Inventory',
  inventoryTable: 'Inventory by period',
  safetyStockLine: 'Safety stock',
  period: 'Period',
  total: 'Total',
  otherItems: (count: number) => plural(count, String(count), 'other item', 'other items'),
  highest: (value: string, period: string) => `Highest in ${period}: ${value}.`,
  showTable: 'Show as table',
  showChart: 'Show as chart',

  goToSheet: 'Go to the sheet',
  saveCopy: 'Save a copy',
  exportJson: 'Export as JSON',
  removeResult: 'Remove the last result',
  writtenTo: (sheet: string) => `Written to the sheet “${sheet}”.`,
  removed: 'The result was removed.',
  saved: 'A copy was saved.',
  exported: 'The result was exported.',

  overridesTitle: (count: number) => (count === 1 ? 'You changed 1 quantity' : `You changed ${count} quantities`),
  overrideRow: (item: string, period: string, planned: string, typed: string) =>
    `${item}, ${period}: ${typed} instead of ${planned}`,
  pricingOverrides: 'Working out what they cost…',
  overridesCost: (money: string) => `Together they cost ${money}.`,
  overridesWithoutPlan: 'With these quantities no plan satisfies all limits.',
  lockOverrides: 'Lock and optimize the rest',
  forgetOverrides: 'Forget them',

  replaceTitle: { rule: 'In place of today’s rule', workbook: 'In place of today’s plan' },
  replacedTitle: 'Production_Plan',
  fallsShort: (units: string, places: string) => `Today’s way leaves ${units} units undelivered (${places}):`,
  fallsShortRow: (units: string, item: string, period: string) => `${units} units of ${item} in ${period}`,
  belowSafetyStock: (units: string) =>
    `It lies below the safety stock where this plan does not: by ${units} units × periods.`,
  tiesUp: (cost: string) => `Today’s way ties up cash: holding more than this plan costs ${cost}.`,
  tiesUpRow: (units: string, item: string, period: string, cost: string) =>
    `${units} units more of ${item} in ${period}, ${cost} to hold`,
  places: (count: string) => (count === '1' ? '1 place' : `${count} places`),
  nothingWorse: 'Today’s way delivers everything and holds no more than this plan.',
  replaceLead:
    'Write this plan into the cells of Production_Plan. What stands there is kept and comes back with one click.',
  replaceByValues: 'Write into Production_Plan',
  replaceLive: 'Write as =SOP.PLAN(…)',
  replaceLiveHint: 'The formula follows the inputs, and needs the add-in to calculate.',
  nameThePlan: 'Give the cells that hold today’s plan the name Production_Plan, and this plan can be written there.',
  replaced: 'The plan was written into Production_Plan. What stood there is kept.',
  isReplaced: 'Production_Plan holds a plan of this planner. What stood there before is kept in the workbook.',
  restorePlan: 'Restore former plan',
  restored: 'What stood in Production_Plan before is back.',

  infeasibleTitle: 'No plan satisfies all limits',
  conflictsTitle: 'These limits cannot hold together',
  shortagesTitle: 'What cannot be delivered',
  shortageRow: (units: string, item: string, period: string) => `${units} units of ${item} in ${period}`,
  fixesTitle: 'Each of these alone makes a plan possible',
  noFixes: 'No single change makes a plan possible.',
  writeClosest: 'Write the closest plan',
  closestHint: 'It gives up as little demand as possible; its sheet says that it is not a full plan.',
  closestWritten: (sheet: string) => `The closest plan stands on the sheet “${sheet}”, marked as such.`,

  setUpTitle: 'Tell where your data is',
  setUpLead:
    'Select the cells in the workbook, then take the selection. Labels above and to the left are found by themselves.',
  setUpStep: (step: string, steps: string) => `Step ${step} of ${steps}`,
  setUpSteps: {
    demand: 'Demand',
    capacity: 'Capacity',
    costs: 'Costs',
    stock: 'Inventory',
  } satisfies Record<SetUpStep, string> as Record<SetUpStep, string>,
  setUpHints: {
    demand: 'One row for each item, one column for each period, only the numbers.',
    capacity: 'One number, one row by period, or one row for each resource. Leave empty if nothing limits production.',
    costs: 'One number for all, a column by item, or a table like the demand. Leave empty for none.',
    stock: 'What is on hand before the first period, and the least stock at the end of each. Leave empty for none.',
  } satisfies Record<SetUpStep, string> as Record<SetUpStep, string>,
  roleNames: {
    Demand: 'Demand',
    Capacity: 'Capacity per period',
    Production_Cost: 'Production cost per unit',
    Holding_Cost: 'Holding cost per unit and period',
    Initial_Inventory: 'Initial inventory',
    Safety_Stock: 'Safety stock',
  } as Partial<Record<InputName, string>>,
  optional: 'optional',
  cellsPlaceholder: 'Sheet1!B2:M4',
  takeSelection: 'Take the selection',
  badCells: 'Enter cells such as Sheet1!B2:M4, or a table column such as Items[Cost].',
  demandNeeded: 'Choose the cells with the demand first.',
  noSuchSheet: (sheet: string) => `The workbook has no sheet “${sheet}”.`,
  back: 'Back',
  next: 'Next',
  finish: 'Use these cells',
  closeSetUp: 'Close',
  mapped: 'The choice of cells is stored in the workbook.',
  orSample: 'Or begin with a sample',
  samples: {
    'three-skus-one-factory': 'Three products, one factory',
    'one-product': 'One product, twelve months',
    'prebuild-q4': 'Stock up before the fourth quarter',
    demand: 'From dirty sales to a plan',
    network: 'Plant and distribution centre',
    'prebuild-network': 'Stock up in a network',
  } satisfies Record<SampleName, string> as Record<SampleName, string>,
  sampleHints: {
    'three-skus-one-factory': '3 items, 13 months, a factory that is full from January to August.',
    'one-product': '1 item, 12 months, against a rule of fixed coverage.',
    'prebuild-q4': '39 items, 6 months, demand that no single month can make.',
    demand: '3 items, three years of daily sales as exported: clean them, forecast, set safety stock, plan.',
    network: '3 products, 18 weeks; one cannot be made for four of them.',
    'prebuild-network': 'The same fourth quarter with several locations and lanes between them.',
  } satisfies Record<SampleName, string> as Record<SampleName, string>,
  nothingSelected: 'Select a block of cells on one sheet.',

  openInExcel: 'This page is the pane of an Excel add-in. Open it in Excel, or use the page for files.',
  pageForFiles: 'Open the page for files',
  officeMissing: 'Excel’s script could not be loaded. Check the connection, then open the pane again.',

  pageLead: 'Drop a workbook; see the best supply plan, what it costs and why.',
  privacy: 'Nothing leaves this machine: the page works on your file by itself and sends nothing anywhere.',
  dropHere: 'Drop an .xlsx file here',
  or: 'or',
  openFile: 'Open a file…',
  trySample: 'Try a sample',
  openAnother: 'Open another workbook',
  notAFile: 'Drop one .xlsx or .xlsm file.',
  sampleMissing: 'The sample could not be loaded. Reload the page and try again.',
  sheetsOf: (name: string) => `Sheets of ${name}`,
  sheetView: (sheet: string) => `Sheet ${sheet}`,
  sheetCut: (rows: string, columns: string) => `Only the first ${rows} rows and ${columns} columns are shown.`,
  selectionIs: (address: string) => `Selected: ${address}`,
  pane: 'Planner',
  workbook: 'Workbook',
};

/** The texts of a language: the same keys in each. */
export type Strings = typeof english;
