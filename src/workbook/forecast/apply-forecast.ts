import { dayFromIso, nextBucketStart } from '../../forecasting/index';
import type { Bucket, DayNumber } from '../../forecasting/index';
import type { Issue } from '../../planning/index';
import { addressOf } from '../find-input';
import type { FoundInput } from '../find-input';
import { fitShape } from '../fit-shape';
import { foundSize } from '../read-layout';
import { inputDefinition } from '../schema';
import type { CellsEdit } from '../workbook';
import type { CleanedWorkbook } from './clean-workbook';
import type { ItemResult } from './item-result';
import { planItem, planPeriodStarts } from './plan-demand';
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
  if (!plan) return { cells: [], issues: [noDemand()] };
  const demand = demandEdits(plan, results, periods, bucket);
  const stock = safetyStockEdits(found.get('Safety_Stock'), plan, results);
  return { cells: [...demand.cells, ...stock.cells], issues: [...demand.issues, ...stock.issues] };
}

function noDemand(): Issue {
  return {
    severity: 'error',
    code: 'missing-demand',
    sheet: null,
    cell: null,
    message: 'The workbook has no range named Demand that fits its labels, so there is nothing to fill.',
    fix: 'Name the cells for the demand per item and period Demand, with labels above and left of them.',
  };
}

/** The forecast in the cells named Demand, matched by item and period; cells without a forecast keep what they hold. */
export function demandEdits(
  plan: PlanDemand,
  results: readonly ItemResult[],
  periods: readonly string[],
  bucket: Bucket,
): AppliedForecast {
  const { found } = plan;
  if (!found.reference) return refused(found, 'Demand is a constant, not cells.', 'Let Demand refer to cells.');
  const { sheet, row, column } = found.reference;
  const { starts, byLabel } = planPeriodStarts(plan.periods, bucket, dayFromIso(periods[0]) ?? 0);
  if (!areConsecutive(starts, bucket)) {
    return refused(
      found,
      `The periods of the plan are no consecutive ${bucket}s.`,
      `Forecast in the plan's own periods: choose another bucket than ${bucket}, or label the periods by date.`,
    );
  }
  const issues: Issue[] = [];
  if (!byLabel) issues.push(warning(found, ...byPositionText(plan, periods)));
  const forecastAt = new Map(periods.map((period, h) => [dayFromIso(period), h]));
  const columns = starts.map((start) => forecastAt.get(start) ?? -1);
  const uncovered = plan.periods.filter((_, t) => columns[t] < 0).map(({ text }) => text);
  if (uncovered.length > 0) issues.push(warning(found, ...uncoveredText(uncovered)));
  const cells: CellsEdit[] = [];
  const taken = new Set<number>();
  let formulas = 0;
  for (const { item, forecast } of results) {
    const position = planItem(plan.items, item, results.length === 1);
    if (position < 0 || taken.has(position)) {
      issues.push(
        warning(found, `The plan has no item ${item}; its forecast is not in Demand.`, 'Add the item, or leave it.'),
      );
      continue;
    }
    taken.add(position);
    for (const [first, end] of runs(columns)) {
      const values = columns.slice(first, end).map((h) => forecast.forecast[h]);
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
  const without = plan.items.filter((_, position) => !taken.has(position));
  if (without.length > 0) {
    issues.push(
      warning(found, `The history has no item ${listed(without)}; Demand keeps its values.`, 'Check its demand.'),
    );
  }
  if (formulas > 0) {
    issues.push(
      warning(found, `${formulas} formulas in Demand are replaced by the forecast.`, 'Keep the workbook from before.'),
    );
  }
  return { cells, issues };
}

/** The safety stocks in the cells named Safety_Stock: one per item, in every period where it is by period. */
export function safetyStockEdits(
  target: FoundInput | undefined,
  plan: PlanDemand,
  results: readonly ItemResult[],
): AppliedForecast {
  if (!target) {
    const fix = 'Name one cell per item Safety_Stock.';
    return { cells: [], issues: [warning(plan.found, 'The plan has no cells named Safety_Stock to fill.', fix)] };
  }
  const { items, periods } = { items: plan.items.length, periods: plan.periods.length };
  const dimensions = { items, periods, resources: 1, periodsRun: plan.periodsRun };
  const shapes = inputDefinition('Safety_Stock').shapes.filter((shape) => shape !== 'byPeriod');
  const fit = fitShape(shapes, foundSize(target), dimensions);
  if (!target.reference || !fit || (fit.shape === 'scalar' && items > 1)) {
    const fix = `Let Safety_Stock refer to ${items} cells, one per item.`;
    return refused(target, 'Safety_Stock has no cell for each item.', fix);
  }
  const levels = plan.items.map((_, position) => {
    const result = results.find((other) => planItem(plan.items, other.item, results.length === 1) === position);
    return result ? result.stock.safetyStock : null;
  });
  const itemsRunDown = fit.shape === 'byItemAndPeriod' ? !fit.transposed : target.cells.length > 1;
  const { sheet, row, column } = target.reference;
  const size = foundSize(target);
  const cells = levels.flatMap((level, position): CellsEdit[] => {
    if (level === null) return [];
    return itemsRunDown
      ? [
          {
            reference: { sheet, row: row + position, column, rowCount: 1, columnCount: size.columns },
            cells: [new Array<number>(size.columns).fill(level)],
          },
        ]
      : [
          {
            reference: { sheet, row, column: column + position, rowCount: size.rows, columnCount: 1 },
            cells: Array.from({ length: size.rows }, () => [level]),
          },
        ];
  });
  return { cells, issues: [] };
}

function areConsecutive(starts: readonly DayNumber[], bucket: Bucket): boolean {
  return starts.every((start, t) => t === 0 || nextBucketStart(starts[t - 1], bucket) === start);
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

function byPositionText(plan: PlanDemand, periods: readonly string[]): [string, string] {
  return [
    `The labels of the periods are no dates, so ${plan.periods[0]?.text ?? 'the first period'} is taken as the one that starts ${periods[0]}.`,
    'Label the periods by date, e.g. 2026-01.',
  ];
}

function uncoveredText(labels: readonly string[]): [string, string] {
  return [
    `The forecast does not cover ${listed(labels)} of the plan; Demand keeps its values there.`,
    'Forecast more periods, or move the plan to the periods after the history.',
  ];
}

function listed(labels: readonly string[]): string {
  const shown = labels.slice(0, 5).join(', ');
  return labels.length > 5 ? `${shown} and ${labels.length - 5} more` : shown;
}

function warning(found: FoundInput, message: string, fix: string): Issue {
  return { severity: 'warning', code: 'forecast-to-plan', ...addressOf(found), message, fix };
}

function refused(found: FoundInput, message: string, fix: string): AppliedForecast {
  const issue: Issue = { severity: 'error', code: 'forecast-to-plan', ...addressOf(found), message, fix };
  return { cells: [], issues: [issue] };
}
