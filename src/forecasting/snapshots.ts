import { measureAccuracy, type Accuracy, type ForecastError } from './accuracy';

/** One number of a forecast as it was on the day of its run. */
export interface ForecastSnapshot {
  /** The day of the run, ISO. */
  runDate: string;
  item: string;
  /** The period forecast, as labelled in the workbook. */
  period: string;
  /** How many periods ahead it was: 1 for the first period after the history. */
  lead: number;
  quantity: number;
}

/** What was really demanded. */
export interface ActualDemand {
  item: string;
  period: string;
  quantity: number;
}

/** Accuracy of past forecasts against demand that has come since; MASE is null, for it needs the history of each run. */
export interface SnapshotAccuracy {
  total: Accuracy;
  byItem: { item: string; accuracy: Accuracy }[];
  byLead: { lead: number; accuracy: Accuracy }[];
  byRun: { runDate: string; accuracy: Accuracy }[];
}

function grouped<Key extends string | number>(
  pairs: readonly { snapshot: ForecastSnapshot; error: ForecastError }[],
  key: (snapshot: ForecastSnapshot) => Key,
): [Key, Accuracy][] {
  const groups = new Map<Key, ForecastError[]>();
  for (const { snapshot, error } of pairs) {
    const group = groups.get(key(snapshot));
    if (group) group.push(error);
    else groups.set(key(snapshot), [error]);
  }
  return [...groups].map(([name, errors]) => [name, measureAccuracy(errors, 0)]);
}

/** Compares snapshots with the demand that is known by now; periods without actual demand yet are left out. */
export function snapshotAccuracy(
  snapshots: readonly ForecastSnapshot[],
  actuals: readonly ActualDemand[],
): SnapshotAccuracy {
  const key = (item: string, period: string): string => JSON.stringify([item, period]);
  const known = new Map(actuals.map(({ item, period, quantity }) => [key(item, period), quantity]));
  const pairs = snapshots.flatMap((snapshot) => {
    const actual = known.get(key(snapshot.item, snapshot.period));
    return actual === undefined ? [] : [{ snapshot, error: { actual, forecast: snapshot.quantity } }];
  });
  return {
    total: measureAccuracy(
      pairs.map(({ error }) => error),
      0,
    ),
    byItem: grouped(pairs, ({ item }) => item).map(([item, accuracy]) => ({ item, accuracy })),
    byLead: grouped(pairs, ({ lead }) => lead)
      .sort(([a], [b]) => a - b)
      .map(([lead, accuracy]) => ({ lead, accuracy })),
    byRun: grouped(pairs, ({ runDate }) => runDate).map(([runDate, accuracy]) => ({ runDate, accuracy })),
  };
}
