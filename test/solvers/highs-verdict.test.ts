import type { ModelStatusCode } from 'highs';
import loadRuntime from 'highs';
import { verdictOf } from '../../src/solvers/highs-verdict';

it('translates every status of HiGHS, and calls nothing optimal or infeasible that is not', async () => {
  const { modelStatus } = (await loadRuntime()).constants;
  const verdicts = Object.fromEntries(
    Object.entries<ModelStatusCode>(modelStatus).map(([name, status]) => [name, verdictOf(status)]),
  );
  expect(verdicts).toEqual({
    notSet: 'error',
    loadError: 'error',
    modelError: 'error',
    presolveError: 'numerical',
    solveError: 'numerical',
    postsolveError: 'numerical',
    empty: 'error',
    optimal: 'optimal',
    infeasible: 'infeasible',
    unboundedOrInfeasible: 'unboundedOrInfeasible',
    unbounded: 'unbounded',
    objectiveBound: 'error',
    objectiveTarget: 'error',
    timeLimit: 'timeLimit',
    iterationLimit: 'numerical',
    unknown: 'numerical',
    solutionLimit: 'error',
    interrupted: 'interrupted',
  });
});
