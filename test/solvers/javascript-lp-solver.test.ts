import { javascriptLpSolver } from '../../src/solvers/javascript-lp-solver';
import { describeSolverContract } from '../contracts/solver-contract';

describeSolverContract('javascript-lp-solver', () => Promise.resolve(javascriptLpSolver()), {
  ranges: false,
  conflicts: false,
  interruptible: false,
});
