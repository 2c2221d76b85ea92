import { absoluteReference } from '../workbook/address';
import { emptySheet } from '../workbook/book-content';
import { inputs, tables } from '../workbook/schema';
import type { SheetCell, SheetContent } from '../workbook/sheet-content';
import type { Cell, RangeReference, Result, Workbook, WorkbookContent } from '../workbook/workbook';

/** A sample as what has to be added to a workbook. */
export interface SampleContent {
  readonly sheets: readonly SheetContent[];
  /** Defined names with what they refer to, as a formula. */
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
  /** Tables with their cells, headings included. */
  readonly tables: readonly { readonly name: string; readonly reference: RangeReference }[];
}

/** Samples are small; more than this is not looked at. */
const mostRows = 5000;
const mostColumns = 60;

/** Reads a sample's sheets, names and tables, the sheets renamed so that they meet none of those `taken`. */
export async function sampleContent(sample: Workbook, taken: readonly string[]): Promise<Result<SampleContent>> {
  const overview = await sample.read({
    names: inputs.map(({ name }) => name.toLowerCase()),
    tables: tables.map(({ name }) => name),
    ranges: [],
    settings: [],
  });
  if (!overview.ok) return overview;
  const { sheets } = overview.value;
  const whole = await sample.read({
    names: [],
    tables: [],
    settings: [],
    ranges: sheets.map((sheet) => ({ sheet, row: 0, column: 0, rowCount: mostRows, columnCount: mostColumns })),
  });
  if (!whole.ok) return whole;
  const nameOf = freeNames(sheets, taken);
  return {
    ok: true,
    value: {
      sheets: whole.value.ranges.map(({ reference, cells }) => ({
        ...emptySheet(nameOf(reference.sheet)),
        cells: cells.flatMap((line, row) => line.flatMap((cell, column) => sheetCells(cell, row, column))),
        showGridlines: true,
      })),
      names: overview.value.names.flatMap((named) => sampleNames(named, nameOf)),
      tables: overview.value.tables.map(({ name, reference }) => ({
        name,
        reference: { ...reference, sheet: nameOf(reference.sheet) },
      })),
    },
  };
}

function sheetCells({ value, formula, numberFormat }: Cell, row: number, column: number): SheetCell[] {
  if (value === null && formula === null) return [];
  const isHeading = typeof value === 'string' && formula === null;
  return [
    {
      row,
      column,
      value,
      ...(formula !== null && { formula }),
      style: { ...(numberFormat !== 'General' && { numberFormat }), ...(isHeading && { bold: row === 0 }) },
    },
  ];
}

function sampleNames(
  { name, target }: WorkbookContent['names'][number],
  nameOf: (sheet: string) => string,
): { readonly name: string; readonly refersTo: string }[] {
  switch (target.kind) {
    case 'range': {
      const { reference } = target.range;
      return [{ name, refersTo: `=${absoluteReference(nameOf(reference.sheet), reference)}` }];
    }
    case 'constant': {
      const { value } = target;
      return [{ name, refersTo: `=${typeof value === 'string' ? `"${value.replace(/"/g, '""')}"` : String(value)}` }];
    }
    case 'unresolved':
      return [];
  }
}

function freeNames(sheets: readonly string[], taken: readonly string[]): (sheet: string) => string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const names = new Map<string, string>();
  for (const sheet of sheets) {
    let name = sheet;
    for (let n = 2; used.has(name.toLowerCase()); n++) name = `${sheet.slice(0, 27)} ${n}`;
    used.add(name.toLowerCase());
    names.set(sheet, name);
  }
  return (sheet) => names.get(sheet) ?? sheet;
}
