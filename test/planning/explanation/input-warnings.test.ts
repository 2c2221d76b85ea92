import type { Explanation, Solver } from '../../../src/planning';
import { loadHighs } from '../../../src/solvers/highs';
import { problemOf } from '../problem-builder';
import type { ProblemSpec } from '../problem-builder';
import { explained, sentencesOf } from './explained';

let highs: Solver;

beforeAll(async () => {
  highs = await loadHighs();
});

const sentences = (spec: ProblemSpec, kind: Explanation['kind']) =>
  explained(problemOf(spec), highs, ({ explanations }) => sentencesOf(explanations, kind));

it('says that a constant production cost changes nothing where all must be made once', () => {
  const items = [{ name: 'A', demand: [10, 20], productionCost: 4, holdingCost: 1 }];
  expect(sentences({ items }, 'costWithoutEffect')).toEqual([
    'The production cost of A cannot change the plan: it is the same in every period, and all demand must be made once, ' +
      'whenever that is (120.00 of this plan).',
  ]);
  expect(sentences({ items: [{ ...items[0], productionCost: [4, 5] }] }, 'costWithoutEffect')).toEqual([]);
  expect(sentences({ items: [{ ...items[0], shortageCost: 9 }] }, 'costWithoutEffect')).toEqual([]);
});

it('says that no cost is given', () => {
  expect(sentences({ items: [{ demand: [10, 20] }] }, 'costWithoutEffect')).toEqual([
    'No cost is given, so every plan that keeps the limits is as good as this one.',
  ]);
});

it('says that a shortage is cheaper than production', () => {
  const items = [{ name: 'A', demand: [10, 20], productionCost: 8, shortageCost: 5 }];
  expect(sentences({ items }, 'penaltyOrder')).toEqual([
    'A unit of A that is never delivered costs 5.00 in P1, less than the 8.00 of making it: the cheapest plan does not ' +
      'deliver it, whatever the capacity.',
  ]);
});

it('says that lateness is cheaper than holding, over the lateness allowed', () => {
  const items = [{ name: 'A', demand: [10, 20, 10], holdingCost: 3, backorderCost: 1, maxLateness: 2 }];
  expect(sentences({ items }, 'penaltyOrder')).toEqual([
    'Delivering A 2 periods late costs 2.00 a unit, holding it as long 6.00: the cheapest plan delivers late rather than ' +
      'build ahead.',
  ]);
});

it('says that an item’s demand ends before that of the others', () => {
  const items = [
    { name: 'A', demand: [10, 20, 0, 0], holdingCost: 1 },
    { name: 'B', demand: [10, 20, 5, 5], holdingCost: 1 },
  ];
  expect(sentences({ items }, 'horizon')).toEqual([
    'The demand of A ends in P2, 2 periods before that of other items: nothing of it is made or kept for later, which is ' +
      'right only if it is discontinued (its last demand is 20 units).',
  ]);
});
