import { loadOf, regularCapacityOf, storageUseOf } from '../planning';
import type { NetworkRow, Plan, PlanningProblem } from '../planning';

/** A plan of a network as a picture: places in layers, lanes between them, and how tight it is where. */
export interface NetworkPicture {
  readonly periods: readonly string[];
  readonly places: readonly NetworkPlace[];
  readonly lanes: readonly NetworkLane[];
}

/** A location. Quantities are units of all products together, one per period. */
export interface NetworkPlace {
  readonly name: string;
  /** 0 where nothing comes from elsewhere; else one more than the farthest place that sends here. */
  readonly layer: number;
  readonly limits: readonly PlaceLimit[];
  readonly demand: readonly number[];
  readonly late: readonly number[];
  readonly short: readonly number[];
  /** Safety stock that is missing. */
  readonly targetGap: readonly number[];
  readonly stock: readonly number[];
}

/** A resource of a place, or its storage. */
export interface PlaceLimit {
  readonly kind: 'resource' | 'storage';
  readonly name: string;
  /** Fraction of its capacity that is used in each period; null where there is no capacity. */
  readonly use: readonly (number | null)[];
}

/** All lanes from one place to another together. */
export interface NetworkLane {
  /** Positions in `places`. */
  readonly from: number;
  readonly to: number;
  /** Units sent in each period. */
  readonly units: readonly number[];
}

/** The picture of a plan of a network, whose rows are its report's. */
export function networkPicture(problem: PlanningProblem, plan: Plan, rows: readonly NetworkRow[]): NetworkPicture {
  const names = [...new Set(problem.items.map(({ location }) => location))];
  const placeOf = problem.items.map(({ location }) => names.indexOf(location));
  const lanes = lanesOf(problem, plan, placeOf);
  const layers = layersOf(names.length, lanes);
  const periods = problem.periods.map(({ label }) => label);
  return {
    periods,
    lanes,
    places: names.map((name, place) => {
      const own = rows.filter(({ location }) => location === name);
      const sum = (key: 'demand' | 'late' | 'short' | 'targetGap' | 'stock') => sumByPeriod(own, periods, key);
      return {
        name,
        layer: layers[place],
        limits: limitsOf(problem, plan, placeOf, place),
        demand: sum('demand'),
        late: sum('late'),
        short: sum('short'),
        targetGap: sum('targetGap'),
        stock: sum('stock'),
      };
    }),
  };
}

/** A limit with its use as one fraction. */
type TightLimit = Pick<PlaceLimit, 'kind' | 'name'> & { readonly use: number };

/** How tight a place is: its fullest limit in a period, or in its worst period where none is given. */
export function tightest({ limits }: NetworkPlace, period: number | null): TightLimit | null {
  let found: TightLimit | null = null;
  for (const { kind, name, use } of limits) {
    const shown = period === null ? Math.max(0, ...use.map((fraction) => fraction ?? 0)) : use[period];
    if (shown !== null && (found === null || shown > found.use)) found = { kind, name, use: shown };
  }
  return found;
}

function lanesOf(problem: PlanningProblem, plan: Plan, placeOf: readonly number[]): NetworkLane[] {
  const found = new Map<string, { from: number; to: number; units: number[] }>();
  problem.lanes.forEach((lane, l) => {
    const [from, to] = [placeOf[lane.from], placeOf[lane.to]];
    const key = `${from} ${to}`;
    const known = found.get(key) ?? { from, to, units: problem.periods.map(() => 0) };
    found.set(key, known);
    plan.transport[l].forEach((units, t) => (known.units[t] += units));
  });
  return [...found.values()];
}

/** Longest way from a place that gets nothing; where lanes run in circles, as far as one way through all places. */
function layersOf(count: number, lanes: readonly NetworkLane[]): number[] {
  const layers = Array.from({ length: count }, () => 0);
  for (let round = 1; round < count; round++) {
    let isSettled = true;
    for (const { from, to } of lanes) {
      if (from === to || layers[to] > layers[from] || layers[from] + 1 >= count) continue;
      layers[to] = layers[from] + 1;
      isSettled = false;
    }
    if (isSettled) break;
  }
  const used = [...new Set(layers)].sort((a, b) => a - b);
  return layers.map((layer) => used.indexOf(layer));
}

function limitsOf(problem: PlanningProblem, plan: Plan, placeOf: readonly number[], place: number): PlaceLimit[] {
  const resources = new Set(
    problem.sources
      .filter(({ item }) => placeOf[item] === place)
      .flatMap(({ uses, setupUses }) => [...uses, ...setupUses].map(({ resource }) => resource)),
  );
  return [
    ...[...resources].map((r): PlaceLimit => {
      const capacity = regularCapacityOf(problem, plan, r);
      return {
        kind: 'resource',
        name: problem.resources[r].name,
        use: loadOf(problem, plan, r).map((load, t) => fraction(load, capacity[t])),
      };
    }),
    ...problem.warehouses.flatMap(({ items, name, capacity }, h): PlaceLimit[] =>
      items.some((item) => placeOf[item] === place)
        ? [
            {
              kind: 'storage',
              name,
              use: storageUseOf(problem, plan, h).map((units, t) => fraction(units, capacity[t])),
            },
          ]
        : [],
    ),
  ];
}

function fraction(used: number, capacity: number): number | null {
  if (capacity === Infinity) return null;
  return capacity > 0 ? used / capacity : used > 1e-9 ? Infinity : null;
}

function sumByPeriod(
  rows: readonly NetworkRow[],
  periods: readonly string[],
  key: 'demand' | 'late' | 'short' | 'targetGap' | 'stock',
): number[] {
  const position = new Map(periods.map((period, t) => [period, t]));
  const sums = periods.map(() => 0);
  for (const row of rows) sums[position.get(row.period) ?? 0] += row[key];
  return sums;
}
