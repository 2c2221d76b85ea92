import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { goldenProblems } from './golden-problems';
import { isHandCheckable, listedParts, partText } from './part-text';

/** `UPDATE_GOLDEN=1 npx jest test/formulation` writes the texts; whoever does so checks them by hand. */
const update = process.env.UPDATE_GOLDEN === '1';

const pathOf = (part: string) => join(__dirname, `${part}.lp`);

describe('the golden LP text', () => {
  it.each([...listedParts])('of %s is what the part makes of its problem', (name, part) => {
    const problem = goldenProblems[name];
    if (!problem) throw new Error(`${name} has no problem in golden-problems.ts.`);
    expect(isHandCheckable(problem)).toBe(true);
    const text = partText(part, problem);
    expect(text.trim()).not.toBe('');
    if (update) {
      mkdirSync(dirname(pathOf(name)), { recursive: true });
      writeFileSync(pathOf(name), text);
    }
    expect(existsSync(pathOf(name))).toBe(true);
    expect(text).toBe(readFileSync(pathOf(name), 'utf8'));
  });

  it('exists for listed parts only', () => {
    const found = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.lp'))
      .map((file) => file.replace(/\\/g, '/').replace(/\.lp$/, ''));
    expect(found.sort()).toEqual([...listedParts.keys()].sort());
    expect(Object.keys(goldenProblems).sort()).toEqual([...listedParts.keys()].sort());
  });
});
