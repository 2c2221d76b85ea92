import fc from 'fast-check';
import { planByRule, planReport } from '../../src/planning';
import type { PlanningProblem, PlanOutcome } from '../../src/planning';
import { planningModes } from '../../src/planning/domain/planning-problem';
import type { Solver } from '../../src/planning/lp/solver';
import { makePlan } from '../../src/planning/make-plan';
import { loadHighs } from '../../src/solvers/highs';
import { networks } from './networks';

const enough = 1e-6;

/** Networks with too little capacity in some periods, so that something is missing. */
const scarce: fc.Arbitrary<PlanningProblem> = fc
  .tuple(networks, fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 6, maxLength: 6 }), fc.boolean())
  .map(([problem, capacity, late]) => {
    const resource = problem.resources.length;
    const every = <T>(value: T) => problem.periods.map(() => value);
    return {
      ...problem,
      items: problem.items.map((item) => ({ ...item, openingInventory: 0 })),
      demands: problem.demands.map((demand) => ({
        ...demand,
        shortageCost: every(50),
        backorderCost: late ? every(1) : null,
        price: every(60),
      })),
      sources: problem.sources.map((source) => ({ ...source, uses: [...source.uses, { resource, use: 1 }] })),
      resources: [
        ...problem.resources,
        {
          name: 'Crew',
          capacity: capacity.slice(0, problem.periods.length),
          overtimeCapacity: every(0),
          overtimeCost: every(0),
          minUse: every(0),
          minUseCost: 0,
          targetUse: every(Infinity),
          targetUseCost: 0,
        },
      ],
    };
  });

/** Items and periods with demand that is never delivered; of adjoining periods the first, under which a report has them. */
function shortages(problem: PlanningProblem, outcome: PlanOutcome): string[] {
  if (outcome.kind !== 'planned') throw new Error(`A network always has a plan, and this one is ${outcome.kind}.`);
  const { shortage } = outcome.plan;
  return problem.items.flatMap(({ name }, item) => {
    const isShort = problem.periods.map((_period, t) =>
      problem.demands.some((demand, k) => demand.item === item && shortage[k][t] > enough),
    );
    return problem.periods.flatMap(({ label }, t) => (isShort[t] && !isShort[t - 1] ? [`${name} in ${label}`] : []));
  });
}

/** Items and periods for which the report has the reason of a shortage. */
function explained(problem: PlanningProblem, outcome: PlanOutcome): Set<string> {
  const { explanations } = planReport(problem, outcome, { scenario: null, issues: [] });
  const reasons = explanations.filter(({ kind, sentence }) => kind === 'shortage' && sentence !== '');
  return new Set(reasons.map(({ item, period }) => `${item} in ${period}`));
}

describe('every shortage on a network has a reason', () => {
  let highs: Solver;
  beforeAll(async () => {
    highs = await loadHighs();
  });

  it.each(planningModes)('in the mode %s', (mode) => {
    let met = 0;
    fc.assert(
      fc.property(scarce, (generated) => {
        const problem = { ...generated, mode };
        const outcome = makePlan(problem, highs, { clock: () => 0 });
        const reasons = explained(problem, outcome);
        const missing = shortages(problem, outcome);
        met += missing.length;
        expect(missing.filter((place) => !reasons.has(place))).toEqual([]);
      }),
      { numRuns: 3, endOnFailure: true },
    );
    expect(met).toBeGreaterThan(0);
  });

  it('by supply propagation', () => {
    fc.assert(
      fc.property(networks, (problem) => {
        const outcome = planByRule('propagation', problem, { clock: () => 0 });
        const reasons = explained(problem, outcome);
        expect(shortages(problem, outcome).filter((place) => !reasons.has(place))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
