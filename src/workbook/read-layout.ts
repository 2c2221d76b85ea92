import type { FoundInput } from './find-input';
import type { PeriodsRun, Size } from './fit-shape';

/** How the demand lies: numbers of items and periods, and where they run. */
export interface Layout {
  readonly items: number;
  readonly periods: number;
  /** Direction of the periods in every matrix. */
  readonly periodsRun: PeriodsRun;
  /** Direction of the periods in the demand itself: a single item may lie either way. */
  readonly demandRuns: PeriodsRun;
}

/**
 * Direction and numbers from the ranges named Periods, Items and Demand. Labels decide where they are given: a vertical
 * range of periods lets periods run down, a vertical range of items lets them run across. A one-row or one-column demand is
 * one item, unless the labels say that it is several items in one period.
 */
export function readLayout(demand: Size | null, periods: Size | null, items: Size | null): Layout {
  const periodCount = periods && count(periods);
  const itemCount = items && count(items);
  const line = demand && Math.min(demand.rows, demand.columns) === 1 ? count(demand) : null;
  const manyItems =
    line !== null && line > 1 && itemCount === line && (periodCount === 1 || (periodCount === null && itemCount > 1));
  const periodsRun =
    direction(periods) ?? turned(direction(items)) ?? (line !== null ? lineDirection(demand, manyItems) : 'across');
  if (manyItems) return { items: line, periods: 1, periodsRun, demandRuns: demand?.rows === 1 ? 'down' : 'across' };
  const several = periodCount === 1 && line !== null && line > 1 && itemCount === null;
  if (several) return { items: line, periods: 1, periodsRun, demandRuns: demand?.rows === 1 ? 'down' : 'across' };
  if (line !== null && (itemCount ?? 1) === 1 && (line === 1 || (periodCount ?? line) === line)) {
    const demandRuns = line === 1 ? periodsRun : demand?.rows === 1 ? 'across' : 'down';
    return { items: 1, periods: periodCount ?? line, periodsRun, demandRuns };
  }
  const across = periodsRun === 'across';
  return {
    items: itemCount ?? (across ? demand?.rows : demand?.columns) ?? 1,
    periods: periodCount ?? (across ? demand?.columns : demand?.rows) ?? 1,
    periodsRun,
    demandRuns: periodsRun,
  };
}

/** Rows and columns of what was found. */
export function foundSize(found: Pick<FoundInput, 'cells'>): Size {
  return { rows: found.cells.length, columns: found.cells[0]?.length ?? 0 };
}

function count({ rows, columns }: Size): number {
  return rows * columns;
}

/** Null for a single cell, which has no direction. */
function direction(labels: Size | null): PeriodsRun | null {
  if (labels === null || count(labels) <= 1) return null;
  return labels.columns === 1 ? 'down' : 'across';
}

function turned(run: PeriodsRun | null): PeriodsRun | null {
  return run === null ? null : run === 'across' ? 'down' : 'across';
}

function lineDirection(demand: Size | null, manyItems: boolean): PeriodsRun {
  const column = demand !== null && demand.columns === 1 && demand.rows > 1;
  return column !== manyItems ? 'down' : 'across';
}
