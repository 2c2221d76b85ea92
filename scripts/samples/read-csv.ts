import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../assets/samples/data');

/** Rows of one of the samples' data files by heading. The files have no quoted commas. */
export function readCsv(file: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(join(folder, file), 'utf8').trim().split(/\r?\n/);
  const headings = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? '']));
  });
}
