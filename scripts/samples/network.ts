import { emptySheet } from '../../src/workbook/book-content';
import type { BookContent } from '../../src/workbook/book-content';
import type { SheetCell, SheetContent } from '../../src/workbook/sheet-content';
import type { CellValue } from '../../src/workbook/workbook';
import { scenarioSheet } from './scenario-sheet';
import { look } from './sheet-builder';
import { tableWorkbook } from './table-sheets';

const articles = [
  { name: 'IBP-300', perWeek: 272, hours: 1.25, margin: 0.01, missing: 100, late: 10 },
  { name: 'IBP-310', perWeek: 150, hours: 0.8, margin: 0.1, missing: 1000, late: 100 },
  { name: 'IBP-320', perWeek: 200, hours: 1, margin: 0.5, missing: 5000, late: 500 },
] as const;
const weeks = Array.from({ length: 18 }, (_, index) => index + 1);
const peak: ReadonlySet<number> = new Set([10, 11, 12]);
const price = 100;
const hours = 1000;
const week = (number: number): string => `CW${String(number).padStart(2, '0')}`;

/**
 * The published demo of a supply optimizer: three articles with 1, 10 and 50 % margin, one plant, one distribution centre, one
 * assembly line, a peak in March, and a production stop of the article that earns most.
 */
export function networkSample(): BookContent {
  const stories = [
    'Scenario STORY_1_STOP: IBP-320 cannot be made in CW06 to CW09 (table SOP_Adjusted). The heuristic leaves 200 units a week missing at the plant; supply propagation does not deliver them; neither makes anything early. The optimizer needs no overtime, but the line runs from 46 to 100 % of its hours.',
    'Scenario STORY_2_LEVELLED, which is the workbook as it is: the optimizer builds 800 units of IBP-320 before CW06, delivers everything in time and keeps the line between 53 and 88 % of its hours (MinUse and TargetUse in SOP_Resources).',
    'Scenario STORY_3_CAPACITY_CUT: in CW09 the plant learns that the line falls to 700 hours in CW10 to CW14. What has happened by then is fixed. Compare the modes delivery, fair-share and profit. STORY_3_BY_MARGIN is the same with costs of missing and late deliveries in proportion to the margin.',
    'Compare all planners: sop compare network.xlsx --scenario STORY_1_STOP --out compared.xlsx, or Compare planners in the pane.',
    'The articles, margins and stories are those of a public article; its numbers are not published, and these are made up so that every one of its results holds.',
  ];
  const book = tableWorkbook('A small supply network', stories, [
    {
      name: 'SOP_Periods',
      sheet: 'Periods',
      title: 'Weeks',
      headings: ['Period', 'Days'],
      rows: weeks.map((number) => [week(number), 7]),
    },
    {
      name: 'SOP_Products',
      sheet: 'Products',
      title: 'What is sold, and what it earns',
      headings: ['Product', 'Price', 'UnitCost', 'FairShare'],
      rows: articles.map(({ name, margin }) => [name, price, price * (1 - margin), true]),
    },
    {
      name: 'SOP_Demand',
      sheet: 'Demand',
      title: 'Demand at the distribution centre, half as much again in CW10 to CW12',
      headings: ['Product', 'Location', 'Period', 'Quantity', 'NonDeliveryCost', 'LateCost', 'MaxLateness'],
      rows: articles.flatMap(({ name, perWeek }) =>
        weeks.map((number) => [name, '1720', week(number), perWeek * (peak.has(number) ? 1.5 : 1), 1000, 100, 2]),
      ),
    },
    {
      name: 'SOP_Sources',
      sheet: 'Sources',
      title: 'What the plant makes, and what a unit takes of the line',
      headings: ['Product', 'Location', 'Resource', 'Use', 'Cost'],
      rows: articles.map((article) => [article.name, '1710', 'Assembly', article.hours, 1]),
    },
    {
      name: 'SOP_Lanes',
      sheet: 'Lanes',
      title: 'From the plant to the distribution centre',
      headings: ['Product', 'From', 'To', 'Cost', 'LeadTime'],
      rows: [['*', '1710', '1720', 0, 0]],
    },
    {
      name: 'SOP_Resources',
      sheet: 'Resources',
      title: 'Hours of the line, and the band of use that is wanted',
      headings: ['Resource', 'Period', 'Capacity', 'MinUse', 'MinUseCost', 'TargetUse', 'TargetUseCost'],
      rows: [['Assembly', '*', hours, 0.53 * hours, 50, 0.88 * hours, 50]],
    },
    {
      name: 'SOP_Stock',
      sheet: 'Stock',
      title: 'Stock and what holding it costs',
      headings: ['Product', 'Location', 'Initial', 'HoldingCost', 'SafetyStock'],
      rows: ['1710', '1720'].map((location) => ['*', location, 0, 0.5, 0]),
    },
    {
      name: 'SOP_Adjusted',
      sheet: 'Adjusted',
      title: 'Quantities that the planner has fixed; 0 is a stop',
      headings: ['Kind', 'Product', 'Location', 'To', 'Period', 'Quantity'],
      rows: [6, 7, 8, 9].map((number) => ['production', 'IBP-320', '1710', null, week(number), 0]),
    },
  ]);
  const settings = settingsSheet();
  const scenarios = scenarioSheet(scenarioRows, { scenario: 24, input: 24, item: 12 });
  return {
    ...book,
    sheets: [...book.sheets, settings.sheet, scenarios.sheet],
    names: settings.names,
    tables: [...(book.tables ?? []), scenarios.table],
  };
}

/** The published demo spreads shortage, and what is late, by ten segments that double. */
function settingsSheet(): { readonly sheet: SheetContent; readonly names: NonNullable<BookContent['names']> } {
  const rows = [
    [
      'Fair_Share_Segments',
      10,
      'Parts of a demand by which the mode fair-share spreads what is short and what is late',
    ],
    ['Fair_Share_Growth', 2, 'Factor of the penalty from one part to the next'],
  ] as const;
  const sheet = 'Settings';
  return {
    sheet: {
      ...emptySheet(sheet),
      cells: [
        { row: 0, column: 0, value: 'Settings', style: look.title },
        ...rows.flatMap(([name, value, meaning], r): SheetCell[] => [
          { row: 2 + r, column: 0, value: name, style: look.label },
          { row: 2 + r, column: 1, value, style: look.input },
          { row: 2 + r, column: 2, value: meaning, style: look.label },
        ]),
        {
          row: 5,
          column: 0,
          value:
            'Clear both cells for the exact fair share: the same fraction never delivered, then the least lateness in total.',
          style: look.label,
        },
      ],
      columnWidths: [26, 10, 80],
    },
    names: rows.map(([name], r) => ({ name, refersTo: `${sheet}!$B$${3 + r}` })),
  };
}

/** A row of SOP_Scenarios. */
type ScenarioChange = readonly CellValue[];

/** No penalty outside the band of use, which switches it off. */
const withoutBand = (scenario: string): readonly ScenarioChange[] => [
  [scenario, 'Resources MinUseCost', null, null, null, 'value', 0, 'No band of use'],
  [scenario, 'Resources TargetUseCost', null, null, null, 'value', 0],
];

/** The line falls to 700 hours, and everything before it is known is done as it was planned. */
const capacityCut = (scenario: string): readonly ScenarioChange[] => [
  [scenario, 'Resources Capacity', 'Assembly', week(10), week(14), 'value', 700, 'Hours left'],
  [scenario, 'Demand MaxLateness', null, null, null, 'value', 1],
  ...withoutBand(scenario),
  ...articles.flatMap(({ name, perWeek }) =>
    (['production', 'transport', 'delivery'] as const).map((kind): ScenarioChange => [
      scenario,
      `Adjusted ${kind}`,
      name,
      week(1),
      week(9),
      'value',
      perWeek,
      kind === 'production' ? 'What has happened by CW09' : null,
    ]),
  ),
];

const scenarioRows: readonly ScenarioChange[] = [
  ...withoutBand('STORY_1_STOP'),
  ['STORY_2_LEVELLED', null, null, null, null, null, null, 'The workbook as it is'],
  ...capacityCut('STORY_3_CAPACITY_CUT'),
  ...capacityCut('STORY_3_BY_MARGIN'),
  ...articles.flatMap(({ name, missing, late }): readonly ScenarioChange[] => [
    ['STORY_3_BY_MARGIN', 'Demand NonDeliveryCost', name, null, null, 'value', missing],
    ['STORY_3_BY_MARGIN', 'Demand LateCost', name, null, null, 'value', late],
  ]),
];
