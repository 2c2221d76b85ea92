import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSop } from '../../src/cli/run-sop';
import type { PlanReport } from '../../src/planning';
import { loadHighs } from '../../src/solvers/highs';
import { javascriptLpSolver } from '../../src/solvers/javascript-lp-solver';

/** A published case as shared with the project: its data and what was published. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- every case file has a shape of its own
export function sharedCase(id: string): any {
  return JSON.parse(readFileSync(join(__dirname, '../../../shared/cases', `${id}.json`), 'utf8'));
}

export interface CommandRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process on real files. */
export async function sop(...words: readonly string[]): Promise<CommandRun> {
  let out = '';
  let err = '';
  const code = await runSop(words, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    terminal: false,
    clock: () => performance.now(),
    now: () => '2026-01-31T12:00:00',
    loadSolver: (name) => (name === 'highs' ? loadHighs() : Promise.resolve(javascriptLpSolver())),
  });
  return { code, out, err };
}

/** A folder that is gone after `use`. */
export async function inTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'sop-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Optimises the bytes of a workbook through the command line and gives what it printed as JSON. */
export async function optimizeBook(
  bytes: Uint8Array,
  ...options: readonly string[]
): Promise<CommandRun & { readonly report: PlanReport }> {
  return inTemporaryFolder(async (folder) => {
    const book = join(folder, 'book.xlsx');
    writeFileSync(book, bytes);
    const run = await sop('optimize', book, '--json', '-', ...options);
    return { ...run, report: JSON.parse(run.out) as PlanReport };
  });
}
