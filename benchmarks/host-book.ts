import { absoluteReference, cellAddress } from '../src/workbook/address';
import { requestForProblem } from '../src/workbook/read-problem';
import { openXlsx } from '../src/workbook/xlsx/open-xlsx';
import type { CellData, WorkbookData } from '../test/host/workbook-data';
import { planningBook } from './planning-book';

/** The benchmarks' workbook of a size as the emulated Excel opens it. */
export async function hostBook(items: number, periods: number): Promise<WorkbookData> {
  const opened = openXlsx(planningBook(items, periods));
  if (!opened.ok) throw new Error(opened.error.message);
  const content = await opened.value.read(requestForProblem());
  if (!content.ok) throw new Error(content.error.message);
  const cells: Record<string, CellData> = {};
  const names: { name: string; refersTo: string }[] = [];
  for (const { name, target } of content.value.names) {
    if (target.kind === 'constant') names.push({ name, refersTo: `=${String(target.value)}` });
    if (target.kind !== 'range') continue;
    const { reference } = target.range;
    names.push({ name, refersTo: absoluteReference(reference.sheet, reference) });
    target.range.cells.forEach((line, r) =>
      line.forEach(({ value }, c) => {
        if (value === null || typeof value === 'object') return;
        cells[cellAddress(reference.row + r, reference.column + c)] = value;
      }),
    );
  }
  return { sheets: [{ name: content.value.sheets[0], cells }], names };
}
