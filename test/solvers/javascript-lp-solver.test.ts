import { version } from 'javascript-lp-solver/package.json';
import { javascriptLpSolver } from '../../src/solvers/javascript-lp-solver';
import { describeSolverContract } from '../contracts/solver-contract';

describeSolverContract('javascript-lp-solver', () => Promise.resolve(javascriptLpSolver()), {
  ranges: false,
  conflicts: false,
  interruptible: false,
});

it('names the version that is installed', () => {
  expect(javascriptLpSolver().version).toBe(version);
});
