import { rateText, rateTitle } from '../../workbook/presets/rate-text';
import { presetList, presetsChange } from '../../workbook/presets/preset-table';
import type { Command, ParsedArguments, Surroundings } from '../command';
import { exitCode } from '../exit-codes';
import type { ExitCode } from '../exit-codes';
import { openBook } from '../open-book';
import { writeBytes } from '../write-outputs';

/** `sop presets`: sets of cost rates to plan with. */
export const presets: Command = {
  name: 'presets',
  summary: 'Lists the presets of cost rates, and writes them into a workbook to be edited.',
  operands: 'BOOK.xlsx',
  operandCount: 1,
  options: [
    { name: 'out', value: 'NEW.xlsx', help: 'write a copy with the built-in presets in the table SOP_Presets' },
  ],
  details:
    'sop optimize BOOK.xlsx --preset NAME plans with one of them. Rows of the table SOP_Presets take the place of a built-in\n' +
    'preset of the same name; presets that the workbook has already stay as they are.',
  run: runPresets,
};

async function runPresets(given: ParsedArguments, surroundings: Surroundings): Promise<ExitCode> {
  const { err, out } = surroundings;
  const book = await openBook(given.files[0], surroundings);
  if (!book) return exitCode.wrongInput;
  const { workbook, content } = book;
  const names = presetList(content);
  const width = Math.max(...names.map(({ name }) => name.length));
  for (const { name, mode, own, note, rates } of names) {
    const remarks = [note, mode && `mode ${mode}`, own && 'from the workbook'].filter(Boolean);
    out(`${name.padEnd(width)}  ${remarks.join('; ')}\n`.replace(/ +\n$/, '\n'));
    for (const rate of rates) out(`${' '.repeat(width)}    ${rateTitle(rate)} ${rateText(rate)}\n`);
  }
  const target = given.values.get('out');
  if (target === undefined) return exitCode.done;
  const change = presetsChange(content);
  const written = await workbook.write(change);
  if (!written.ok) {
    err(`error: ${written.error.message}\n`);
    return exitCode.wrongInput;
  }
  const failed = await writeBytes(workbook.save(), target, surroundings);
  if (failed !== null) return failed;
  out(`\nWritten: ${target}, table SOP_Presets on the sheet "${change.tables[0].place.sheet}".\n`);
  return exitCode.done;
}
