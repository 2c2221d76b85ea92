import type { Plan } from '../domain/plan';
import type { PlanningProblem } from '../domain/planning-problem';
import type { Alert } from './planner';
import { text } from './rule-alerts';

/** The alerts, with what lies behind each shortage: a rule only ever runs short for lack of a source, or of time. */
export function withReasons(problem: PlanningProblem, asked: Plan, served: Plan, alerts: readonly Alert[]): Alert[] {
  return alerts.map((alert) => {
    if (alert.kind !== 'shortage' || alert.item === null || alert.period === null) return alert;
    const reason = reasonOf({ problem, asked, served, seen: new Set() }, alert.item, alert.period);
    return { ...alert, sentence: `${alert.sentence} ${reason}` };
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
function reasonOf(search: Search, item: number, period: number): string {
  const { problem, asked, served, seen } = search;
  const nothing = `Nothing can supply ${problem.items[item].name} in time for ${problem.periods[period].label}.`;
  if (seen.has(`${item}|${period}`)) return nothing;
  seen.add(`${item}|${period}`);
  const label = (start: number) => problem.periods[start].label;
  for (const [s, source] of problem.sources.entries()) {
    const start = source.item === item ? source.arrival.lastIndexOf(period) : -1;
    if (start < 0) continue;
    const fixed = source.fixed[start];
    if (fixed !== null) return `The production of ${source.name} is fixed to ${text(fixed)} in ${label(start)}.`;
    if (served.production[s][start] >= asked.production[s][start] - tolerance) continue;
    const missing = source.components.find(
      (component) => component.quantity > 0 && served.inventory[component.item][start] <= tolerance,
    );
    if (missing) {
      return `${problem.items[missing.item].name}, which goes into it, is missing. ${reasonOf(search, missing.item, start)}`;
    }
  }
  for (const [l, lane] of problem.lanes.entries()) {
    const start = lane.to === item ? lane.arrival.lastIndexOf(period) : -1;
    if (start < 0) continue;
    const fixed = lane.fixed[start];
    if (fixed !== null) return `The transport ${lane.name} is fixed to ${text(fixed)} in ${label(start)}.`;
    if (served.transport[l][start] < asked.transport[l][start] - tolerance) return reasonOf(search, lane.from, start);
  }
  return nothing;
}
