import fc from 'fast-check';
import { planByRule } from '../../../src/planning';
import type { PlannedOutcome, PlanningProblem, RuleOptions } from '../../../src/planning';
import { planCosts, planSheet } from '../../../src/workbook/plan-sheet';
import { madeSheet, type SheetContent } from '../../../src/workbook/sheet-content';
import { networkOf, networks } from '../../planning/networks';
import { differences } from './recalculate';

function ruled(
  planner: 'heuristic' | 'propagation',
  problem: PlanningProblem,
  options: RuleOptions = {},
): PlannedOutcome {
  const outcome = planByRule(planner, problem, { ...options, clock: () => 0 });
  if (outcome.kind !== 'planned') throw new Error(JSON.stringify(outcome));
  return outcome;
}

function sheetOf(problem: PlanningProblem, { plan, cost, rule, solver, prices }: PlannedOutcome): SheetContent {
  return madeSheet(
    planSheet({
      problem,
      plan,
      scenario: null,
      status: 'rule',
      breaksLimits: true,
      writtenOff: rule?.dropped,
      gap: null,
      costs: planCosts(cost),
      runDate: 46053.5,
      engine: solver,
      model: solver,
      fingerprint: '0123456789abcdef',
      formats: { quantity: 'General', money: 'General', period: 'General' },
      periodHeadings: null,
      shadowPrices: prices.capacity,
      references: {},
    }),
  );
}

const at = ({ cells }: SheetContent, row: number, column: number) =>
  cells.find((cell) => cell.row === row && cell.column === column)?.value;

/** Values of an item's row over the periods. */
function rowOf(sheet: SheetContent, owner: string, measure: string, periods: number) {
  const [first] = sheet.cells.filter(
    ({ row, column, value }) => column === 1 && value === measure && at(sheet, row, 0) === owner,
  );
  return first && Array.from({ length: periods }, (_, t) => at(sheet, first.row, 4 + t));
}

/** A stop in the second of four weeks, with holding cost, so that negative stock would earn money. */
const stopped = networkOf({
  horizon: 4,
  items: [
    { name: 'A @ Plant', openingInventory: 5, holding: 2 },
    { name: 'B @ Plant', openingInventory: 30, holding: 2 },
  ],
  demands: [
    { item: 0, quantity: [10, 10, 10, 10], price: [3, 3, 3, 3] },
    { item: 1, quantity: [10, 0, 0, 0] },
  ],
  sources: [{ item: 0, unitCost: 1, uses: [{ resource: 0, use: 2 }], fixed: [null, 0, 0, null] }],
  resources: [{ name: 'Line', capacity: [15, 15, 15, 15] }],
});

describe('the sheet of a rule', () => {
  it('shows projected stock, what is below zero and what is written off, and balances', () => {
    const sheet = sheetOf(stopped, ruled('heuristic', stopped));
    expect(differences(sheet, { sheets: {} })).toEqual([]);
    expect(rowOf(sheet, 'A @ Plant', 'Projected stock', 4)).toEqual([0, -10, -10, 0]);
    expect(rowOf(sheet, 'A @ Plant', 'Below zero', 4)).toEqual([0, 10, 10, 0]);
    expect(rowOf(sheet, 'A @ Plant', 'Shortage written off', 4)).toEqual([0, 0, 10, 10]);
    expect(rowOf(sheet, 'A @ Plant', 'Ending inventory', 4)).toEqual([0, 0, 0, 0]);
    expect(rowOf(sheet, 'B @ Plant', 'Projected stock', 4)).toBeUndefined();
    expect(rowOf(sheet, 'All items', 'Below zero', 4)).toEqual([0, 10, 10, 0]);
    // The header's sum of all checks; what is broken stands apart from them.
    expect(at(sheet, 1, 3)).toBe(true);
    const said = (label: string) => at(sheet, sheet.cells.find(({ value }) => value === label)?.row ?? -1, 1);
    expect(said('Every item balances')).toBe(true);
    expect(said("Total cost is the solver's")).toBe(true);
    expect(said('No stock below zero')).toBe(false);
    expect(said('Line respected')).toBe(false);
  });

  it('carries the backlog on where that is asked for, and writes nothing off', () => {
    const sheet = sheetOf(stopped, ruled('heuristic', stopped, { carryOver: true }));
    expect(differences(sheet, { sheets: {} })).toEqual([]);
    expect(rowOf(sheet, 'A @ Plant', 'Projected stock', 4)).toEqual([0, -10, -20, 0]);
    expect(rowOf(sheet, 'A @ Plant', 'Below zero', 4)).toEqual([0, 10, 20, 0]);
    expect(rowOf(sheet, 'A @ Plant', 'Shortage written off', 4)).toBeUndefined();
    expect(at(sheet, 1, 3)).toBe(true);
  });

  it('shows what is delivered beyond the demand because it is fixed', () => {
    const problem = {
      ...stopped,
      demands: stopped.demands.map((demand) => ({ ...demand, fixedDelivery: [12, 12, 4, 4] })),
    };
    const outcome = ruled('heuristic', problem);
    const sheet = sheetOf(problem, outcome);
    expect(differences(sheet, { sheets: {} })).toEqual([]);
    expect(rowOf(sheet, 'A @ Plant', 'Delivered', 4)).toEqual([12, 12, 4, 4]);
    expect(rowOf(sheet, 'A @ Plant', 'Projected stock', 4)).toEqual(outcome.plan.inventory[0]);
    expect(at(sheet, 1, 3)).toBe(true);
  });

  it('adds up to the stock of the plan, with every check true, on any network', () => {
    const options = fc.record({ carryOver: fc.boolean(), balanceReceipts: fc.boolean() });
    fc.assert(
      fc.property(
        networks,
        fc.constantFrom('heuristic' as const, 'propagation' as const),
        options,
        (problem, planner, chosen) => {
          const outcome = ruled(planner, problem, chosen);
          const sheet = sheetOf(problem, outcome);
          expect(differences(sheet, { sheets: {} })).toEqual([]);
          expect(at(sheet, 1, 3)).toBe(true);
          problem.items.forEach(({ name }, i) => {
            const { length } = problem.periods;
            const shown =
              rowOf(sheet, name, 'Projected stock', length) ?? rowOf(sheet, name, 'Ending inventory', length);
            expect(shown).toEqual(outcome.plan.inventory[i].map((units) => expect.closeTo(units, 5)));
          });
        },
      ),
      { numRuns: 25 },
    );
  });
});
