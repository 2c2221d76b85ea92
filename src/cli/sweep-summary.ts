import type { Sweep } from '../planning';
import { textTable } from './text-table';

const money = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const units = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });

/** Width of the longest bar of the cost curve. */
const widestBar = 40;
/** Most changes of slope that are printed; the JSON has them all. */
const mostSlopes = 8;

/** A sweep in a screenful: the curve as a table with bars, and what happens between the values. */
export function sweepSummary({ input, points, breaks }: Sweep): string {
  const costs = points.flatMap(({ totalCost }) => (totalCost === null ? [] : [totalCost]));
  const [least, most] = [Math.min(...costs), Math.max(...costs)];
  const bar = (cost: number) =>
    '#'.repeat(1 + Math.round(((widestBar - 1) * (cost - least)) / Math.max(most - least, 1e-9)));
  const rows = points.map(({ value, status, totalCost }, step) => {
    const before = step > 0 ? points[step - 1] : null;
    const slope =
      totalCost === null || !before || before.totalCost === null
        ? ''
        : money.format((totalCost - before.totalCost) / (value - before.value));
    return [units.format(value), totalCost === null ? status : money.format(totalCost), slope];
  });
  const lines = textTable([input, 'Total cost', 'Per unit'], rows).split('\n');
  const width = Math.max(...lines.map(({ length }) => length));
  const table = lines.map((line, row) => {
    const cost = row === 0 ? null : points[row - 1].totalCost;
    return cost === null ? line : `${line.padEnd(width)}  ${bar(cost)}`;
  });
  const slopes = breaks.filter(({ kind }) => kind === 'slope');
  const told = breaks.filter((entry) => entry.kind !== 'slope' || slopes.indexOf(entry) < mostSlopes);
  const more = breaks.length - told.length;
  const notes = [
    ...told.map(({ sentence }) => `- ${sentence}`),
    ...(more > 0 ? [`- … and ${more} more changes of price, in the JSON.`] : []),
  ];
  return `${[...table, '', ...notes].join('\n').trimEnd()}\n`;
}
