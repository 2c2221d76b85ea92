import type { CleaningKind, CleaningResult } from '../../../src/forecasting/cleaning/history';

/** One corrupted row of a history whose truth is known. */
export interface Corruption {
  row: number;
  kind: CleaningKind;
  /** False where the corruption changed nothing (0 × 50): left out of recall and precision. */
  isEffective: boolean;
}

/** Rows found of the rows corrupted, and rows corrupted of the rows found. */
export interface KindScore {
  corrupted: number;
  found: number;
  recall: number;
  precision: number;
}

/** Recall and precision per kind of the audit of a cleaning against the truth. */
export function scoreByKind(result: CleaningResult, truth: readonly Corruption[]): Map<CleaningKind, KindScore> {
  const scores = new Map<CleaningKind, KindScore>();
  const kinds = new Set<CleaningKind>([...truth.map(({ kind }) => kind), ...result.audit.map(({ kind }) => kind)]);
  for (const kind of kinds) {
    const effective = new Set(truth.filter((entry) => entry.kind === kind && entry.isEffective).map(({ row }) => row));
    const harmless = new Set(truth.filter((entry) => entry.kind === kind && !entry.isEffective).map(({ row }) => row));
    const found = result.audit.filter((entry) => entry.kind === kind && !harmless.has(entry.row)).map(({ row }) => row);
    const hits = found.filter((row) => effective.has(row)).length;
    scores.set(kind, {
      corrupted: effective.size,
      found: found.length,
      recall: effective.size === 0 ? 1 : hits / effective.size,
      precision: found.length === 0 ? 1 : hits / found.length,
    });
  }
  return scores;
}

/** Lines without quoting, as the files in shared/data have them. */
export function csvRecords(text: string): Record<string, string>[] {
  const [header, ...lines] = text.trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, index) => [names[index], value])));
}
