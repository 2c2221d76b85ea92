import type { ChangeKind } from './scenario-table';
import type { TableRow } from '../read-table';

/** What a change does to numbers, and the row to report at. */
interface Amounts {
  readonly kind: ChangeKind;
  readonly amount: number;
  readonly row: TableRow;
}

/** What an input may be. */
interface Bounds {
  readonly label: string;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly whole: boolean;
}

/** A number after a change; null where it makes no sense, which is reported then. */
export function changedNumber(before: number, { kind, amount, row }: Amounts, input: Bounds): number | null {
  const { label, minimum, maximum, whole } = input;
  const after = kind === 'value' ? amount : before + (kind === 'absolute' ? amount : (before * amount) / 100);
  const wrong =
    minimum !== null && after < minimum
      ? `less than ${minimum}`
      : maximum !== null && after > maximum
        ? `more than ${maximum}`
        : whole && !Number.isInteger(after)
          ? 'a fraction'
          : null;
  if (wrong === null) return after;
  row.report(
    'error',
    'out-of-range',
    'Amount',
    `The change makes ${label} ${after}, but it cannot be ${wrong}.`,
    'Enter another Amount.',
  );
  return null;
}
