import type { Plan, PlanningProblem } from '../planning';
import { absoluteReference, areaAddress, cellAddress } from './address';
import { emptySheet } from './book-content';
import { findInputs } from './find-input';
import type { FoundInput } from './find-input';
import { fitShape } from './fit-shape';
import { asSeenElsewhere, asSeenFrom, refersToCells } from './former-formulas';
import { liveFormula } from './live-formula';
import { mappingSetting, readMapping } from './mapping';
import { tidyPlan } from './plan-sheet/tidy';
import type { ProblemReading } from './problem-reading';
import { requestForProblem } from './read-problem';
import { foundSize } from './read-layout';
import { refuse, settle } from './refusal';
import { replacedPlanSetting } from './replaced-plan-setting';
import { inputDefinition } from './schema';
import type { SheetContent } from './sheet-content';
import { noChange } from './workbook';
import type { CellValue, RangeReference, Result, Workbook, WorkbookChange, WorkbookContent } from './workbook';

/** A hidden sheet with the former formulas, so that Excel keeps their references right when rows are inserted. */
export const formerPlanSheetName = 'SOP Former Plan';

/** Where the former cells stand on their sheet: below a line that says what they are. */
const formerOrigin = { row: 2, column: 0 };

/** What the setting holds. */
interface ReplacedPlan {
  readonly place: RangeReference;
  /** The formula that was written; null for values. */
  readonly formula: string | null;
  readonly written: readonly (readonly number[])[];
  readonly former: readonly (readonly { readonly value: CellValue; readonly formula: string | null }[])[];
}

/** What a replacement writes: the plan into the cells, and what stood there into a setting and a hidden sheet. */
export function replacement(
  content: WorkbookContent,
  reading: ProblemReading,
  problem: PlanningProblem,
  plan: Plan,
  { live }: { readonly live: boolean },
): Result<WorkbookChange> {
  return settle(() => {
    if (content.settings[replacedPlanSetting] !== undefined) {
      refuse('conflict', 'Production_Plan already holds the optimal plan. Restore the former plan first.');
    }
    const found = planCells(content);
    const { reference } = found;
    if (!reference || !reading.layout) return refuse('notFound', missingMessage);
    const size = foundSize(found);
    const fit = fitShape(inputDefinition('Production_Plan').shapes, size, reading.layout);
    if (!fit) return refuse('conflict', shapeMessage(reference));
    const tidy = tidyPlan(plan).production;
    const perItem = problem.items.map((_item, i) =>
      problem.periods.map((_period, t) =>
        problem.sources.reduce((sum, source, s) => sum + (source.item === i ? tidy[s][t] : 0), 0),
      ),
    );
    const written = fit.transposed ? problem.periods.map((_period, t) => perItem.map((row) => row[t])) : perItem;
    const formula = live ? liveFormula(reading, written) : null;
    const former = found.cells.map((row) => row.map(({ value, formula: text }) => ({ value, formula: text })));
    const record: ReplacedPlan = { place: reference, formula, written, former };
    const cells = written.map((row, r) =>
      row.map((value, c) => (formula === null ? value : r + c === 0 ? { formula, value } : null)),
    );
    return {
      ...noChange,
      sheets: [formerSheet(record)],
      cells: [{ reference, cells, ...(formula === null ? {} : { spilled: written }) }],
      settings: { [replacedPlanSetting]: JSON.stringify(record) },
    };
  });
}

/** Everything that a restoration looks at. */
export async function readForRestoration(workbook: Workbook): Promise<Result<WorkbookContent>> {
  const settings = [mappingSetting, replacedPlanSetting];
  const first = await workbook.read({ ...requestForProblem(), settings });
  if (!first.ok) return first;
  const { mapping } = readMapping(first.value.settings[mappingSetting]);
  const request = requestForProblem(mapping);
  const record = recordOf(first.value);
  const copy = record && first.value.sheets.includes(formerPlanSheetName) ? [copyPlace(record)] : [];
  return workbook.read({ ...request, settings, ranges: [...request.ranges, ...copy] });
}

/** Whether a workbook holds a plan that can be restored. */
export function isReplaced(content: WorkbookContent): boolean {
  return recordOf(content) !== null;
}

/** The sheet on which the plan was replaced; null where none was. */
export function replacedSheet(content: WorkbookContent): string | null {
  return recordOf(content)?.place.sheet ?? null;
}

/**
 * What puts the former formulas and values back, wherever the name Production_Plan stands by now. Refuses, and loses nothing,
 * where the cells were edited since or have another shape.
 */
export function restoration(content: WorkbookContent): Result<WorkbookChange> {
  return settle(() => {
    const record = recordOf(content);
    if (!record) return refuse('notFound', 'No former plan is kept in this workbook. There is nothing to restore.');
    const found = planCells(content);
    const { reference } = found;
    if (!reference) return refuse('notFound', missingMessage);
    const { place, former } = record;
    const size = foundSize(found);
    if (size.rows !== former.length || size.columns !== former[0].length) {
      refuse(
        'conflict',
        `Production_Plan is ${areaAddress(reference)} now and was ${areaAddress(place)} when its plan was replaced. ` +
          'Nothing was changed. Let the name refer to as many rows and columns as before, and restore again.',
      );
    }
    const edited = editedCell(found, record);
    if (edited !== null) {
      refuse(
        'conflict',
        `${edited} was edited after the plan was replaced. Nothing was changed, and the former plan is still kept. ` +
          'Undo the edit (or enter the optimal quantity again), and restore again.',
      );
    }
    const formulas = formerFormulas(content, record, reference);
    const cells = former.map((row, r) =>
      row.map(({ value }, c) => {
        const formula = formulas[r][c];
        return formula === null ? value : { formula, value };
      }),
    );
    const copies = content.sheets.filter((name) => name === formerPlanSheetName);
    return {
      ...noChange,
      removeSheets: copies,
      cells: [{ reference, cells }],
      settings: { [replacedPlanSetting]: null, undo: null },
    };
  });
}

const missingMessage =
  'The workbook has no range named Production_Plan. Select the cells that hold the plan, and enter Production_Plan in the name box.';

function shapeMessage(reference: RangeReference): string {
  return (
    `Production_Plan (${areaAddress(reference)}) has not one cell for each item and period. ` +
    'Let the name refer to as many rows and columns as the demand has.'
  );
}

function planCells(content: WorkbookContent): FoundInput {
  const { mapping } = readMapping(content.settings[mappingSetting]);
  return findInputs(content, mapping).found.get('Production_Plan') ?? refuse('notFound', missingMessage);
}

function recordOf(content: WorkbookContent): ReplacedPlan | null {
  const text = content.settings[replacedPlanSetting];
  return text === undefined ? null : (JSON.parse(text) as ReplacedPlan);
}

/** The former formulas as they read on a sheet of their own, or as text where they cannot leave their place. */
function formerSheet({ place, former }: ReplacedPlan): SheetContent {
  const note =
    `What stood in ${absoluteReference(place.sheet, place)} before the optimal plan replaced it. ` +
    'This sheet goes when the plan is restored.';
  return {
    ...emptySheet(formerPlanSheetName),
    hidden: true,
    cells: [
      { row: 0, column: 0, value: note },
      ...former.flatMap((row, r) =>
        row.map(({ value, formula }, c) => {
          const cell = { row: formerOrigin.row + r, column: formerOrigin.column + c };
          const copy = formula && asSeenElsewhere(formula, place.sheet);
          if (copy) return { ...cell, value, formula: copy };
          return { ...cell, value: formula ?? value };
        }),
      ),
    ],
  };
}

function copyPlace({ former }: ReplacedPlan): RangeReference {
  return { sheet: formerPlanSheetName, ...formerOrigin, rowCount: former.length, columnCount: former[0].length };
}

/** Address of a cell that no longer holds what was written; null where all do. */
function editedCell(found: FoundInput, { written, formula }: ReplacedPlan): string | null {
  for (const [r, row] of found.cells.entries()) {
    for (const [c, cell] of row.entries()) {
      const isAnchor = formula !== null && r + c === 0;
      const expected = written[r][c];
      const same =
        formula === null
          ? cell.formula === null && typeof cell.value === 'number' && isClose(cell.value, expected)
          : isAnchor
            ? /^=(?:@|_xldudf_)?SOP[._]PLAN\(/i.test(cell.formula ?? '')
            : cell.formula === null || /SOP[._]PLAN\(/i.test(cell.formula);
      if (!same) return cellAddress((found.reference?.row ?? 0) + r, (found.reference?.column ?? 0) + c);
    }
  }
  return null;
}

function isClose(value: number, expected: number): boolean {
  return Math.abs(value - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
}

/** The formulas to write back: as recorded where nothing moved, else as Excel has kept them on the hidden sheet. */
function formerFormulas(
  content: WorkbookContent,
  { place, former }: ReplacedPlan,
  now: RangeReference,
): readonly (readonly (string | null)[])[] {
  const copy = content.ranges.find(({ reference }) => reference.sheet === formerPlanSheetName);
  const hasMoved = now.row !== place.row || now.column !== place.column || now.sheet !== place.sheet;
  return former.map((row, r) =>
    row.map(({ formula }, c) => {
      if (formula === null) return null;
      const kept = copy?.cells[r]?.[c]?.formula ?? null;
      const asWritten = asSeenElsewhere(formula, place.sheet);
      // What is still as it was written has seen no insertion, and keeps every character of its former text.
      if (kept !== null && kept === asWritten) return formula;
      if (kept !== null && asWritten !== null) return asSeenFrom(kept, now.sheet);
      if (!hasMoved || !refersToCells(formula)) return formula;
      return refuse(
        'conflict',
        `Rows or columns were inserted since the plan was replaced, and the sheet "${formerPlanSheetName}" that followed ` +
          'them is gone. Nothing was changed. Take the insertion back, and restore again.',
      );
    }),
  );
}
