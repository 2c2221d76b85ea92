import { reportJson } from '../workbook/report-json';
import { writeFileWhole } from '../workbook/xlsx/node-file';
import type { Surroundings } from './command';
import { exitCode } from './exit-codes';
import type { ExitCode } from './exit-codes';

/** Prints JSON to standard output (`-`) or writes it to a file; null when that worked. */
export async function writeJson(value: unknown, target: string, { out, err }: Surroundings): Promise<ExitCode | null> {
  const text = reportJson(value);
  if (target === '-') {
    out(text);
    return null;
  }
  return writeBytes(new TextEncoder().encode(text), target, { err });
}

/** Writes a whole file or none; null when that worked. */
export async function writeBytes(
  bytes: Uint8Array,
  target: string,
  { err }: Pick<Surroundings, 'err'>,
): Promise<ExitCode | null> {
  const written = await writeFileWhole(target, bytes);
  if (written.ok) return null;
  err(`error: ${written.error.message}\n`);
  return exitCode.wrongInput;
}
