import { readXlsxFile } from '../workbook/xlsx/node-file';
import type { XlsxWorkbook } from '../workbook/xlsx/open-xlsx';
import type { ParsedArguments, Surroundings } from './command';
import { refused } from './refused';

/** The option of commands that change a copy of a workbook. */
export const copyOption = { name: 'out', value: 'NEW.xlsx', help: 'the copy to write (required)' } as const;

/** A workbook, and the name of its copy; null where either is missing, which has been said then. */
export async function openForCopy(
  command: string,
  given: ParsedArguments,
  surroundings: Surroundings,
): Promise<{ readonly workbook: XlsxWorkbook; readonly target: string } | null> {
  const target = given.values.get(copyOption.name);
  if (target === undefined) {
    refused(surroundings, `sop ${command} needs --out NEW.xlsx, the copy to write.`);
    return null;
  }
  const opened = await readXlsxFile(given.files[0]);
  if (opened.ok) return { workbook: opened.value, target };
  refused(surroundings, opened.error.message);
  return null;
}
