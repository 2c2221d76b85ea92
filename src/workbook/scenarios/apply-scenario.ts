import type { FoundInput } from '../find-input';
import type { Label } from '../read-labels';
import type { Dimensions } from '../fit-shape';
import { inputDefinition } from '../schema';
import type { InputName } from '../schema';
import { changedNumber } from './changed-number';
import { chosenPeriods, chosenRows } from './choose-rows';
import { gridOf, grownGrid, inputOf } from './input-grid';
import type { InputGrid } from './input-grid';
import type { SiteChange } from './scenario-table';

/** What the rows and columns of inputs are called. */
export interface ScenarioAxes {
  readonly dimensions: Dimensions;
  readonly items: readonly string[];
  readonly resources: readonly string[];
  readonly periods: readonly Label[];
}

/** One number that a scenario has otherwise than the workbook. */
export interface ScenarioEffect {
  /** A name of the contract; on a network a column of a table, as `TableInput.label` has it. */
  readonly input: string;
  /** Item or resource (on a network what the row is about); null where the number holds for all. */
  readonly item: string | null;
  /** Period; null where the number holds for all. */
  readonly period: string | null;
  /** Null: none is given, or there is no limit. */
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * The inputs as a scenario has them; the workbook's own stay as they are. Changes apply from top to bottom, and every one that
 * cannot be applied is reported at its row.
 */
export function applyScenario(
  found: ReadonlyMap<InputName, FoundInput>,
  changes: readonly SiteChange[],
  axes: ScenarioAxes,
): { readonly found: ReadonlyMap<InputName, FoundInput>; readonly effects: readonly ScenarioEffect[] } {
  const grids = new Map<InputName, InputGrid>();
  for (const change of changes) {
    const { input, row } = change;
    const grid = grids.get(input) ?? gridOf(input, found.get(input), axes.dimensions);
    const changed = grid && changedGrid(grid, change, axes);
    if (changed) grids.set(input, changed);
    else if (!grid)
      row.report('error', 'missing-input', 'Input', `The workbook has no ${input} to change.`, missingFix);
  }
  const effects = [...grids.values()].flatMap((grid) =>
    effectsOf(gridOf(grid.input, found.get(grid.input), axes.dimensions), grid, axes),
  );
  const altered = new Map(found);
  for (const [input, grid] of grids) {
    if (effects.some((effect) => effect.input === input)) altered.set(input, inputOf(grid, axes.dimensions));
  }
  return { found: altered, effects };
}

const missingFix = 'Name its cells in the workbook, or delete the row.';

/** The grid after a change; null where it was reported. */
function changedGrid(grid: InputGrid, change: SiteChange, axes: ScenarioAxes): InputGrid | null {
  const { input, row } = change;
  const rowKind = rowKindOf(grid);
  const labels = rowKind === 'resources' ? axes.resources : axes.items;
  const rows = chosenRows(change.items, labels, rowKind === 'resources' ? 'resource' : 'item', row);
  const span = chosenPeriods(row, axes.periods);
  if (!rows || !span) return null;
  const needs = {
    rows: rows.length < labels.length,
    periods: span[1] - span[0] + 1 < axes.periods.length,
  };
  const grown = grownGrid(grid, needs, axes.dimensions);
  if (!grown) {
    const column = needs.periods && !canHavePeriods(grid) ? 'Period from' : 'Item';
    const by = column === 'Item' ? 'item' : 'period';
    row.report(
      'error',
      'wrong-shape',
      column,
      `${input} cannot differ by ${by}.`,
      `Leave ${column === 'Item' ? 'Item' : 'Period from and Period to'} blank.`,
    );
    return null;
  }
  const numbers = grown.numbers.map((line) => [...line]);
  const chosen = grown.down === null ? [0] : rows;
  const [first, last] = grown.across === 'periods' ? span : [0, numbers[0].length - 1];
  for (const r of chosen) {
    for (let c = first; c <= last; c++) {
      const after = numberAfter(numbers[r][c], change);
      if (after === 'nothing') return reportNothing(change);
      if (after === 'refused') return null;
      numbers[r][c] = after;
    }
  }
  const needed = inputDefinition(input).blank === 'zero';
  if (needed && numbers.some((line) => line.includes(null))) return reportNothing(change);
  return { ...grown, numbers };
}

function rowKindOf({ input }: InputGrid): 'items' | 'resources' {
  const shapes: readonly string[] = inputDefinition(input).shapes;
  return shapes.includes('byResource') || shapes.includes('byResourceAndPeriod') ? 'resources' : 'items';
}

function canHavePeriods({ input }: InputGrid): boolean {
  return inputDefinition(input).shapes.some((shape) => /Period/.test(shape));
}

/** `nothing`: there is no number to change. `refused`: the result makes no sense, and was reported. */
function numberAfter(before: number | null, change: SiteChange): number | null | 'nothing' | 'refused' {
  const { input, kind } = change;
  const { blank, ...bounds } = inputDefinition(input);
  if (before === null && kind !== 'value') return blank === 'noLimit' ? null : 'nothing';
  return changedNumber(before ?? 0, change, { ...bounds, label: input }) ?? 'refused';
}

function reportNothing({ input, kind, row }: SiteChange): null {
  const problem =
    kind === 'value'
      ? `${input} is not in the workbook, so the row must give it for every item and period.`
      : `${input} is not in the workbook, so there is nothing to change by ${kind}.`;
  row.report('error', 'nothing-to-change', 'Input', problem, 'Use the change value without Item and periods first.');
  return null;
}

/** Numbers that differ, in the grid's own resolution. */
function effectsOf(before: InputGrid | null, after: InputGrid, axes: ScenarioAxes): ScenarioEffect[] {
  const labels = after.down === 'resources' ? axes.resources : axes.items;
  return after.numbers.flatMap((line, r) =>
    line.flatMap((number, c): ScenarioEffect[] => {
      const row = before && before.numbers[before.numbers.length === 1 ? 0 : r];
      const former = row ? row[row.length === 1 ? 0 : c] : null;
      if (former === number) return [];
      const item = after.down === null ? null : labels[r];
      const period =
        after.across === 'periods' ? axes.periods[c].text : after.across === null ? null : axes.resources[c];
      return [{ input: after.input, item, period, before: former, after: number }];
    }),
  );
}
