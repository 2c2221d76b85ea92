import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A public data set: `m` periods in a season, the last `h` points of each series held out as `xx`. */
export interface PublicData {
  name: string;
  m: number;
  h: number;
  series: { id: string; x: number[]; xx: number[] }[];
}

/** Reads one of the data sets beside the repository. */
export function publicData(name: 'm3_monthly_300' | 'hospital_200' | 'carparts_500'): PublicData {
  const file = join(__dirname, '../../../shared/data', `${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as PublicData;
}

/** The forecasts of one R method, by series. */
export function referenceForecasts(name: 'm3' | 'hospital' | 'carparts', method: string): Map<string, number[]> {
  const lines = readFileSync(join(__dirname, '../../../shared/data', `r_reference_${name}.jsonl`), 'utf8').trim();
  const rows = lines.split('\n').map((line) => JSON.parse(line) as { id: string; m: string; f: number[] });
  return new Map(rows.filter(({ m }) => m === method).map(({ id, f }) => [id, f]));
}

export const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
