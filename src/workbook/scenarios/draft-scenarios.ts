import type { Cell, CellEntry, WorkbookContent } from '../workbook';
import type { ScenarioRow } from './edit-scenarios';
import { scenarioTable } from './scenario-table';
import { scenariosChange } from './write-scenarios';

/** A workbook as it would be with these rows in its table of scenarios, to look at before anything is written. */
export function withScenarioRows(content: WorkbookContent, rows: readonly ScenarioRow[]): WorkbookContent {
  const table = scenarioTable(content);
  const [{ name, place, headers, rows: lines }] = scenariosChange(content, rows).tables;
  const former = table?.body ?? [];
  const body = lines.map((line, r) => {
    const model = former[Math.min(r, former.length - 1)];
    return line.map((entry, c) => cellOf(entry, model?.[c]));
  });
  const reference = { ...place, rowCount: body.length + 1, columnCount: headers.length };
  const made = { name, headers, reference, body };
  return { ...content, tables: [...content.tables.filter((each) => each !== table), made] };
}

/** A cell with another value; its looks are those of the cell that stood there. */
function cellOf(entry: CellEntry, former: Cell | undefined): Cell {
  const isFormula = typeof entry === 'object' && entry !== null && 'formula' in entry;
  const [value, formula] = isFormula ? [entry.value, entry.formula] : [entry, null];
  return { value, numberFormat: former?.numberFormat ?? 'General', text: null, formula };
}
