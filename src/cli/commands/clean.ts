import { hasErrors } from '../../planning';
import { cleanWorkbook } from '../../workbook/forecast/clean-workbook';
import { noChange } from '../../workbook/workbook';
import { readXlsxFile } from '../../workbook/xlsx/node-file';
import { cleaningSummary } from '../cleaning-summary';
import type { Command, ParsedArguments, Surroundings } from '../command';
import { exitCode } from '../exit-codes';
import type { ExitCode } from '../exit-codes';
import { issuesText } from '../issue-text';
import { writeBytes, writeJson } from '../write-outputs';

/** `sop clean`: what is wrong with a demand history, and the history without it. */
export const clean: Command = {
  name: 'clean',
  summary: 'Cleans the demand history, says what it changed and why, and writes the audit where asked.',
  operands: 'BOOK.xlsx',
  operandCount: 1,
  options: [
    { name: 'out', value: 'NEW.xlsx', help: 'write a copy of the workbook with every change on a sheet SOP Cleaning' },
    { name: 'json', value: 'FILE|-', help: 'write findings and cleaned days as JSON, - for standard output' },
  ],
  details:
    'The history is a table SOP_History (Date, Item, Quantity) or the names History_Date, History_Item and\n' +
    'History_Quantity. It is never changed. Decisions in the column Overrule of a former SOP Cleaning are followed.',
  run: runClean,
};

async function runClean(given: ParsedArguments, surroundings: Surroundings): Promise<ExitCode> {
  const { err, out } = surroundings;
  const opened = await readXlsxFile(given.files[0]);
  const run = opened.ok ? await cleanWorkbook(opened.value, surroundings.now()) : opened;
  if (!opened.ok || !run.ok) {
    err(`error: ${run.ok ? '' : run.error.message}\n`);
    return exitCode.wrongInput;
  }
  const { report, sheet } = run.value;
  err(issuesText(report.issues));
  const jsonTarget = given.values.get('json');
  const bookTarget = given.values.get('out');
  if (jsonTarget !== undefined) {
    const failed = await writeJson(report, jsonTarget, surroundings);
    if (failed !== null) return failed;
  }
  if (hasErrors(report.issues) || !sheet) {
    err('Nothing was cleaned: the data has to be mended first. Nothing was written.\n');
    return exitCode.wrongInput;
  }
  const say = jsonTarget === '-' ? err : out;
  say(cleaningSummary(report.cleaning, run.value.cleaning.items));
  if (bookTarget === undefined) return exitCode.done;
  const written = await opened.value.write({ ...noChange, sheets: [sheet] });
  if (!written.ok) {
    err(`error: ${written.error.message}\n`);
    return exitCode.wrongInput;
  }
  const failed = await writeBytes(opened.value.save(), bookTarget, surroundings);
  if (failed !== null) return failed;
  say(`\nWritten: ${bookTarget}, sheet "${sheet.name}".\n`);
  return exitCode.done;
}
