import { realpathSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { ParsedArguments } from './command';

/** What is wrong with the files that a command line names, before any of them is touched, and what is merely unwise. */
export interface TargetCheck {
  readonly complaints: readonly string[];
  readonly warnings: readonly string[];
}

/** Looks at the files that are read (operands) and written (`--out`, `--json`) together. */
export function checkTargets({ files, values }: ParsedArguments): TargetCheck {
  const complaints: string[] = [];
  const warnings: string[] = [];
  const [out, json] = [values.get('out'), values.get('json')];
  if (files.includes('-')) complaints.push('A workbook is read from a file, not from standard input. Name the file.');
  if (out === '-') complaints.push('--out writes a workbook to a file, not to standard output. Name a file.');
  if (json !== undefined && json !== '-') {
    const place = placeOf(json);
    if (files.some((file) => placeOf(file) === place)) {
      complaints.push(`--json would overwrite the workbook "${json}". Name another file, e.g. plan.json.`);
    } else if (out !== undefined && placeOf(out) === place) {
      complaints.push(`--out and --json both name "${json}". Name two files.`);
    }
  }
  const [source] = files;
  const kind = extname(source ?? '').toLowerCase();
  if (out !== undefined && out !== '-' && kind !== '' && extname(out).toLowerCase() !== kind) {
    warnings.push(
      `"${out}" will be a file of the kind ${kind}, as the source is, and Excel opens it only under a name that ends so.`,
    );
  }
  return { complaints, warnings };
}

/** The same text for every way to write the place of a file, which need not exist. */
function placeOf(file: string): string {
  const whole = resolve(file);
  try {
    return realpathSync(whole);
  } catch {
    const folder = dirname(whole);
    return folder === whole ? whole : join(placeOf(folder), basename(whole));
  }
}
