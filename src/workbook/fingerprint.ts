import type { Cell, CellValue, TableContent, WorkbookContent } from './workbook';

/**
 * Fingerprint of a run's inputs: 16 hexadecimal digits that change when any input cell changes, and stay when a range is
 * moved, a name is spelled in another case, or cells are formatted differently. Two plans with the same fingerprint were
 * made from the same data. Of the table of scenarios only the rows of the run's own scenario count, and presets, which are a
 * choice of the run, do not.
 */
export function fingerprint(
  content: Pick<WorkbookContent, 'names' | 'tables' | 'ranges'>,
  scenario: string | null = null,
): string {
  const parts = [
    ...content.names.map(({ name, scope, target }) => {
      const head = `name ${name.toLowerCase()} ${scope?.toLowerCase() ?? ''}`;
      switch (target.kind) {
        case 'range':
          return `${head} ${cellsText(target.range.cells)}`;
        case 'constant':
          return `${head} ${valueText(target.value)}`;
        case 'unresolved':
          return `${head} ${target.reason}`;
      }
    }),
    ...content.tables.flatMap((table) => {
      const body = countedRows(table, scenario);
      if (body === null) return [];
      return [`table ${table.name.toLowerCase()} ${table.headers.map(valueText).join('\t')} ${cellsText(body)}`];
    }),
    ...content.ranges.map(({ reference, cells }) => `range ${JSON.stringify(reference)} ${cellsText(cells)}`),
  ];
  return stableHash(parts.sort().join('\n'));
}

/** Rows that a run depends on; null where the table does not matter to it. */
function countedRows({ name, headers, body }: TableContent, scenario: string | null): TableContent['body'] | null {
  if (name.toLowerCase() === 'sop_presets') return null;
  if (name.toLowerCase() !== 'sop_scenarios') return body;
  const column = headers.findIndex((header) => header.trim().toLowerCase() === 'scenario');
  const wanted = scenario?.trim().toLowerCase();
  const rows = body.filter((row) => {
    const value = row[column]?.value ?? null;
    return wanted !== undefined && typeof value !== 'object' && String(value).trim().toLowerCase() === wanted;
  });
  return rows.length === 0 ? null : rows;
}

/** Whether the inputs have changed since a plan with this fingerprint was made from them. */
export function isStale(
  storedFingerprint: string,
  content: Pick<WorkbookContent, 'names' | 'tables' | 'ranges'>,
): boolean {
  return storedFingerprint !== fingerprint(content);
}

function cellsText(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => row.map(({ value }) => valueText(value)).join('\t')).join('\r');
}

/** A value with its type, so that the number 1, the text 1 and TRUE differ. */
function valueText(value: CellValue): string {
  switch (typeof value) {
    case 'number':
      return `n${value + 0}`;
    case 'string':
      return `s${JSON.stringify(value)}`;
    case 'boolean':
      return value ? 'b1' : 'b0';
    default:
      return value === null ? '' : `e${value.error}`;
  }
}

/**
 * 64 bits of a text as 16 hexadecimal digits, the same on every machine: cyrb53's two 32-bit lanes (bryc, "hash
 * functions", public domain) without their final cut to 53 bits. It finds changes; it is no protection against forgery.
 */
export function stableHash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  const mixedHigh = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  const mixedLow = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(mixedHigh ^ (mixedHigh >>> 13), 3266489909);
  return [mixedLow, mixedHigh].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
