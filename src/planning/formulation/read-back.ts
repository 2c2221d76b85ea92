import { deliveryIsDecided } from '../domain/demand-terms';
import type { Plan } from '../domain/plan';
import type { PlanningProblem } from '../domain/planning-problem';
import type { AssembledModel } from './assemble';

/** Noise of floating-point arithmetic, relative to the size of a quantity. */
const noise = 1e-9;

/** Solution → plan: the inverse of `assemble`. Quantities within floating-point noise of a whole number become whole. */
export function readBack(model: AssembledModel, values: Float64Array): Plan {
  const { problem } = model;
  const matrixOf = (decisionId: string, rowCount: number) => readMatrix(model, values, decisionId, rowCount);
  const items = problem.items.length;
  const inventory = matrixOf('inventory', items);
  const gap = matrixOf('safety_stock_gap', items);
  const excess = matrixOf('excess_inventory', items);
  const shortage = matrixOf('shortage', problem.demands.length);
  const decided = matrixOf('deliveries', problem.demands.length);
  const workers = readVector(model, values, 'workers');
  return {
    production: matrixOf('production', problem.sources.length),
    setups: matrixOf('set_ups', problem.sources.length),
    transport: matrixOf('transport', problem.lanes.length),
    subcontract: matrixOf('subcontracting', problem.subcontracts.length),
    inventory: inventory.map((row, item) => row.map((units, t) => tidy(units - gap[item][t] + excess[item][t]))),
    deliveries: problem.demands.map((demand, k) =>
      deliveryIsDecided(demand) ? decided[k] : demand.quantity.map((wanted, t) => tidy(wanted - shortage[k][t])),
    ),
    shortage,
    backorders: matrixOf('backorders', problem.demands.length),
    overtime: matrixOf('overtime', problem.resources.length),
    overflow: matrixOf('overflow', problem.warehouses.length),
    workforce: problem.workforce
      ? { workers, hired: readVector(model, values, 'hiring'), laidOff: readVector(model, values, 'layoffs') }
      : null,
  };
}

function readMatrix(model: AssembledModel, values: Float64Array, decisionId: string, rowCount: number): number[][] {
  const matrix = emptyMatrix(model.problem, rowCount);
  const family = model.lp.columnFamilies.find(({ id }) => id === decisionId);
  if (!family) return matrix;
  for (let member = 0; member < family.count; member++) {
    matrix[family.keys[2 * member]][family.keys[2 * member + 1]] = tidy(values[family.first + member]);
  }
  return matrix;
}

function readVector(model: AssembledModel, values: Float64Array, decisionId: string): number[] {
  const vector = new Array<number>(model.problem.periods.length).fill(0);
  const family = model.lp.columnFamilies.find(({ id }) => id === decisionId);
  if (!family) return vector;
  for (let member = 0; member < family.count; member++) {
    vector[family.keys[member]] = tidy(values[family.first + member]);
  }
  return vector;
}

function emptyMatrix(problem: PlanningProblem, rowCount: number): number[][] {
  return Array.from({ length: rowCount }, () => new Array<number>(problem.periods.length).fill(0));
}

/** The quantity without floating-point noise. */
function tidy(quantity: number): number {
  const whole = Math.round(quantity);
  return Math.abs(quantity - whole) <= noise * Math.max(1, Math.abs(quantity)) ? whole + 0 : quantity;
}
