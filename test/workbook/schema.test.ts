import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { referencePage } from '../../src/workbook/reference-page';
import { inputNamed, inputs, tables } from '../../src/workbook/schema';

const root = join(__dirname, '..', '..');

describe('the dictionary of names', () => {
  it('has each name once, whatever its case', () => {
    const names = inputs.map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });

  it('refers only to names that it has', () => {
    const names: readonly string[] = inputs.map(({ name }) => name);
    for (const { worksWith } of inputs) worksWith.forEach((other) => expect(names).toContain(other));
  });

  it('knows a name in any case, with and without its prefix', () => {
    expect(inputNamed('SOP_holding_COST')).toBe('Holding_Cost');
    expect(inputNamed('Demand')).toBe('Demand');
    expect(inputNamed('My_Demand')).toBeNull();
    expect(inputNamed('SOP_')).toBeNull();
  });

  it('explains each input and column in one sentence', () => {
    const meanings = [
      ...inputs.map(({ meaning }) => meaning),
      ...tables.flatMap(({ meaning, columns }) => [meaning, ...columns.map((column) => column.meaning)]),
    ];
    meanings.forEach((meaning) => expect(meaning).toMatch(/^[A-Z].*\.$/));
  });
});

describe("the user's reference", () => {
  it('is what the schema says; else run npx tsx scripts/build-reference.ts', () => {
    expect(readFileSync(join(root, 'docs', 'reference.md'), 'utf8')).toBe(referencePage());
  });

  it('covers every name and table of the contract', () => {
    const text = readFileSync(join(root, '..', 'shared', 'WORKBOOK.md'), 'utf8');
    const [inputPart] = text.slice(text.indexOf('## 1.')).split('## 2.');
    const firstCells = inputPart.split('\n').flatMap((line) => /^\| (`[^|]*)\|/.exec(line)?.[1] ?? []);
    const wanted = firstCells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    const known: readonly string[] = [...inputs.map(({ name }) => name), ...tables.map(({ name }) => name)];
    expect(wanted.length).toBeGreaterThan(50);
    wanted.forEach((name) => expect(known).toContain(name));
  });
});
