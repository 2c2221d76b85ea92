import { bucketStart, type Bucket } from '../aggregate';
import { civilDate } from '../calendar-day';
import { eventDays, type PlannedEvent } from '../event-calendar';
import { spellingKey } from './item-spelling';
import type { ItemSeries } from './item-series';

/**
 * The entries of a series (by index) that an event of the planner falls into: what is demanded then is demand, however much it
 * is. A week or month of a coarser history counts if one of its days does.
 */
export function protectedEntries(series: ItemSeries, events: readonly PlannedEvent[]): ReadonlySet<number> {
  const protectedOnes = new Set<number>();
  if (events.length === 0 || series.days.length === 0) return protectedOnes;
  const { days } = series;
  const key = spellingKey(series.item);
  const firstYear = civilDate(days[0]).year - 1;
  const lastYear = civilDate(days[days.length - 1]).year + 1;
  const bucket: Bucket = series.calendar === 'weekly' ? 'week' : series.calendar === 'monthly' ? 'month' : 'day';
  const starts = new Set<number>();
  for (const event of events) {
    if (event.item !== null && spellingKey(event.item) !== key) continue;
    for (const day of eventDays(event.rule, firstYear, lastYear) ?? []) starts.add(bucketStart(day, bucket));
  }
  days.forEach((day, at) => {
    if (starts.has(bucketStart(day, bucket))) protectedOnes.add(at);
  });
  return protectedOnes;
}
