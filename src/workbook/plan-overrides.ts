import type { Override, OverrideCosts, Plan, PlanningProblem } from '../planning';
import { sheetRows } from './address';
import { decisionRows } from './plan-sheet/decision-rows';
import { fingerprintLabel, runLabel } from './plan-sheet/run-details';
import { firstPeriodColumn, measureColumn, ownerColumn } from './plan-sheet/sheet-block';
import type { PricedOverride, SheetOverride } from './sheet-override';
import type { Cell, Result, Workbook } from './workbook';
import { readWrittenQuantities, writtenQuantities } from './written-quantities';
import type { RunMark, WrittenQuantities } from './written-quantities';

export type { PricedOverride, SheetOverride } from './sheet-override';

/** The setting that remembers what a plan sheet was written with. */
export function writtenPlanSetting(sheet: string): string {
  return `plan on ${sheet}`;
}

/** The value of that setting for a plan. */
export function writtenPlan(
  problem: PlanningProblem,
  plan: Plan,
  overrides: readonly SheetOverride[],
  mark: RunMark,
): string {
  const periods = problem.periods.map(({ label }) => label);
  return writtenQuantities({ ...mark, periods, ...decisionRows(problem, plan), overrides });
}

/**
 * The quantities in a plan sheet's cells for production and transport that are not the plan's: typed since it was written, or
 * kept from overrides before. An emptied cell is free again. None where the sheet was never written, not with this memory, or
 * by another run than the one remembered (undo takes a sheet back, but not the memory).
 */
export async function readOverrides(
  workbook: Pick<Workbook, 'read'>,
  sheet: string,
): Promise<Result<readonly SheetOverride[]>> {
  const setting = writtenPlanSetting(sheet);
  const nothing = { names: [], tables: [], ranges: [] };
  const stored = await workbook.read({ ...nothing, settings: [setting] });
  if (!stored.ok) return stored;
  const written = readWrittenQuantities(stored.value.settings[setting]);
  const name = stored.value.sheets.find((one) => one.toLowerCase() === sheet.toLowerCase());
  if (written === null || name === undefined) return { ok: true, value: [] };
  const columnCount = firstPeriodColumn + written.periods.length;
  const whole = { sheet: name, row: 0, column: 0, rowCount: sheetRows, columnCount };
  const read = await workbook.read({ ...nothing, ranges: [whole], settings: [] });
  if (!read.ok) return read;
  const { cells } = read.value.ranges[0];
  return isOfRun(cells, written) ? typedOver(written, cells, name) : { ok: true, value: [] };
}

type Lines = readonly (readonly Cell[])[];

function isOfRun(cells: Lines, { run, fingerprint }: RunMark): boolean {
  const states = (label: string, value: string) =>
    cells.some((line) => line[ownerColumn]?.value === label && String(line[measureColumn]?.value) === value);
  return states(runLabel, run) && states(fingerprintLabel, fingerprint);
}

function typedOver(written: WrittenQuantities, cells: Lines, sheet: string): Result<readonly SheetOverride[]> {
  const lineOf = lineFinder(cells);
  const refused = (message: string) => ({ ok: false as const, error: { kind: 'other' as const, message } });
  for (const { owner, measure, quantities } of written.sums) {
    const line = lineOf(owner, measure);
    const t = quantities.findIndex((units, period) => {
      const { value = null, formula = null } = line?.[firstPeriodColumn + period] ?? {};
      return value !== null && formula === null && !(typeof value === 'number' && isSame(value, units));
    });
    if (t >= 0) {
      return refused(
        `The ${measure.toLowerCase()} of ${owner} in ${written.periods[t]} on sheet "${sheet}" is the sum of the rows below it. Type the quantity into one of those, and put the sum's formula back.`,
      );
    }
  }
  const found: SheetOverride[] = [];
  for (const { kind, name, owner, measure, quantities } of written.rows) {
    const line = lineOf(owner, measure);
    if (!line) continue;
    const item = kind === 'production' && measure === ownProduction ? owner : name;
    for (const [t, quantity] of quantities.entries()) {
      const period = written.periods[t];
      const before = written.overrides.find((one) => one.kind === kind && one.name === name && one.period === period);
      const value = line[firstPeriodColumn + t]?.value ?? null;
      if (value === null) continue;
      if (typeof value !== 'number' || value < 0) {
        return refused(
          `The ${kind} of ${item} in ${period} on sheet "${sheet}" is not a quantity. Type a number that is not negative, or empty the cell to let the plan decide.`,
        );
      }
      if (!isSame(value, quantity) || before)
        found.push({ item, kind, name, period, typed: value, optimal: before?.optimal ?? quantity });
    }
  }
  return { ok: true, value: found };
}

function isSame(value: number, quantity: number): boolean {
  return Math.abs(value - quantity) <= 1e-6 * Math.max(1, Math.abs(quantity));
}

/** The measure of an item's production; its sources, where there are several, stand below it. */
const ownProduction = 'Production';

/** Finds lines by their first two cells, wherever rows were inserted. A source is sought below its item's production. */
function lineFinder(cells: Lines): (owner: string, measure: string) => readonly Cell[] | undefined {
  const numbers = new Map<string, number[]>();
  const key = (owner: unknown, measure: unknown) => JSON.stringify([owner, measure]);
  cells.forEach((line, row) => {
    const label = key(line[ownerColumn]?.value, line[measureColumn]?.value);
    const known = numbers.get(label);
    if (known) known.push(row);
    else numbers.set(label, [row]);
  });
  return (owner, measure) => {
    const from = measure.startsWith('of which') ? (numbers.get(key(owner, ownProduction))?.[0] ?? 0) : 0;
    const row = numbers.get(key(owner, measure))?.find((each) => each >= from);
    return row === undefined ? undefined : cells[row];
  };
}

/** The overrides as the problem's own positions; those of sources, lanes and periods that it lacks by now are left out. */
export function overridesIn(problem: PlanningProblem, overrides: readonly SheetOverride[]): readonly Override[] {
  return overrides.flatMap(({ kind, name, period, typed }): Override[] => {
    const position = problem[kind === 'production' ? 'sources' : 'lanes'].findIndex((one) => one.name === name);
    const t = problem.periods.findIndex(({ label }) => label === period);
    if (position < 0 || t < 0) return [];
    const fixed = { period: t, quantity: typed };
    return [kind === 'production' ? { source: position, ...fixed } : { lane: position, ...fixed }];
  });
}

/** Overrides with their costs, for the sheet; `costs` are those of `overridesIn` the problem. */
export function pricedOverrides(
  problem: PlanningProblem,
  overrides: readonly SheetOverride[],
  costs: OverrideCosts,
): readonly PricedOverride[] {
  const placed = overrides.filter((override) => overridesIn(problem, [override]).length > 0);
  return placed.map((override, index) => {
    const { value, sentence } = costs.explanations[index];
    return { ...override, cost: value, sentence };
  });
}
