import * as fc from 'fast-check';
import type { PlanningMode, Solver } from '../../../src/planning';
import { loadHighs } from '../../../src/solvers/highs';
import { problemSpecs } from '../../properties/problems';
import { totalOf } from '../../properties/solved';
import { problemOf } from '../problem-builder';
import type { ProblemSpec } from '../problem-builder';
import { explained, sentencesOf } from './explained';

const runs = Number(process.env.RUNS ?? 100);

let highs: Solver;

beforeAll(async () => {
  highs = await loadHighs();
});

const reasonsOf = (spec: ProblemSpec, kind: 'shortage' | 'late' | 'safetyStock') =>
  explained(problemOf(spec), highs, ({ explanations }) => sentencesOf(explanations, kind)) ?? [];

const rivals = (mode: PlanningMode): ProblemSpec => ({
  mode,
  periods: ['2026-01', '2026-02', '2026-03'],
  items: [
    { name: 'A', demand: [10, 30, 40], productionCost: 5, holdingCost: 1, shortageCost: 45, use: [1.25] },
    { name: 'B', demand: [10, 30, 40], productionCost: 5, holdingCost: 1, shortageCost: 60 },
  ],
  resources: [{ name: 'Assembly', capacity: 40, overtimeCapacity: 5, overtimeCost: 10 }],
});

describe('a shortage', () => {
  it('names the limit, the least cure in money, and why this item gives way', () => {
    expect(reasonsOf(rivals('cost'), 'shortage')).toEqual([
      '36 units of A in 2026-03 are never delivered. ' +
        'The reason is Assembly (full in 2026-01 to 2026-03): without that limit nothing would be missed. ' +
        'The least cure is 45 more units of Assembly (45 in 2026-03): nothing would be missed, and the plan would cost ' +
        '1,440.00 less. A unit of Assembly avoids 32.00 with A and 55.00 with B, which is served.',
    ]);
  });

  it('in mode delivery is explained by what each item takes', () => {
    expect(reasonsOf(rivals('delivery'), 'shortage').join(' ')).toContain(
      'A unit of A takes 1.25 of Assembly, a unit of B only 1: serving the latter leaves less undelivered.',
    );
  });

  it('that is cheaper than serving states both numbers', () => {
    const spec = { items: [{ name: 'A', demand: [20, 20], shortageCost: 5, productionCost: 8 }] };
    expect(reasonsOf(spec, 'shortage')).toEqual([
      '40 units of A in P1 to P2 are never delivered. Delivering them is possible but would cost 320.00 (8.00 each) and ' +
        'saves a penalty of only 200.00 (5.00 each).',
    ]);
  });

  it('behind a fixed production is put down to it', () => {
    const spec = { items: [{ name: 'A', demand: [20, 20], shortageCost: 50, fixed: [0, 10] }] };
    expect(reasonsOf(spec, 'shortage')).toEqual([
      '30 units of A in P1 to P2 are never delivered. ' +
        'The reason is the fixed production of A (P1 to P2): without that limit nothing would be missed.',
    ]);
  });

  it('before the first arrival is put down to the lead time', () => {
    const problem = problemOf({ items: [{ name: 'A', demand: [20, 20, 20], shortageCost: 50 }] });
    const late = { ...problem, sources: problem.sources.map((source) => ({ ...source, arrival: [1, 2, 3] })) };
    const sentences = explained(late, highs, ({ explanations }) => sentencesOf(explanations, 'shortage'));
    expect(sentences).toEqual([
      '20 units of A in P1 are never delivered. ' +
        'The reason is the lead time (supply of A that starts now arrives in P2): without that limit nothing would be missed.',
    ]);
  });

  it('over a lane is put down to the lane', () => {
    const base = problemOf({
      items: [
        { name: 'A @ Plant', demand: [0, 0] },
        { name: 'A @ Shop', demand: [30, 30], shortageCost: 9 },
      ],
    });
    const lane = {
      name: 'Plant to Shop',
      from: 0,
      to: 1,
      cost: [1, 1],
      arrival: [0, 1],
      minLot: 0,
      lotSize: 0,
      lotPeriods: Infinity,
      maximum: [20, 25],
      fixed: [null, null],
      quota: 1,
    };
    const network = { ...base, sources: base.sources.slice(0, 1), lanes: [lane] };
    const sentences = explained(network, highs, ({ explanations }) => sentencesOf(explanations, 'shortage'));
    expect(sentences).toEqual([
      '15 units of A @ Shop in P1 to P2 are never delivered. ' +
        'The reason is the lane Plant to Shop (full in P1 to P2): without that limit nothing would be missed.',
    ]);
  });
});

describe('a late delivery', () => {
  it('names what is full, and what being in time would cost where that is possible', () => {
    const spec = {
      items: [{ name: 'A', demand: [0, 40, 0], holdingCost: 3, backorderCost: 1 }],
      resources: [{ capacity: 20 }],
    };
    expect(reasonsOf(spec, 'late')).toEqual([
      '20 units of A are open at the end of P2 and delivered late. Delivering in time is possible but would cost 60.00 ' +
        '(3.00 each) and saves a penalty of only 20.00 (1.00 each). ' +
        'The reason is Capacity (full in P2): without that limit nothing would be missed.',
    ]);
  });
});

describe('a safety stock that is missed', () => {
  it('names the limit', () => {
    const spec = {
      items: [{ name: 'A', demand: [20, 20], safetyStock: 10, safetyStockCost: 2, maximum: 22 }],
    };
    expect(reasonsOf(spec, 'safetyStock')).toEqual([
      'The stock of A ends P1 to P2 up to 8 units below its safety stock. ' +
        'The reason is the most production of A (reached in P1 to P2): without that limit nothing would be missed.',
    ]);
  });
});

describe('over generated problems', () => {
  const specs = problemSpecs({
    integers: false,
    modes: ['cost', 'profit', 'delivery', 'fair-share'],
    maxItems: 3,
    maxPeriods: 4,
  });

  it('every shortage in every mode has a reason', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        explained(problemOf(spec), highs, ({ planned, explanations }) => {
          const short = explanations.filter(({ kind }) => kind === 'shortage');
          const told = short.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
          expect(told).toBeCloseTo(totalOf(planned.plan.shortage), 4);
          for (const { sentence } of short) expect(sentence.split('. ').length).toBeGreaterThan(1);
        });
      }),
      { numRuns: runs },
    );
  });

  it('every cure cures, at the cost that it claims', () => {
    let cures = 0;
    const scarce = specs.filter(({ resources }) => (resources ?? []).length > 0);
    fc.assert(
      fc.property(scarce, (spec) => {
        const items = spec.items.map((item) => ({
          ...item,
          shortageCost: 200,
          backorderCost: null,
          subcontract: null,
          maximum: Infinity,
          fixed: undefined,
        }));
        explained(problemOf({ ...spec, items }), highs, ({ session, planned, explanations }) => {
          const worth = ({ total, revenue }: typeof planned.cost) => (spec.mode === 'profit' ? total - revenue : total);
          for (const { kind, sentence, changes, item, period } of explanations) {
            if (kind !== 'shortage' || !changes || item === null || period === null) continue;
            const outcome = session.whatIf(changes);
            if (outcome.kind !== 'planned') throw new Error(`A cure ended as ${outcome.kind}.`);
            const before = planned.plan.shortage[item][period];
            expect(outcome.plan.shortage[item][period]).toBeLessThanOrEqual(1e-3 * Math.max(1, before));
            expect(worth(outcome.cost)).toBeCloseTo(worth(planned.cost) + claimedChange(sentence), 1);
            cures++;
          }
        });
      }),
      { numRuns: runs },
    );
    expect(cures).toBeGreaterThan(0);
  });
});

/** Change of cost (less revenue in mode profit) that the sentence of a cure claims. */
function claimedChange(sentence: string): number {
  const [, verb, amount, direction] = /would (earn|cost) ([\d,.]+) (more|less)/.exec(sentence) ?? [];
  if (amount === undefined) return 0;
  const money = Number(amount.replaceAll(',', ''));
  return (verb === 'earn') === (direction === 'more') ? -money : money;
}
