import { loadHighs } from '../../src/solvers/highs';
import { describeSolverContract } from '../contracts/solver-contract';

describeSolverContract('HiGHS', loadHighs, { ranges: true, conflicts: true, interruptible: true });
