import type { PlanningProblem } from '../../../planning/index';
import type { Label } from '../../read-labels';
import { tableDefinition } from '../../schema';
import type { TableName } from '../../schema';
import type { TableContent, WorkbookContent } from '../../workbook';
import type { ScenarioEffect } from '../apply-scenario';
import { scenarioTable } from '../scenario-table';
import type { TableChange } from '../scenario-table';
import { changeAdjusted } from './change-adjusted';
import type { AdjustedTargets } from './change-adjusted';
import { demandChanger } from './change-demand';
import { changeResources } from './change-resources';
import { changeRows } from './change-rows';
import { editableTable } from './editable-table';
import type { EditableTable } from './editable-table';
import { collectEffects } from './effects';
import type { TableAxes } from './expand-rows';

/**
 * The tables of a network as a scenario has them; the workbook's own stay as they are. Changes apply from top to bottom, and
 * every one that cannot be applied is reported at its row.
 */
export function applyToTables(
  content: WorkbookContent,
  changes: readonly TableChange[],
  baseline: PlanningProblem,
  periods: readonly Label[],
): { readonly content: WorkbookContent; readonly effects: readonly ScenarioEffect[] } {
  const axes: TableAxes = { products: [...new Set(baseline.items.map(({ product }) => product))], periods };
  const targets = adjustedTargets(baseline);
  const effects = collectEffects();
  const opened = new Map<TableName, EditableTable>();
  const open = (name: TableName): EditableTable | null => {
    const known = opened.get(name);
    if (known) return known;
    const table = tableNamed(content, name) ?? (name === 'SOP_Adjusted' ? emptyTable(content, name) : null);
    if (!table) return null;
    const editable = editableTable(table, content.date1904);
    opened.set(name, editable);
    return editable;
  };
  let changeDemand: ReturnType<typeof demandChanger> | null = null;
  for (const change of changes) {
    const { input, row } = change;
    const table = open(input.table);
    if (!table) {
      const message = `The workbook has no table ${input.table}, so there is no ${input.label} to change.`;
      row.report('error', 'missing-input', 'Input', message, 'Add the table to the workbook, or delete the row.');
    } else if (input.kind !== null) changeAdjusted(table, change, targets[input.kind], axes, effects);
    else if (input.table === 'SOP_Resources') changeResources(table, change, axes, effects);
    else if (input.label === 'Demand Quantity') {
      changeDemand ??= demandChanger(table, axes, effects);
      changeDemand(change);
    } else changeRows(table, change, axes, effects);
  }
  const altered = [...opened.values()].map((table) => table.content());
  const isAltered = ({ name }: TableContent) =>
    altered.some((table) => table.name.toLowerCase() === name.toLowerCase());
  return {
    content: { ...content, tables: [...content.tables.filter((table) => !isAltered(table)), ...altered] },
    effects: effects.list(),
  };
}

/** Everything whose quantity the planner may fix, by kind. */
function adjustedTargets({ items, sources, lanes, demands }: PlanningProblem): AdjustedTargets {
  const at = (item: number, to = '') => ({ product: items[item].product, location: items[item].location, to });
  const making = [...new Set(sources.map(({ item }) => item))];
  return {
    production: making.map((item) => at(item)),
    transport: lanes.map((lane) => at(lane.from, items[lane.to].location)),
    delivery: [...new Map(demands.map(({ item, customer }) => [`${item}|${customer}`, at(item, customer)])).values()],
    receipt: items.map((_, item) => at(item)),
  };
}

function tableNamed({ tables }: WorkbookContent, name: TableName): TableContent | undefined {
  return tables.find((table) => table.name.toLowerCase() === name.toLowerCase());
}

/** A table that the workbook lacks; what a scenario adds to it is reported at the scenario. */
function emptyTable(content: WorkbookContent, name: TableName): TableContent | null {
  const scenarios = scenarioTable(content);
  if (!scenarios) return null;
  const headers = tableDefinition(name).columns.map((column) => column.name);
  return { name, headers, reference: scenarios.reference, body: [] };
}
