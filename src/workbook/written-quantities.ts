import type { DecisionRow, SumRow } from './plan-sheet/decision-rows';
import type { SheetOverride } from './sheet-override';

/** A run as its sheet names it: an older plan that Excel's undo brings back is none that the memory knows. */
export interface RunMark {
  readonly run: string;
  /** Of the inputs. */
  readonly fingerprint: string;
}

/** What a plan sheet was written with, kept in the workbook's settings to find what was typed since. */
export interface WrittenQuantities extends RunMark {
  readonly periods: readonly string[];
  readonly rows: readonly DecisionRow[];
  readonly sums: readonly SumRow[];
  /** What had been typed before, and was kept. */
  readonly overrides: readonly SheetOverride[];
}

/** Most characters of the memory; of a larger plan nothing is remembered, so that the workbook does not grow by it. */
const mostCharacters = 3_000_000;

/** The memory as text; empty where it would be too long. */
export function writtenQuantities({ rows, sums, ...rest }: WrittenQuantities): string {
  const short = <Row extends SumRow>(row: Row) => ({ ...row, quantities: shortened(row.quantities) });
  const text = JSON.stringify({ ...rest, rows: rows.map(short), sums: sums.map(short) });
  return text.length > mostCharacters ? '' : text;
}

/** The memory of a text; null where nothing is remembered. */
export function readWrittenQuantities(text: string | undefined): WrittenQuantities | null {
  if (text === undefined || text === '') return null;
  const { rows, sums, ...rest } = JSON.parse(text) as StoredQuantities;
  // A plan that was written before runs were remembered.
  if (rows === undefined) return null;
  const full = <Row extends Stored<SumRow>>(row: Row) => ({ ...row, quantities: lengthened(row.quantities) });
  return { ...rest, rows: rows.map(full), sums: sums.map(full) };
}

type Stored<Row> = Omit<Row, 'quantities'> & { readonly quantities: string };

interface StoredQuantities extends Omit<WrittenQuantities, 'rows' | 'sums'> {
  readonly rows?: readonly Stored<DecisionRow>[];
  readonly sums: readonly Stored<SumRow>[];
}

/** `0 0 0 7.5` as `0x3 7.5`: most rows of a network are mostly empty. */
function shortened(quantities: readonly number[]): string {
  const runs: { value: number; count: number }[] = [];
  for (const quantity of quantities) {
    const value = Number.isInteger(quantity) ? quantity : Number(quantity.toPrecision(12));
    const last = runs[runs.length - 1];
    if (last?.value === value) last.count += 1;
    else runs.push({ value, count: 1 });
  }
  return runs.map(({ value, count }) => (count === 1 ? String(value) : `${value}x${count}`)).join(' ');
}

function lengthened(text: string): number[] {
  return text.split(' ').flatMap((run) => {
    const [value, count = '1'] = run.split('x');
    return Array<number>(Number(count)).fill(Number(value));
  });
}
