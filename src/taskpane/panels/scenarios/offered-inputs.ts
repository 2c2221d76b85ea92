import { inputDefinition, inputNamed, planInputs } from '../../../workbook/schema';
import type { InputName, TableName } from '../../../workbook/schema';
import { shownText } from '../../../workbook/shown-text';
import { rowNames } from '../../../workbook/scenarios/tables/row-names';
import { tableInputNamed, tableInputs } from '../../../workbook/scenarios/tables/table-input';
import type { WorkbookContent } from '../../../workbook/workbook';
import type { ScenarioBook } from './scenarios-state';

/** What a scenario can change, as the form offers it. */
export interface OfferedInput {
  /** As it is written into the table of scenarios. */
  readonly name: string;
  /** What it belongs to: an input of the workbook or one at its default, else a table of a network. */
  readonly group: 'given' | 'default' | TableName;
  /** Along what a change may be confined. */
  readonly rows: 'items' | 'resources' | null;
  readonly periods: boolean;
}

const tablesWithPeriods: readonly TableName[] = ['SOP_Demand', 'SOP_Resources', 'SOP_Adjusted'];

/** Everything that a scenario of the workbook can change, what is there first. */
export function offeredInputs({ reading, content }: ScenarioBook): readonly OfferedInput[] {
  if (reading.source === 'network') {
    const has = (table: TableName) => content.tables.some(({ name }) => name.toLowerCase() === table.toLowerCase());
    return tableInputs
      .filter(({ table }) => has(table))
      .map(({ label, table }): OfferedInput => ({
        name: label,
        group: table,
        rows: table === 'SOP_Resources' ? 'resources' : 'items',
        periods: tablesWithPeriods.includes(table),
      }));
  }
  const given = new Set(reading.inputs.filter(({ found }) => found).map(({ name }) => name));
  const names = planInputs
    .map(({ name }) => name)
    .filter((name) => name !== 'Production_Plan' && inputDefinition(name).kind === 'number');
  const offered = (name: InputName): OfferedInput => ({
    name,
    group: given.has(name) ? 'given' : 'default',
    ...scopeOf(name),
  });
  return [...names.filter((name) => given.has(name)), ...names.filter((name) => !given.has(name))].map(offered);
}

/** The offered input that a row of the table means; null where it means none. */
export function offeredInput(book: ScenarioBook, words: string): OfferedInput | null {
  const name = book.reading.source === 'network' ? tableInputNamed(words)?.label : inputNamed(words);
  return offeredInputs(book).find((input) => input.name === name) ?? null;
}

/** Names to which a change of an input may be confined. */
export function rowLabels({ reading, content }: ScenarioBook, { name, rows }: OfferedInput): readonly string[] {
  const { problem } = reading;
  if (!problem || rows === null) return [];
  if (reading.source === 'names') return (rows === 'items' ? problem.items : problem.resources).map((row) => row.name);
  const input = tableInputNamed(name);
  return input ? namesInTable(content, input.table) : [];
}

function scopeOf(name: InputName): Pick<OfferedInput, 'rows' | 'periods'> {
  const shapes: readonly string[] = inputDefinition(name).shapes;
  const has = (word: string) => shapes.some((shape) => shape.includes(word));
  return { rows: has('Resource') ? 'resources' : has('Item') ? 'items' : null, periods: has('Period') };
}

/** Every name that a row of a network table goes by, those of many rows (products) first. */
function namesInTable({ tables, date1904 }: WorkbookContent, name: TableName): readonly string[] {
  const table = tables.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (!table) return [];
  const positions = new Map(table.headers.map((header, position) => [header.trim().toLowerCase(), position]));
  const byRow = table.body.map((cells) =>
    rowNames(name, (column) => {
      const cell = cells[positions.get(column.toLowerCase()) ?? -1];
      return cell ? shownText(cell, date1904) : '';
    }),
  );
  const levels = Math.max(0, ...byRow.map((names) => names.length));
  const ordered = Array.from({ length: levels }, (_none, level) => byRow.flatMap((names) => names[level] ?? [])).flat();
  return [...new Set(ordered)].filter((text) => text !== '' && text !== '*');
}
