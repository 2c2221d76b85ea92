import { browserPlanner } from '../planning-worker/browser-planner';
import type { Planner } from '../planning-worker/planner';
import { excelWorkbook } from '../workbook/excel/excel-workbook';
import { coverageAnswer } from './coverage-answer';
import { cleanAnswer, forecastAnswer, safetyStockAnswer } from './forecast-functions';
import type { ForecastAnswer } from './forecast-functions';
import type { FunctionAnswer } from './function-answer';
import type { Given } from './function-arguments';
import { followInputs } from './followed-workbook';
import { capacityPriceAnswer, costAnswer, inventoryAnswer, productionAnswer } from './plan-answers';
import type { PlanAnswer } from './plan-answers';
import { callPlanFunction } from './plan-functions';
import type { FunctionSurroundings, PlanArguments } from './plan-functions';
import { sharedPlans } from './shared-plans';
import { solveQueue } from './solve-queue';
import { onWorkbookChanged } from './workbook-changes';

/**
 * The functions a planner types into a cell, in the namespace SOP. `functions.json` is generated from this file. Those that plan
 * are streaming functions: with arguments they answer once; without any they take the workbook's named ranges and follow them.
 */

let planner: Planner | null = null;
const pauseMilliseconds = 300;

const surroundings: FunctionSurroundings = {
  plans: sharedPlans(solveQueue(() => (planner ??= browserPlanner()))),
  follow: followInputs({
    workbook: excelWorkbook(),
    onChanged: onWorkbookChanged,
    pause: () => new Promise((resolve) => setTimeout(resolve, pauseMilliseconds)),
  }),
};

type Streaming = CustomFunctions.StreamingInvocation<number[][]>;

function stream(args: PlanArguments, answer: PlanAnswer, invocation: Streaming | undefined): void {
  if (!invocation) return;
  // While a formula is being typed, its value is only previewed: nothing is solved for that.
  if (invocation.isInValuePreview) return invocation.setResult(previewError());
  const call = callPlanFunction(args, answer, surroundings, (said) => invocation.setResult(resultOf(said)));
  invocation.onCanceled = call.cancel;
}

function resultOf(answer: FunctionAnswer): number[][] | CustomFunctions.Error {
  switch (answer.kind) {
    case 'values':
      return answer.values.map((line) => [...line]);
    case 'wrongInput':
      return new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, answer.message);
    case 'notAvailable':
      return new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, answer.message);
  }
}

function previewError(): CustomFunctions.Error {
  const message = 'The plan is calculated once the formula is entered.';
  return new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, message);
}

/**
 * The cheapest production, in the shape of the demand. Without arguments it plans the workbook's named ranges.
 * @customfunction PLAN
 * @param [demand] Demand per item (rows) and period (columns).
 * @param [capacity] Capacity per period, shared by all items.
 * @param [production_cost] Cost of making one unit: one value, per item, per period, or both.
 * @param [holding_cost] Cost of one unit on hand at the end of a period.
 * @param [initial_inventory] Units on hand before the first period, one value or per item.
 * @param [safety_stock] Least units on hand at the end of a period.
 * @param [options] Two columns: further inputs by name, and their values.
 */
export function plan(
  demand?: unknown[][],
  capacity?: unknown[][],
  production_cost?: unknown[][],
  holding_cost?: unknown[][],
  initial_inventory?: unknown[][],
  safety_stock?: unknown[][],
  options?: unknown[][],
  invocation?: CustomFunctions.StreamingInvocation<number[][]>,
): void {
  const args = { demand, capacity, production_cost, holding_cost, initial_inventory, safety_stock, options };
  stream(given(args), productionAnswer, invocation);
}

/**
 * Units on hand at the end of each period of the cheapest plan, in the shape of the demand.
 * @customfunction INVENTORY
 * @param [demand] Demand per item (rows) and period (columns).
 * @param [capacity] Capacity per period, shared by all items.
 * @param [production_cost] Cost of making one unit: one value, per item, per period, or both.
 * @param [holding_cost] Cost of one unit on hand at the end of a period.
 * @param [initial_inventory] Units on hand before the first period, one value or per item.
 * @param [safety_stock] Least units on hand at the end of a period.
 * @param [options] Two columns: further inputs by name, and their values.
 */
export function inventory(
  demand?: unknown[][],
  capacity?: unknown[][],
  production_cost?: unknown[][],
  holding_cost?: unknown[][],
  initial_inventory?: unknown[][],
  safety_stock?: unknown[][],
  options?: unknown[][],
  invocation?: CustomFunctions.StreamingInvocation<number[][]>,
): void {
  const args = { demand, capacity, production_cost, holding_cost, initial_inventory, safety_stock, options };
  stream(given(args), inventoryAnswer, invocation);
}

/**
 * Total cost of the cheapest plan, or one of its terms.
 * @customfunction COST
 * @param [demand] Demand per item (rows) and period (columns).
 * @param [capacity] Capacity per period, shared by all items.
 * @param [production_cost] Cost of making one unit: one value, per item, per period, or both.
 * @param [holding_cost] Cost of one unit on hand at the end of a period.
 * @param [initial_inventory] Units on hand before the first period, one value or per item.
 * @param [safety_stock] Least units on hand at the end of a period.
 * @param [options] Two columns: further inputs by name, and their values.
 * @param [term] A cost such as production, holding or shortage; total when left out.
 */
export function cost(
  demand?: unknown[][],
  capacity?: unknown[][],
  production_cost?: unknown[][],
  holding_cost?: unknown[][],
  initial_inventory?: unknown[][],
  safety_stock?: unknown[][],
  options?: unknown[][],
  term?: string,
  invocation?: CustomFunctions.StreamingInvocation<number[][]>,
): void {
  const args = { demand, capacity, production_cost, holding_cost, initial_inventory, safety_stock, options };
  stream(given(args), costAnswer(term), invocation);
}

/**
 * What one more unit of capacity is worth in each period: the fall of total cost.
 * @customfunction CAPACITYPRICE
 * @param [demand] Demand per item (rows) and period (columns).
 * @param [capacity] Capacity per period, shared by all items.
 * @param [production_cost] Cost of making one unit: one value, per item, per period, or both.
 * @param [holding_cost] Cost of one unit on hand at the end of a period.
 * @param [initial_inventory] Units on hand before the first period, one value or per item.
 * @param [safety_stock] Least units on hand at the end of a period.
 * @param [options] Two columns: further inputs by name, and their values.
 */
export function capacityPrice(
  demand?: unknown[][],
  capacity?: unknown[][],
  production_cost?: unknown[][],
  holding_cost?: unknown[][],
  initial_inventory?: unknown[][],
  safety_stock?: unknown[][],
  options?: unknown[][],
  invocation?: CustomFunctions.StreamingInvocation<number[][]>,
): void {
  const args = { demand, capacity, production_cost, holding_cost, initial_inventory, safety_stock, options };
  stream(given(args), capacityPriceAnswer, invocation);
}

/**
 * What the fixed coverage rule makes: up to the demand of the next periods, in the shape of the demand.
 * @customfunction COVERAGE
 * @param demand Demand per item (rows) and period (columns).
 * @param periods Periods of demand to have on hand, one value or per item.
 * @param [initial_inventory] Units on hand before the first period, one value or per item.
 */
export function coverage(demand: unknown[][], periods: unknown[][], initial_inventory?: unknown[][]): number[][] {
  const result = resultOf(coverageAnswer(asGiven(demand), asGiven(periods), asGiven(initial_inventory)));
  if (Array.isArray(result)) return result;
  throw result;
}

/**
 * Expected demand of the periods after a history, in its direction.
 * @customfunction FORECAST
 * @param history Past demand, oldest first: a row, a column, or items in rows. Blank cells are missing demand.
 * @param periods Number of periods to forecast.
 * @param [options] Two columns: season (periods in a season, 12) and output (forecast, lower95 or upper95), and their values.
 */
export async function forecast(history: unknown[][], periods: number, options?: unknown[][]): Promise<number[][]> {
  return numbersOf(await forecastAnswer(history, periods, asGiven(options), turn));
}

/**
 * Safety stock for a cycle service level, from the forecast's error over the lead time; one value per item.
 * @customfunction SAFETYSTOCK
 * @param history Past demand, oldest first: a row, a column, or items in rows. Blank cells are missing demand.
 * @param service_level Probability that the stock lasts through a lead time, e.g. 0.95.
 * @param [lead_time] Lead time in periods of the history, 1 when left out.
 * @param [lead_time_deviation] Standard deviation of the lead time, 0 when left out.
 * @param [options] Two columns: season (periods in a season, 12), and its value.
 */
export async function safetyStock(
  history: unknown[][],
  service_level: number,
  lead_time?: number,
  lead_time_deviation?: number,
  options?: unknown[][],
): Promise<number[][]> {
  const answer = safetyStockAnswer(history, service_level, lead_time, lead_time_deviation, asGiven(options), turn);
  return numbersOf(await answer);
}

/**
 * A cleaned demand history: one line per day (and item), dates as serial numbers.
 * @customfunction CLEAN
 * @param history Two columns (date, quantity) or three (date, item, quantity), with or without headings.
 */
export function clean(history: unknown[][]): unknown[][] {
  return cellsOf(cleanAnswer(history));
}

function cellsOf(answer: ForecastAnswer): (number | string)[][] {
  if (answer.kind === 'values') return answer.values.map((line) => [...line]);
  throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, answer.message);
}

function numbersOf(answer: ForecastAnswer): number[][] {
  return cellsOf(answer).map((line) => line.map(Number));
}

/** A turn of the event loop, so that Excel gets an answer between two items. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function given(args: Readonly<Record<keyof PlanArguments, unknown[][] | undefined>>): PlanArguments {
  return {
    demand: asGiven(args.demand),
    capacity: asGiven(args.capacity),
    production_cost: asGiven(args.production_cost),
    holding_cost: asGiven(args.holding_cost),
    initial_inventory: asGiven(args.initial_inventory),
    safety_stock: asGiven(args.safety_stock),
    options: asGiven(args.options),
  };
}

/** A single value arrives as a matrix of one cell; it stands for all, like a constant. */
function asGiven(values: unknown[][] | null | undefined): Given {
  return values ?? null;
}
