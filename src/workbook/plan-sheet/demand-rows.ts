import type { PlanSheetInput } from './input';
import { planRow, valueAt } from './plan-row';
import type { PlanRow } from './plan-row';
import type { ProblemIndex } from './problem-index';
import { inputValue } from './rates';
import { sharedRows } from './shared-rows';
import type { SharedRows } from './shared-rows';
import { occurs } from './tidy';

/** What is wanted of an item, and what of it is late or never delivered. */
export interface DemandRows {
  readonly demand: SharedRows;
  readonly shortage: SharedRows;
  readonly late: SharedRows;
  /** What leaves the stock: the demand itself where all of it is delivered on time. */
  readonly delivered: PlanRow | null;
  /** Shortage, late and delivered, in the order of the sheet. */
  readonly openRows: readonly PlanRow[];
}

/** The demand rows of an item, one per customer where there are several. */
export function demandRows(input: PlanSheetInput, index: ProblemIndex, item: number): DemandRows {
  const { problem, plan } = input;
  const owner = problem.items[item].name;
  const members = index.demands[item];
  const names = new Map(members.map((d) => [d, problem.demands[d].customer || `demand ${d + 1}`]));
  const name = (d: number) => names.get(d) ?? '';
  const demand = sharedRows(
    owner,
    'Demand',
    members.map((d) => {
      const { quantity } = problem.demands[d];
      const live = members.length === 1 && input.references.Demand !== undefined;
      const formula = (t: number) => inputValue(input, 'Demand', { items: item, periods: t }, quantity[t]).formula;
      return { member: d, name: name(d), row: { values: quantity, formula: live ? formula : null } };
    }),
  );
  const open = (measure: string, matrix: readonly (readonly number[])[]) =>
    sharedRows(
      owner,
      measure,
      members
        .filter((d) => occurs(matrix[d]))
        .map((d) => ({ member: d, name: name(d), row: { values: matrix[d], look: 'decision' as const } })),
    );
  const shortage = open('Shortage', plan.shortage);
  const late = open('Late (open at end)', plan.backorders);
  const beyond = beyondDemandRow(input, members, owner);
  const delivered = deliveredRow(owner, { demand: demand.total, shortage: shortage.total, late: late.total, beyond });
  const openRows = [
    ...shortage.rows,
    ...late.rows,
    ...(beyond ? [beyond] : []),
    ...(delivered && delivered !== demand.total ? [delivered] : []),
  ];
  return { demand, shortage, late, delivered, openRows };
}

/** What a rule delivers beyond what is wanted, because the planner fixed so much; null where nothing is. */
function beyondDemandRow({ plan, problem, status }: PlanSheetInput, members: readonly number[], owner: string) {
  if (status !== 'rule') return null;
  const values = problem.periods.map((_, t) =>
    members.reduce((sum, d) => sum + Math.max(0, plan.deliveries[d][t] - problem.demands[d].quantity[t]), 0),
  );
  return occurs(values) ? planRow({ owner, measure: 'Delivered beyond demand', values, look: 'decision' }) : null;
}

/** Demand, less what is never delivered, less what opens the backlog, plus what closes it. */
function deliveredRow(
  owner: string,
  rows: Readonly<Record<'demand' | 'shortage' | 'late' | 'beyond', PlanRow | null>>,
): PlanRow | null {
  const { demand, shortage, late, beyond } = rows;
  if (!demand || (!shortage && !late && !beyond)) return demand;
  const open = (t: number) => (late ? valueAt(late, t) : 0);
  return planRow({
    owner,
    measure: 'Delivered',
    look: 'secondary',
    values: demand.values.map((_, t) =>
      withoutResidue(
        valueAt(demand, t) -
          (shortage ? valueAt(shortage, t) : 0) +
          (beyond ? valueAt(beyond, t) : 0) -
          open(t) +
          open(t - 1),
      ),
    ),
    formula: (t, places) =>
      places.cell(demand, t) +
      (shortage ? `-${places.cell(shortage, t)}` : '') +
      (beyond ? `+${places.cell(beyond, t)}` : '') +
      (late ? `-${places.cell(late, t)}` : '') +
      (late && t > 0 ? `+${places.cell(late, t - 1)}` : ''),
  });
}

function withoutResidue(value: number): number {
  return Math.abs(value) < 1e-9 ? 0 : value;
}
