import { madeSheet } from '../../../src/workbook/sheet-content';
import { cellAddress } from '../../../src/workbook/address';
import { makePlan } from '../../../src/planning';
import type { PlanningProblem } from '../../../src/planning';
import { loadHighs } from '../../../src/solvers/highs';
import { fingerprint } from '../../../src/workbook/fingerprint';
import { planCosts, planSheet, workbookSide } from '../../../src/workbook/plan-sheet';
import type { PlanSheetInput } from '../../../src/workbook/plan-sheet';
import { readProblem } from '../../../src/workbook/read-problem';
import type { SheetContent } from '../../../src/workbook/sheet-content';
import { workbookContent } from '../workbook-content';
import type { Book, Grid, GridCell } from '../workbook-content';

/** A workbook with its optimal plan as a sheet. */
export interface PlannedBook {
  readonly book: Book;
  readonly problem: PlanningProblem;
  readonly input: PlanSheetInput;
  readonly sheet: SheetContent;
}

/** Reads a workbook, optimises it with HiGHS and draws its sheet. */
export async function planBook(book: Book): Promise<PlannedBook> {
  const content = workbookContent(book);
  const reading = readProblem(content);
  const { problem } = reading;
  if (!problem) throw new Error(JSON.stringify(reading.issues, null, 1));
  const outcome = makePlan(problem, await loadHighs(), { clock: () => 0 });
  if (outcome.kind !== 'planned') throw new Error(`${outcome.kind}: ${JSON.stringify(outcome).slice(0, 400)}`);
  const input: PlanSheetInput = {
    problem,
    plan: outcome.plan,
    scenario: null,
    status: outcome.status,
    gap: outcome.solver.gap,
    costs: planCosts(outcome.cost),
    runDate: '2026-01-31 09:30',
    engine: outcome.solver,
    model: outcome.solver,
    fingerprint: fingerprint(content),
    shadowPrices: outcome.prices.capacity,
    ...workbookSide(reading),
  };
  return { book, problem, input, sheet: madeSheet(planSheet(input)) };
}

/**
 * A book with one sheet of inputs: the demand with its labels on top, and below it one block per further input, each a
 * value, a row, a column or a matrix. Keys are the names; `Sheet!Name` is confined to the sheet.
 */
export function bookOf(
  sheet: string,
  demand: Grid,
  inputs: Readonly<Record<string, Grid | GridCell>>,
  options: { readonly scoped?: boolean; readonly prefix?: string } = {},
): Book {
  const rows: GridCell[][] = demand.map((row) => [...row]);
  const names: Record<string, string> = {};
  const key = (name: string) => (options.scoped ? `${sheet}!` : '') + (options.prefix ?? '') + name;
  const name = (label: string, row: number, column: number, height: number, width: number) => {
    names[key(label)] = `${sheet}!${cellAddress(row, column)}:${cellAddress(row + height - 1, column + width - 1)}`;
  };
  name('Demand', 1, 1, demand.length - 1, demand[1].length - 1);
  for (const [label, content] of Object.entries(inputs)) {
    const grid: Grid = Array.isArray(content) ? (content as Grid) : [[content as GridCell]];
    rows.push([]);
    const top = rows.length;
    grid.forEach((line, i) => rows.push([i === 0 ? label : null, ...line]));
    name(label, top, 1, grid.length, grid[0].length);
  }
  return { sheets: { [sheet]: rows }, names };
}
