import { restoreInFile } from '../../workbook/replace-in-file';
import { readXlsxFile } from '../../workbook/xlsx/node-file';
import type { Command, ParsedArguments, Surroundings } from '../command';
import { exitCode } from '../exit-codes';
import type { ExitCode } from '../exit-codes';
import { writeBytes } from '../write-outputs';

/** `sop restore`: today's plan back into its cells. */
export const restore: Command = {
  name: 'restore',
  summary: 'Puts the plan back that sop replace (or the pane) replaced, in a copy of the workbook.',
  operands: 'BOOK.xlsx',
  operandCount: 1,
  options: [{ name: 'out', value: 'NEW.xlsx', help: 'the copy to write (required)' }],
  details:
    'Formulas and values return to wherever Production_Plan stands by now. Where its cells were edited since, nothing is\n' +
    'changed and nothing is lost.',
  run: runRestore,
};

async function runRestore(given: ParsedArguments, surroundings: Surroundings): Promise<ExitCode> {
  const refused = (message: string): ExitCode => {
    surroundings.err(`error: ${message}\n`);
    return exitCode.wrongInput;
  };
  const target = given.values.get('out');
  if (target === undefined) return refused('sop restore needs --out NEW.xlsx, the copy to write.');
  const opened = await readXlsxFile(given.files[0]);
  if (!opened.ok) return refused(opened.error.message);
  const restored = await restoreInFile(opened.value);
  if (!restored.ok) return refused(restored.error.message);
  const failed = await writeBytes(opened.value.save(), target, surroundings);
  if (failed !== null) return failed;
  const how = restored.value ? 'to the byte' : 'cell by cell';
  surroundings.out(`Restored ${how}: ${target}.\n`);
  return exitCode.done;
}
