import { planRow, valueAt } from './plan-row';
import type { PlanRow } from './plan-row';

/** A quantity of an item that several members (sources, customers) may share. */
export interface SharedRows {
  /** The item's quantity; null where there is none. */
  readonly total: PlanRow | null;
  /** One row per member that takes part. */
  readonly members: readonly { readonly member: number; readonly row: PlanRow }[];
  /** In the order in which they stand on the sheet. */
  readonly rows: readonly PlanRow[];
}

/** One member is the item's row itself; several stand indented below their sum. */
export function sharedRows(
  owner: string,
  measure: string,
  members: readonly {
    readonly member: number;
    readonly name: string;
    readonly row: Omit<Parameters<typeof planRow>[0], 'owner' | 'measure'>;
  }[],
): SharedRows {
  if (members.length === 0) return { total: null, members: [], rows: [] };
  if (members.length === 1) {
    const [{ member, row }] = members;
    const only = planRow({ ...row, owner, measure });
    return { total: only, members: [{ member, row: only }], rows: [only] };
  }
  const parts = members.map(({ member, name, row }) => ({
    member,
    row: planRow({ ...row, owner, measure: `of which ${name}`, look: 'secondary' }),
  }));
  const periods = parts[0].row.values.map((_, t) => t);
  const total = planRow({
    owner,
    measure,
    look: members[0].row.look ?? 'quantity',
    values: periods.map((t) => parts.reduce((all, { row }) => all + valueAt(row, t), 0)),
    // They stand together, right below.
    formula: (t, places) => `SUM(${places.cell(parts[0].row, t)}:${places.cell(parts[parts.length - 1].row, t)})`,
  });
  return { total, members: parts, rows: [total, ...parts.map(({ row }) => row)] };
}
