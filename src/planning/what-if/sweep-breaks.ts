/** A value at which something changes. */
export interface SweepBreak {
  /** `feasible`: on one side no plan satisfies the limits. `flat`: beyond it, more changes nothing. `slope`: the price changes. */
  readonly kind: 'feasible' | 'flat' | 'slope';
  readonly value: number;
  /** Change of total cost (of cost less revenue in mode `profit`) per unit of the input below and above; null: no plan there. */
  readonly slopeBelow: number | null;
  readonly slopeAbove: number | null;
  readonly sentence: string;
}

/** A value with the plan's objective there, `null` where no plan satisfies the limits. */
export interface SweptValue {
  readonly value: number;
  readonly objective: number | null;
}

/** Steps in which a border between possible and impossible is told: what a planner types for quantities, and for factors. */
const borderStep = { wide: 0.01, narrow: 0.0001 };
/** Ranges up to this are those of factors and rates. */
const narrowRange = 20;
/** Most further plans that the search for corners makes. */
const mostPlans = 150;

type ObjectiveAt = (value: number) => number | null;

const money = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });

/** Values between a swept value with a plan and its neighbour without one, rounded to the side that has plans. */
export function feasibilityBreaks(input: string, swept: readonly SweptValue[], objectiveAt: ObjectiveAt): SweepBreak[] {
  const range = swept.length === 0 ? 0 : swept[swept.length - 1].value - swept[0].value;
  const grain = range > narrowRange ? borderStep.wide : borderStep.narrow;
  return swept.slice(1).flatMap((after, step): SweepBreak[] => {
    const before = swept[step];
    if ((before.objective === null) === (after.objective === null)) return [];
    let [possible, impossible] = before.objective === null ? [after.value, before.value] : [before.value, after.value];
    while (Math.abs(possible - impossible) > grain / 10) {
      const middle = (possible + impossible) / 2;
      if (objectiveAt(middle) === null) impossible = middle;
      else possible = middle;
    }
    const least = possible > impossible;
    // The rounded value must still have a plan.
    const steps = possible / grain;
    const rounded = Number(((least ? Math.ceil(steps - 1e-6) : Math.floor(steps + 1e-6)) * grain).toFixed(4));
    const sentence = least
      ? `Below ${money.format(rounded)} of ${input} no plan satisfies all limits.`
      : `Above ${money.format(rounded)} of ${input} no plan satisfies all limits.`;
    return [{ kind: 'feasible', value: rounded, slopeBelow: null, slopeAbove: null, sentence }];
  });
}

/** A corner of the cost curve: where the price of the input changes. */
interface Corner {
  readonly value: number;
  readonly below: number;
  readonly above: number;
}

/**
 * Values at which the price of the input changes. Over a stretch of plans cost is piecewise linear and convex (limits) or
 * concave (costs): two values whose tangents differ have a corner between them, and the tangents' crossing is the next value to
 * look at.
 */
export function costBreaks(
  input: string,
  swept: readonly SweptValue[],
  borders: readonly SweepBreak[],
  objectiveAt: ObjectiveAt,
): SweepBreak[] {
  const cost = memoised(objectiveAt);
  const stretches = stretchesOf(swept, borders, cost.at);
  const found = stretches.flatMap(([first, last]) => cornersBetween(first, last, cost.at, cost.mayGoOn) ?? []);
  const corners = [...found.flatMap(({ inside }) => inside), ...cornersAtSeams(found)];
  return corners.map(({ value, below, above }): SweepBreak => {
    const flat = Math.abs(above) <= flatSlope(swept);
    return {
      kind: flat ? 'flat' : 'slope',
      value,
      slopeBelow: below,
      slopeAbove: flat ? 0 : above,
      sentence: flat
        ? `From ${money.format(value)} on, more ${input} changes nothing.`
        : `At ${money.format(value)} the effect of one more ${input} changes from ${money.format(below)} to ${money.format(above)}.`,
    };
  });
}

/** Neighbouring values with plans, up to the borders. */
function stretchesOf(
  swept: readonly SweptValue[],
  borders: readonly SweepBreak[],
  costAt: ObjectiveAt,
): [SweptValue, SweptValue][] {
  const edges = borders.map(({ value }): SweptValue => ({ value, objective: costAt(value) }));
  const known = [...swept, ...edges].sort((one, other) => one.value - other.value);
  return known.slice(1).flatMap((after, position): [SweptValue, SweptValue][] => {
    const before = known[position];
    return before.objective !== null && after.objective !== null && after.value > before.value ? [[before, after]] : [];
  });
}

function memoised(objectiveAt: ObjectiveAt): { at: ObjectiveAt; mayGoOn: () => boolean } {
  const found = new Map<number, number | null>();
  return {
    at(value) {
      let objective = found.get(value);
      if (objective === undefined) {
        objective = objectiveAt(value);
        found.set(value, objective);
      }
      return objective;
    },
    mayGoOn: () => found.size < mostPlans,
  };
}

/** A slope that a planner takes for none, relative to the size of the curve. */
function flatSlope(swept: readonly SweptValue[]): number {
  const largest = Math.max(1, ...swept.map(({ objective }) => Math.abs(objective ?? 0)));
  const range = Math.max(...swept.map(({ value }) => value)) - Math.min(...swept.map(({ value }) => value));
  return (1e-7 * largest) / Math.max(range, 1e-9);
}

function cornersBetween(
  first: SweptValue,
  last: SweptValue,
  costAt: ObjectiveAt,
  mayGoOn: () => boolean,
): Stretch | null {
  const start = tangentAt(first, last.value, costAt);
  const end = tangentAt(last, first.value, costAt);
  if (!start || !end) return null;
  const scale = Math.max(1e-6, Math.abs(start.slope), Math.abs(end.slope));
  const same = (one: number, other: number) => areClose(one, other, scale);
  const search = (from: Tangent, to: Tangent): Corner[] => {
    if (same(from.slope, to.slope) || !mayGoOn()) return [];
    const value =
      (to.objective - from.objective + from.slope * from.value - to.slope * to.value) / (from.slope - to.slope);
    const span = to.value - from.value;
    if (!(value > from.value + 1e-6 * span) || !(value < to.value - 1e-6 * span)) {
      return [{ value: tidy(Math.min(Math.max(value, from.value), to.value)), below: from.slope, above: to.slope }];
    }
    const objective = costAt(value);
    if (objective === null) return [];
    const expected = from.objective + from.slope * (value - from.value);
    if (Math.abs(objective - expected) <= 1e-9 * Math.max(1, Math.abs(objective)) + 1e-6 * scale) {
      return [{ value: tidy(value), below: from.slope, above: to.slope }];
    }
    const left = tangentAt({ value, objective }, from.value, costAt);
    const right = tangentAt({ value, objective }, to.value, costAt);
    if (!left || !right) return [];
    const here: Corner[] = same(left.slope, right.slope)
      ? []
      : [{ value: tidy(value), below: left.slope, above: right.slope }];
    return [...search(from, left), ...here, ...search(right, to)];
  };
  return { start, end, inside: search(start, end) };
}

/** Corners that lie on a swept value, where two stretches meet. */
function cornersAtSeams(stretches: readonly Stretch[]): Corner[] {
  return stretches.slice(1).flatMap(({ start }, position): Corner[] => {
    const { end } = stretches[position];
    const scale = Math.max(1e-6, Math.abs(start.slope), Math.abs(end.slope));
    if (start.value !== end.value || areClose(start.slope, end.slope, scale)) return [];
    return [{ value: start.value, below: end.slope, above: start.slope }];
  });
}

function areClose(one: number, other: number, scale: number): boolean {
  return Math.abs(one - other) <= 1e-5 * scale;
}

/** The curve between two neighbouring values. */
interface Stretch {
  readonly start: Tangent;
  readonly end: Tangent;
  readonly inside: readonly Corner[];
}

interface Tangent {
  readonly value: number;
  readonly objective: number;
  readonly slope: number;
}

/** The slope of the curve at a value, on the side of another. */
function tangentAt({ value, objective }: SweptValue, towards: number, costAt: ObjectiveAt): Tangent | null {
  const step = (towards - value) * 1e-4;
  const beside = costAt(value + step);
  return objective === null || beside === null ? null : { value, objective, slope: (beside - objective) / step };
}

/** Without the noise of the last digits. */
function tidy(value: number): number {
  const rounded = Math.round(value * 1e4) / 1e4;
  return Math.abs(rounded - value) <= 1e-6 * Math.max(1, Math.abs(value)) ? rounded : value;
}
