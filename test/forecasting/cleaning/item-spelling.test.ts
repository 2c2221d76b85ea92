import { canonicalItems } from '../../../src/forecasting/cleaning/item-spelling';
import type { RawHistoryRow } from '../../../src/forecasting/cleaning/history';

/** Rows of items on days counted from 0, in the order given. */
function rowsOf(...series: { item: string | null; from: number; count: number }[]): RawHistoryRow[] {
  return series
    .flatMap(({ item, from, count }) =>
      Array.from({ length: count }, (_, index) => ({ item, date: 45000 + from + index })),
    )
    .map(({ item, date }, index) => ({ row: index + 1, item, date, quantity: 1 }));
}

function namesFor(rows: RawHistoryRow[], known: string[] = []): Set<string | null> {
  return new Set(canonicalItems(rows, known).items);
}

test.each([
  'sku-001',
  'SKU 001',
  'SKU_001',
  'SKU001',
  ' SKU-001 ',
  'SKU–001',
  'Item SKU-001',
  '001',
  'SKU-1',
  'SKU-OO1',
  'SUK-001',
])('takes a rare %p for SKU-001', (variant) => {
  const rows = rowsOf(
    { item: 'SKU-001', from: 0, count: 50 },
    { item: variant, from: 50, count: 2 },
    { item: 'SKU-002', from: 0, count: 50 },
  );
  expect(namesFor(rows)).toEqual(new Set(['SKU-001', 'SKU-002']));
});

test('keeps numbered items apart, however few rows one has', () => {
  const rows = rowsOf(
    { item: 'SKU-001', from: 0, count: 50 },
    { item: 'SKU-002', from: 0, count: 50 },
    { item: 'SKU-003', from: 50, count: 2 },
    { item: 'SKU-011', from: 50, count: 2 },
  );
  expect(namesFor(rows).size).toBe(4);
});

test('keeps two names apart that run side by side, though only a dash tells them apart', () => {
  const rows = rowsOf({ item: 'A-11', from: 0, count: 40 }, { item: 'A-1-1', from: 0, count: 40 });
  expect(namesFor(rows)).toEqual(new Set(['A-11', 'A-1-1']));
});

test("joins a renamed item's halves, and spells them as the plan does", () => {
  const rows = rowsOf({ item: 'bolt m8', from: 0, count: 40 }, { item: 'BOLT-M8', from: 40, count: 30 });
  expect(namesFor(rows)).toEqual(new Set(['bolt m8']));
  expect(namesFor(rows, ['Bolt M8'])).toEqual(new Set(['Bolt M8']));
});

test('names no item where the row names none', () => {
  expect(namesFor(rowsOf({ item: null, from: 0, count: 3 }, { item: ' ', from: 3, count: 1 }))).toEqual(
    new Set([null]),
  );
});
