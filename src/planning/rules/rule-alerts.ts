import { loadOf, storageUseOf } from '../domain/cost-of-plan';
import type { Plan } from '../domain/plan';
import type { PlanningProblem } from '../domain/planning-problem';
import type { Alert } from './planner';
import type { SupplyOption } from './supply-options';

const tolerance = 1e-6;

/** Limits that a rule's plan breaks: stock below zero, short demand, overloads, full warehouses, exceeded maxima. */
export function limitAlerts(
  problem: PlanningProblem,
  plan: Plan,
  options: readonly (readonly SupplyOption[])[],
): Alert[] {
  const alerts: Alert[] = [];
  const label = (period: number) => problem.periods[period].label;
  const about = { item: null, resource: null } as const;
  plan.inventory.forEach((stock, item) =>
    stock.forEach((units, period) => {
      if (units >= -tolerance) return;
      const sentence = `${text(-units)} units of ${problem.items[item].name} are missing in ${label(period)}: its stock falls below zero.`;
      alerts.push({ ...about, kind: 'negativeStock', item, period, quantity: -units, sentence });
    }),
  );
  problem.demands.forEach(({ item }, k) =>
    plan.shortage[k].forEach((units, period) => {
      if (units <= tolerance) return;
      const sentence = `${text(units)} units of ${problem.items[item].name} wanted in ${label(period)} are not delivered.`;
      alerts.push({ ...about, kind: 'shortage', item, period, quantity: units, sentence });
    }),
  );
  problem.resources.forEach(({ name, capacity, overtimeCapacity }, r) =>
    loadOf(problem, plan, r).forEach((load, period) => {
      const most = capacity[period] + overtimeCapacity[period];
      if (load <= most * (1 + tolerance) + tolerance) return;
      const use = most > 0 ? ` (${Math.round((100 * load) / most)} %)` : '';
      const sentence = `${name} is overloaded in ${label(period)}: ${text(load)} of ${text(most)}${use}.`;
      alerts.push({ ...about, kind: 'overload', resource: name, period, quantity: load - most, sentence });
    }),
  );
  problem.warehouses.forEach(({ name, capacity, overflowThreshold, overflowCost, overflowLimit }, h) =>
    storageUseOf(problem, plan, h).forEach((used, period) => {
      const usable = overflowThreshold * capacity[period];
      const most =
        overflowCost === null ? usable : overflowLimit === undefined ? capacity[period] : usable + overflowLimit;
      if (used <= most * (1 + tolerance) + tolerance) return;
      const sentence = `${name} holds ${text(used)} in ${label(period)}, and has room for ${text(most)}.`;
      alerts.push({ ...about, kind: 'storage', resource: name, period, quantity: used - most, sentence });
    }),
  );
  for (const option of options.flat()) {
    const row = (option.kind === 'source' ? plan.production : plan.transport)[option.position];
    row.forEach((units, period) => {
      const most = option.maximum[period];
      if (units <= most * (1 + tolerance) || option.fixed[period] !== null) return;
      const sentence = `${option.name} should supply ${text(units)} in ${label(period)}, and supplies ${text(most)} at most.`;
      alerts.push({ ...about, kind: 'maximum', resource: option.name, period, quantity: units - most, sentence });
    });
  }
  return alerts;
}

/** A quantity as a sentence shows it. */
export function text(units: number): string {
  return grouped.format(Number(units.toPrecision(6)));
}

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });
