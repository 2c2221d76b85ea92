import type { Lane, PlanningProblem, Source } from '../domain/planning-problem';

/** One way for an item to be supplied, a source or a lane, as the rules see it. */
export interface SupplyOption {
  readonly kind: 'source' | 'lane';
  /** Position in the problem's list of that kind. */
  readonly position: number;
  readonly name: string;
  readonly quota: number;
  readonly fixed: readonly (number | null)[];
  readonly arrival: readonly number[];
  /** Last period whose start arrives in the period; null: none, the period lies inside the lead time. */
  readonly startFor: (period: number) => number | null;
  /** The quantity as lot rules, and the least quantity of the period, make it. */
  readonly inLots: (units: number, start: number) => number;
  readonly maximum: readonly number[];
}

/** Everything that supplies each item. */
export function supplyOptions(problem: PlanningProblem): readonly (readonly SupplyOption[])[] {
  const options: SupplyOption[][] = problem.items.map(() => []);
  const none = problem.periods.map(() => 0);
  problem.sources.forEach((source, position) =>
    options[source.item].push(optionOf('source', position, source, source.minimum)),
  );
  problem.lanes.forEach((lane, position) => options[lane.to].push(optionOf('lane', position, lane, none)));
  return options;
}

function optionOf(
  kind: SupplyOption['kind'],
  position: number,
  option: Source | Lane,
  minimum: readonly number[],
): SupplyOption {
  const { name, quota, fixed, arrival, maximum, minLot, lotSize, lotPeriods } = option;
  return {
    kind,
    position,
    name,
    quota,
    fixed,
    arrival,
    maximum,
    startFor: (period) => {
      const start = arrival.lastIndexOf(period);
      return start < 0 ? null : start;
    },
    inLots: (units, start) => {
      const least = Math.max(units, minimum[start]);
      if (least <= 0 || start >= lotPeriods) return Math.max(0, least);
      const enough = Math.max(least, minLot);
      // A hair of tolerance keeps 3 × 0.1 from taking a fourth lot.
      return lotSize > 0 ? Math.ceil(enough / lotSize - 1e-9) * lotSize : enough;
    },
  };
}
