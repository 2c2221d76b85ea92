import { madeSheet } from '../../../src/workbook/sheet-content';
import { costOfPlan, makePlan } from '../../../src/planning';
import type { Item, PlanningProblem, Source } from '../../../src/planning';
import { loadHighs } from '../../../src/solvers/highs';
import { planCosts, planSheet } from '../../../src/workbook/plan-sheet';
import type { PlanSheetInput } from '../../../src/workbook/plan-sheet';
import type { SheetContent } from '../../../src/workbook/sheet-content';
import { differences } from './recalculate';

const horizon = 4;
const every = (value: number) => Array.from({ length: horizon }, () => value);
const never = Array.from({ length: horizon }, () => null);

function item(product: string, location: string, opening: number, rest: Partial<Item> = {}): Item {
  return {
    name: `${product} @ ${location}`,
    product,
    location,
    openingInventory: opening,
    holdingCost: every(1),
    safetyStock: every(0),
    safetyStockCost: null,
    maxInventory: every(Infinity),
    maxInventoryCost: null,
    finalInventory: 0,
    receipts: every(0),
    storageUse: 1,
    ...rest,
  };
}

function source(name: string, of: number, cost: number, rest: Partial<Source> = {}): Source {
  return {
    name,
    item: of,
    uses: [{ resource: 0, use: 1 }],
    cost: every(cost),
    arrival: [0, 1, 2, 3],
    components: [],
    minLot: 0,
    lotSize: 0,
    lotPeriods: Infinity,
    setupCost: every(0),
    setupUses: [],
    minimum: every(0),
    maximum: every(Infinity),
    fixed: never,
    quota: 1,
    ...rest,
  };
}

function demand(of: number, customer: string, quantity: number[], shortageCost: number) {
  return {
    item: of,
    customer,
    quantity,
    shortageCost: every(shortageCost),
    backorderCost: customer === 'North' ? every(0.5) : null,
    maxLateness: 2,
    price: every(customer === 'North' ? 40 : 50),
    fairShare: true,
    fixedDelivery: never,
  };
}

/** A bike made on two lines, one with lead time and one from frames, shipped to a depot that serves two customers. */
const network: PlanningProblem = {
  mode: 'cost',
  periods: ['Q1', 'Q2', 'Q3', 'Q4'].map((label) => ({ label })),
  items: [
    item('Frame', 'Plant', 20, { receipts: [5, 0, 0, 0] }),
    item('Bike', 'Plant', 10),
    item('Bike', 'Depot', 5, {
      safetyStock: every(4),
      safetyStockCost: 2,
      maxInventory: every(6),
      maxInventoryCost: 0.2,
    }),
  ],
  demands: [demand(2, 'North', [10, 12, 30, 8], 20), demand(2, 'South', [5, 9, 28, 6], 25)],
  sources: [
    source('Welding', 0, 3),
    source('Line A', 1, 5, { components: [{ item: 0, quantity: 1 }], maximum: every(12) }),
    source('Line B', 1, 7, { arrival: [1, 2, 3, 4], uses: [{ resource: 1, use: 2 }], maximum: every(9) }),
  ],
  subcontracts: [],
  lanes: [
    {
      name: 'Road',
      from: 1,
      to: 2,
      cost: every(1.5),
      arrival: [1, 2, 3, 4],
      minLot: 0,
      lotSize: 0,
      lotPeriods: Infinity,
      maximum: every(40),
      fixed: never,
      quota: 1,
    },
  ],
  resources: ['Workshop', 'Line B'].map((name) => ({
    name,
    capacity: every(name === 'Workshop' ? 40 : Infinity),
    overtimeCapacity: every(0),
    overtimeCost: every(0),
    minUse: every(0),
    minUseCost: 0,
    targetUse: every(Infinity),
    targetUseCost: 0,
  })),
  warehouses: [{ name: 'Depot', items: [2], capacity: every(50), overflowThreshold: 1, overflowCost: null }],
  workforce: null,
  currentPractice: { coveragePeriods: null, production: null },
};

async function networkSheet(): Promise<{ sheet: SheetContent; input: PlanSheetInput }> {
  const outcome = makePlan(network, await loadHighs(), { clock: () => 0 });
  if (outcome.kind !== 'planned') throw new Error(outcome.kind);
  const input: PlanSheetInput = {
    problem: network,
    plan: outcome.plan,
    scenario: 'Network',
    status: 'optimal',
    gap: 0,
    costs: planCosts(costOfPlan(network, outcome.plan)),
    runDate: 46053.5,
    engine: outcome.solver,
    model: outcome.solver,
    fingerprint: '0123456789abcdef',
    formats: { quantity: 'General', money: 'General', period: 'General' },
    periodHeadings: null,
    shadowPrices: outcome.prices.capacity,
    references: {},
  };
  return { sheet: madeSheet(planSheet(input)), input };
}

describe('the sheet of a network', () => {
  it('recomputes every formula to its cached value, with all checks true', async () => {
    const { sheet } = await networkSheet();
    expect(differences(sheet, { sheets: { Data: [[1]] } })).toEqual([]);
    expect(sheet.cells.find(({ row, column }) => row === 1 && column === 3)?.value).toBe(true);
    expect(sheet.name).toBe('SOP Plan (Network)');
  });

  it('follows goods from plant to depot, components and lead times included', async () => {
    const { sheet } = await networkSheet();
    const measures = new Set(sheet.cells.filter(({ column }) => column === 1).map(({ value }) => value));
    for (const measure of ['Sent to Depot', 'Received from Plant', 'Used for Bike @ Plant', 'Receipts under way'])
      expect(measures).toContain(measure);
    expect(measures).toContain('of which Line A');
    expect(measures).toContain('of which South');
  });

  it('shows by period what lies below a soft safety stock', async () => {
    const { sheet, input } = await networkSheet();
    const lacking = input.plan.inventory[2].map((units, t) => Math.max(0, network.items[2].safetyStock[t] - units));
    expect(Math.max(...lacking)).toBeGreaterThan(0);
    const { row } = sheet.cells.find(({ column, value }) => column === 1 && value === 'Below safety stock') ?? {};
    const cells = sheet.cells.filter((cell) => cell.row === row && cell.column >= 4);
    expect(cells.slice(0, horizon).map(({ value }) => value)).toEqual(lacking.map((units) => expect.closeTo(units, 6)));
    expect(cells[0].formula).toMatch(/^=?MAX\(0,/);
  });

  it('keeps the cost of each item as the audit states it', async () => {
    const { sheet, input } = await networkSheet();
    const first = sheet.cells.find(({ column, value }) => column === 1 && value === 'Balance and limits')?.row ?? 0;
    for (const [position, { name }] of network.items.entries()) {
      const cells = sheet.cells.filter(({ row }) => row === first + 1 + position);
      const heading = sheet.cells.filter(({ row }) => row === first);
      const column = heading.find(({ value }) => value === 'item' || value === 'the item')?.column;
      const stated = input.costs.terms.reduce((all, { perItem }) => all + (perItem?.[position] ?? 0), 0);
      expect(cells[0].value).toBe(name);
      expect(cells.find((cell) => cell.column === column)?.value).toBeCloseTo(stated, 6);
    }
  });
});
