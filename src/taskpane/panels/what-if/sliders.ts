import type { PlanningProblem, ProblemChange } from '../../../planning';
import { enteredNumber } from '../../number-entry';

/** What the planner can move, by the names of the inputs. */
export const sliderNames = ['Capacity', 'Demand', 'Holding_Cost', 'Safety_Stock'] as const;

export type SliderName = (typeof sliderNames)[number];

/** An item, or for capacity a resource, whose value a slider can move. */
export interface SliderMember {
  /** Its position in the problem. */
  readonly position: number;
  readonly name: string;
  /** Smallest and largest value over the periods, and their sum. */
  readonly least: number;
  readonly most: number;
  readonly total: number;
}

/** What a slider finds in a problem; no members where the problem has nothing to move. */
export interface Slider {
  readonly name: SliderName;
  readonly members: readonly SliderMember[];
}

/** How far a slider was moved, for one of its members or (null) for all. */
export interface SliderChange {
  readonly slider: SliderName;
  readonly member: number | null;
  /** Of the workbook's value; never 0. */
  readonly percent: number;
}

/** Where a slider's handle can go; the field beside it takes more. */
export const handleRange = { least: -50, most: 50 };
/** What the field takes. */
const percentRange = { least: -100, most: 1000 };

/** The sliders of a problem, also those without anything to move. */
export function slidersOf(problem: PlanningProblem): readonly Slider[] {
  const byName: Readonly<Record<SliderName, readonly SliderMember[]>> = {
    Capacity: problem.resources.flatMap(({ name, capacity }, r) => memberOf(r, name, capacity)),
    Demand: problem.items.flatMap(({ name }, i) => memberOf(i, name, demandOf(problem, i))),
    Holding_Cost: problem.items.flatMap(({ name, holdingCost }, i) => memberOf(i, name, holdingCost)),
    Safety_Stock: problem.items.flatMap(({ name, safetyStock }, i) => memberOf(i, name, safetyStock)),
  };
  return sliderNames.map((name) => ({ name, members: byName[name] }));
}

function demandOf({ demands, periods }: PlanningProblem, item: number): number[] {
  const own = demands.filter((demand) => demand.item === item);
  return periods.map((_period, t) => own.reduce((sum, { quantity }) => sum + quantity[t], 0));
}

/** Nothing where no value is there, or only "no limit". */
function memberOf(position: number, name: string, values: readonly number[]): SliderMember[] {
  const finite = values.filter(Number.isFinite);
  const total = finite.reduce((sum, value) => sum + value, 0);
  return total > 0 ? [{ position, name, least: Math.min(...finite), most: Math.max(...finite), total }] : [];
}

/** A percentage as typed, with or without its sign; null where it is none, or too far out. */
export function enteredPercent(text: string, format: string): number | null {
  const percent = enteredNumber(text, format);
  return percent !== null && percent >= percentRange.least && percent <= percentRange.most ? percent : null;
}

/** The changes with one set; 0 percent takes it away. */
export function withChange(changes: readonly SliderChange[], change: SliderChange): readonly SliderChange[] {
  const isSame = (other: SliderChange) => other.slider === change.slider && other.member === change.member;
  if (change.percent === 0) return changes.filter((other) => !isSame(other));
  return changes.some(isSame) ? changes.map((other) => (isSame(other) ? change : other)) : [...changes, change];
}

/** Whether these are the very changes, or there are none either way. */
export function areSame(changes: readonly SliderChange[], others: readonly SliderChange[]): boolean {
  return changes === others || changes.length + others.length === 0;
}

/** How far a slider was moved for a member; 0 where it was not. */
export function percentOf(changes: readonly SliderChange[], slider: SliderName, member: number | null): number {
  return changes.find((change) => change.slider === slider && change.member === member)?.percent ?? 0;
}

/** Changes whose slider and member are still there. */
export function keptChanges(changes: readonly SliderChange[], sliders: readonly Slider[]): readonly SliderChange[] {
  return changes.filter(({ slider, member }) => {
    const { members = [] } = sliders.find(({ name }) => name === slider) ?? {};
    return member === null ? members.length > 0 : members.some(({ position }) => position === member);
  });
}

/** The changes as the planning core makes them. */
export function problemChangesOf(changes: readonly SliderChange[]): ProblemChange[] {
  return changes.map(({ slider, member, percent }) => ({
    input: slider,
    members: member === null ? null : [member],
    periods: null,
    by: 'factor',
    // As the percent of a scenario is applied, so that both find the same plan.
    amount: 1 + percent / 100,
  }));
}
