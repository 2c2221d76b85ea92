import { makePlan } from '../../src/planning';
import type { Planner, RunOutcome } from '../../src/planning-worker/planner';
import type { FunctionAnswer } from '../../src/functions/function-answer';
import { followInputs, type FollowInputs } from '../../src/functions/followed-workbook';
import type { PlanAnswer } from '../../src/functions/plan-answers';
import { callPlanFunction, type PlanArguments } from '../../src/functions/plan-functions';
import { sharedPlans } from '../../src/functions/shared-plans';
import { solveQueue } from '../../src/functions/solve-queue';
import { loadHighs } from '../../src/solvers/highs';
import { createInMemoryWorkbook } from '../../src/workbook/in-memory';
import { threeSkusSample } from '../../scripts/samples/three-skus';

/** The published case of three SKUs as arguments: cost 2,128,139. */
export const threeSkus: PlanArguments = {
  demand: namedCells('Demand'),
  capacity: 15000,
  production_cost: [[10], [50], [15]],
  holding_cost: [[2], [5], [3]],
  initial_inventory: [[500], [20], [300]],
  safety_stock: [[200], [5], [100]],
  options: [['max_inventory', 45000]],
};

export const nothingGiven: PlanArguments = {
  demand: null,
  capacity: null,
  production_cost: null,
  holding_cost: null,
  initial_inventory: null,
  safety_stock: null,
  options: null,
};

/** The numbers of the sample's demand, as Excel would hand them over. */
function namedCells(name: string): number[][] {
  const book = threeSkusSample();
  const refersTo = book.names.find((entry) => entry.name === name)?.refersTo ?? '';
  const [, sheetName, , top, , bottom] = /^=?'?([^'!]+)'?!\$([A-Z]+)\$(\d+):\$([A-Z]+)\$(\d+)$/.exec(refersTo) ?? [];
  const cells = book.sheets.find((sheet) => sheet.name === sheetName)?.cells ?? [];
  return Array.from({ length: Number(bottom) - Number(top) + 1 }, (_, row) =>
    cells
      .filter((cell) => cell.row === Number(top) - 1 + row && typeof cell.value === 'number')
      .sort((one, other) => one.column - other.column)
      .map(({ value }) => Number(value)),
  );
}

/** The functions on HiGHS in this thread, which solves one problem at a time as the worker does. */
export async function openFunctions() {
  const highs = await loadHighs();
  const solves: number[] = [];
  const cancelled: number[] = [];
  const planner: Planner = {
    warmUp: () => undefined,
    dispose: () => undefined,
    start: (problem) => {
      const number = solves.push(problem.items.length) - 1;
      let end: (outcome: RunOutcome) => void = () => undefined;
      const outcome = new Promise<RunOutcome>((resolve) => {
        end = resolve;
        setTimeout(
          () => resolve({ kind: 'ended', outcome: makePlan(problem, highs, { clock: () => Date.now() }) }),
          20,
        );
      });
      return {
        outcome,
        cancel: () => {
          cancelled.push(number);
          end({ kind: 'cancelled' });
        },
      };
    },
  };
  const workbook = createInMemoryWorkbook(threeSkusSample());
  const changed = new Set<() => void>();
  const follow: FollowInputs = followInputs({
    workbook,
    onChanged: (listener) => {
      changed.add(listener);
      return () => void changed.delete(listener);
    },
    pause: () => Promise.resolve(),
  });
  const surroundings = { plans: sharedPlans(solveQueue(() => planner)), follow };

  /** Calls a function; gives its first answer, and the rest as they come. */
  function call(args: PlanArguments, answer: PlanAnswer) {
    const said: FunctionAnswer[] = [];
    let first: (answer: FunctionAnswer) => void = () => undefined;
    const outcome = new Promise<FunctionAnswer>((resolve) => (first = resolve));
    const running = callPlanFunction(args, answer, surroundings, (given) => {
      said.push(given);
      first(given);
    });
    return { outcome, said, cancel: running.cancel };
  }

  return {
    call,
    solves,
    cancelled,
    workbook,
    listeners: changed,
    change: () => changed.forEach((listener) => listener()),
  };
}
