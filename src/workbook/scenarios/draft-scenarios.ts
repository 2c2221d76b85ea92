import type { Cell, CellValue, WorkbookContent } from '../workbook';
import { newScenarioCells, scenarioTableEdit } from './edit-scenarios';
import type { ScenarioRow } from './edit-scenarios';
import { scenarioTable } from './scenario-table';

/** A workbook as it would be with these rows in its table of scenarios, to look at before anything is written. */
export function withScenarioRows(content: WorkbookContent, rows: readonly ScenarioRow[]): WorkbookContent {
  const table = scenarioTable(content);
  if (!table) {
    const [headings, ...lines] = newScenarioCells(rows);
    const reference = { sheet: '', row: 0, column: 0, rowCount: lines.length + 1, columnCount: headings.length };
    const made = {
      name: 'SOP_Scenarios',
      headers: headings.map(String),
      reference,
      body: lines.map((line) => line.map((value) => cellOf(value, undefined))),
    };
    return { ...content, tables: [...content.tables, made] };
  }
  const { cells } = scenarioTableEdit(table, rows).edit;
  const body = cells.map((line, r) =>
    line.map((entry, c) => {
      const isFormula = typeof entry === 'object' && entry !== null && 'formula' in entry;
      return cellOf(isFormula ? entry.value : entry, table.body[r]?.[c]);
    }),
  );
  const reference = { ...table.reference, rowCount: body.length + 1 };
  return { ...content, tables: content.tables.map((each) => (each === table ? { ...table, reference, body } : each)) };
}

/** A cell with another value; its looks are those of the cell that stood there. */
function cellOf(value: CellValue, former: Cell | undefined): Cell {
  return { value, numberFormat: former?.numberFormat ?? 'General', text: null, formula: null };
}
