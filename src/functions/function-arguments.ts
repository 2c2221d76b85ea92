import { inputNamed } from '../workbook/schema';
import type { InputName } from '../workbook/schema';
import type { Cell, CellValue, NamedContent, WorkbookContent } from '../workbook/workbook';

/** An argument as Excel hands it over: the values of a range, one value, or nothing. */
export type Given = readonly (readonly unknown[])[] | string | number | boolean | null | undefined;

/** An argument of a function: what its parameter is called, and which input of the contract it stands for. */
export interface FunctionArgument {
  readonly parameter: string;
  readonly input: InputName;
  readonly given: Given;
}

/** Arguments as a workbook of their own, or why they cannot be one. */
export type ArgumentReading =
  { readonly ok: true; readonly content: WorkbookContent } | { readonly ok: false; readonly message: string };

/** A cell of an argument: blank cells arrive as empty texts. */
const blanks: readonly unknown[] = [null, undefined, ''];

/** Whether an argument was left out, or is blank. */
export function isLeftOut(given: Given): boolean {
  return blanks.includes(given);
}

/**
 * The arguments as a workbook in which each one is a named range on a sheet that is called like the parameter, so that the
 * workbook's own rules and messages hold, and a message names the parameter and the cell within it.
 */
export function argumentContent(args: readonly FunctionArgument[], options: Given): ArgumentReading {
  const present = args.filter(({ given }) => !isLeftOut(given));
  const named = present.map(({ parameter, input, given }) => namedArgument(parameter, input, given));
  const read = optionNames(options, new Set(args.map(({ input }) => input)));
  if (!read.ok) return read;
  const sheets = [...present.map(({ parameter }) => parameter), 'options'];
  return {
    ok: true,
    content: {
      sheets,
      activeSheet: sheets[0],
      date1904: false,
      names: [...named, ...read.names],
      tables: [],
      ranges: [],
      settings: {},
      warnings: [],
    },
  };
}

function namedArgument(parameter: string, input: InputName, given: Given): NamedContent {
  if (!Array.isArray(given)) return constant(input, valueOf(given));
  const cells = given.map((row: unknown) => (Array.isArray(row) ? row : [row]).map(cellOf));
  const size = { rowCount: cells.length, columnCount: cells[0]?.length ?? 0 };
  const reference = { sheet: parameter, row: 0, column: 0, ...size };
  return {
    name: input,
    scope: null,
    target: { kind: 'range', range: { reference, cells }, above: null, left: null },
  };
}

type OptionReading =
  { readonly ok: true; readonly names: readonly NamedContent[] } | { readonly ok: false; readonly message: string };

/** A two-column range: a name of the contract, and its value. Empty rows are skipped. */
function optionNames(options: Given, taken: ReadonlySet<InputName>): OptionReading {
  if (isLeftOut(options)) return { ok: true, names: [] };
  if (!Array.isArray(options)) return wrong('options is not a range. Give two columns: names and values.');
  const names: NamedContent[] = [];
  for (const [index, row] of options.entries()) {
    const cells: readonly unknown[] = Array.isArray(row) ? row : [row];
    if (cells.length !== 2) return wrong(`options has ${cells.length} columns. Give two: names and values.`);
    const [name, value] = cells;
    if (blanks.includes(name)) continue;
    const input = typeof name === 'string' ? inputNamed(name.trim()) : null;
    const where = `options, row ${index + 1}`;
    if (!input)
      return wrong(`${where}: "${String(name)}" is no input. Use a name from the reference, e.g. Final_Inventory.`);
    if (taken.has(input)) return wrong(`${where}: ${input} is an argument of its own. Give it there.`);
    if (!blanks.includes(value)) names.push(constant(input, valueOf(value)));
  }
  return { ok: true, names };
}

function wrong(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}

function constant(name: string, value: CellValue): NamedContent {
  return { name, scope: null, target: { kind: 'constant', value } };
}

function cellOf(given: unknown): Cell {
  return { value: valueOf(given), numberFormat: 'General', text: null, formula: null };
}

function valueOf(given: unknown): CellValue {
  if (blanks.includes(given)) return null;
  return typeof given === 'number' || typeof given === 'boolean' ? given : String(given);
}
