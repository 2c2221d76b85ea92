import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateDirtyHistory } from './generate-demand-history';

/** The dirty history of the sample workbook: three items of three profiles, daily 2023 to 2025, 5 % of the rows corrupted. */
export function demandSampleCsv(): string {
  const { rows } = generateDirtyHistory({
    seed: 20240229,
    firstYear: 2023,
    years: 3,
    items: [
      { name: 'SKU-001', profile: 'core', level: 180 },
      { name: 'SKU-002', profile: 'intermittent', level: 1 },
      { name: 'SKU-003', profile: 'seasonal', level: 220 },
    ],
    share: 0.05,
    mix: {
      outlier: 0.28,
      missingQuantity: 0.2,
      badDate: 0.18,
      missingDate: 0.1,
      negativeQuantity: 0.08,
      duplicate: 0.05,
      conflict: 0.02,
      itemSpelling: 0.04,
      textQuantity: 0.03,
      impossibleDate: 0.02,
    },
    outlierFactors: [50],
    blackFridayFactor: 3.2,
    blackFridayDays: 'week',
  });
  const lines = rows.map(({ date, item, quantity }) => [date, item, quantity].map(csvField).join(','));
  return `Date,Item,Quantity\n${lines.join('\n')}\n`;
}

function csvField(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

if (require.main === module) {
  const file = join(__dirname, '../assets/samples/data/demand-history.csv');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, demandSampleCsv());
  console.log(file);
}
