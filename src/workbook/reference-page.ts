import { forecastTables, inputs, namePrefix, planTables, tables } from './schema';
import type { ColumnDefinition, InputDefinition, InputShape, InputTopic, TableDefinition } from './schema-definitions';

const topics: Readonly<Record<InputTopic, string>> = {
  labels: 'Labels',
  demand: 'Demand',
  inventory: 'Inventory',
  production: 'Production',
  capacity: 'Capacity',
  workforce: 'Workforce',
  warehouse: 'Warehouse',
  today: "Today's plan",
  run: 'The run',
  forecast: 'History and forecast',
};

const shapes: Readonly<Record<InputShape, string>> = {
  scalar: 'one',
  byItem: 'S',
  byPeriod: 'T',
  byItemAndPeriod: 'S×T',
  byResource: 'R',
  byResourceAndPeriod: 'R×T',
  byItemAndResource: 'S×R',
};

/** The user's reference of every name and table, as Markdown; generated, so that it cannot disagree with what is read. */
export function referencePage(): string {
  const sections = [
    introduction,
    ...Object.entries(topics).map(([topic, title]) =>
      inputSection(
        title,
        inputs.filter((input) => input.topic === topic),
      ),
    ),
    networkIntroduction,
    ...planTables.filter(({ name }) => name !== 'SOP_Scenarios').map(tableSection),
    forecastIntroduction,
    ...tables.filter(({ name }) => forecastTables.includes(name)).map(tableSection),
    scenarioIntroduction,
    ...tables.filter(({ name }) => name === 'SOP_Scenarios').map(tableSection),
  ];
  return `${sections.join('\n\n')}\n`;
}

const introduction = `# Names and tables

<!-- Generated from src/workbook/schema.ts by scripts/build-reference.ts. -->

A workbook is ready to optimise when the cells with its demand have the name \`Demand\`. Every other name has a default. To name
cells, select them and type the name into the name box left of the formula bar.

- Case does not matter. Every name may carry the prefix \`${namePrefix}\`, which wins over the plain name.
- A name may refer to a range, a table column, or a constant such as \`=0.25\`.
- **Shape**: T is the number of periods, S of items, R of resources. \`one\` is a single cell that holds for all. A matrix has items
  (or resources) in rows and periods in columns; where \`Periods\` is a vertical range, periods run down. Where a list could be by
  period as well as by item, its direction decides: along the periods it is by period.
- Without \`Periods\` and \`Items\` the cells just above and left of \`Demand\` are the labels.
- A blank cell counts as 0 and raises a warning, except where this page says "blank: none". An optional input that is blank
  throughout counts as not given.
- Text, an error such as \`#N/A\`, a number stored as text, or a quantity below 0 stops the run, with its sheet and cell.`;

const networkIntroduction = `# Network tables

Several locations, lanes and production sources are Excel tables (Insert > Table) with the names below. With a table
\`SOP_Demand\` the network is planned, and a range named \`Demand\` is not used.

- Headings are matched whatever their case, in any order; unknown columns are warned of.
- \`Product\` and \`Customer\` may be blank or \`*\` for all. A row for one product wins over a row for all products at the same place.
- \`Period\` holds a label of \`SOP_Periods\`, or \`*\` for every period.
- Where periods differ in length, rates per period (holding, lateness, storage) are for the length of the first period and grow
  with the length; capacities and quantities are those of the period itself. A lead time counts in lengths of the first period.`;

const forecastIntroduction = `# History and events

The forecast reads the past demand from a table \`SOP_History\`, or from three columns named \`History_Date\`, \`History_Item\` and
\`History_Quantity\`. Nothing in it has to be clean: dates and quantities may be text, in several formats, missing or wrong.

- Every change that the cleaning makes stands on the sheet \`SOP Cleaning\`, where it can be overruled; the history is never changed.
- Without items the history is that of the plan's only item. Items match the plan's whatever their case, spaces and dashes.
- Lists by item (\`Service_Level\`, \`Lead_Time\`) stand in the order of the plan's items.`;

const scenarioIntroduction = `# Scenarios

A table \`SOP_Scenarios\` states what differs in each scenario. The workbook itself is the scenario \`BASELINE\`, unless the table has
one of that name; its cells are never changed.

- A row changes one input: for all items or some, in all periods or a span. An input that is one number for all becomes one by
  item or period where a row asks for it.
- \`percent\` with 25 (or with a cell that shows 25%) makes 100 into 125, \`absolute\` with 25 makes it 125 as well, \`value\` makes it 25.
- Rows of a scenario apply from top to bottom. A row without \`Input\` only names the scenario.
- \`Mode\`, labels, \`Whole_Workers\` and \`Production_Plan\` cannot change.`;

function inputSection(title: string, definitions: readonly InputDefinition[]): string {
  const rows = definitions.map((input) => [
    `\`${input.name}\``,
    input.shapes.map((shape) => shapes[shape]).join(', ') || 'column',
    input.unit,
    input.default,
    `${input.meaning}${rulesOf(input)}`,
  ]);
  return `## ${title}\n\n${markdownTable(['Name', 'Shape', 'Unit', 'Default', 'Meaning'], rows)}`;
}

function tableSection({ name, meaning, columns }: TableDefinition): string {
  const rows = columns.map((column) => [
    `\`${column.name}\``,
    column.kind === 'truth' ? 'TRUE/FALSE' : column.kind,
    column.unit,
    column.required ? 'required' : column.default,
    `${column.meaning}${columnRules(column)}`,
  ]);
  return `## ${name}\n\n${meaning}\n\n${markdownTable(['Column', 'Holds', 'Unit', 'Default', 'Meaning'], rows)}`;
}

function rulesOf({ kind, whole, maximum, blank, worksWith }: InputDefinition): string {
  if (kind === 'label') return '';
  const rules = [
    ...(whole ? ['Whole number.'] : []),
    ...(maximum === null ? [] : [`At most ${maximum}.`]),
    ...(blank === 'noLimit' ? ['Blank: none.'] : []),
    ...(worksWith.length > 0 ? [`Works with ${worksWith.map((name) => `\`${name}\``).join(' or ')}.`] : []),
  ];
  return rules.map((rule) => ` ${rule}`).join('');
}

function columnRules({ whole }: ColumnDefinition): string {
  return whole ? ' Whole number.' : '';
}

/** A Markdown table as Prettier writes it. */
function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [headings, ...rows].map((cells) => cells.map((cell) => cell.replace(/\|/g, '\\|').replace(/\*/g, '\\*')));
  const widths = headings.map((_, column) => Math.max(3, ...all.map((cells) => cells[column].length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [line(all[0]), line(widths.map((width) => '-'.repeat(width))), ...all.slice(1).map(line)].join('\n');
}
