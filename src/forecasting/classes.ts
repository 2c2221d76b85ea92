/** What an item's class is read off. */
export interface ItemSales {
  item: string;
  /** Money per year, or over the same time for all items. */
  revenue: number;
  /** Units per bucket, oldest first. */
  history: readonly number[];
}

/** The class of an item: how much revenue depends on it, and how evenly it is demanded. */
export interface ItemClass {
  item: string;
  abc: 'A' | 'B' | 'C';
  xyz: 'X' | 'Y' | 'Z';
  /** Fraction of the revenue of all items. */
  revenueShare: number;
  /** Fraction of the revenue of this and all items with more revenue. */
  cumulativeShare: number;
  /** Standard deviation over mean of the demand per bucket; Infinity without demand. */
  coefficientOfVariation: number;
}

/** Bounds of the classes. A: the items that make up the first `a` of revenue; X: variation up to `x`. */
export interface ClassBounds {
  a: number;
  b: number;
  x: number;
  y: number;
}

/** The bounds that textbooks give: 80 % and 95 % of revenue, a coefficient of variation of 0.5 and 1. */
export const USUAL_BOUNDS: ClassBounds = { a: 0.8, b: 0.95, x: 0.5, y: 1 };

/**
 * ABC by revenue (Dickie, "ABC inventory analysis shoots for dollars", Factory Management and Maintenance, July 1951) and XYZ by the
 * coefficient of variation of demand (Scholz-Reiter et al., Int. J. Industrial Engineering 6, 2012), in the order of the items given. The
 * item that crosses a bound still belongs to the better class, so that there is always an A item where there is revenue.
 */
export function classifyItems(items: readonly ItemSales[], bounds: ClassBounds = USUAL_BOUNDS): ItemClass[] {
  const total = items.reduce((sum, { revenue }) => sum + Math.max(0, revenue), 0);
  const byRevenue = items.map((_, index) => index).sort((a, b) => items[b].revenue - items[a].revenue || a - b);
  const classes = new Array<ItemClass>(items.length);
  let before = 0;
  for (const index of byRevenue) {
    const { item, revenue, history } = items[index];
    const revenueShare = total > 0 ? Math.max(0, revenue) / total : 0;
    const variation = coefficientOfVariation(history);
    classes[index] = {
      item,
      abc: revenueShare === 0 ? 'C' : before < bounds.a - 1e-12 ? 'A' : before < bounds.b - 1e-12 ? 'B' : 'C',
      xyz: variation <= bounds.x ? 'X' : variation <= bounds.y ? 'Y' : 'Z',
      revenueShare,
      cumulativeShare: before + revenueShare,
      coefficientOfVariation: variation,
    };
    before += revenueShare;
  }
  return classes;
}

/** Standard deviation (n - 1) over mean; Infinity where the mean is not positive, 0 for a single value. */
export function coefficientOfVariation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (!(mean > 0)) return Infinity;
  if (values.length < 2) return 0;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return Math.sqrt(variance) / mean;
}
