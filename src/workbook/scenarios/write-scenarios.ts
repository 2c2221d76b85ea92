import { noChange } from '../workbook';
import type { Cell, CellEntry, CellValue, TableContent, TableEdit, WorkbookChange, WorkbookContent } from '../workbook';
import { isPercent, placeOf, scenarioHeadings, scenarioRow, showsPercent } from './edit-scenarios';
import type { ScenarioHeading, ScenarioRow } from './edit-scenarios';
import { columnOf, sameName, scenarioTable } from './scenario-table';

/** The sheet that a table of scenarios gets where the workbook has none. */
const newSheetName = 'SOP Scenarios';

/**
 * Writes the rows as the table of scenarios, which is made where the workbook has none. A row that stays takes its formulas and
 * the cells of the planner's own columns with it, wherever in the table it stands afterwards.
 */
export function scenariosChange(content: WorkbookContent, rows: readonly ScenarioRow[]): WorkbookChange {
  const table = scenarioTable(content);
  return { ...noChange, tables: [table ? rewrittenTable(table, rows) : newTable(content, rows)] };
}

function newTable(content: WorkbookContent, rows: readonly ScenarioRow[]): TableEdit {
  const dates = dateFormat(content);
  return {
    name: 'SOP_Scenarios',
    place: { sheet: freeSheetName(content), row: 0, column: 0 },
    headers: scenarioHeadings,
    rows: rows.map((row) => scenarioHeadings.map((heading) => valueIn(row, heading))),
    numberFormats: scenarioHeadings.map((heading) => (heading.startsWith('Period') ? dates : null)),
  };
}

function freeSheetName({ sheets }: WorkbookContent): string {
  const taken = new Set(sheets.map((name) => name.toLowerCase()));
  let name = newSheetName;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${newSheetName} ${number}`;
  return name;
}

/** How the workbook shows its period labels; null where they are no dates. */
function dateFormat({ names }: WorkbookContent): string | null {
  const target = (name: string) => names.find((one) => sameName(one.name.replace(/^sop_/i, ''), name))?.target;
  const [periods, demand] = [target('Periods'), target('Demand')];
  const labels =
    periods?.kind === 'range'
      ? periods.range.cells.flat()
      : demand?.kind === 'range'
        ? [...(demand.above ?? []), ...(demand.left ?? [])]
        : [];
  const format = labels.find(({ value }) => typeof value === 'number')?.numberFormat ?? 'General';
  return format === 'General' ? null : format;
}

function rewrittenTable(table: TableContent, rows: readonly ScenarioRow[]): TableEdit {
  const lacking = scenarioHeadings.filter(
    (heading) => columnOf(table, heading) < 0 && rows.some((row) => valueIn(row, heading) !== null),
  );
  const former = formerLines(table, rows);
  const { sheet, row, column } = table.reference;
  return {
    name: table.name,
    place: { sheet, row, column },
    headers: [...table.headers, ...lacking],
    rows: rows.map((own, index) => {
      const { cells, isSame } = former[index] ?? { cells: [], isSame: false };
      // A row that is new to the table takes the formats of the last one.
      const formats = table.body[Math.min(index, table.body.length - 1)] ?? [];
      const line = table.headers.map((header, at): CellEntry => {
        const heading = scenarioHeadings.find((candidate) => sameName(candidate, header));
        const cell = cells[at];
        if (heading === undefined) return cell ? entryOf(cell) : null;
        const value = valueIn(own, heading);
        const isShare = heading === 'Amount' && isPercent(own.change) && showsPercent(formats[at]);
        const entered = isShare && typeof value === 'number' ? value / 100 : value;
        if (!isSame || !cell || cell.formula === null) return entered;
        const wasShare = isShare || (heading === 'Amount' && isPercent(own.change) && showsPercent(cell));
        if (!wasShare || showsPercent(cell) === isShare) return entryOf(cell);
        return { formula: `=(${cell.formula.slice(1)})${isShare ? '/' : '*'}100`, value: entered };
      });
      return [...line, ...lacking.map((heading) => valueIn(own, heading))];
    }),
  };
}

interface FormerLine {
  readonly cells: readonly Cell[];
  /** Whether the row says what it said. */
  readonly isSame: boolean;
}

/** The line of the table that each row comes from: one that says the same, else one on the same cells of the same scenario. */
function formerLines(table: TableContent, rows: readonly ScenarioRow[]): readonly (FormerLine | undefined)[] {
  const open = table.body.map((cells) => ({ cells, row: scenarioRow(table, cells) }));
  const taken = new Set<(typeof open)[number]>();
  const take = (matches: (former: ScenarioRow) => boolean) => {
    const found = open.find((candidate) => !taken.has(candidate) && matches(candidate.row));
    if (found) taken.add(found);
    return found;
  };
  const same = rows.map((row) =>
    take((former) => scenarioHeadings.every((h) => valueIn(row, h) === valueIn(former, h))),
  );
  return rows.map((row, index) => {
    const equal = same[index];
    if (equal) return { cells: equal.cells, isSame: true };
    const alike = take((former) => sameName(former.scenario, row.scenario) && placeOf(former) === placeOf(row));
    return alike && { cells: alike.cells, isSame: false };
  });
}

function entryOf({ value, formula }: Cell): CellEntry {
  return formula === null ? value : { formula, value };
}

function valueIn(row: ScenarioRow, heading: ScenarioHeading): CellValue {
  switch (heading) {
    case 'Scenario':
      return row.scenario;
    case 'Input':
      return row.input;
    case 'Item':
      return row.item;
    case 'Period from':
      return row.periodFrom;
    case 'Period to':
      return row.periodTo;
    case 'Change':
      return row.change;
    case 'Amount':
      return row.amount;
    case 'Note':
      return row.note;
  }
}
