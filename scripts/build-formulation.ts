import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { formulationDocument } from './formulation-document';

/** Writes `docs/formulation.md` from the parts of the formulation: `npx tsx scripts/build-formulation.ts`. */
async function build(): Promise<void> {
  const path = join(__dirname, '../docs/formulation.md');
  writeFileSync(path, await format(formulationDocument(), { parser: 'markdown', printWidth: 120 }));
}

void build();
