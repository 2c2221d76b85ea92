import { costTermIds } from '../../../planning';
import type { Sweep } from '../../../planning';

/**
 * A sweep as comma-separated values (RFC 4180): a line for each value, then its status, total cost and every cost term that
 * is not zero throughout. Numbers have a decimal point and all their digits; without a plan the costs are empty.
 */
export function sweepCsv({ input, points }: Sweep): string {
  const terms = costTermIds.filter((id) => points.some(({ costs }) => costs !== null && costs[id] !== 0));
  const lines = [
    [input, 'status', 'totalCost', ...terms],
    ...points.map(({ value, status, totalCost, costs }) => [
      value,
      status,
      totalCost ?? '',
      ...terms.map((id) => costs?.[id] ?? ''),
    ]),
  ];
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}
