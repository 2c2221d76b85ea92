import { loadOf, storageUseOf } from '../domain/cost-of-plan';
import type { Plan } from '../domain/plan';
import type { PlanningProblem } from '../domain/planning-problem';
import { sayIn, textOf } from '../domain/said';
import type { Said, SaidValue } from '../domain/said';
import type { Alert } from './planner';
import type { SupplyOption } from './supply-options';

/** Limits that the plan of a rule breaks. */
export const alertTexts = {
  negativeStock: '{units} units of {name} are missing in {period}: its stock falls below zero.',
  notDelivered: '{units} units of {name} wanted in {period} are not delivered.',
  overloaded: '{name} is overloaded in {period}: {load} of {most}.',
  overloadedBy: '{name} is overloaded in {period}: {load} of {most} ({percent} %).',
  tooFull: '{name} holds {used} in {period}, and has room for {most}.',
  aboveMaximum: '{name} should supply {units} in {period}, and supplies {most} at most.',
} as const;

const say = sayIn(alertTexts);

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
      const said = say('negativeStock', {
        units: exactly(-units),
        name: problem.items[item].name,
        period: label(period),
      });
      alerts.push({ ...about, kind: 'negativeStock', item, period, quantity: -units, ...alerted(said) });
    }),
  );
  problem.demands.forEach(({ item }, k) =>
    plan.shortage[k].forEach((units, period) => {
      if (units <= tolerance) return;
      const said = say('notDelivered', {
        units: exactly(units),
        name: problem.items[item].name,
        period: label(period),
      });
      alerts.push({ ...about, kind: 'shortage', item, period, quantity: units, ...alerted(said) });
    }),
  );
  problem.resources.forEach(({ name, capacity, overtimeCapacity }, r) =>
    loadOf(problem, plan, r).forEach((load, period) => {
      const most = capacity[period] + overtimeCapacity[period];
      if (load <= most * (1 + tolerance) + tolerance) return;
      const known = { name, period: label(period), load: exactly(load), most: exactly(most) };
      const said =
        most > 0
          ? say('overloadedBy', { ...known, percent: `${Math.round((100 * load) / most)}` })
          : say('overloaded', known);
      alerts.push({ ...about, kind: 'overload', resource: name, period, quantity: load - most, ...alerted(said) });
    }),
  );
  problem.warehouses.forEach(({ name, capacity, overflowThreshold, overflowCost, overflowLimit }, h) =>
    storageUseOf(problem, plan, h).forEach((used, period) => {
      const usable = overflowThreshold * capacity[period];
      const most =
        overflowCost === null ? usable : overflowLimit === undefined ? capacity[period] : usable + overflowLimit;
      if (used <= most * (1 + tolerance) + tolerance) return;
      const said = say('tooFull', { name, used: exactly(used), period: label(period), most: exactly(most) });
      alerts.push({ ...about, kind: 'storage', resource: name, period, quantity: used - most, ...alerted(said) });
    }),
  );
  for (const option of options.flat()) {
    const row = (option.kind === 'source' ? plan.production : plan.transport)[option.position];
    row.forEach((units, period) => {
      const most = option.maximum[period];
      if (units <= most * (1 + tolerance) || option.fixed[period] !== null) return;
      const said = say('aboveMaximum', {
        name: option.name,
        units: exactly(units),
        period: label(period),
        most: exactly(most),
      });
      alerts.push({
        ...about,
        kind: 'maximum',
        resource: option.name,
        period,
        quantity: units - most,
        ...alerted(said),
      });
    });
  }
  return alerts;
}

/** A quantity as an alert shows it: six digits that matter. */
export function exactly(units: number): SaidValue {
  return { kind: 'exact', of: Number(units.toPrecision(6)) };
}

/** A sentence as an alert has it. */
export function alerted(...said: readonly Said[]): Pick<Alert, 'sentence' | 'said'> {
  return { sentence: textOf(said), said };
}
