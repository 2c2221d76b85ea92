import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planningBook } from './planning-book';

const sizes = [
  [3, 13],
  [20, 26],
  [100, 52],
  [500, 52],
] as const;
const phases = ['load', 'read', 'assemble', 'solve', 'audit', 'write', 'total'] as const;
const runs = Number(process.env.BENCH_RUNS ?? 5);

type Figures = Record<(typeof phases)[number] | 'peakMegabytes' | 'rows' | 'columns' | 'nonzeros', number>;

/** From the workbook's bytes to the written file, each run in a process of its own: medians by phase. */
const folder = mkdtempSync(join(tmpdir(), 'sop-bench-'));
try {
  console.log(`optimise a workbook: median of ${runs} processes, milliseconds`);
  console.log(
    ['items×periods', ...phases, 'others/solve', 'peak MB', 'rows×columns'].map((head) => head.padStart(14)).join(''),
  );
  for (const [items, periods] of sizes) {
    const book = join(folder, `${items}x${periods}.xlsx`);
    writeFileSync(book, planningBook(items, periods));
    const figures = Array.from({ length: runs }, () => runOnce(book));
    const median = (key: keyof Figures) => {
      const sorted = figures.map((run) => run[key]).sort((one, other) => one - other);
      return sorted[Math.floor(sorted.length / 2)];
    };
    const others = median('read') + median('assemble') + median('audit') + median('write');
    const texts = [
      `${items}×${periods}`,
      ...phases.map((phase) => median(phase).toFixed(0)),
      `${((100 * others) / median('solve')).toFixed(1)} %`,
      Math.max(...figures.map(({ peakMegabytes }) => peakMegabytes)).toFixed(0),
      `${median('rows')}×${median('columns')}`,
    ];
    console.log(texts.map((text) => text.padStart(14)).join(''));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function runOnce(book: string): Figures {
  const script = join(__dirname, 'optimize-once.ts');
  const tsx = require.resolve('tsx/cli');
  return JSON.parse(
    execFileSync(process.execPath, [tsx, script, book, `${book}.out.xlsx`], { encoding: 'utf8' }),
  ) as Figures;
}
