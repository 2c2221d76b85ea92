import type { PlanningProblem } from '../domain/planning-problem';
import { assemble } from '../formulation/assemble';
import type { AssembledModel } from '../formulation/assemble';
import { formulationFor, prioritiesOf } from '../formulation/formulation';
import { refill } from '../formulation/refill';
import { solveByPriority } from '../formulation/solve-by-priority';
import type { PrioritySolveOptions } from '../formulation/solve-by-priority';
import { applyDifference, sameMatrix } from '../lp/change-programme';
import type { ProgrammeFigures } from '../lp/change-programme';
import type { SolveOutcome, Solver, SolverSession } from '../lp/solver';

/** A bound of a single row or column put elsewhere, to see what it does. */
export interface BoundEdit {
  readonly kind: 'row' | 'column';
  readonly number: number;
  readonly lower: number;
  readonly upper: number;
}

/** A problem's model and how a solve of it ended. */
export interface SolvedModel {
  readonly model: AssembledModel;
  readonly outcome: SolveOutcome;
}

/**
 * A model that stays with its solver, so that the problem itself and every variation of it start from the last basis. Goals
 * that go before cost are solved afresh each time. Always `dispose` it.
 */
export interface ModelSession {
  readonly solver: Solver;
  readonly base: AssembledModel;
  /** Solves a variation of the problem: warm where only quantities and money differ from it. */
  solve(problem: PlanningProblem, options: PrioritySolveOptions): SolvedModel;
  /** Solves the problem itself with some bounds put elsewhere; only for modes without goals before cost. */
  solveEdited(edits: readonly BoundEdit[], options: PrioritySolveOptions): SolveOutcome;
  dispose(): void;
}

/** A programme inside a solver, and the figures that it has there now. */
interface Held {
  readonly model: AssembledModel;
  readonly session: SolverSession;
  figures: ProgrammeFigures;
}

/** Assembles a problem and keeps it open. The solver sees it at the first solve. */
export function openModelSession(problem: PlanningProblem, solver: Solver): ModelSession {
  const base = assemble(problem, formulationFor(problem.mode));
  let heldBase: Held | null = null;
  /** The last variation with rows or columns of its own. */
  let heldOther: Held | null = null;

  const open = (model: AssembledModel): Held => ({ model, session: solver.open(model.lp), figures: model.lp });
  const baseHeld = () => (heldBase ??= open(base));

  function solveIn(held: Held, figures: ProgrammeFigures, options: PrioritySolveOptions): SolveOutcome {
    applyDifference(held.session, held.figures, figures);
    held.figures = figures;
    return held.session.solve(options);
  }

  /** Where the model is (or can be) held. */
  function holding(model: AssembledModel): Held {
    if (sameMatrix(base.lp, model.lp)) return baseHeld();
    if (!heldOther || !sameMatrix(heldOther.model.lp, model.lp)) {
      heldOther?.session.dispose();
      heldOther = open(model);
    }
    return heldOther;
  }

  function modelOf(changed: PlanningProblem): AssembledModel {
    if (changed === problem) return base;
    const known = refill(base, changed) ?? (heldOther && refill(heldOther.model, changed));
    return known ?? assemble(changed, formulationFor(changed.mode));
  }

  return {
    solver,
    base,
    solve(changed, options) {
      const model = modelOf(changed);
      const goals = prioritiesOf(changed.mode);
      const outcome =
        goals.length > 0 ? solveByPriority(model, goals, solver, options) : solveIn(holding(model), model.lp, options);
      return { model, outcome };
    },
    solveEdited(edits, options) {
      const { lp } = base;
      const figures = {
        ...lp,
        rowLower: lp.rowLower.slice(),
        rowUpper: lp.rowUpper.slice(),
        columnLower: lp.columnLower.slice(),
        columnUpper: lp.columnUpper.slice(),
      };
      for (const { kind, number, lower, upper } of edits) {
        (kind === 'row' ? figures.rowLower : figures.columnLower)[number] = lower;
        (kind === 'row' ? figures.rowUpper : figures.columnUpper)[number] = upper;
      }
      return solveIn(baseHeld(), figures, options);
    },
    dispose() {
      heldBase?.session.dispose();
      heldOther?.session.dispose();
      heldBase = heldOther = null;
    },
  };
}
