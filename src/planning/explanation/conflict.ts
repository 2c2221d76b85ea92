import { conflictOfGroups } from './conflict-of-groups';
import { loadFloor } from './load-floor';
import type { LoadFloor } from './load-floor';
import type { AssembledModel } from '../formulation/assemble';
import { boundsOn } from '../formulation/assemble';
import type { Coordinate, Key } from '../formulation/parts';
import type { Family } from '../lp/linear-programme';
import type { Solver } from '../lp/solver';
import type { PlanningProblem } from '../domain/planning-problem';
import type { Patience } from './patience';
import { list, quantity, row, sayIn } from '../domain/said';
import type { Said, SaidValue } from '../domain/said';

/** What cannot hold together. */
export const conflictTexts = {
  capacity:
    'Through {period} the cumulative demand of {items} needs {needed} units of {name} (demand {demand}, plus {safetyStock} safety stock at the end, less {onHand} on hand), but only {available} are available: {missing} too few.',
  limitOf: '{family} of {names} ({when})',
  limitAlone: '{family} ({when})',
  limits: 'These limits cannot hold together: {first}{others}.',
  further: '; {limit}',
} as const;

const say = sayIn(conflictTexts);

/** A limit (or balance) that takes part in a conflict: which part, and its key. */
interface Member {
  readonly partId: string;
  readonly title: string;
  readonly key: Readonly<Record<string, number>>;
}

/** Rows up to which the solver is asked for its smallest conflict; above, whole kinds of limits are left out in turn. */
const mostRowsForSolver = 3000;

/**
 * The smallest set of limits that cannot hold together, in sentences. A capacity that is too small for the cumulative demand
 * is said with the numbers. Anything else is the solver's irreducible conflict, or, in large models, the kinds of limits of which
 * none can be left out.
 */
export function conflictsOf(model: AssembledModel, solver: Solver, patience: Patience): Said[] {
  const { problem } = model;
  const sentences = problem.resources.flatMap((_resource, resource) => capacitySentence(problem, resource) ?? []);
  if (sentences.length > 0 || patience.isOver()) return sentences;
  const members = model.lp.rowCount <= mostRowsForSolver ? conflictMembers(model, solver, patience) : [];
  return members.length > 0 ? [listOfLimits(problem, members)] : conflictOfGroups(problem, solver, patience);
}

function conflictMembers(model: AssembledModel, solver: Solver, patience: Patience): Member[] {
  const { problem, formulation } = model;
  const session = solver.open(model.lp);
  try {
    if (session.solve(patience.solveOptions()).kind !== 'infeasible') return [];
    const conflict = session.conflict();
    if (!conflict) return [];
    const rowParts = [...formulation.balances, ...formulation.limits];
    const rows = conflict.rows.map((row) => {
      const { family, key } = memberOf(model.lp.rowFamilies, row);
      return { partId: family.id, title: rowParts.find(({ id }) => id === family.id)?.title ?? family.id, key };
    });
    const columns = conflict.columns.flatMap((column) => {
      const { family, key } = memberOf(model.lp.columnFamilies, column);
      const decision = formulation.decisions.find(({ id }) => id === family.id);
      if (!decision) return [];
      const full = key as Key<Coordinate>;
      return boundsOn(decision, formulation)
        .filter((bound) => {
          const least = decision.lower?.(problem, full) ?? 0;
          const most = decision.upper?.(problem, full) ?? Infinity;
          return (
            (bound.lower?.(problem, full) ?? -Infinity) > least || (bound.upper?.(problem, full) ?? Infinity) < most
          );
        })
        .map(({ id, title }) => ({ partId: id, title, key }));
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
function capacitySentence(problem: PlanningProblem, resource: number): Said | null {
  const floors = problem.periods.flatMap(({ label }, last) => {
    const floor = loadFloor(problem, resource, last);
    return floor && floor.needed > floor.available ? [{ label, ...floor }] : [];
  });
  if (floors.length === 0) return null;
  const factor = (floor: LoadFloor) => (floor.available > 0 ? floor.needed / floor.available : Infinity);
  const worst = floors.reduce((one, other) => (factor(other) > factor(one) ? other : one));
  const { name } = problem.resources[resource];
  return say('capacity', {
    period: worst.label,
    items: list(worst.items),
    needed: quantity(worst.needed),
    name,
    demand: quantity(worst.demand),
    safetyStock: quantity(worst.safetyStock),
    onHand: quantity(worst.onHand),
    available: quantity(worst.available),
    missing: quantity(worst.needed - worst.available),
  });
}

/** What a planner calls the rows that are no limits in the workbook. */
const plainTitles: Readonly<Record<string, string>> = {
  inventory_balance: 'Demand',
  demand_balance: 'Demand',
  production_limits: 'Production limits',
};

function listOfLimits(problem: PlanningProblem, members: readonly Member[]): Said {
  const byTitle = new Map<string, Member[]>();
  for (const member of members) {
    const title = plainTitles[member.partId] ?? member.title;
    byTitle.set(title, [...(byTitle.get(title) ?? []), member]);
  }
  const limits = [...byTitle].map(([title, group]) => {
    const names = [...new Set(group.map(({ key }) => nameOf(problem, key)).filter((name) => name !== ''))];
    const periods = group.map(({ key }) => key.period).filter((period) => period !== undefined);
    const from = problem.periods[Math.min(...periods)].label;
    const to = problem.periods[Math.max(...periods)].label;
    const when: SaidValue = { kind: 'span', from, to };
    const family: SaidValue = { kind: 'title', of: title.toLowerCase() };
    return names.length > 0
      ? say('limitOf', { family, names: list(names), when })
      : say('limitAlone', { family, when });
  });
  const [first, ...others] = limits;
  return say('limits', { first, others: row(others.map((limit) => say('further', { limit }))) });
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
