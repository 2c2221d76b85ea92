import { planningModes } from '../../src/planning';
import type { PlanningProblem } from '../../src/planning';
import { assemble, objectiveOf } from '../../src/planning/formulation/assemble';
import { formulation, formulationFor, prioritiesOf } from '../../src/planning/formulation/formulation';
import type {
  Balance,
  Bound,
  Coordinate,
  CostTerm,
  Decision,
  Formulation,
  Limit,
  Priority,
} from '../../src/planning/formulation/parts';
import { sizeOf } from '../../src/planning/formulation/parts';
import type { Family, LinearProgramme } from '../../src/planning/lp/linear-programme';
import { lpFormat } from '../../src/planning/lp/lp-format';
import type { Labels } from '../../src/planning/lp/lp-format';

export type AnyPart =
  Balance<Coordinate> | Decision<Coordinate> | Limit<Coordinate> | Bound<Coordinate> | CostTerm | Priority;

/** Every part that is listed for any mode, by folder and identifier. */
export const listedParts: ReadonlyMap<string, AnyPart> = new Map(
  [
    ...formulation.balances.map((part) => ['balances', part] as const),
    ...formulation.decisions.map((part) => ['decisions', part] as const),
    ...formulation.limits.map((part) => ['limits', part] as const),
    ...planningModes.flatMap((mode) => formulationFor(mode).costs).map((part) => ['costs', part] as const),
    ...planningModes.flatMap(prioritiesOf).map((part) => ['priorities', part] as const),
  ].map(([folder, part]) => [`${folder}/${part.id}`, part] as const),
);

/**
 * What a part makes of a problem, as LP text: the rows of a balance or limit, the columns of a decision with everything they
 * enter, the bounds of a bound, the objective of a cost term or priority.
 */
export function partText(part: AnyPart, problem: PlanningProblem, parts: Formulation = formulation): string {
  switch (part.kind) {
    case 'balance':
    case 'limit':
      return linesOf(textOf(problem, parts), 'Subject To', (line) => line.startsWith(`  ${part.id}[`));
    case 'decision':
      return decisionText(part, problem);
    case 'bound':
      return boundText(part, problem);
    case 'cost':
      return `${objectiveLine(textOf(problem, { ...formulation, costs: [part] }))}\n`;
    case 'priority':
      return `${objectiveLine(priorityText(part, problem))}\n`;
  }
}

function labelsOf(problem: PlanningProblem): Labels {
  const names: Readonly<Record<string, readonly string[]>> = {
    item: problem.items.map(({ name }) => name),
    period: problem.periods.map(({ label }) => label),
    source: problem.sources.map(({ name }) => name),
    demand: problem.demands.map(({ item }) => problem.items[item].name),
    subcontract: problem.subcontracts.map(({ item }) => problem.items[item].name),
    lane: problem.lanes.map(({ name }) => name),
    resource: problem.resources.map(({ name }) => name),
    warehouse: problem.warehouses.map(({ name }) => name),
  };
  return (coordinate, position) => names[coordinate][position];
}

function textOf(problem: PlanningProblem, parts: Formulation): string {
  return lpFormat(assemble(problem, parts).lp, labelsOf(problem));
}

function priorityText(part: Priority, problem: PlanningProblem): string {
  const model = assemble(problem, formulationFor(problem.mode));
  return lpFormat({ ...model.lp, objective: objectiveOf(model, part), objectiveOffset: 0 }, labelsOf(problem));
}

function objectiveLine(text: string): string {
  return text.split('\n')[1].trim();
}

function linesOf(text: string, section: string, wanted: (line: string) => boolean): string {
  const lines = text.split('\n');
  const body = lines.slice(lines.indexOf(section) + 1);
  const end = body.findIndex((line) => !line.startsWith('  '));
  return `${body
    .slice(0, end)
    .filter(wanted)
    .map((line) => line.trim())
    .join('\n')}\n`;
}

/** Only the columns of the decision, in every row they enter; limits' right-hand sides belong to the limits. */
function decisionText(part: Decision<Coordinate>, problem: PlanningProblem): string {
  const { lp } = assemble(problem, { ...formulation, costs: [], limits: [] });
  const family = lp.columnFamilies.find(({ id }) => id === part.id);
  if (!family) return '';
  const text = lpFormat(onlyColumns(lp, family), labelsOf(problem));
  const rows = linesOf(text, 'Subject To', (line) => !/: 0 [<>=]/.test(line)).replace(/ (?:=|<=|>=) [^\n]*/g, '');
  const whole = text.includes('\nGeneral\n') ? `General\n${linesOf(text, 'General', () => true)}` : '';
  return `${rows.trim() === '' ? '' : `Rows\n${rows}`}Bounds\n${linesOf(text, 'Bounds', () => true)}${whole}`;
}

function onlyColumns(lp: LinearProgramme, family: Family): LinearProgramme {
  const end = family.first + family.count;
  const [from, to] = [lp.matrix.starts[family.first], lp.matrix.starts[end]];
  return {
    ...lp,
    columnCount: family.count,
    objective: lp.objective.slice(family.first, end),
    objectiveOffset: 0,
    columnLower: lp.columnLower.slice(family.first, end),
    columnUpper: lp.columnUpper.slice(family.first, end),
    columnKinds: lp.columnKinds.slice(family.first, end),
    matrix: {
      starts: lp.matrix.starts.slice(family.first, end + 1).map((start) => start - from),
      rows: lp.matrix.rows.slice(from, to),
      values: lp.matrix.values.slice(from, to),
    },
    columnFamilies: [{ ...family, first: 0 }],
  };
}

function boundText(part: Bound<Coordinate>, problem: PlanningProblem): string {
  const other = formulation.limits.filter(({ kind, id }) => kind === 'limit' || id === part.id);
  const text = lpFormat(assemble(problem, { ...formulation, limits: other }).lp, labelsOf(problem));
  return linesOf(text, 'Bounds', (line) => line.includes(`${part.decision.id}[`));
}

/** Whether a problem is of the size that a reader can check by hand. */
export function isHandCheckable(problem: PlanningProblem): boolean {
  return sizeOf('period', problem) <= 3 && sizeOf('item', problem) <= 2 && sizeOf('resource', problem) <= 1;
}
