import { isoDay } from '../forecasting/index';
import type { CleanedHistory, CleaningKind } from '../forecasting/index';
import type { CleaningReport } from '../workbook/forecast/clean-workbook';
import { kindTitles } from '../workbook/forecast/cleaning-kinds';
import { textTable } from './text-table';

/** Most items that are listed; the JSON has them all. */
const mostItems = 20;

/** What the cleaning found, in a screenful. */
export function cleaningSummary({ rows, totals }: CleaningReport, items: readonly CleanedHistory[]): string {
  const kinds = (Object.keys(totals) as CleaningKind[]).filter((kind) => totals[kind] > 0);
  const touched = new Set(rows.map(({ row }) => row)).size;
  const listed = items
    .slice(0, mostItems)
    .map(({ item, calendar, days, imputed }) => [
      item,
      calendar,
      `${isoDay(days[0])} to ${isoDay(days[days.length - 1])}`,
      `${days.length}`,
      `${imputed.filter(Boolean).length}`,
    ]);
  const parts = [
    `${rows.length} findings in ${touched} rows`,
    textTable(
      ['Finding', 'Rows'],
      kinds.map((kind) => [kindTitles[kind], `${totals[kind]}`]),
    ),
    textTable(['Item', 'Calendar', 'From, to', 'Days', 'Estimated'], listed),
    ...(items.length > mostItems ? [`… and ${items.length - mostItems} more items, in the JSON.`] : []),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
