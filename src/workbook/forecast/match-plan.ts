import { dayFromIso, nextBucketStart } from '../../forecasting/index';
import type { Bucket, DayNumber } from '../../forecasting/index';
import type { Issue } from '../../planning/index';
import { addressOf } from '../find-input';
import type { FoundInput } from '../find-input';
import type { ItemResult } from './item-result';
import { planItem, planPeriodStarts } from './plan-demand';
import type { PlanDemand } from './plan-demand';

/** Where the forecast belongs in the plan. */
export interface PlanMatch {
  /** Items that the plan has, each with its position there. */
  readonly items: readonly { readonly result: ItemResult; readonly position: number }[];
  /** By period of the plan: the period of the forecast, -1 where it has none. */
  readonly columns: readonly number[];
  /** What of either has no counterpart. */
  readonly issues: readonly Issue[];
}

/** Matches a forecast to the plan by item and period; an issue where the plan has no such periods at all. */
export function matchPlan(
  plan: PlanDemand,
  results: readonly ItemResult[],
  periods: readonly string[],
  bucket: Bucket,
): PlanMatch | Issue {
  const { found } = plan;
  const { starts, byLabel } = planPeriodStarts(plan.periods, bucket, dayFromIso(periods[0]) ?? 0);
  if (!areConsecutive(starts, bucket)) {
    return refusedFor(
      found,
      `The periods of the plan are no consecutive ${bucket}s.`,
      `Forecast in the plan's own periods: choose another bucket than ${bucket}, or label the periods by date.`,
    );
  }
  const issues: Issue[] = [];
  if (!byLabel) issues.push(warningFor(found, ...byPositionText(plan, periods)));
  const forecastAt = new Map(periods.map((period, h) => [dayFromIso(period), h]));
  const columns = starts.map((start) => forecastAt.get(start) ?? -1);
  const uncovered = plan.periods.filter((_, t) => columns[t] < 0).map(({ text }) => text);
  if (uncovered.length > 0) issues.push(warningFor(found, ...uncoveredText(uncovered)));
  const taken = new Set<number>();
  const items = results.flatMap((result) => {
    const position = planItem(plan.items, result.item, results.length === 1);
    if (position < 0 || taken.has(position)) {
      const message = `The plan has no item ${result.item}; its forecast is not in Demand.`;
      issues.push(warningFor(found, message, 'Add the item, or leave it.'));
      return [];
    }
    taken.add(position);
    return [{ result, position }];
  });
  const without = plan.items.filter((_, position) => !taken.has(position));
  if (without.length > 0) {
    issues.push(
      warningFor(found, `The history has no item ${listed(without)}; Demand keeps its values.`, 'Check its demand.'),
    );
  }
  return { items, columns, issues };
}

function areConsecutive(starts: readonly DayNumber[], bucket: Bucket): boolean {
  return starts.every((start, t) => t === 0 || nextBucketStart(starts[t - 1], bucket) === start);
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

/** A warning about the cells of an input that the forecast fills. */
export function warningFor(found: FoundInput, message: string, fix: string): Issue {
  return { severity: 'warning', code: 'forecast-to-plan', ...addressOf(found), message, fix };
}

/** An error about the cells of an input that the forecast cannot fill. */
export function refusedFor(found: FoundInput, message: string, fix: string): Issue {
  return { severity: 'error', code: 'forecast-to-plan', ...addressOf(found), message, fix };
}

/** An error: there is no plan whose demand a forecast could be. */
export function missingDemand(): Issue {
  return {
    severity: 'error',
    code: 'missing-demand',
    sheet: null,
    cell: null,
    message: 'The workbook has no range named Demand that fits its labels, so there is nothing to fill.',
    fix: 'Name the cells for the demand per item and period Demand, with labels above and left of them.',
  };
}
