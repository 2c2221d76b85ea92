import type { PlanCostTerm, PlanSheetInput } from './input';
import type { UnitCost } from './item-costs';
import { planRow, sum, valueAt } from './plan-row';
import type { Places, PlanRow } from './plan-row';
import type { RateColumns } from './rate-columns';

/** A cost term that occurs, with the label that all its rows bear. */
export interface ShownTerm {
  readonly id: string;
  readonly measure: string;
  readonly total: number;
}

/** Labels of quantities, which a cost row must not bear because totals are found by label. */
const quantityLabels = new Set(
  ['Demand', 'Production', 'Set-ups', 'Subcontract', 'Shortage', 'Overtime', 'Safety stock', 'Overflow', 'Revenue'].map(
    (label) => label.toLowerCase(),
  ),
);

/** The terms to show: those that are not 0. */
export function shownTerms(terms: readonly PlanCostTerm[]): readonly ShownTerm[] {
  const measures = new Set<string>();
  return terms
    .filter(({ total }) => total !== 0)
    .map(({ id, title, total }) => {
      // A label is a criterion of SUMIF, where these characters have a meaning of their own.
      const plain = title.replace(/[*?~<>=]/g, ' ').trim() || id;
      let measure = quantityLabels.has(plain.toLowerCase()) ? `${plain} cost` : plain;
      if (measures.has(measure.toLowerCase())) measure = `${measure} (${id})`;
      measures.add(measure.toLowerCase());
      return { id, measure, total };
    });
}

/** Cost by term and period, revenue and profit. */
export interface CostSummaryRows {
  readonly terms: readonly { readonly term: ShownTerm; readonly row: PlanRow }[];
  readonly total: PlanRow;
  readonly cumulative: PlanRow;
  readonly revenue: PlanRow | null;
  readonly profit: PlanRow | null;
  readonly rows: readonly PlanRow[];
}

/** What bears the costs of the blocks below: rows of money by period, and costs per unit that stand beside rows. */
export interface CostBearers {
  readonly rows: readonly PlanRow[];
  /** By the label of their term. */
  readonly unitCosts: ReadonlyMap<string, readonly UnitCost[]>;
  readonly columns: RateColumns;
}

/** The summary. A term that nothing below bears is shown as the solver states it. */
export function costSummaryRows(
  input: PlanSheetInput,
  terms: readonly ShownTerm[],
  bearers: CostBearers,
): CostSummaryRows {
  const horizon = input.problem.periods.length;
  const shown = terms.map((term) => ({
    term,
    row: sumOfBearers(term.measure, bearers, horizon) ?? statedTerm(term, horizon),
  }));
  const termRows = shown.map(({ row }) => row);
  const total = totalCost(termRows, horizon);
  const cumulative = cumulativeCost(total);
  const revenue = sumOfBearers('Revenue', bearers, horizon);
  const profit = revenue && profitRow(revenue, total);
  const rows = [...termRows, total, cumulative, ...(revenue ? [revenue] : []), ...(profit ? [profit] : [])];
  return { terms: shown, total, cumulative, revenue, profit, rows };
}

/** Money by period over everything that bears a term; null where nothing does. */
function sumOfBearers(measure: string, { rows, unitCosts, columns }: CostBearers, horizon: number): PlanRow | null {
  const bearing = rows.filter((row) => row.look === 'cost' && row.measure === measure);
  const perUnit = unitCosts.get(measure) ?? [];
  if (bearing.length === 0 && perUnit.length === 0) return null;
  const values = new Array<number>(horizon).fill(0);
  for (const row of bearing) for (let t = 0; t < horizon; t += 1) values[t] += valueAt(row, t);
  for (const { cost, value } of perUnit) for (let t = 0; t < horizon; t += 1) values[t] += cost.value * value(t);
  const made: PlanRow = planRow({
    owner: 'All items',
    measure,
    look: 'cost',
    values,
    formula: (t, places) =>
      [
        ...(perUnit.length > 0 ? [productWithUnits(t, places, columns.cost(measure), perUnit[0].units)] : []),
        ...(bearing.length > 0
          ? [`SUMIF(${places.bodyColumn('measures')},${places.measure(made)},${places.bodyColumn({ period: t })})`]
          : []),
      ].join('+'),
  });
  return made;
}

/** The costs per unit of a term times the units of a period, over all rows of the items: most have none, and count as 0. */
function productWithUnits(period: number, places: Places, rate: number, units: UnitCost['units']): string {
  if (units === 'all') return `SUMPRODUCT(${places.itemColumn({ rate })},${places.itemColumn({ period })})`;
  const [row, rowAbove] = [places.itemColumn({ period }, 'butFirst'), places.itemColumn({ period }, 'butLast')];
  return `SUMPRODUCT(${places.itemColumn({ rate }, 'butFirst')},(${row}>${rowAbove})*(${row}-${rowAbove}))`;
}

function statedTerm({ measure, total }: ShownTerm, horizon: number): PlanRow {
  return planRow({
    owner: 'All items',
    measure,
    look: 'cost',
    values: new Array<null>(horizon).fill(null),
    total: { value: total, formula: null },
  });
}

function totalCost(terms: readonly PlanRow[], horizon: number): PlanRow {
  const column = (cell: (row: PlanRow) => string) =>
    terms.length === 0 ? '0' : `SUM(${cell(terms[0])}:${cell(terms[terms.length - 1])})`;
  return planRow({
    owner: 'All items',
    measure: 'Total cost',
    look: 'costTotal',
    values: Array.from({ length: horizon }, (_, t) => terms.reduce((all, row) => all + valueAt(row, t), 0)),
    formula: (t, places) => column((row) => places.cell(row, t)),
    total: {
      value: terms.reduce((all, row) => all + (row.total?.value ?? 0), 0),
      formula: (places: Places) => column((row) => places.total(row)),
    },
  });
}

function cumulativeCost(total: PlanRow): PlanRow {
  let spent = 0;
  const row: PlanRow = planRow({
    owner: 'All items',
    measure: 'Cumulative cost',
    look: 'cost',
    values: total.values.map((value) => (spent += value ?? 0)),
    formula: (t, places) => (t === 0 ? '' : `${places.cell(row, t - 1)}+`) + places.cell(total, t),
    total: null,
  });
  return row;
}

function profitRow(revenue: PlanRow, total: PlanRow): PlanRow {
  return planRow({
    owner: 'All items',
    measure: 'Profit',
    look: 'costTotal',
    values: revenue.values.map((_, t) => valueAt(revenue, t) - valueAt(total, t)),
    formula: (t, places) => `${places.cell(revenue, t)}-${places.cell(total, t)}`,
    total: {
      value: sum(revenue.values) - (total.total?.value ?? 0),
      formula: (places) => `${places.total(revenue)}-${places.total(total)}`,
    },
  });
}
