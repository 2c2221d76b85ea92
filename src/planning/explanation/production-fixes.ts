import type { PlanningProblem } from '../domain/planning-problem';
import { assemble } from '../formulation/assemble';
import { formulationFor } from '../formulation/formulation';
import { withColumns } from '../lp/extend-programme';
import type { SolveOptions, Solver } from '../lp/solver';
import { withFreeProduction } from './relaxations';
import type { ProductionRule } from './relaxations';

/** Another value for a rule about production. */
export interface ProductionValue {
  readonly source: number;
  readonly period: number;
  /** Units that the rule asks for now, and what it would have to be. */
  readonly from: number;
  readonly to: number;
}

/** Deviations below this are rounding, units. */
const leastDeviation = 1e-6;

/**
 * The least total change of one kind of production rule that makes the limits hold: production is free of the rule, and what
 * it deviates is minimised. Null where that is not enough, empty where nothing has to change.
 */
export function leastProductionChange(
  problem: PlanningProblem,
  solver: Solver,
  rule: ProductionRule,
  options: SolveOptions,
): ProductionValue[] | null {
  const wanted = wantedValues(problem, rule);
  if (wanted.length === 0) return [];
  const model = assemble(withFreeProduction(problem, rule), formulationFor(problem.mode));
  const here = wanted.flatMap((entry) => {
    const column = model.columnOf('production', { source: entry.source, period: entry.period });
    return column < 0 ? [] : [{ ...entry, column }];
  });
  const first = model.lp.columnCount;
  const deviation = { cost: 1, lower: 0, upper: Infinity, rows: [], values: [] };
  const free = { ...model.lp, objective: new Float64Array(first), objectiveOffset: 0 };
  const session = solver.open(
    withColumns(
      free,
      here.flatMap(() => [deviation, deviation]),
    ),
  );
  try {
    here.forEach(({ column, lower, upper }, position) => {
      const columns = Int32Array.of(column, first + 2 * position, first + 2 * position + 1);
      session.addRow(lower, upper, columns, Float64Array.of(1, 1, -1));
    });
    const outcome = session.solve(options);
    if (outcome.kind !== 'optimal') return null;
    const { values } = outcome;
    return here.flatMap(({ source, period, column, lower, upper }, position) => {
      const deviates = values[first + 2 * position] + values[first + 2 * position + 1];
      if (deviates <= leastDeviation) return [];
      const from = rule === 'maximum' ? upper : lower;
      return [{ source, period, from, to: values[column] }];
    });
  } finally {
    session.dispose();
  }
}

/** The problem with other values for a rule. */
export function withProductionValues(
  problem: PlanningProblem,
  rule: ProductionRule,
  changed: readonly ProductionValue[],
): PlanningProblem {
  return {
    ...problem,
    sources: problem.sources.map((source, s) => {
      const own = new Map(changed.filter((entry) => entry.source === s).map(({ period, to }) => [period, to]));
      if (own.size === 0) return source;
      switch (rule) {
        case 'minimum':
          return { ...source, minimum: source.minimum.map((units, t) => own.get(t) ?? units) };
        case 'maximum':
          return { ...source, maximum: source.maximum.map((units, t) => own.get(t) ?? units) };
        case 'fixed':
          return { ...source, fixed: source.fixed.map((units, t) => own.get(t) ?? units) };
      }
    }),
  };
}

/** Where a rule says something, and what. */
function wantedValues({ sources }: PlanningProblem, rule: ProductionRule) {
  return sources.flatMap(({ minimum, maximum, fixed }, source) =>
    fixed.flatMap((units, period) => {
      if (rule === 'fixed') return units === null ? [] : [{ source, period, lower: units, upper: units }];
      if (units !== null) return [];
      if (rule === 'minimum')
        return minimum[period] > 0 ? [{ source, period, lower: minimum[period], upper: Infinity }] : [];
      return maximum[period] < Infinity ? [{ source, period, lower: -Infinity, upper: maximum[period] }] : [];
    }),
  );
}
