import { columnKind } from './linear-programme';
import type { Family, LinearProgramme } from './linear-programme';

/** Text of a member's coordinate, e.g. the label of item 3. */
export type Labels = (coordinate: string, position: number) => string;

const positions: Labels = (_coordinate, position) => String(position + 1);

/** Name of a column or row: the family and the coordinates, e.g. `inventory[SKU-001,Jan]`. */
export function memberName(families: readonly Family[], number: number, labels: Labels = positions): string {
  const family = families.find(({ first, count }) => number >= first && number < first + count);
  if (!family) return `#${number}`;
  const width = family.index.length;
  const start = (number - family.first) * width;
  const coordinates = family.index.map((coordinate, position) => labels(coordinate, family.keys[start + position]));
  return `${family.id}[${coordinates.join(',')}]`;
}

/** The linear programme as text in the CPLEX LP manner, for golden tests and for debugging. */
export function lpFormat(lp: LinearProgramme, labels: Labels = positions): string {
  const column = (number: number) => memberName(lp.columnFamilies, number, labels);
  const rowTerms: string[][] = Array.from({ length: lp.rowCount }, () => []);
  for (let j = 0; j < lp.columnCount; j++) {
    for (let entry = lp.matrix.starts[j]; entry < lp.matrix.starts[j + 1]; entry++) {
      rowTerms[lp.matrix.rows[entry]].push(signed(lp.matrix.values[entry], column(j)));
    }
  }
  const costs: string[] = [];
  lp.objective.forEach((cost, j) => {
    if (cost !== 0) costs.push(signed(cost, column(j)));
  });
  if (lp.objectiveOffset !== 0) costs.push(signed(lp.objectiveOffset, ''));
  const lines = ['Minimize', `  ${sum(costs)}`, 'Subject To'];
  rowTerms.forEach((terms, row) => {
    const name = memberName(lp.rowFamilies, row, labels);
    lines.push(`  ${name}: ${rowText(sum(terms), lp.rowLower[row], lp.rowUpper[row])}`);
  });
  lines.push('Bounds');
  for (let j = 0; j < lp.columnCount; j++)
    lines.push(`  ${boundText(column(j), lp.columnLower[j], lp.columnUpper[j])}`);
  const integers = [...lp.columnKinds.keys()].filter((j) => lp.columnKinds[j] === columnKind.integer);
  if (integers.length > 0) lines.push('General', ...integers.map((j) => `  ${column(j)}`));
  return [...lines, 'End', ''].join('\n');
}

function signed(amount: number, name: string): string {
  const size = Math.abs(amount);
  const text = name === '' ? String(size) : size === 1 ? name : `${size} ${name}`;
  return `${amount < 0 ? '-' : '+'} ${text}`;
}

function sum(terms: readonly string[]): string {
  return terms.length === 0 ? '0' : terms.join(' ').replace(/^\+ /, '');
}

function rowText(left: string, lower: number, upper: number): string {
  if (lower === upper) return `${left} = ${lower}`;
  if (lower === -Infinity) return upper === Infinity ? `${left} free` : `${left} <= ${upper}`;
  return upper === Infinity ? `${left} >= ${lower}` : `${lower} <= ${left} <= ${upper}`;
}

function boundText(name: string, lower: number, upper: number): string {
  if (lower === upper) return `${name} = ${lower}`;
  if (lower === -Infinity && upper === Infinity) return `${name} free`;
  if (upper === Infinity) return `${name} >= ${lower}`;
  return lower === -Infinity ? `${name} <= ${upper}` : `${lower} <= ${name} <= ${upper}`;
}
