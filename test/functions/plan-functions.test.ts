import { capacityPriceAnswer, costAnswer, inventoryAnswer, productionAnswer } from '../../src/functions/plan-answers';
import type { FunctionAnswer } from '../../src/functions/function-answer';
import { noChange } from '../../src/workbook/workbook';
import { nothingGiven, openFunctions, threeSkus } from './function-book';

function values(answer: FunctionAnswer): readonly (readonly number[])[] {
  if (answer.kind !== 'values') throw new Error(answer.message);
  return answer.values;
}

/** Waits until something holds, for half a minute at most. */
async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 3000 && !holds(); tries++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(holds()).toBe(true);
}

describe('the functions that plan', () => {
  it('find the published optimum, spill it in the shape of the demand, and share one solve', async () => {
    const { call, solves } = await openFunctions();
    const calls = [productionAnswer, inventoryAnswer, costAnswer(null), costAnswer('Holding'), capacityPriceAnswer].map(
      (answer) => call(threeSkus, answer),
    );
    const [production, inventory, total, holding, prices] = (
      await Promise.all(calls.map(({ outcome }) => outcome))
    ).map(values);
    expect([production.length, production[0].length]).toEqual([3, 13]);
    expect([inventory.length, inventory[0].length]).toEqual([3, 13]);
    expect(total[0][0]).toBeCloseTo(2_128_139, 0);
    const held = inventory.map((line, i) => line.reduce((sum, units) => sum + units, 0) * [2, 5, 3][i]);
    expect(holding[0][0]).toBeCloseTo(
      held.reduce((sum, cost) => sum + cost, 0),
      4,
    );
    expect(prices.map((line) => line.length)).toEqual([13]);
    expect(Math.min(...prices[0])).toBeGreaterThanOrEqual(0);
    expect(solves).toHaveLength(1);
  });

  it('answer again from what was solved before, and solve other arguments anew', async () => {
    const { call, solves } = await openFunctions();
    await call(threeSkus, productionAnswer).outcome;
    await call({ ...threeSkus }, inventoryAnswer).outcome;
    expect(solves).toHaveLength(1);
    await call({ ...threeSkus, capacity: 16000 }, productionAnswer).outcome;
    expect(solves).toHaveLength(2);
  });

  it('turn the plan when the periods of the demand run down', async () => {
    const { call } = await openFunctions();
    const production = values(
      await call({ ...nothingGiven, demand: [[5], [7], [2]], capacity: [[10], [10], [10]] }, productionAnswer).outcome,
    );
    expect(production.map((line) => line.length)).toEqual([1, 1, 1]);
    expect(production.flat().reduce((sum, units) => sum + units, 0)).toBeCloseTo(14, 6);
  });

  it('take further inputs from a two-column range, whatever their spelling', async () => {
    const { call } = await openFunctions();
    const options = [
      ['sop_final_inventory', 4],
      ['', ''],
      ['MODE', 'cost'],
    ];
    const production = values(await call({ ...nothingGiven, demand: [[5, 7]], options }, productionAnswer).outcome);
    expect(production.flat().reduce((sum, units) => sum + units, 0)).toBeCloseTo(16, 6);
  });

  it.each([
    ['a missing demand', { ...threeSkus, demand: null }, /^demand is missing\./],
    ['text in the demand', { ...threeSkus, demand: [[1, 'many']] }, /^demand, cell B1: .*"many".* Enter a number/],
    ['a negative capacity', { ...threeSkus, capacity: -5 }, /Capacity/],
    ['a cost of another shape', { ...threeSkus, production_cost: [[1, 2]] }, /production_cost.*1 .*2/is],
    ['an unknown option', { ...threeSkus, options: [['Speed', 5]] }, /^options, row 1: "Speed" is no input\./],
    [
      'an option that is an argument',
      { ...threeSkus, options: [['Demand', 5]] },
      /^options, row 1: Demand is an argument/,
    ],
    ['options of one column', { ...threeSkus, options: [['Mode']] }, /^options has 1 columns\. Give two/],
    ['options that are no range', { ...threeSkus, options: 5 }, /^options is not a range/],
  ])('say what is wrong and what to do: %s', async (_, args, message) => {
    const { call, solves } = await openFunctions();
    const answer = await call(args, productionAnswer).outcome;
    expect(answer).toMatchObject({ kind: 'wrongInput', message: expect.stringMatching(message) });
    expect(solves).toHaveLength(0);
  });

  it('list the cost terms when one is unknown', async () => {
    const { call } = await openFunctions();
    const answer = await call({ ...nothingGiven, demand: [[1]] }, costAnswer('happiness')).outcome;
    expect(answer).toMatchObject({ kind: 'wrongInput', message: expect.stringMatching(/^term: "happiness".*holding/) });
  });

  it('say why no plan satisfies the limits', async () => {
    const { call } = await openFunctions();
    const answer = await call({ ...nothingGiven, demand: [[5, 50]], capacity: 10 }, productionAnswer).outcome;
    expect(answer).toMatchObject({
      kind: 'notAvailable',
      message: expect.stringMatching(/^No plan satisfies the limits\. .+\.$/),
    });
  });

  it('have no capacity price without capacity, nor with whole lots', async () => {
    const { call } = await openFunctions();
    const without = await call({ ...nothingGiven, demand: [[5]] }, capacityPriceAnswer).outcome;
    const whole = { ...nothingGiven, demand: [[5, 7]], capacity: 12, options: [['Lot_Size', 4]] };
    const withLots = await call(whole, capacityPriceAnswer).outcome;
    expect([without.kind, withLots.kind]).toEqual(['notAvailable', 'notAvailable']);
  });

  it('end a solve once nobody waits for it, and leave it alone while somebody does', async () => {
    const { call, cancelled, solves } = await openFunctions();
    const [first, second] = [call(threeSkus, productionAnswer), call(threeSkus, inventoryAnswer)];
    await until(() => solves.length === 1);
    first.cancel();
    expect(cancelled).toEqual([]);
    second.cancel();
    expect(cancelled).toEqual([0]);
    expect(values(await call(threeSkus, costAnswer('total')).outcome)[0][0]).toBeCloseTo(2_128_139, 0);
    expect([first.said, second.said]).toEqual([[], []]);
  });

  it('never start a solve that was cancelled while it waited', async () => {
    const { call, solves } = await openFunctions();
    const running = call(threeSkus, productionAnswer);
    const waiting = call({ ...threeSkus, capacity: 16000 }, productionAnswer);
    waiting.cancel();
    await running.outcome;
    await call({ ...threeSkus, capacity: 17000 }, productionAnswer).outcome;
    expect(solves).toHaveLength(2);
  });
});

describe('a function without arguments', () => {
  it("plans the workbook's named ranges and follows their changes", async () => {
    const { call, workbook, change, solves, listeners } = await openFunctions();
    const followed = call(nothingGiven, costAnswer(null));
    expect(values(await followed.outcome)[0][0]).toBeCloseTo(2_128_139, 0);
    change();
    await workbook.write({
      ...noChange,
      cells: [{ reference: { sheet: 'Factory', row: 2, column: 1, rowCount: 1, columnCount: 1 }, cells: [[20000]] }],
    });
    change();
    await until(() => followed.said.length === 2);
    expect(values(followed.said[1])[0][0]).toBeLessThan(2_128_139);
    expect(solves).toHaveLength(2);
    followed.cancel();
    expect(listeners.size).toBe(0);
  });

  it('says what is wrong with a named range by sheet and cell', async () => {
    const { call, workbook } = await openFunctions();
    await workbook.write({
      ...noChange,
      cells: [{ reference: { sheet: 'Demand', row: 3, column: 1, rowCount: 1, columnCount: 1 }, cells: [['many']] }],
    });
    const answer = await call(nothingGiven, productionAnswer).outcome;
    expect(answer).toMatchObject({ kind: 'wrongInput', message: expect.stringMatching(/^Demand, cell B4: /) });
  });
});
