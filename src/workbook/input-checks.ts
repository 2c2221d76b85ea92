import { absoluteReference, quotedSheetName } from './address';
import type { InputCheck } from './plan-sheet/input';
import type { InputFound, ProblemReading } from './problem-reading';
import type { CellValue, RangeContent, RangeReference, WorkbookContent } from './workbook';

/**
 * What tells whether the cells of a plan's inputs still hold what was planned with, as formulas that any Excel calculates: how
 * many numbers there are, and their net present value at a small rate, which weighs every number by its place. Texts, and
 * truth values, are not looked at. Today's production counts only where the plan keeps some of it.
 */
export function inputChecks(content: WorkbookContent, reading: ProblemReading): readonly InputCheck[] {
  if (reading.source === 'network') {
    const tables = content.tables.filter(({ name }) => name.toLowerCase() !== 'sop_scenarios');
    return tables.flatMap(({ name, reference, body }) => {
      const area = { ...reference, row: reference.row + 1, rowCount: reference.rowCount - 1 };
      const values = body.flatMap((line) => line.map(({ value }) => value));
      return checkOf(name, absoluteReference(area.sheet, area), values);
    });
  }
  const isFrozen = reading.inputs.some(({ name, found }) => name === 'Frozen_Periods' && found);
  return reading.inputs
    .filter(({ name, found }) => found && (name !== 'Production_Plan' || isFrozen))
    .flatMap((input) => checkOfInput(content, input));
}

function checkOfInput(content: WorkbookContent, input: InputFound): readonly InputCheck[] {
  const { name, definedName, scope, reference } = input;
  if (definedName === null) {
    const cells = reference && cellsAt(content.ranges, reference);
    return reference && cells ? checkOf(name, absoluteReference(reference.sheet, reference), cells) : [];
  }
  const target = content.names.find((one) => one.name === definedName && one.scope === scope)?.target;
  const formula = scope === null ? definedName : `${quotedSheetName(scope)}!${definedName}`;
  if (target?.kind === 'constant' && typeof target.value === 'number') {
    return [{ title: name, formula: `IFERROR(${formula}=${target.value},FALSE())` }];
  }
  if (target?.kind !== 'range') return [];
  const { reference: area } = target.range;
  return checkOf(
    name,
    target.byAddress ? absoluteReference(area.sheet, area) : formula,
    target.range.cells.flatMap((line) => line.map(({ value }) => value)),
  );
}

function cellsAt(ranges: readonly RangeContent[], area: RangeReference): readonly CellValue[] | null {
  const holder = ranges.find(
    ({ reference }) =>
      reference.sheet === area.sheet &&
      reference.row <= area.row &&
      reference.column <= area.column &&
      reference.row + reference.rowCount >= area.row + area.rowCount &&
      reference.column + reference.columnCount >= area.column + area.columnCount,
  );
  if (!holder) return null;
  const [top, left] = [area.row - holder.reference.row, area.column - holder.reference.column];
  const lines = holder.cells.slice(top, top + area.rowCount);
  return lines.flatMap((line) => line.slice(left, left + area.columnCount).map(({ value }) => value));
}

/** Differences below this are rounding, relative to the sum of the weighed numbers. */
const relativeTolerance = 1e-11;

function checkOf(title: string, range: string, values: readonly CellValue[]): readonly InputCheck[] {
  const numbers = values.filter((value): value is number => typeof value === 'number');
  if (numbers.length === 0) return [{ title, formula: `IFERROR(COUNT(${range})=0,FALSE())` }];
  // The last number still weighs an eighth of the first.
  const rate = Number((2 / Math.max(20, numbers.length)).toPrecision(3));
  let [worth, size] = [0, 0];
  for (let place = 0; place < numbers.length; place++) {
    const weighed = numbers[place] / (1 + rate) ** (place + 1);
    worth += weighed;
    size += Math.abs(weighed);
  }
  const tolerance = relativeTolerance * Math.max(1e-3, size);
  const count = `COUNT(${range})=${numbers.length}`;
  const same = `ABS(NPV(${rate},${range})-${plain(worth)})<=${plain(tolerance)}`;
  return [{ title, formula: `IFERROR(AND(${count},${same}),FALSE())` }];
}

/** A number as a formula writes it, without an exponent; a negative one in brackets. */
function plain(value: number): string {
  const exact = String(value);
  const text = exact.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : exact;
  return value < 0 ? `(${text})` : text;
}
