import type { DayNumber } from '../calendar-day';
import type { Span } from './history-calendar';

/**
 * The span that the history covers, without stray dates such as 1900 or 2099: from its middle 96 % outward as long as no gap is longer
 * than 90 days (or six times the usual gap, for a history of few days). Null for a history without dates.
 */
export function plausibleSpan(days: readonly DayNumber[]): Span | null {
  if (days.length === 0) return null;
  const sorted = [...days].sort((a, b) => a - b);
  const longestGap = Math.max(90, 6 * usualGap(sorted));
  let low = Math.floor(0.02 * (sorted.length - 1));
  let high = Math.ceil(0.98 * (sorted.length - 1));
  // In a short history the middle can be a stray date itself; the median is not.
  const middle = Math.floor((sorted.length - 1) / 2);
  for (let at = middle; at > low; at--)
    if (sorted[at] - sorted[at - 1] > 2 * longestGap && at < sorted.length * 0.1) low = at;
  for (let at = middle; at < high; at++) {
    if (sorted[at + 1] - sorted[at] > 2 * longestGap && at > sorted.length * 0.9) high = at;
  }
  while (low > 0 && sorted[low] - sorted[low - 1] <= longestGap) low--;
  while (high < sorted.length - 1 && sorted[high + 1] - sorted[high] <= longestGap) high++;
  return { first: sorted[low], last: sorted[high] };
}

function usualGap(sorted: readonly DayNumber[]): number {
  const gaps: number[] = [];
  for (let at = 1; at < sorted.length; at++) if (sorted[at] > sorted[at - 1]) gaps.push(sorted[at] - sorted[at - 1]);
  gaps.sort((a, b) => a - b);
  return gaps.length === 0 ? 1 : gaps[Math.floor(gaps.length / 2)];
}
