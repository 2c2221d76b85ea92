import type { Override, OverrideCosts, Plan, PlanningProblem } from '../planning';
import { sheetRows } from './address';
import { firstPeriodColumn } from './plan-sheet/sheet-block';
import type { Cell, Result, Workbook } from './workbook';

/** A quantity that the planner typed over the plan's on its sheet, or left there from the last time. */
export interface SheetOverride {
  readonly item: string;
  /** Label of the period. */
  readonly period: string;
  /** Units typed. */
  readonly typed: number;
  /** Units that the plan had there when nobody had typed anything. */
  readonly optimal: number;
}

/** An override with what it costs, as the sheet lists it. */
export interface PricedOverride extends SheetOverride {
  /** Money that the best plan without it would save; null where that is unknown. */
  readonly cost: number | null;
  readonly sentence: string;
}

/** The production that a plan sheet was written with, kept in the workbook's settings to find what was typed since. */
interface WrittenPlan {
  readonly periods: readonly string[];
  readonly production: Readonly<Record<string, readonly number[]>>;
  readonly overrides: readonly SheetOverride[];
}

/** The setting that remembers what a plan sheet was written with. */
export function writtenPlanSetting(sheet: string): string {
  return `plan on ${sheet}`;
}

/** The value of that setting for a plan; items with several sources are left out, because their cells show several rows. */
export function writtenPlan(problem: PlanningProblem, plan: Plan, overrides: readonly SheetOverride[]): string {
  const production: Record<string, readonly number[]> = {};
  problem.items.forEach(({ name }, i) => {
    const source = onlySourceOf(problem, i);
    if (source !== null) production[name] = plan.production[source];
  });
  const written: WrittenPlan = { periods: problem.periods.map(({ label }) => label), production, overrides };
  return JSON.stringify(written);
}

/**
 * The quantities in a plan sheet's production cells that are not the plan's: typed since it was written, or kept from
 * overrides before. An emptied cell is free again. None where the sheet was never written, or not with this memory.
 */
export async function readOverrides(
  workbook: Pick<Workbook, 'read'>,
  sheet: string,
): Promise<Result<readonly SheetOverride[]>> {
  const setting = writtenPlanSetting(sheet);
  const nothing = { names: [], tables: [], ranges: [] };
  const stored = await workbook.read({ ...nothing, settings: [setting] });
  if (!stored.ok) return stored;
  const text = stored.value.settings[setting];
  const name = stored.value.sheets.find((one) => one.toLowerCase() === sheet.toLowerCase());
  if (text === undefined || name === undefined) return { ok: true, value: [] };
  const written = JSON.parse(text) as WrittenPlan;
  const columnCount = firstPeriodColumn + written.periods.length;
  const whole = { sheet: name, row: 0, column: 0, rowCount: sheetRows, columnCount };
  const read = await workbook.read({ ...nothing, ranges: [whole], settings: [] });
  if (!read.ok) return read;
  return typedOver(written, read.value.ranges[0].cells, name);
}

function typedOver(
  written: WrittenPlan,
  cells: readonly (readonly Cell[])[],
  sheet: string,
): Result<readonly SheetOverride[]> {
  const found: SheetOverride[] = [];
  for (const [item, quantities] of Object.entries(written.production)) {
    const line = cells.find(([owner, measure]) => owner.value === item && measure?.value === 'Production');
    if (!line) continue;
    for (const [t, quantity] of quantities.entries()) {
      const period = written.periods[t];
      const before = written.overrides.find((one) => one.item === item && one.period === period);
      const value = line[firstPeriodColumn + t]?.value ?? null;
      if (value === null) continue;
      if (typeof value !== 'number' || value < 0) {
        const message = `The production of ${item} in ${period} on sheet "${sheet}" is not a quantity. Type a number that is not negative, or empty the cell to let the plan decide.`;
        return { ok: false, error: { kind: 'other', message } };
      }
      const isTyped = Math.abs(value - quantity) > 1e-6 * Math.max(1, Math.abs(quantity));
      if (isTyped || before) found.push({ item, period, typed: value, optimal: before?.optimal ?? quantity });
    }
  }
  return { ok: true, value: found };
}

/** The overrides as the problem's own positions; those of items and periods that it lacks by now are left out. */
export function overridesIn(problem: PlanningProblem, overrides: readonly SheetOverride[]): readonly Override[] {
  return overrides.flatMap(({ item, period, typed }) => {
    const i = problem.items.findIndex(({ name }) => name === item);
    const t = problem.periods.findIndex(({ label }) => label === period);
    const source = i < 0 ? null : onlySourceOf(problem, i);
    return source === null || t < 0 ? [] : [{ source, period: t, quantity: typed }];
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

function onlySourceOf({ sources }: PlanningProblem, item: number): number | null {
  const own = [...sources.keys()].filter((s) => sources[s].item === item);
  return own.length === 1 ? own[0] : null;
}
