import { loadFloor } from './load-floor';
import type { LoadFloor } from './load-floor';
import type { AssembledModel } from '../formulation/assemble';
import { boundsOn } from '../formulation/assemble';
import type { Family } from '../lp/linear-programme';
import type { Solver } from '../lp/solver';
import type { PlanningProblem } from '../domain/planning-problem';
import { listText, quantityText } from './quantity-text';

/** A limit (or balance) that takes part in a conflict: which part, and its key. */
interface Member {
  readonly partId: string;
  readonly title: string;
  readonly key: Readonly<Record<string, number>>;
}

/**
 * The smallest set of limits that cannot hold together, in sentences. The set is the solver's irreducible conflict; a
 * capacity that is too small for the cumulative demand is said with the numbers, anything else by naming the limits.
 */
export function conflictsOf(model: AssembledModel, solver: Solver): string[] {
  const members = conflictMembers(model, solver);
  const sentences: string[] = [];
  const resources = new Set(
    members.filter(({ partId }) => partId === 'resource_capacity').map(({ key }) => key.resource),
  );
  for (const resource of resources) {
    const sentence = capacitySentence(model.problem, resource);
    if (sentence) sentences.push(sentence);
  }
  if (sentences.length === 0 && members.length > 0) sentences.push(listOfLimits(model.problem, members));
  return sentences;
}

function conflictMembers(model: AssembledModel, solver: Solver): Member[] {
  const session = solver.open(model.lp);
  try {
    if (session.solve({ timeLimitSeconds: 60 }).kind !== 'infeasible') return [];
    const conflict = session.conflict();
    if (!conflict) return [];
    const rowParts = [...model.formulation.balances, ...model.formulation.limits];
    const rows = conflict.rows.map((row) => {
      const { family, key } = memberOf(model.lp.rowFamilies, row);
      return { partId: family.id, title: rowParts.find(({ id }) => id === family.id)?.title ?? family.id, key };
    });
    const columns = conflict.columns.flatMap((column) => {
      const { family, key } = memberOf(model.lp.columnFamilies, column);
      const decision = model.formulation.decisions.find(({ id }) => id === family.id);
      if (!decision) return [];
      return boundsOn(decision, model.formulation).map(({ id, title }) => ({ partId: id, title, key }));
    });
    return [...rows, ...columns];
  } finally {
    session.dispose();
  }
}

function memberOf(families: readonly Family[], number: number): { family: Family; key: Record<string, number> } {
  const family = families.find(({ first, count }) => number >= first && number < first + count);
  if (!family) throw new Error(`No part made number ${number}.`);
  const start = (number - family.first) * family.index.length;
  const key = Object.fromEntries(
    family.index.map((coordinate, position) => [coordinate, family.keys[start + position]]),
  );
  return { family, key };
}

/**
 * What must be made through a period against what the resource can give until then, for the period that decides how much
 * capacity is needed: the one where need exceeds capacity by the largest factor.
 */
function capacitySentence(problem: PlanningProblem, resource: number): string | null {
  const floors = problem.periods.flatMap(({ label }, last) => {
    const floor = loadFloor(problem, resource, last);
    return floor && floor.needed > floor.available ? [{ label, ...floor }] : [];
  });
  if (floors.length === 0) return null;
  const factor = (floor: LoadFloor) => (floor.available > 0 ? floor.needed / floor.available : Infinity);
  const worst = floors.reduce((one, other) => (factor(other) > factor(one) ? other : one));
  const { name } = problem.resources[resource];
  return (
    `Through ${worst.label} the cumulative demand of ${listText(worst.items)} needs ${quantityText(worst.needed)} units of ` +
    `${name} (demand ${quantityText(worst.demand)}, plus ${quantityText(worst.safetyStock)} safety stock at the end, less ` +
    `${quantityText(worst.onHand)} on hand), but only ${quantityText(worst.available)} are available: ` +
    `${quantityText(worst.needed - worst.available)} too few.`
  );
}

function listOfLimits(problem: PlanningProblem, members: readonly Member[]): string {
  const byTitle = new Map<string, Member[]>();
  for (const member of members) byTitle.set(member.title, [...(byTitle.get(member.title) ?? []), member]);
  const limits = [...byTitle].map(([title, group]) => {
    const names = [...new Set(group.map(({ key }) => nameOf(problem, key)).filter((name) => name !== ''))];
    const periods = group.map(({ key }) => key.period).filter((period) => period !== undefined);
    const from = problem.periods[Math.min(...periods)].label;
    const to = problem.periods[Math.max(...periods)].label;
    const when = from === to ? from : `${from} to ${to}`;
    return `${title.toLowerCase()}${names.length > 0 ? ` of ${listText(names)}` : ''} (${when})`;
  });
  return `These limits cannot hold together: ${limits.join('; ')}.`;
}

function nameOf(problem: PlanningProblem, key: Readonly<Record<string, number>>): string {
  if (key.item !== undefined) return problem.items[key.item].name;
  if (key.demand !== undefined) return problem.items[problem.demands[key.demand].item].name;
  if (key.source !== undefined) return problem.sources[key.source].name;
  if (key.lane !== undefined) return problem.lanes[key.lane].name;
  if (key.resource !== undefined) return problem.resources[key.resource].name;
  if (key.warehouse !== undefined) return problem.warehouses[key.warehouse].name;
  return '';
}
