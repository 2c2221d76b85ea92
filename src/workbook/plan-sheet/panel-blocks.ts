import { planChecks } from './checks';
import type { PlanSheetInput } from './input';
import type { ItemTable } from './item-table';
import { keyFigures } from './key-figures';
import { panelLine, sectionLine } from './panel';
import type { PanelEntry } from './panel';
import type { PlanRows } from './plan-rows';
import { runDetails } from './run-details';
import { blankLine } from './sheet-block';
import type { FreeLine } from './sheet-block';
import type { SheetStyles } from './styles';

/** The panel left of the charts. */
export interface PanelBlocks {
  readonly lines: readonly FreeLine[];
  /** What must be TRUE. */
  readonly checks: readonly { readonly line: FreeLine; readonly entry: PanelEntry }[];
  /** Lines of limits that the plan may break. */
  readonly limits: readonly FreeLine[];
}

/** Run, key figures and checks, one below the other. */
export function panelBlocks(
  input: PlanSheetInput,
  rows: PlanRows,
  table: ItemTable,
  headings: FreeLine,
  styles: SheetStyles,
): PanelBlocks {
  const panel = (entries: readonly PanelEntry[]) => entries.map((entry) => ({ entry, line: panelLine(entry, styles) }));
  const linesOf = (entries: readonly { readonly line: FreeLine }[]) => entries.map(({ line }) => line);
  const { total, revenue } = input.costs;
  const [statedTotal] = panel([{ label: "Total cost, solver's", value: total, style: styles.money }]);
  const statedRevenue = revenue
    ? panel([{ label: "Revenue, solver's", value: revenue.total, style: styles.money }])
    : [];
  const stated = { total: statedTotal.line, revenue: statedRevenue[0]?.line ?? null };
  const found = planChecks(input, { ...rows, table, stated }, styles);
  const checks = panel(found.checks);
  const limits = linesOf(panel(found.limits));
  const lines = [
    sectionLine('Run', styles, 2),
    ...linesOf(panel(runDetails(input, styles))),
    statedTotal.line,
    ...linesOf(statedRevenue),
    blankLine(),
    sectionLine('Key figures', styles, 2),
    ...linesOf(panel(keyFigures(input, { ...rows, headings }, styles))),
    blankLine(),
    sectionLine('Checks', styles, 2),
    ...linesOf(checks),
    ...(limits.length > 0 ? [blankLine(), sectionLine('Limits, which may be broken', styles, 2), ...limits] : []),
  ];
  return { lines, checks, limits };
}
