import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { referencePage } from '../src/workbook/reference-page';

/** Writes the user's reference of names and tables from the schema: `npx tsx scripts/build-reference.ts`. */
writeFileSync(join(__dirname, '..', 'docs', 'reference.md'), referencePage());
