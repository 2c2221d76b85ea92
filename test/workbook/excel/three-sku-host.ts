import { madeSheet } from '../../../src/workbook/sheet-content';
import { makePlan } from '../../../src/planning';
import { loadHighs } from '../../../src/solvers/highs';
import { excelWorkbook } from '../../../src/workbook/excel/excel-workbook';
import { planWorkbook } from '../../../src/workbook/plan-workbook';
import type { SheetContent } from '../../../src/workbook/sheet-content';
import type { Workbook } from '../../../src/workbook/workbook';
import { threeSkusSample } from '../../../scripts/samples/three-skus';
import { openNodeHost } from '../../host/node-host';
import type { Host } from '../../host/open-host';
import type { Requirements } from '../../host/requirements';
import { hostData } from './open-book';

/** The published case of three SKUs, open in the emulated Excel. */
export function openThreeSkus(requirements?: Requirements): { readonly host: Host; readonly workbook: Workbook } {
  return { host: openNodeHost(hostData(threeSkusSample()), requirements), workbook: excelWorkbook() };
}

/** The sheet of its plan. */
export async function threeSkuSheet(workbook: Workbook): Promise<SheetContent> {
  const highs = await loadHighs();
  const run = await planWorkbook(workbook, {
    scenario: null,
    runDate: '2026-01-01T00:00:00',
    plan: (problem) => Promise.resolve(makePlan(problem, highs, { clock: () => performance.now() })),
  });
  if (!run.ok || !run.value.sheet) throw new Error(run.ok ? 'There is no plan.' : run.error.message);
  return madeSheet(run.value.sheet);
}
