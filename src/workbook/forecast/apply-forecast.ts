import type { Bucket } from '../../forecasting/index';
import type { Issue } from '../../planning/index';
import type { FoundInput } from '../find-input';
import { fitShape } from '../fit-shape';
import { foundSize } from '../read-layout';
import { inputDefinition } from '../schema';
import type { CellsEdit } from '../workbook';
import type { CleanedWorkbook } from './clean-workbook';
import type { ItemResult } from './item-result';
import { matchPlan, missingDemand, refusedFor, warningFor } from './match-plan';
import { planItem } from './plan-demand';
import type { PlanDemand } from './plan-demand';

/** Cells of the plan that the forecast fills, and what stands against it. */
export interface AppliedForecast {
  readonly cells: readonly CellsEdit[];
  readonly issues: readonly Issue[];
}

/** The forecast in Demand and the safety stocks in Safety_Stock. */
export function planEdits(
  { plan, found }: Pick<CleanedWorkbook, 'plan' | 'found'>,
  results: readonly ItemResult[],
  periods: readonly string[],
  bucket: Bucket,
): AppliedForecast {
  if (!plan) return { cells: [], issues: [missingDemand()] };
  const demand = demandEdits(plan, results, periods, bucket);
  const stock = safetyStockEdits(found.get('Safety_Stock'), plan, results);
  return { cells: [...demand.cells, ...stock.cells], issues: [...demand.issues, ...stock.issues] };
}

/** The cycle service levels of some items in Service_Level, and the safety stocks they need in Safety_Stock. */
export function serviceEdits(
  { plan, found }: Pick<CleanedWorkbook, 'plan' | 'found'>,
  results: readonly ItemResult[],
  items: ReadonlySet<string>,
): AppliedForecast {
  if (!plan) return { cells: [], issues: [missingDemand()] };
  const stock = safetyStockEdits(found.get('Safety_Stock'), plan, results, items);
  const level = serviceLevelEdits(found.get('Service_Level'), plan, results, items);
  return { cells: [...stock.cells, ...level.cells], issues: [...stock.issues, ...level.issues] };
}

/** The forecast in the cells named Demand, matched by item and period; cells without a forecast keep what they hold. */
function demandEdits(
  plan: PlanDemand,
  results: readonly ItemResult[],
  periods: readonly string[],
  bucket: Bucket,
): AppliedForecast {
  const { found } = plan;
  if (!found.reference) return refused(found, 'Demand is a constant, not cells.', 'Let Demand refer to cells.');
  const { sheet, row, column } = found.reference;
  const match = matchPlan(plan, results, periods, bucket);
  if ('severity' in match) return { cells: [], issues: [match] };
  const cells: CellsEdit[] = [];
  const issues = [...match.issues];
  let formulas = 0;
  for (const { result, position } of match.items) {
    for (const [first, end] of runs(match.columns)) {
      const values = match.columns.slice(first, end).map((h) => result.forecast.forecast[h]);
      const across = plan.runs === 'across';
      const at = across
        ? { row: row + position, column: column + first }
        : { row: row + first, column: column + position };
      const length = end - first;
      for (let t = first; t < end; t++) {
        const cell = across ? found.cells[position][t] : found.cells[t][position];
        if (cell.formula !== null) formulas++;
      }
      cells.push({
        reference: { sheet, ...at, rowCount: across ? 1 : length, columnCount: across ? length : 1 },
        cells: across ? [values] : values.map((value) => [value]),
      });
    }
  }
  if (formulas > 0) {
    const message = `${formulas} formulas in Demand are replaced by the forecast.`;
    issues.push(warningFor(found, message, 'sop forecast --restore puts them back, as does Restore in the pane.'));
  }
  return { cells, issues };
}

/** The safety stocks in the cells named Safety_Stock: one per item (of `only`), in every period where it is by period. */
function safetyStockEdits(
  target: FoundInput | undefined,
  plan: PlanDemand,
  results: readonly ItemResult[],
  only?: ReadonlySet<string>,
): AppliedForecast {
  return itemEdits('Safety_Stock', target, plan, results, ({ stock }) => stock.safetyStock, only);
}

/** The service levels (0–1) in the cells named Service_Level, one per item of `only`. */
function serviceLevelEdits(
  target: FoundInput | undefined,
  plan: PlanDemand,
  results: readonly ItemResult[],
  only: ReadonlySet<string>,
): AppliedForecast {
  return itemEdits('Service_Level', target, plan, results, ({ rules }) => rules.serviceLevel, only);
}

/** One number per item in the cells of an input; items that `results` or `only` lack keep theirs. */
function itemEdits(
  input: 'Safety_Stock' | 'Service_Level',
  target: FoundInput | undefined,
  plan: PlanDemand,
  results: readonly ItemResult[],
  valueOf: (result: ItemResult) => number,
  only: ReadonlySet<string> | undefined,
): AppliedForecast {
  if (!target) {
    const fix = `Name one cell per item ${input}.`;
    return { cells: [], issues: [warningFor(plan.found, `The plan has no cells named ${input} to fill.`, fix)] };
  }
  const { items, periods } = { items: plan.items.length, periods: plan.periods.length };
  const dimensions = { items, periods, resources: 1, periodsRun: plan.periodsRun };
  const shapes = inputDefinition(input).shapes.filter((shape) => shape !== 'byPeriod');
  const fit = fitShape(shapes, foundSize(target), dimensions);
  if (!target.reference || !fit || (fit.shape === 'scalar' && items > 1)) {
    const fix = `Let ${input} refer to ${items} cells, one per item.`;
    return refused(target, `${input} has no cell for each item.`, fix);
  }
  const numbers = new Array<number | null>(items).fill(null);
  for (const result of [...results].reverse()) {
    const position = planItem(plan.items, result.item, results.length === 1);
    if (position >= 0 && (!only || only.has(result.item))) numbers[position] = valueOf(result);
  }
  const itemsRunDown = fit.shape === 'byItemAndPeriod' ? !fit.transposed : target.cells.length > 1;
  const { sheet, row, column } = target.reference;
  const size = foundSize(target);
  const cells = numbers.flatMap((number, position): CellsEdit[] => {
    if (number === null) return [];
    return itemsRunDown
      ? [
          {
            reference: { sheet, row: row + position, column, rowCount: 1, columnCount: size.columns },
            cells: [new Array<number>(size.columns).fill(number)],
          },
        ]
      : [
          {
            reference: { sheet, row, column: column + position, rowCount: size.rows, columnCount: 1 },
            cells: Array.from({ length: size.rows }, () => [number]),
          },
        ];
  });
  return { cells, issues: [] };
}

/** Stretches of periods that have a forecast, each as first and end. */
function runs(columns: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  columns.forEach((column, t) => {
    if (column < 0) return;
    const last = found[found.length - 1];
    if (last && last[1] === t) last[1] = t + 1;
    else found.push([t, t + 1]);
  });
  return found;
}

function refused(found: FoundInput, message: string, fix: string): AppliedForecast {
  return { cells: [], issues: [refusedFor(found, message, fix)] };
}
