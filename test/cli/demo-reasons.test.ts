import { join } from 'node:path';
import { sop } from '../cases/run-case';

test('the demo says for how long stock was carried, whichever of its equal plans is found', async () => {
  const { code, out } = await sop('optimize', join(__dirname, '../../assets/samples/prebuild-q4.xlsx'));
  expect(code).toBe(0);
  const reasons = out.split('\n').filter((line) => line.startsWith('- One more unit of Capacity'));
  expect(reasons).toHaveLength(4);
  ['4 months', '3 months', '2 months', '1 month'].forEach((carried, position) => {
    expect(reasons[position]).toContain(`it replaces stock carried for ${carried}.`);
  });
});
