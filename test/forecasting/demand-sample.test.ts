import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demandSampleCsv } from '../../scripts/build-demand-sample-data';

test('the sample history in the project is what its generator writes', () => {
  const stored = readFileSync(join(__dirname, '../../assets/samples/data/demand-history.csv'), 'utf8');
  expect(stored).toBe(demandSampleCsv());
});
