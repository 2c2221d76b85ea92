import { changeProblem, hasErrors } from '../../../planning';
import type { PlanningProblem } from '../../../planning';
import { readProblem } from '../../../workbook/read-problem';
import { withScenarioRows } from '../../../workbook/scenarios/draft-scenarios';
import { scenarioRows, upsertChange } from '../../../workbook/scenarios/edit-scenarios';
import type { ScenarioRow } from '../../../workbook/scenarios/edit-scenarios';
import { scenarioList, scenarioNamed } from '../../../workbook/scenarios/scenario-table';
import { scenariosChange } from '../../../workbook/scenarios/write-scenarios';
import type { WorkbookChange, WorkbookContent } from '../../../workbook/workbook';
import { problemChangesOf } from './sliders';
import type { Slider, SliderChange, SliderName } from './sliders';

/** What the sliders' setting would be as a scenario of the workbook, before anything is written. */
export type ScenarioDraft =
  | { readonly kind: 'taken' }
  /** The workbook cannot have such a scenario; why. */
  | { readonly kind: 'refused'; readonly message: string }
  | {
      readonly kind: 'drafted';
      readonly change: WorkbookChange;
      /** False where the workbook derives one of the values, so that the scenario's plan differs from the sliders'. */
      readonly isSame: boolean;
    };

/** Names under which a workbook may give what a slider moves; a change of each moves it by the same percentage. */
const inputsOf: Readonly<Record<SliderName, readonly string[]>> = {
  Capacity: ['Capacity'],
  Demand: ['Demand'],
  Holding_Cost: ['Holding_Cost'],
  Safety_Stock: ['Safety_Stock', 'Safety_Stock_Periods', 'Safety_Stock_Ratio'],
};

/** Drafts a scenario of that name. */
export function draftScenario(
  content: WorkbookContent,
  name: string,
  problem: PlanningProblem,
  sliders: readonly Slider[],
  changes: readonly SliderChange[],
): ScenarioDraft {
  if (scenarioNamed(content, name)) return { kind: 'taken' };
  const { inputs, source } = readProblem(content);
  const given = (slider: SliderName) =>
    source === 'network'
      ? [slider]
      : inputsOf[slider].filter((input) => inputs.some((known) => known.name === input && known.found));
  const rows = changes.reduce<readonly ScenarioRow[]>(
    (all, { slider, member, percent }) =>
      given(slider).reduce(
        (some, input) =>
          upsertChange(some, name, {
            input,
            item: nameOf(sliders, slider, member),
            periodFrom: null,
            periodTo: null,
            change: 'percent',
            amount: percent,
            note: null,
          }),
        all,
      ),
    scenarioRows(content),
  );
  const reading = readProblem(withScenarioRows(content, rows), { mode: problem.mode, scenario: name });
  const error = reading.issues.find((issue) => hasErrors([issue]));
  if (error || !reading.problem) return { kind: 'refused', message: error ? `${error.message} ${error.fix}` : '' };
  const wanted = changeProblem(problem, problemChangesOf(changes));
  return { kind: 'drafted', change: scenariosChange(content, rows), isSame: areAlike(reading.problem, wanted) };
}

/** A name that no scenario has yet. */
export function proposedName(content: WorkbookContent, stem: string): string {
  const taken = new Set(scenarioList(content).map(({ name }) => name.toLowerCase()));
  let number = 1;
  while (taken.has(`${stem} ${number}`.toLowerCase())) number += 1;
  return `${stem} ${number}`;
}

function nameOf(sliders: readonly Slider[], slider: SliderName, member: number | null): string | null {
  const { members = [] } = sliders.find(({ name }) => name === slider) ?? {};
  return members.find(({ position }) => position === member)?.name ?? null;
}

/** Whether two problems have the same of everything that a slider moves, but for rounding. */
function areAlike(one: PlanningProblem, other: PlanningProblem): boolean {
  const [left, right] = [movedValues(one), movedValues(other)];
  return left.length === right.length && left.every((value, n) => isClose(value, right[n]));
}

function movedValues({ resources, demands, items }: PlanningProblem): number[] {
  return [
    ...resources.flatMap(({ capacity }) => capacity),
    ...demands.flatMap(({ quantity }) => quantity),
    ...items.flatMap(({ holdingCost, safetyStock }) => [...holdingCost, ...safetyStock]),
  ];
}

function isClose(one: number, other: number): boolean {
  return one === other || Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));
}
