import { restoreInFile } from '../../workbook/replace-in-file';
import type { Command, ParsedArguments, Surroundings } from '../command';
import { copyOption, openForCopy } from '../copy-option';
import { exitCode } from '../exit-codes';
import type { ExitCode } from '../exit-codes';
import { refused } from '../refused';
import { writeBytes } from '../write-outputs';

/** `sop restore`: today's plan back into its cells. */
export const restore: Command = {
  name: 'restore',
  summary: 'Puts the plan back that sop replace (or the pane) replaced, in a copy of the workbook.',
  operands: 'BOOK.xlsx',
  operandCount: 1,
  options: [copyOption],
  details:
    'Formulas and values return to wherever Production_Plan stands by now. Where its cells were edited since, nothing is\n' +
    'changed and nothing is lost.',
  run: runRestore,
};

async function runRestore(given: ParsedArguments, surroundings: Surroundings): Promise<ExitCode> {
  const opened = await openForCopy('restore', given, surroundings);
  if (!opened) return exitCode.wrongInput;
  const { workbook, target } = opened;
  const restored = await restoreInFile(workbook);
  if (!restored.ok) return refused(surroundings, restored.error.message);
  const failed = await writeBytes(workbook.save(), target, surroundings);
  if (failed !== null) return failed;
  const how = restored.value ? 'to the byte' : 'cell by cell';
  surroundings.out(`Restored ${how}: ${target}.\n`);
  return exitCode.done;
}
