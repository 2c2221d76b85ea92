import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { solveOnce } from '../../src/planning';
import { assemble } from '../../src/planning/formulation/assemble';
import { subcontracting } from '../../src/planning/formulation/decisions/subcontracting';
import { formulation } from '../../src/planning/formulation/formulation';
import { anyLimit, limit, periodsWhere, term } from '../../src/planning/formulation/parts';
import { readBack } from '../../src/planning/formulation/read-back';
import { loadHighs } from '../../src/solvers/highs';
import { problemOf } from '../planning/problem-builder';
import { partText } from './part-text';

const page = readFileSync(join(__dirname, '../../docs/how-to-add-a-constraint.md'), 'utf8');

/** What is bought of all items in a period fits into what the supplier delivers. */
export const supplierCapacity = limit<'period'>({
  id: 'supplier_capacity',
  title: 'Supplier capacity',
  equation: String.raw`\sum_q u_{q,t} \le 50`,
  index: ['period'],
  keys: periodsWhere((problem) => problem.subcontracts.length > 0),
  sense: '<=',
  rightHandSide: () => 50,
  terms: [term(subcontracting)],
});

const extended = { ...formulation, limits: [...formulation.limits, anyLimit(supplierCapacity)] };
const supply = { limit: Infinity, cost: 1 };
const problem = problemOf({
  periods: ['Jan', 'Feb'],
  items: [
    { name: 'A', demand: [10, 40], productionCost: 5, holdingCost: 9, subcontract: supply },
    { name: 'B', demand: [20, 30], productionCost: 5, holdingCost: 9, subcontract: supply },
  ],
});

describe('docs/how-to-add-a-constraint.md', () => {
  it('shows the part that this test assembles', () => {
    const source = readFileSync(__filename, 'utf8');
    const shown = /```ts\n[^`]*?(export const supplierCapacity = [\s\S]*?\n\}\);)\n```/.exec(page);
    expect(shown).not.toBeNull();
    expect(source).toContain(shown?.[1]);
  });

  it('shows the rows that the part makes', () => {
    const text = partText(anyLimit(supplierCapacity), problem, extended);
    expect(text).toContain('supplier_capacity[Feb]: subcontracting[A,Feb] + subcontracting[B,Feb] <= 50');
    expect(page).toContain(text);
  });

  it('adds a rule that the plan keeps without any other part having changed', async () => {
    const highs = await loadHighs();
    const bought = [formulation, extended].map((parts) => {
      const model = assemble(problem, parts);
      const outcome = solveOnce(highs, model.lp);
      if (outcome.kind !== 'optimal') throw new Error(`The solve ended as ${outcome.kind}.`);
      const { subcontract } = readBack(model, outcome.values);
      return [0, 1].map((t) => subcontract.reduce((sum, line) => sum + line[t], 0));
    });
    expect(bought).toEqual([
      [30, 70],
      [30, 50],
    ]);
  });

  it.each([...page.matchAll(/`((?:src|test|scripts|docs)\/[\w./-]+\.ts)`/g)].map(([, path]) => path))(
    'names %s',
    (path) => {
      const written = ['src/planning/formulation/limits/supplier-capacity.ts'];
      if (!written.includes(path)) expect(readFileSync(join(__dirname, '../..', path), 'utf8')).not.toBe('');
    },
  );
});
