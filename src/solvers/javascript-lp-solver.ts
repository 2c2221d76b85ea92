import javascriptLp from 'javascript-lp-solver';
import type { LinearProgramme } from '../planning';
import { hasIntegers } from '../planning';
import type { SolveOptions, SolveOutcome, Solver, SolverSession } from '../planning';
import type { EditedProgramme } from './edited-programme';
import {
  appendRow,
  editedProgramme,
  setColumnBounds,
  setColumnsBounds,
  setObjective,
  setRowBounds,
  setRowsBounds,
} from './edited-programme';
import { objectiveAt, usablePoint } from './feasible-point';
import { standardForm } from './standard-form';

/** Reduced cost, relative to the largest cost, up to which a basis counts as optimal. */
const optimalityTolerance = 1e-7;

/**
 * javascript-lp-solver 1.0.3 (MIT) as second opinion and where WebAssembly cannot run: LPs only, small ones (20 items by 26
 * periods take about a second), no duals. It works on a dense tableau, cannot be interrupted, and its branch and bound has
 * answered with fractional points, so integers are refused. Nothing it says is believed unchecked.
 */
export function javascriptLpSolver(): Solver {
  return {
    name: 'javascript-lp-solver',
    version: '1.0.3',
    solvesIntegers: false,
    givesDuals: false,
    open: openSession,
  };
}

type SimplexEnd =
  | { readonly kind: 'optimal'; readonly values: Float64Array }
  | { readonly kind: 'infeasible' | 'unbounded' | 'undecided' };

type Tableau = InstanceType<typeof javascriptLp.Tableau>;

/** Values of the basic variables by name. Read from the tableau, because the library's own answer is rounded to 1e-8. */
function basicValues(tableau: Tableau): Record<string, number> {
  const values: Record<string, number> = {};
  for (let row = 1; row < tableau.height; row++) {
    const variable = tableau.variablesPerIndex[tableau.varIndexByRow[row]];
    if (variable) values[variable.id] = tableau.matrix[row * tableau.width + tableau.rhsColumn];
  }
  return values;
}

/** Runs the library's simplex method. It reports a cycle as `infeasible` and a stall as an optimum: both are undecided. */
function runSimplex(programme: EditedProgramme): SimplexEnd {
  const form = standardForm(programme);
  if (form === null) return { kind: 'infeasible' };
  if (Object.keys(form.variables).length === 0) return { kind: 'optimal', values: form.valuesOf({}) };
  const model = new javascriptLp.Model().loadJson({
    optimize: 'cost',
    opType: 'min',
    constraints: form.constraints,
    variables: form.variables,
    options: { presolve: false, exitOnCycles: true },
  });
  const solution = model.solve();
  const tableau = model.tableau;
  if (model.messages.length > 0) return { kind: 'undecided' };
  if (!solution.feasible) return { kind: 'infeasible' };
  if (!solution.bounded) return { kind: 'unbounded' };
  const reducedCosts = tableau.matrix.subarray(1, tableau.width);
  if (reducedCosts.some((cost) => cost > optimalityTolerance * form.largestCost)) return { kind: 'undecided' };
  return { kind: 'optimal', values: form.valuesOf(basicValues(tableau)) };
}

function openSession(lp: LinearProgramme): SolverSession {
  const programme = editedProgramme(lp);
  const integers = hasIntegers(lp);
  let disposed = false;

  function requireOpen(): void {
    if (disposed) throw new Error('This solver session is disposed.');
  }

  function solve(options: SolveOptions = {}): SolveOutcome {
    requireOpen();
    const started = performance.now();
    /** The library does not count its pivots. */
    const effort = () => ({ milliseconds: performance.now() - started, iterations: 0, nodes: 0 });
    if (options.cancel?.cancelled) {
      return {
        kind: 'failed',
        reason: 'cancelled',
        message: 'The solve was cancelled before it began.',
        effort: effort(),
      };
    }
    if (integers) {
      const message = 'javascript-lp-solver is not used for whole numbers: its search can end on a wrong plan.';
      return { kind: 'failed', reason: 'unsupported', message, effort: effort() };
    }
    if (options.timeLimitSeconds !== undefined && options.timeLimitSeconds <= 0) {
      return { kind: 'failed', reason: 'timeLimit', message: 'There was no time to solve.', effort: effort() };
    }
    const end = runSimplex(programme);
    if (end.kind === 'infeasible' || end.kind === 'unbounded') return { kind: end.kind, effort: effort() };
    const values = end.kind === 'optimal' ? usablePoint(programme, end.values) : null;
    if (!values) {
      const message = 'javascript-lp-solver lost its way numerically and reached no conclusion.';
      return { kind: 'failed', reason: 'numerical', message, effort: effort() };
    }
    return {
      kind: 'optimal',
      objective: objectiveAt(programme, values),
      gap: 0,
      values,
      duals: null,
      effort: effort(),
    };
  }

  return {
    solve,
    changeColumnBounds(column, lower, upper) {
      requireOpen();
      setColumnBounds(programme, column, lower, upper);
    },
    changeRowBounds(row, lower, upper) {
      requireOpen();
      setRowBounds(programme, row, lower, upper);
    },
    changeColumnsBounds(columns, lower, upper) {
      requireOpen();
      setColumnsBounds(programme, { numbers: columns, lower, upper });
    },
    changeRowsBounds(rows, lower, upper) {
      requireOpen();
      setRowsBounds(programme, { numbers: rows, lower, upper });
    },
    changeObjective(objective, offset) {
      requireOpen();
      setObjective(programme, objective, offset);
    },
    addRow(lower, upper, columns, values) {
      requireOpen();
      return appendRow(programme, lower, upper, columns, values);
    },
    priceRanges(rows) {
      requireOpen();
      return rows.map(() => null);
    },
    conflict() {
      requireOpen();
      return null;
    },
    dispose() {
      disposed = true;
    },
  };
}
