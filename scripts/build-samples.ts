import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildXlsx } from '../src/workbook/xlsx/build-xlsx';
import { samples } from './samples/samples';

/** Writes every sample workbook; the same data gives the same bytes. */
for (const [file, content] of Object.entries(samples)) {
  writeFileSync(join(__dirname, '../assets/samples', file), buildXlsx(content()));
  console.log(`assets/samples/${file}`);
}
