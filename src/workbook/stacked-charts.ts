import { loadOf, regularCapacityOf } from '../planning/index';
import type { Plan, PlanningProblem, PlanReport } from '../planning/index';
import { networkPicture } from './network-picture';
import type { NetworkPicture } from './network-picture';

/** Columns stacked by item over the periods, and a line to hold them against. */
export interface StackedChart {
  /** What the columns measure: a resource's name, or null for the inventory. */
  readonly resource: string | null;
  readonly periods: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Items that the last series stands for; 0 where each has its own. */
  readonly others: number;
  readonly totals: readonly number[];
  /** Regular capacity, or safety stock of all items; null: none in that period. */
  readonly line: readonly (number | null)[];
  /** Regular capacity and the overtime that is used. */
  readonly raisedLine: readonly (number | null)[] | null;
}

export interface ChartSeries {
  /** Null: the other items together. */
  readonly name: string | null;
  readonly values: readonly number[];
  /** Position of its colour. An item has the same one in every chart, and on the plan sheet. */
  readonly color: number;
}

/** What the charts of every plan show. */
export interface StackedCharts {
  /** The fullest resources first. */
  readonly capacity: readonly StackedChart[];
  readonly inventory: StackedChart;
}

export interface PlanCharts extends StackedCharts {
  /** Null where the plan has no locations. */
  readonly network: NetworkPicture | null;
}

/** Most items with a colour of their own; the others share the next one. */
const mostSeries = 7;
/** Most resources that are drawn. */
const mostResources = 4;

/** What the charts of a plan show; the stacked ones may have been made ahead of the report. */
export function planCharts(
  problem: PlanningProblem,
  plan: Plan,
  { network }: Pick<PlanReport, 'network'>,
  ahead: StackedCharts = stackedCharts(problem, plan),
): PlanCharts {
  return { ...ahead, network: network ? networkPicture(problem, plan, network) : null };
}

/** What the stacked charts of a plan show. */
export function stackedCharts(problem: PlanningProblem, plan: Plan): StackedCharts {
  const { periods, items } = problem;
  const safetyStock = periods.map((_period, t) => items.reduce((sum, item) => sum + item.safetyStock[t], 0));
  const hasSafetyStock = safetyStock.some((units) => units > 0);
  const ranks = itemRanks(problem, plan);
  return {
    capacity: capacityCharts(problem, plan, ranks),
    inventory: stacked(
      null,
      periods.map(({ label }) => label),
      items.map(({ name }) => name),
      ranks,
      plan.inventory,
      hasSafetyStock ? safetyStock : periods.map(() => null),
    ),
  };
}

/** How full the resources are, the fullest first; `ranks` gives the items their colours. */
export function capacityCharts(
  problem: PlanningProblem,
  plan: Plan,
  ranks: readonly number[],
): readonly StackedChart[] {
  const periods = problem.periods.map(({ label }) => label);
  const items = problem.items.map(({ name }) => name);
  const resources = problem.resources.map(({ name }, r) => {
    const load = loadOf(problem, plan, r);
    const capacity = regularCapacityOf(problem, plan, r).map((units) => (units === Infinity ? null : units));
    const overtime = plan.overtime[r];
    const chart = stacked(name, periods, items, ranks, loadByItem(problem, plan, r), capacity);
    const raised = capacity.map((units, t) => (units === null ? null : units + overtime[t]));
    return {
      chart: { ...chart, raisedLine: overtime.some((units) => units > 1e-9) ? raised : null },
      fullness: Math.max(0, ...load.map((units, t) => units / (capacity[t] || Infinity))),
      isUsed: load.some((units) => units > 0),
    };
  });
  return resources
    .filter(({ isUsed }) => isUsed)
    .sort((a, b) => b.fullness - a.fullness)
    .slice(0, mostResources)
    .map(({ chart }) => chart);
}

/**
 * The rank of every item, 0 for the one that takes most of the limited resource that is used most on average; where nothing is
 * limited, the one that is made most. The plan sheet stacks and colours its items in the same order.
 */
export function itemRanks(problem: PlanningProblem, plan: Plan): readonly number[] {
  let busiest: number | null = null;
  let highest = -1;
  problem.resources.forEach((_resource, r) => {
    const capacity = regularCapacityOf(problem, plan, r);
    if (!capacity.some((units) => units !== Infinity)) return;
    const use = average(loadOf(problem, plan, r).map((load, t) => (capacity[t] > 0 ? load / capacity[t] : 0)));
    if (use > highest) [busiest, highest] = [r, use];
  });
  const sizes =
    busiest === null
      ? problem.items.map((_item, i) => producedOf(problem, plan, i))
      : loadByItem(problem, plan, busiest);
  const totals = sizes.map((row) => row.reduce((sum, units) => sum + units, 0));
  const order = totals.map((_total, i) => i).sort((a, b) => totals[b] - totals[a]);
  const ranks = totals.map(() => 0);
  order.forEach((item, rank) => (ranks[item] = rank));
  return ranks;
}

function producedOf({ sources }: PlanningProblem, { production }: Plan, item: number): readonly number[] {
  return sources.flatMap((source, s) => (source.item === item ? production[s] : []));
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Capacity units of a resource by item and period: production and set-ups. */
function loadByItem({ sources, items, periods }: PlanningProblem, plan: Plan, resource: number): number[][] {
  const loads = items.map(() => periods.map(() => 0));
  sources.forEach(({ item, uses, setupUses }, s) => {
    const use = useOf(uses, resource);
    const setupUse = useOf(setupUses, resource);
    loads[item].forEach((_load, t) => (loads[item][t] += use * plan.production[s][t] + setupUse * plan.setups[s][t]));
  });
  return loads;
}

function useOf(uses: readonly { readonly resource: number; readonly use: number }[], resource: number): number {
  return uses.reduce((sum, entry) => (entry.resource === resource ? sum + entry.use : sum), 0);
}

function stacked(
  resource: string | null,
  periods: readonly string[],
  items: readonly string[],
  ranks: readonly number[],
  rows: readonly (readonly number[])[],
  line: readonly (number | null)[],
): StackedChart {
  const all = rows
    .map((values, i) => ({
      name: items[i],
      values,
      rank: ranks[i],
      total: values.reduce((sum, value) => sum + value, 0),
      i,
    }))
    .filter(({ total }) => total > 1e-9);
  const totals = periods.map((_period, t) => rows.reduce((sum, row) => sum + row[t], 0));
  const largest = [...all].sort((a, b) => b.total - a.total);
  const isMany = largest.length > mostSeries + 1;
  const own = (isMany ? largest.slice(0, mostSeries) : largest).sort((a, b) => a.i - b.i);
  const rest = isMany ? largest.slice(mostSeries) : [];
  const restValues = periods.map((_period, t) => rest.reduce((sum, { values }) => sum + values[t], 0));
  const others: ChartSeries[] = isMany ? [{ name: null, values: restValues, color: mostSeries }] : [];
  const colors = colorsOf(own.map(({ rank }) => rank));
  return {
    resource,
    periods,
    series: [...own.map(({ name, values }, s): ChartSeries => ({ name, values, color: colors[s] })), ...others],
    others: rest.length,
    totals,
    line,
    raisedLine: null,
  };
}

/** The first ranks have a colour of their own; what is shown besides them takes what they leave. */
function colorsOf(ranks: readonly number[]): readonly number[] {
  const most = Math.max(mostSeries, ranks.length);
  const free = Array.from({ length: most }, (_none, color) => color).filter((color) => !ranks.includes(color));
  return ranks.map((rank) => (rank < most ? rank : (free.shift() ?? mostSeries)));
}
