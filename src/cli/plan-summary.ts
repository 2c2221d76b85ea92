import { costTermIds, costTermTitles } from '../planning';
import type { PlanReport } from '../planning';
import { counted } from './counted';
import { textTable } from './text-table';

const money = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const units = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 });

/** Most periods that one block of the table shows side by side. */
const periodsPerBlock = 13;
/** Most reasons that are printed; the sheet and the JSON have them all. */
const mostReasons = 8;

/** The plan in a screenful: what it costs, how full the resources are, what binds. */
export function planSummary(report: PlanReport): string {
  const { costs, solver } = report;
  if (costs === null || report.totalCost === null || solver === null) return '';
  if (report.planner !== 'optimizer') return ruleSummary(report, costs);
  const status = report.status === 'optimal' ? 'Optimal' : 'Stopped early';
  const gap = solver.gap === null ? 'gap unknown' : `gap ${solver.gap < 1e-9 ? '0' : percent.format(solver.gap)}`;
  const parts = [
    `${status} plan, ${gap} (${report.mode}; ${sizeText(report)}; ` +
      `${solver.name} ${solver.version}, ${Math.round(solver.milliseconds)} ms)`,
    costTable(report, costs),
    ...useTables(report),
    ...reasons(report),
    ...(report.coverageRule ? [ruleLine(report)] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function sizeText({ items, periods }: PlanReport): string {
  return `${counted(items.length, 'item')}, ${counted(periods.length, 'period')}`;
}

/** The plan of a rule: what it would cost, and what has to be seen to by hand before it can be carried out. */
function ruleSummary(report: PlanReport, costs: NonNullable<PlanReport['costs']>): string {
  const alerts = report.alerts ?? [];
  const shown = alerts.slice(0, mostReasons).map(({ sentence }) => `- ${sentence}`);
  const rest = alerts.length - shown.length;
  const parts = [
    `Plan by the rule "${report.planner}", no optimum: ${sizeText(report)}, ` +
      (alerts.length === 0 ? 'no alert' : counted(alerts.length, 'alert')),
    costTable(report, costs),
    ...useTables(report),
    ...(shown.length > 0 ? [[...shown, ...(rest > 0 ? [`- … and ${rest} more, in the JSON.`] : [])].join('\n')] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function costTable(report: PlanReport, costs: NonNullable<PlanReport['costs']>): string {
  const rows = costTermIds.filter((id) => costs[id] !== 0).map((id) => [costTermTitles[id], money.format(costs[id])]);
  rows.push(['Total cost', money.format(report.totalCost ?? 0)]);
  if (report.revenue)
    rows.push(['Revenue', money.format(report.revenue)], ['Profit', money.format(report.profit ?? 0)]);
  return textTable(['Cost', ''], rows);
}

/** Units made per period and the use of each resource, in blocks that fit a screen. */
function useTables(report: PlanReport): string[] {
  const made = report.periods.map((_period, t) => (report.production ?? []).reduce((sum, row) => sum + row[t], 0));
  const stock = report.periods.map((_period, t) => (report.inventory ?? []).reduce((sum, row) => sum + row[t], 0));
  const short = report.periods.map((_period, t) => (report.shortage ?? []).reduce((sum, row) => sum + row[t], 0));
  const rows = [
    { title: 'Production', texts: made.map((value) => units.format(value)) },
    { title: 'Inventory', texts: stock.map((value) => units.format(value)) },
    ...(short.some((value) => value > 0)
      ? [{ title: 'Shortage', texts: short.map((value) => units.format(value)) }]
      : []),
    ...(report.resources ?? []).map(({ name, load, capacity }) => ({
      title: `${name} used`,
      texts: load.map((value, t) => useText(value, capacity[t])),
    })),
  ];
  const blocks: string[] = [];
  for (let first = 0; first < report.periods.length; first += periodsPerBlock) {
    const end = first + periodsPerBlock;
    blocks.push(
      textTable(
        ['', ...report.periods.slice(first, end)],
        rows.map(({ title, texts }) => [title, ...texts.slice(first, end)]),
      ),
    );
  }
  return blocks;
}

function useText(load: number, capacity: number | null): string {
  if (capacity === null) return units.format(load);
  return capacity > 0 ? percent.format(load / capacity) : load > 0 ? 'over' : '–';
}

function reasons({ explanations }: PlanReport): string[] {
  if (explanations.length === 0) return [];
  const shown = explanations.slice(0, mostReasons).map(({ sentence }) => `- ${sentence}`);
  const rest = explanations.length - shown.length;
  return [[...shown, ...(rest > 0 ? [`- … and ${rest} more, in the JSON.`] : [])].join('\n')];
}

function ruleLine({ coverageRule, totalCost }: PlanReport): string {
  if (!coverageRule || totalCost === null) return '';
  const short = coverageRule.shortage.flat().reduce((sum, value) => sum + value, 0);
  const shortText = short > 0 ? ` and leaves ${units.format(short)} units undelivered` : '';
  const difference = money.format(Math.abs(coverageRule.totalCost - totalCost));
  const compared =
    difference === money.format(0)
      ? 'this plan costs the same'
      : `this plan costs ${difference} ${coverageRule.totalCost > totalCost ? 'less' : 'more'}`;
  return `Today's rule costs ${money.format(coverageRule.totalCost)}${shortText}; ${compared}.`;
}
