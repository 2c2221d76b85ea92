import type { LinearProgramme } from '../src/planning/lp/linear-programme';
import { columnKind } from '../src/planning/lp/linear-programme';

/** Columns of each item in each period, in this order. */
const columnsPerKey = 4;

/** Whether a column holds inventory, below or above the safety stock. */
export function isStock(column: number): boolean {
  const place = column % columnsPerKey;
  return place === 1 || place === 2;
}

/** Numbers of the columns and rows of `multiItemProgramme`, so that a benchmark can change them. */
export interface MultiItemProgramme {
  readonly lp: LinearProgramme;
  readonly demand: Float64Array;
  /** Row of the inventory balance. */
  balanceRow(item: number, period: number): number;
  /** Row of the machine hours of a period. */
  hoursRow(period: number): number;
}

/** Mulberry32 (Tommy Ettinger, public domain): the same programme for the same seed on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A multi-item capacitated plan as an LP: per item and period production x, inventory up to the safety stock (credited for
 * being there), inventory above it, and shortage; the balance `I(t−1) + x + shortage − I(t) = demand(t)`; and three capacity
 * rows a period that couple the items (machine hours, labour hours, storage). Demand is seasonal with a load of about 95 %,
 * so that the plan must build ahead.
 */
export function multiItemProgramme(items: number, periods: number, seed = 1, integers = false): MultiItemProgramme {
  const random = randomNumbers(seed);
  const keys = items * periods;
  const columnCount = columnsPerKey * keys;
  const rowCount = keys + 3 * periods;
  const balanceRow = (item: number, period: number) => item * periods + period;
  const hoursRow = (period: number) => keys + 3 * period;
  const objective = new Float64Array(columnCount);
  const columnUpper = new Float64Array(columnCount).fill(Infinity);
  const rowLower = new Float64Array(rowCount).fill(-Infinity);
  const rowUpper = new Float64Array(rowCount).fill(Infinity);
  const demand = new Float64Array(keys);
  const starts = new Int32Array(columnCount + 1);
  const rows: number[] = [];
  const values: number[] = [];
  const entry = (row: number, value: number) => {
    rows.push(row);
    values.push(value);
  };
  let machineLoad = 0;
  let labourLoad = 0;
  let stock = 0;
  for (let item = 0; item < items; item++) {
    const level = 20 + Math.round(980 * random() ** 2);
    const phase = random() * periods;
    const machineHours = 0.2 + random();
    const labourHours = 0.2 + random();
    const volume = 0.5 + random();
    const productionCost = 5 + 20 * random();
    const holdingCost = productionCost * 0.005 * (0.5 + random());
    const shortageCost = productionCost * (5 + 5 * random());
    for (let period = 0; period < periods; period++) {
      const key = balanceRow(item, period);
      const season = 1 + 0.5 * Math.sin((2 * Math.PI * (period + 0.2 * phase)) / Math.min(periods, 52));
      demand[key] = Math.round(level * season * (0.8 + 0.4 * random()));
      machineLoad += demand[key] * machineHours;
      labourLoad += demand[key] * labourHours;
      stock += demand[key] * volume;
      const safetyStock = Math.round(0.5 * level);
      const opening = period === 0 ? safetyStock : 0;
      rowLower[key] = demand[key] - opening;
      rowUpper[key] = demand[key] - opening;
      const first = columnsPerKey * key;
      objective[first] = productionCost;
      starts[first] = rows.length;
      entry(key, 1);
      entry(hoursRow(period), machineHours);
      entry(hoursRow(period) + 1, labourHours);
      for (const above of [0, 1]) {
        objective[first + 1 + above] = above ? holdingCost : holdingCost - 0.1 * productionCost;
        columnUpper[first + 1 + above] = above ? Infinity : safetyStock;
        starts[first + 1 + above] = rows.length;
        entry(key, -1);
        if (period + 1 < periods) entry(key + 1, 1);
        entry(hoursRow(period) + 2, volume);
      }
      objective[first + 3] = shortageCost;
      starts[first + 3] = rows.length;
      entry(key, 1);
    }
  }
  starts[columnCount] = rows.length;
  for (let period = 0; period < periods; period++) {
    rowUpper[hoursRow(period)] = (machineLoad / periods / 0.95) * (0.95 + 0.1 * random());
    rowUpper[hoursRow(period) + 1] = (labourLoad / periods / 0.95) * (0.95 + 0.1 * random());
    rowUpper[hoursRow(period) + 2] = (2.2 * stock) / periods;
  }
  const columnKinds = new Uint8Array(columnCount);
  if (integers)
    for (let column = 0; column < columnCount; column += columnsPerKey) columnKinds[column] = columnKind.integer;
  const lp: LinearProgramme = {
    columnCount,
    rowCount,
    objective,
    objectiveOffset: 0,
    columnLower: new Float64Array(columnCount),
    columnUpper,
    columnKinds,
    rowLower,
    rowUpper,
    matrix: { starts, rows: Int32Array.from(rows), values: Float64Array.from(values) },
    columnFamilies: [],
    rowFamilies: [],
  };
  return { lp, demand, balanceRow, hoursRow };
}
