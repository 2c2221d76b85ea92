import { columnKind } from '../planning';
import type { LinearProgramme, SolveOptions, SolveOutcome, SolverSession } from '../planning';
import { objectiveFactor, rowFactor, scaledProgramme } from './integer-scale';
import type { ProgrammeScale } from './integer-scale';

/**
 * A programme with integers, solved in the units of a scale. What the search decides about the integers is then planned exactly in
 * the programme's own units, with the integers fixed, so that no quantity is left over from a tolerance of a larger unit.
 */
export function openScaledSession(
  open: (lp: LinearProgramme) => SolverSession,
  lp: LinearProgramme,
  scale: ProgrammeScale,
): SolverSession {
  const scaled = open(scaledProgramme(lp, scale));
  const exact = open({ ...lp, columnKinds: new Uint8Array(lp.columnCount) });
  const integers = Int32Array.from(lp.columnKinds.keys()).filter(
    (column) => lp.columnKinds[column] === columnKind.integer,
  );
  const lower = lp.columnLower.slice();
  const upper = lp.columnUpper.slice();
  const rowFactors = [...scale.rows];
  let money = objectiveFactor(lp.objective, scale);

  const original = (values: Float64Array): Float64Array => values.map((value, column) => value * scale.columns[column]);
  const each = (bounds: Float64Array, factorOf: (at: number) => number): Float64Array =>
    bounds.map((bound, at) => bound * factorOf(at));

  function optionsFor(options: SolveOptions): SolveOptions {
    const { onProgress, onBetterPoint } = options;
    const unscaled = (value: number | null) => (value === null ? null : value / money);
    return {
      ...options,
      ...(onProgress && {
        onProgress: (state) =>
          onProgress({ ...state, incumbent: unscaled(state.incumbent), bound: unscaled(state.bound) }),
      }),
      ...(onBetterPoint && {
        onBetterPoint: ({ objective, gap, values }) =>
          onBetterPoint({ objective: objective / money, gap, values: original(values) }),
      }),
    };
  }

  function withIntegersFixed(values: Float64Array): SolveOutcome {
    const whole = Float64Array.from(integers, (column) => Math.round(values[column]));
    exact.changeColumnsBounds(integers, whole, whole);
    try {
      return exact.solve();
    } finally {
      exact.changeColumnsBounds(
        integers,
        Float64Array.from(integers, (column) => lower[column]),
        Float64Array.from(integers, (column) => upper[column]),
      );
    }
  }

  function solve(options: SolveOptions = {}): SolveOutcome {
    const found = scaled.solve(optionsFor(options));
    if (found.kind !== 'optimal' && found.kind !== 'stoppedEarly') return found;
    const planned = withIntegersFixed(found.values);
    if (planned.kind === 'optimal') {
      const { objective, values } = planned;
      // Prices with the integers fixed are not those of the programme.
      return { ...found, objective, values, ...(found.kind === 'optimal' && { duals: null }) };
    }
    const message = 'HiGHS found whole numbers for which it then found no quantities.';
    return { kind: 'failed', reason: 'numerical', message, effort: found.effort };
  }

  return {
    solve,
    changeColumnBounds(column, low, high) {
      exact.changeColumnBounds(column, low, high);
      scaled.changeColumnBounds(column, low / scale.columns[column], high / scale.columns[column]);
      [lower[column], upper[column]] = [low, high];
    },
    changeRowBounds(row, low, high) {
      exact.changeRowBounds(row, low, high);
      scaled.changeRowBounds(row, low * rowFactors[row], high * rowFactors[row]);
    },
    changeColumnsBounds(columns, low, high) {
      exact.changeColumnsBounds(columns, low, high);
      const factorOf = (at: number) => 1 / scale.columns[columns[at]];
      scaled.changeColumnsBounds(columns, each(low, factorOf), each(high, factorOf));
      columns.forEach((column, at) => ([lower[column], upper[column]] = [low[at], high[at]]));
    },
    changeRowsBounds(rows, low, high) {
      exact.changeRowsBounds(rows, low, high);
      const factorOf = (at: number) => rowFactors[rows[at]];
      scaled.changeRowsBounds(rows, each(low, factorOf), each(high, factorOf));
    },
    changeObjective(objective, offset) {
      exact.changeObjective(objective, offset);
      money = objectiveFactor(objective, scale);
      scaled.changeObjective(
        objective.map((cost, column) => cost * scale.columns[column] * money),
        offset * money,
      );
    },
    addRow(low, high, columns, values) {
      exact.addRow(low, high, columns, values);
      const inUnits = values.map((value, at) => value * scale.columns[columns[at]]);
      const factor = rowFactor([...inUnits]);
      rowFactors.push(factor);
      return scaled.addRow(
        low * factor,
        high * factor,
        columns,
        each(inUnits, () => factor),
      );
    },
    priceRanges: (rows) => scaled.priceRanges(rows).map(() => null),
    conflict: () => scaled.conflict(),
    dispose() {
      scaled.dispose();
      exact.dispose();
    },
  };
}
