import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formulationDocument } from '../../scripts/formulation-document';
import { listedParts } from './part-text';

const onDisk = readFileSync(join(__dirname, '../../docs/formulation.md'), 'utf8');

/** Layout is the formatter's business: words are compared, not line breaks, bullets or escapes. */
function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '' && word !== '-');
}

describe('docs/formulation.md', () => {
  it('is what the parts say today (else: npx tsx scripts/build-formulation.ts)', () => {
    expect(words(onDisk)).toEqual(words(formulationDocument()));
  });

  it.each([...listedParts])('shows the equation of %s', (_name, { equation }) => {
    expect(equation.trim()).not.toBe('');
    expect(words(onDisk).join(' ')).toContain(words(equation).join(' '));
  });
});
