import type { Plan } from '../domain/plan';
import type { PlanningProblem } from '../domain/planning-problem';
import type { Alert } from './planner';
import { sayIn } from '../domain/said';
import type { Said } from '../domain/said';
import { alerted, exactly } from './rule-alerts';

/** What lies behind a shortage. */
export const shortageTexts = {
  nothingInTime: 'Nothing can supply {name} in time for {period}.',
  productionFixed: 'The production of {name} is fixed to {units} in {period}.',
  transportFixed: 'The transport {name} is fixed to {units} in {period}.',
  componentMissing: '{name}, which goes into it, is missing.',
} as const;

const say = sayIn(shortageTexts);

/** The alerts, with what lies behind each shortage: a rule only ever runs short for lack of a source, or of time. */
export function withReasons(problem: PlanningProblem, asked: Plan, served: Plan, alerts: readonly Alert[]): Alert[] {
  return alerts.map((alert) => {
    if (alert.kind !== 'shortage' || alert.item === null || alert.period === null) return alert;
    const reason = reasonOf({ problem, asked, served, seen: new Set() }, alert.item, alert.period);
    return { ...alert, ...alerted(...(alert.said ?? []), ...reason) };
  });
}

interface Search {
  readonly problem: PlanningProblem;
  readonly asked: Plan;
  readonly served: Plan;
  readonly seen: Set<string>;
}

const tolerance = 1e-6;

/** Follows a shortage upstream to the first item that does not pass it on. */
function reasonOf(search: Search, item: number, period: number): readonly Said[] {
  const { problem, asked, served, seen } = search;
  const nothing = [say('nothingInTime', { name: problem.items[item].name, period: problem.periods[period].label })];
  if (seen.has(`${item}|${period}`)) return nothing;
  seen.add(`${item}|${period}`);
  const label = (start: number) => problem.periods[start].label;
  for (const [s, source] of problem.sources.entries()) {
    const start = source.item === item ? source.arrival.lastIndexOf(period) : -1;
    if (start < 0) continue;
    const fixed = source.fixed[start];
    if (fixed !== null)
      return [say('productionFixed', { name: source.name, units: exactly(fixed), period: label(start) })];
    if (served.production[s][start] >= asked.production[s][start] - tolerance) continue;
    const missing = source.components.find(
      (component) => component.quantity > 0 && served.inventory[component.item][start] <= tolerance,
    );
    if (missing) {
      const { name } = problem.items[missing.item];
      return [say('componentMissing', { name }), ...reasonOf(search, missing.item, start)];
    }
  }
  for (const [l, lane] of problem.lanes.entries()) {
    const start = lane.to === item ? lane.arrival.lastIndexOf(period) : -1;
    if (start < 0) continue;
    const fixed = lane.fixed[start];
    if (fixed !== null)
      return [say('transportFixed', { name: lane.name, units: exactly(fixed), period: label(start) })];
    if (served.transport[l][start] < asked.transport[l][start] - tolerance) return reasonOf(search, lane.from, start);
  }
  return nothing;
}
