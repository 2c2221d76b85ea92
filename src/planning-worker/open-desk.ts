import { bookReading } from '../workbook/book-reading';
import { checkChange } from '../workbook/check-change';
import { sheetDrawing } from '../workbook/excel/sheet-drawing';
import type { GridBlock } from '../workbook/excel/sheet-grid';
import { fingerprint } from '../workbook/fingerprint';
import { mappingSetting, readMapping } from '../workbook/mapping';
import type { PlannedWorkbook } from '../workbook/plan-workbook';
import { readContent, readProblem } from '../workbook/read-problem';
import { refuse, settle } from '../workbook/refusal';
import type { SheetContent } from '../workbook/sheet-content';
import { noChange } from '../workbook/workbook';
import type { Result, WorkbookContent } from '../workbook/workbook';
import type { BookDesk } from './book-desk';
import { fileDrawer } from './file-drawer';
import { contentOf } from './given-content';
import type { GivenContent } from './given-content';
import { planAtDesk } from './plan-at-desk';
import type { DeskRun } from './plan-at-desk';
import type { Planner } from './planner';

/** A desk in this thread; the planner may solve in another one. */
export function openDesk(planner: Planner, clock: () => number): BookDesk {
  const file = fileDrawer();
  let run: DeskRun | null = null;
  let last: PlannedWorkbook | null = null;
  let blocks: readonly GridBlock[] = [];

  const contentFrom = (given: GivenContent): Promise<Result<WorkbookContent>> =>
    contentOf(given, () => readContent(file.workbook));
  const planSheet = (): Result<SheetContent> => {
    const sheet = last?.sheet ?? last?.closestSheet ?? null;
    return sheet ? { ok: true, value: sheet } : settle(() => refuse('notFound', 'There is no plan. Run again.'));
  };

  return {
    warmUp: async () => planner.warmUp(),
    inspect: async (given) => {
      const content = await contentFrom(given);
      if (!content.ok) return content;
      const reading = bookReading(readProblem(content.value), content.value, fingerprint(content.value));
      const { mapping } = readMapping(content.value.settings[mappingSetting]);
      return { ok: true, value: { reading, mapping } };
    },
    plan: async (given, request, onBetterPlan = () => undefined) => {
      run?.cancel({ keepBest: false });
      last = null;
      const started = planAtDesk(() => contentFrom(given), request, { planner, clock, onBetterPlan });
      run = started;
      const { outcome, planned } = await started.end;
      if (run === started) {
        run = null;
        last = planned;
      }
      return outcome;
    },
    cancel: async (choice) => run?.cancel(choice),
    planSheet: async () => planSheet(),
    drawPlanSheet: async () => {
      const sheet = planSheet();
      if (!sheet.ok) return sheet;
      return settle(() => {
        checkChange({ ...noChange, sheets: [sheet.value] });
        const drawn = sheetDrawing(sheet.value);
        blocks = drawn.blocks;
        return drawn.drawing;
      });
    },
    planSheetBlock: async (index) => blocks[index],
    reportText: async () => `${JSON.stringify(last?.report ?? null, null, 2)}\n`,
    openFile: async (bytes) => file.open(bytes),
    readFile: (request) => file.workbook.read(request),
    writeFile: (change) => file.write(change),
    writePlanSheet: async () => {
      const sheet = planSheet();
      return sheet.ok ? file.write({ ...noChange, sheets: [sheet.value] }) : sheet;
    },
    lookAtSheet: (sheet) => file.lookAt(sheet),
  };
}
