import { isoDay } from '../calendar-day';
import type { ItemSeries } from './item-series';
import { localLevel } from './local-level';
import type { UndatedRow } from './resolve-dates';
import { settleFinding, type WorkingRow } from './working-row';

/** Standard deviations within which a quantity can belong to a hole. */
const PLAUSIBLE_DEVIATIONS = 3;

interface Claim {
  row: WorkingRow;
  /** Holes (indices in the series) that the row can fill. */
  holes: number[];
}

/**
 * Gives an undated row the one hole in its item's calendar that its quantity fits; a hole that is taken leaves fewer for the others. Where
 * several holes fit, or several rows claim one, the rows stay out: filling a hole at random is worse than estimating it.
 * Changes `series.values` and `series.rows`.
 */
export function placeUndated(
  series: ItemSeries,
  undated: readonly UndatedRow[],
  estimates: ReadonlyMap<number, number>,
): void {
  const holes = new Set([...estimates.keys()].filter((at) => series.rows[at] === null));
  const level = localLevel(series, (at) => estimates.has(at));
  let claims: Claim[] = undated.map(({ row, allowed }) => ({
    row,
    holes: [...holes].filter(
      (at) =>
        (allowed === null || allowed.includes(series.days[at])) &&
        isPlausible(series, row.quantity, estimates.get(at) ?? NaN, level.spread),
    ),
  }));
  const manyHoles = new Map(claims.map((claim) => [claim.row, claim.holes.length]));
  for (;;) {
    const single = claims.filter((claim) => claim.holes.length === 1);
    const placed = single.find((claim) => single.filter((other) => other.holes[0] === claim.holes[0]).length === 1);
    if (!placed) break;
    const [at] = placed.holes;
    fill(series, placed.row, at);
    claims = claims.filter((claim) => claim !== placed);
    for (const claim of claims) claim.holes = claim.holes.filter((hole) => hole !== at);
  }
  for (const { row, holes: fitting } of claims) {
    quarantine(
      row,
      fitting.length === 1 ? 'several rows fit the one day' : `${manyHoles.get(row) || 'no'} missing days fit`,
    );
  }
}

function isPlausible(series: ItemSeries, quantity: number | null, estimate: number, spread: number): boolean {
  if (quantity === null || Number.isNaN(estimate)) return false;
  if (series.isIntermittent) return true;
  const deviation = Math.log((quantity + series.unit / 2) / (estimate + series.unit / 2));
  const counting = series.unit / (estimate + series.unit / 2);
  return Math.abs(deviation) <= PLAUSIBLE_DEVIATIONS * Math.sqrt(spread ** 2 + counting);
}

function fill(series: ItemSeries, row: WorkingRow, at: number): void {
  series.rows[at] = row;
  series.values[at] = row.quantity ?? NaN;
  row.day = series.days[at];
  row.fate = 'used';
  const day = isoDay(series.days[at]);
  for (const { kind } of row.findings.filter((finding) => finding.action === 'quarantined')) {
    settleFinding(row, kind, 'placed', `Placed on ${day}, the only missing day of the item that the quantity fits.`);
  }
}

/** Leaves an undated row out and says so. */
export function quarantine(row: WorkingRow, why: string): void {
  row.fate = 'quarantined';
  for (const finding of row.findings) {
    if (finding.action === 'quarantined') finding.reason += ` It cannot be placed: ${why}.`;
  }
}
