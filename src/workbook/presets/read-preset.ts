import { hasErrors } from '../../planning/index';
import type { PlanningMode, PlanningProblem } from '../../planning/index';
import { readNetwork } from '../read-network';
import { readSite } from '../read-site';
import { readTable } from '../read-table';
import { collectReports } from '../reports';
import type { Reports } from '../reports';
import { applyScenario } from '../scenarios/apply-scenario';
import type { ScenarioReading } from '../scenarios/read-scenario';
import { readSiteInput, readTableInput, sameName } from '../scenarios/scenario-table';
import { applyToTables } from '../scenarios/tables/apply-to-tables';
import { inputDefinition } from '../schema';
import type { WorkbookContent } from '../workbook';
import { presetChanges } from './preset-changes';
import type { Earning } from './preset-changes';
import { presetList, presetNamed, tableWithPreset } from './preset-table';

/** Sets the cost rates of a preset on top of a reading (of the workbook itself, or of a scenario). */
export function readPreset(
  content: WorkbookContent,
  name: string,
  mode: PlanningMode,
  before: ScenarioReading,
): ScenarioReading {
  const { reading, effects, source } = before;
  const preset = presetNamed(content, name);
  if (!preset) {
    const message = `There is no preset "${name}". There are ${presetList(content)
      .map((each) => each.name)
      .join(', ')}.`;
    const issue = { severity: 'error', code: 'unknown-preset', sheet: null, cell: null, message } as const;
    return {
      ...before,
      reading: { ...reading, problem: null, issues: [{ ...issue, fix: 'Choose one of these.' }, ...reading.issues] },
    };
  }
  const { problem, layout, periods } = reading;
  if (!problem) return before;
  const reports = collectReports();
  // What a built-in preset cannot set is no mistake of the planner's.
  const sayings = preset.own ? reports : collectReports();
  const table = tableWithPreset(content, preset);
  const rows = readTable({ ...content, tables: [table] }, 'SOP_Presets', sayings)?.rows ?? [];
  const own = rows.filter((row) => sameName(row.text('Preset'), preset.name) && !row.isBlank('Input'));
  if (reading.source === 'network') {
    const earnings = networkEarnings(source.content, problem);
    const changes = own.flatMap((row) => {
      const input = readTableInput(row);
      if (!input) return [];
      const byProduct = input.table !== 'SOP_Resources' && input.table !== 'SOP_Locations';
      return presetChanges(
        row,
        input,
        { unit: input.unit, byProduct, isLateCost: input.column === 'LateCost' },
        earnings,
      );
    });
    const applied = applyToTables(source.content, changes, problem, periods);
    if (hasErrors(reports.issues())) return failed(before, reports);
    return {
      reading: readNetwork(applied.content, mode, source.found, reports),
      effects: [...effects, ...applied.effects],
      source: { ...source, content: applied.content },
    };
  }
  if (!layout) return before;
  const earnings = siteEarnings(problem);
  const changes = own.flatMap((row) => {
    const input = readSiteInput(row);
    if (!input) return [];
    const { unit, shapes } = inputDefinition(input);
    const byProduct = shapes.includes('byItem') || shapes.includes('byItemAndPeriod');
    return presetChanges(row, input, { unit, byProduct, isLateCost: input === 'Backorder_Cost' }, earnings);
  });
  const applied = applyScenario(source.found, changes, {
    dimensions: layout,
    items: problem.items.map((item) => item.name),
    resources: problem.resources.map((resource) => resource.name),
    periods,
  });
  if (hasErrors(reports.issues())) return failed(before, reports);
  return {
    reading: readSite(content, mode, applied.found, reports),
    effects: [...effects, ...applied.effects],
    source: { ...source, found: applied.found },
  };
}

function failed(before: ScenarioReading, reports: Reports): ScenarioReading {
  const { reading } = before;
  return { ...before, reading: { ...reading, problem: null, issues: [...reports.issues(), ...reading.issues] } };
}

/** By product: price and unit cost stand in SOP_Products. */
function networkEarnings(content: WorkbookContent, { items, demands }: PlanningProblem): readonly Earning[] {
  const rows = readTable(content, 'SOP_Products', collectReports())?.rows ?? [];
  const late = new Set(
    demands.filter(({ backorderCost }) => backorderCost !== null).map(({ item }) => items[item].product.toLowerCase()),
  );
  return [...new Set(items.map(({ product }) => product))].map((name) => {
    const row = rows.find((each) => sameName(each.text('Product'), name));
    const price = row?.number('Price') ?? 0;
    const margin = price - (row?.number('UnitCost') ?? 0);
    return { name, price, margin, mayBeLate: late.has(name.toLowerCase()) };
  });
}

/** By item: the average price over the horizon, less the average cost of making. */
function siteEarnings({ items, demands, sources }: PlanningProblem): readonly Earning[] {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return items.map(({ name }, item) => {
    const own = demands.filter((demand) => demand.item === item);
    const price = mean(own.flatMap((demand) => demand.price));
    const cost = mean(sources.filter((made) => made.item === item).flatMap((made) => made.cost));
    return { name, price, margin: price - cost, mayBeLate: own.some(({ backorderCost }) => backorderCost !== null) };
  });
}
