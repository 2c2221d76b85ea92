import type { PricedOverride } from '../sheet-override';
import { sectionLine } from './panel';
import {
  blankLine,
  firstPeriodColumn,
  freeLine,
  measureColumn,
  openingColumn,
  ownerColumn,
  totalColumn,
} from './sheet-block';
import type { SheetLine } from './sheet-block';
import type { SheetStyles } from './styles';

/** What the planner typed over the plan, and what each of it costs; nothing where nothing was typed. */
export function overrideLines(
  overrides: readonly PricedOverride[],
  columns: number,
  styles: SheetStyles,
): readonly SheetLine[] {
  if (overrides.length === 0) return [];
  const number = { ...styles.columnHeading, align: 'right' as const };
  return [
    sectionLine('Overrides', styles, columns),
    freeLine([
      { column: ownerColumn, value: 'Item', style: styles.columnHeading },
      { column: measureColumn, value: 'Period', style: styles.columnHeading },
      { column: totalColumn, value: 'Optimal', style: number },
      { column: openingColumn, value: 'Typed', style: number },
      { column: firstPeriodColumn, value: 'Costs', style: number },
    ]),
    ...overrides.map(({ item, period, optimal, typed, cost, sentence }) =>
      freeLine([
        { column: ownerColumn, value: item, style: styles.label },
        { column: measureColumn, value: period, style: styles.label },
        { column: totalColumn, value: optimal, style: styles.row('quantity', false, 'number') },
        { column: openingColumn, value: typed, style: styles.row('quantity', false, 'number') },
        { column: firstPeriodColumn, value: cost, style: styles.money },
        { column: firstPeriodColumn + 1, value: sentence, style: styles.detail },
      ]),
    ),
    blankLine(),
  ];
}
