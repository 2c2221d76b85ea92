import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayNumber, isoDay } from '../../../src/forecasting/calendar-day';
import { cleanHistory, cleanedDays, type CleaningOptions } from '../../../src/forecasting/cleaning/clean-history';
import type { CleaningKind, CleaningResult, Overrule, RawHistoryRow } from '../../../src/forecasting/cleaning/history';
import { rowFingerprint } from '../../../src/forecasting/cleaning/row-fingerprint';
import { generateDirtyHistory, type DirtyHistoryOptions } from '../../../scripts/generate-demand-history';
import { csvRecords, scoreByKind, type Corruption } from './measure-cleaning';

const DATA = join(__dirname, '../../../../shared/data');

function csv(file: string): Record<string, string>[] {
  return csvRecords(readFileSync(join(DATA, file), 'utf8'));
}

function monthlyTotals(days: { item: string; date: string; quantity: number }[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const { item, date, quantity } of days) {
    const key = `${item} ${date.slice(0, 7)}`;
    totals.set(key, (totals.get(key) ?? 0) + quantity);
  }
  return totals;
}

/** Sum of absolute differences of monthly totals over the sum of the true ones, per item. */
function monthlyError(
  found: { item: string; date: string; quantity: number }[],
  truth: { item: string; date: string; quantity: number }[],
  item: string,
): number {
  const [cleaned, real] = [monthlyTotals(found), monthlyTotals(truth)];
  const keys = [...real.keys()].filter((key) => key.startsWith(`${item} `));
  const error = keys.reduce((sum, key) => sum + Math.abs((cleaned.get(key) ?? 0) - (real.get(key) ?? 0)), 0);
  return error / keys.reduce((sum, key) => sum + (real.get(key) ?? 0), 0);
}

function kindsOf(result: CleaningResult, row: number): CleaningKind[] {
  return result.audit.filter((entry) => entry.row === row).map(({ kind }) => kind);
}

describe('on the published dirty history', () => {
  const rows = csv('demand_dirty_article.csv').map((record) => ({
    row: Number(record.row),
    date: record.date || null,
    item: record.sku,
    quantity: record.qty || null,
  }));
  const kinds: Record<string, CleaningKind> = {
    outlier_x50: 'outlier',
    null_qty: 'missingQuantity',
    negative: 'negativeQuantity',
    null_date: 'missingDate',
    bad_date: 'badDate',
  };
  const truthRecords = csv('demand_dirty_article_truth.csv');
  const truth = truthRecords.map((record): Corruption => ({
    row: Number(record.row),
    kind: kinds[record.kind],
    isEffective: record.effective === '1',
  }));
  const result = cleanHistory(rows);

  test.each(Object.values(kinds))('finds %s with recall and precision of at least 98 %%', (kind) => {
    const score = scoreByKind(result, truth).get(kind);
    expect(score?.recall).toBeGreaterThanOrEqual(0.98);
    expect(score?.precision).toBeGreaterThanOrEqual(0.98);
  });

  test('finds nothing else wrong', () => {
    const invented = [...scoreByKind(result, truth)].filter(([, { corrupted }]) => corrupted === 0);
    expect(invented).toEqual([]);
  });

  test('takes no day of the Black Friday week for an outlier, unless it was made one', () => {
    const made = new Set(truth.filter(({ kind }) => kind === 'outlier').map(({ row }) => row));
    const flagged = result.audit.filter(
      ({ kind, row, cleanedDate }) => kind === 'outlier' && !made.has(row) && cleanedDate,
    );
    expect(flagged).toEqual([]);
  });

  test('dates no row wrongly', () => {
    for (const record of truthRecords) {
      const found = result.audit.find((entry) => entry.row === Number(record.row) && entry.cleanedDate !== null);
      if (found) expect(found.cleanedDate).toBe(record.true_date);
    }
  });

  test('leaves every item a complete calendar whose monthly totals are close to the truth', () => {
    const clean = csv('demand_clean_2023_2025.csv').map((record) => ({
      item: record.sku,
      date: record.date,
      quantity: Number(record.qty),
    }));
    const found = cleanedDays(result.items);
    expect(found.map(({ item, date }) => `${item} ${date}`).sort()).toEqual(
      clean.map(({ item, date }) => `${item} ${date}`).sort(),
    );
    expect(monthlyError(found, clean, 'SKU-001')).toBeLessThan(0.006);
    expect(monthlyError(found, clean, 'SKU-002')).toBeLessThan(0.045);
    expect(monthlyError(found, clean, 'SKU-003')).toBeLessThan(0.006);
  });

  test('accounts for every row: used on its day, or in the audit', () => {
    const used = new Set(result.items.flatMap((history) => history.rows.filter((row) => row > 0)));
    const audited = new Set(result.audit.map(({ row }) => row));
    for (const { row } of rows) expect(used.has(row) || audited.has(row)).toBe(true);
    expect(Object.values(result.totals).reduce((sum, count) => sum + count, 0)).toBe(result.audit.length);
  });
});

describe('on generated histories with other seeds, profiles and corruptions', () => {
  const items: DirtyHistoryOptions['items'] = [
    { name: 'SKU-001', profile: 'core', level: 200 },
    { name: 'SKU-002', profile: 'intermittent', level: 1 },
    { name: 'SKU-003', profile: 'seasonal', level: 250 },
  ];
  const base: Omit<DirtyHistoryOptions, 'seed' | 'mix'> = {
    firstYear: 2023,
    years: 3,
    items,
    share: 0.05,
    outlierFactors: [50],
    blackFridayFactor: 3.2,
    blackFridayDays: 'week',
  };
  const published = { outlier: 0.3, missingQuantity: 0.25, badDate: 0.2, missingDate: 0.15, negativeQuantity: 0.1 };
  const everything = {
    outlier: 0.3,
    missingQuantity: 0.1,
    badDate: 0.2,
    missingDate: 0.1,
    negativeQuantity: 0.1,
    duplicate: 0.1,
    itemSpelling: 0.1,
    textQuantity: 0.1,
    impossibleDate: 0.1,
  };
  const cases: [string, Omit<DirtyHistoryOptions, 'seed'>][] = [
    ['the published mix', { ...base, mix: published }],
    ['outliers × 10', { ...base, mix: published, outlierFactors: [10] }],
    ['outliers × 100', { ...base, mix: published, outlierFactors: [100] }],
    ['every kind', { ...base, mix: everything, share: 0.08 }],
    ['Excel serial dates', { ...base, mix: everything, dates: 'serial' }],
    ['a tenth corrupted', { ...base, mix: everything, share: 0.1, outlierFactors: [10, 50, 100] }],
    ['two years', { ...base, mix: everything, years: 2 }],
    ['one year', { ...base, mix: everything, years: 1 }],
    [
      'a Black Friday of four days, six times the usual',
      { ...base, mix: published, blackFridayDays: 'weekend', blackFridayFactor: 6 },
    ],
    ['a weekly pattern', { ...base, mix: everything, items: items.map((item) => ({ ...item, weekdayPattern: true })) }],
    [
      'small quantities',
      { ...base, mix: published, items: items.map((item) => ({ ...item, level: Math.ceil(item.level / 25) })) },
    ],
    [
      'large quantities',
      { ...base, mix: everything, items: items.map((item) => ({ ...item, level: item.level * 20 })) },
    ],
  ];

  const others: DirtyHistoryOptions['items'] = [
    { name: 'P-1001', profile: 'core', level: 1500 },
    { name: 'P-1002', profile: 'core', level: 40 },
    { name: 'Widget blue', profile: 'seasonal', level: 90 },
    { name: 'P-2001', profile: 'intermittent', level: 12 },
    { name: 'P-2002', profile: 'seasonal', level: 3000 },
  ];
  cases.push(
    ['other items', { ...base, items: others, mix: everything, outlierFactors: [10, 50, 100] }],
    ['day/month dates', { ...base, mix: everything, dates: 'dayMonth' }],
    ['month/day dates', { ...base, mix: everything, dates: 'monthDay', noise: 0.3 }],
    [
      'weekends of zeros',
      {
        ...base,
        items: items.map((item) => ({ ...item, closedWeekends: item.profile !== 'intermittent' })),
        mix: everything,
        outlierFactors: [10],
        noise: 0.1,
      },
    ],
  );

  test.each(cases)(
    '%s: at least 98 %% recall and precision of each kind, and no Black Friday day flagged',
    (_, options) => {
      const found = new Map<CleaningKind, { corrupted: number; found: number; hits: number }>();
      let blackFridaysFlagged = 0;
      for (const seed of [11, 222, 3333]) {
        const { rows, truth, blackFridayRows } = generateDirtyHistory({ ...options, seed });
        const result = cleanHistory(rows);
        for (const [kind, score] of scoreByKind(result, truth)) {
          const sum = found.get(kind) ?? { corrupted: 0, found: 0, hits: 0 };
          sum.corrupted += score.corrupted;
          sum.found += score.found;
          sum.hits += score.recall * score.corrupted;
          found.set(kind, sum);
        }
        const honest = new Set(blackFridayRows);
        blackFridaysFlagged += result.audit.filter(({ kind, row }) => kind === 'outlier' && honest.has(row)).length;
      }
      for (const [kind, sum] of found) {
        expect([kind, 'recall', sum.hits / sum.corrupted >= 0.98]).toEqual([kind, 'recall', true]);
        expect([kind, 'precision', sum.hits / sum.found >= 0.98]).toEqual([kind, 'precision', true]);
      }
      expect(blackFridaysFlagged).toBe(0);
    },
  );

  test('settles conflicts by the days around them where these tell the two rows apart', () => {
    let [corrupted, hits] = [0, 0];
    for (const seed of [1, 2]) {
      const { rows, truth } = generateDirtyHistory({
        ...base,
        seed,
        mix: { conflict: 1 },
        share: 0.02,
        items: [...items, ...others],
      });
      const score = scoreByKind(cleanHistory(rows), truth).get('conflict');
      corrupted += score?.corrupted ?? 0;
      hits += (score?.recall ?? 0) * (score?.corrupted ?? 0);
    }
    expect(hits / corrupted).toBeGreaterThanOrEqual(0.98);
  });

  test('changes nothing in a clean history', () => {
    for (const weekdayPattern of [false, true]) {
      const { rows } = generateDirtyHistory({
        ...base,
        seed: 9,
        mix: published,
        share: 0,
        items: items.map((item) => ({ ...item, weekdayPattern })),
      });
      expect(cleanHistory(rows).audit).toEqual([]);
    }
  });

  test('cleans its own result to itself', () => {
    const once = cleanHistory(generateDirtyHistory({ ...base, seed: 5, mix: everything }).rows);
    const again = cleanHistory(
      cleanedDays(once.items).map(({ item, date, quantity }, index) => ({ row: index + 1, item, date, quantity })),
    );
    expect(cleanedDays(again.items)).toEqual(cleanedDays(once.items));
  });

  test('gives the same history whatever the order of the rows', () => {
    const { rows } = generateDirtyHistory({ ...base, seed: 6, mix: published });
    const reversed = [...rows].reverse().map((row, index) => ({ ...row, row: index + 1 }));
    expect(cleanedDays(cleanHistory(reversed).items)).toEqual(cleanedDays(cleanHistory(rows).items));
  });

  test('leaves the rows it is given untouched', () => {
    const { rows } = generateDirtyHistory({ ...base, seed: 7, mix: everything });
    const before = JSON.stringify(rows);
    cleanHistory(rows, { overrules: [{ row: 3, kind: 'outlier', decision: 'replace', quantity: 5 }] });
    expect(JSON.stringify(rows)).toBe(before);
  });

  test('takes thirty items and scores no worse than with three', () => {
    const { rows, truth } = generateDirtyHistory({ ...base, seed: 8, mix: published });
    const copies = Array.from({ length: 10 }, (_, copy) => copy);
    const many = copies.flatMap((copy) =>
      rows.map((row) => ({ ...row, row: copy * rows.length + row.row, item: `P${copy}-${row.item}` })),
    );
    const result = cleanHistory(many);
    expect(result.items).toHaveLength(30);
    const manyTruth = copies.flatMap((copy) =>
      truth.map((entry) => ({ ...entry, row: copy * rows.length + entry.row })),
    );
    expect(scoreByKind(result, manyTruth).get('outlier')?.recall).toBeGreaterThanOrEqual(0.98);
    expect(scoreByKind(result, manyTruth).get('outlier')?.precision).toBeGreaterThanOrEqual(0.98);
  });
});

/** A daily history of one item that sells 100 ± a little from 1 January 2024, with some rows replaced. */
function steadyRows(changes: Record<number, Partial<RawHistoryRow>> = {}, days = 120): RawHistoryRow[] {
  return Array.from({ length: days }, (_, index) => ({
    row: index + 1,
    date: isoDay(19723 + index),
    item: 'Tea',
    quantity: 100 + ((index * 7) % 11) - 5,
    ...changes[index + 1],
  }));
}

describe('row by row', () => {
  test('reads an ambiguous date as the day that the item lacks', () => {
    const result = cleanHistory(steadyRows({ 65: { date: '05/03/2024' } }));
    expect(result.audit).toMatchObject([{ row: 65, kind: 'badDate', action: 'reread', cleanedDate: '2024-03-05' }]);
  });

  test('puts the only undated row into the only hole', () => {
    const result = cleanHistory(steadyRows({ 50: { date: null } }));
    expect(result.audit).toMatchObject([{ row: 50, kind: 'missingDate', action: 'placed', cleanedDate: '2024-02-19' }]);
    expect(result.items[0].imputed).not.toContain(true);
  });

  test('does not put an undated row where its quantity is out of place', () => {
    const result = cleanHistory(steadyRows({ 50: { date: null, quantity: 900 } }));
    expect(result.audit).toMatchObject([{ row: 50, kind: 'missingDate', action: 'quarantined', cleanedDate: null }]);
    expect(result.quarantine).toMatchObject([{ row: 50, quantity: 900 }]);
    expect(result.items[0].quantities[49]).toBeGreaterThan(90);
    expect(result.items[0].imputed[49]).toBe(true);
  });

  test('sets two undated rows aside that could be exchanged, and estimates their days', () => {
    const result = cleanHistory(steadyRows({ 50: { date: null }, 70: { date: null } }));
    expect(result.quarantine.map(({ row }) => row)).toEqual([50, 70]);
    expect(result.items[0].days).toHaveLength(120);
  });

  test.each(['2024-13-45', '2025-02-30', '2099-01-01', '1900-01-01'])(
    'calls %s impossible and finds the day',
    (date) => {
      const result = cleanHistory(steadyRows({ 50: { date } }));
      expect(result.audit).toMatchObject([
        { row: 50, kind: 'impossibleDate', action: 'placed', cleanedDate: '2024-02-19' },
      ]);
    },
  );

  test('takes nulls and negatives for missing demand, never for zero', () => {
    const result = cleanHistory(steadyRows({ 50: { quantity: null }, 60: { quantity: -100 } }));
    expect(result.totals).toMatchObject({ missingQuantity: 1, negativeQuantity: 1, outlier: 0 });
    expect(result.items[0].quantities[49]).toBeCloseTo(100, -1);
    expect(result.items[0].quantities[59]).toBeCloseTo(100, -1);
  });

  test('drops a copy and sets the odd one of a conflict aside', () => {
    const rows = steadyRows();
    rows.push({ ...rows[9], row: 121 }, { ...rows[19], row: 122, quantity: 310 });
    const result = cleanHistory(rows);
    expect(result.audit).toMatchObject([
      { row: 121, kind: 'duplicate', action: 'dropped' },
      { row: 122, kind: 'conflict', action: 'quarantined' },
    ]);
    expect(result.items[0].quantities[9]).toBe(rows[9].quantity);
    expect(result.items[0].quantities[19]).toBe(rows[19].quantity);
  });

  test('prefers a row with a quantity to one without, and says what became of the other', () => {
    const rows = steadyRows();
    rows.push({ ...rows[9], row: 121, quantity: null });
    const result = cleanHistory(rows);
    expect(result.audit).toMatchObject([{ row: 121, kind: 'missingQuantity', action: 'dropped', cleanedDate: null }]);
    expect(result.items[0].quantities[9]).toBe(rows[9].quantity);
  });

  test('adds single orders of a day up where the history is a list of orders', () => {
    const rows = steadyRows().flatMap((row) => [row, { ...row, quantity: 40 }, { ...row, quantity: 40 }]);
    const result = cleanHistory(rows.map((row, index) => ({ ...row, row: index + 1 })));
    expect(result.audit).toEqual([]);
    expect(result.items[0].quantities[0]).toBe(95 + 80);
  });

  test('reads quantities written as text', () => {
    const changes = { 10: { quantity: '102 pcs' }, 20: { quantity: '104,0' }, 30: { quantity: 'lots' } };
    const result = cleanHistory(steadyRows(changes));
    expect(result.totals.textQuantity).toBe(3);
    expect([result.items[0].quantities[9], result.items[0].quantities[19]]).toEqual([102, 104]);
    expect(result.items[0].imputed[29]).toBe(true);
  });

  test('takes a full stop for a decimal point or a thousands mark, whichever the item sells', () => {
    const small = cleanHistory(steadyRows({ 10: { quantity: '99.125' } }));
    expect(small.items[0].quantities[9]).toBe(99.125);
    const large = steadyRows({ 10: { quantity: '1.234' } }).map((row) => ({
      ...row,
      quantity: typeof row.quantity === 'number' ? row.quantity * 12 : row.quantity,
    }));
    expect(cleanHistory(large).items[0].quantities[9]).toBe(1234);
  });

  test('takes a promotion of several days for demand and a single day at its height for an error', () => {
    const promotion = { 50: { quantity: 420 }, 51: { quantity: 450 }, 52: { quantity: 430 }, 53: { quantity: 410 } };
    expect(cleanHistory(steadyRows(promotion)).audit).toEqual([]);
    expect(cleanHistory(steadyRows({ 50: { quantity: 420 } })).totals.outlier).toBe(1);
    expect(cleanHistory(steadyRows({ 50: { quantity: 2 } })).totals.outlier).toBe(1);
  });

  test("takes a day of the planner's events for demand, whatever it is, and only of the items they are about", () => {
    const day = (item: string | null) => [{ name: 'Sale', rule: '2024-02-19', item, effect: null }];
    const rows = steadyRows({ 50: { quantity: 5000 }, 80: { quantity: 5000 } });
    const flagged = (events: CleaningOptions['events']) =>
      cleanHistory(rows, { events })
        .audit.filter(({ kind }) => kind === 'outlier')
        .map(({ row }) => row);
    expect(flagged([])).toEqual([50, 80]);
    expect(flagged(day(null))).toEqual([80]);
    expect(flagged(day('TEA'))).toEqual([80]);
    expect(flagged(day('Coffee'))).toEqual([50, 80]);
    expect(flagged([{ name: 'Fair', rule: '02-15 to 02-25', item: null, effect: null }])).toEqual([50, 80]);
    expect(flagged([{ name: 'Fair', rule: '02-19', item: null, effect: null }])).toEqual([80]);
  });

  test('takes the month of an event for demand in a monthly history, and a large order of an event for a sparse item', () => {
    const event = { name: 'Launch', rule: '2024-05-17', item: null, effect: null };
    const months = Array.from({ length: 24 }, (_, t) => ({
      row: t + 1,
      date: isoDay(dayNumber(2023 + Math.floor(t / 12), (t % 12) + 1, 1)),
      item: 'Tea',
      quantity: t === 16 ? 9000 : 100 + (t % 5),
    }));
    expect(cleanHistory(months).totals.outlier).toBe(1);
    expect(cleanHistory(months, { events: [event] }).totals.outlier).toBe(0);
    const orders = Array.from({ length: 40 }, (_, t) => ({
      row: t + 1,
      date: isoDay(dayNumber(2024, 5, 17) + 11 * (t - 20)),
      item: 'Bolt',
      quantity: t === 20 ? 900 : 3 + (t % 3),
    }));
    expect(cleanHistory(orders).totals.outlier).toBe(1);
    expect(cleanHistory(orders, { events: [event] }).totals.outlier).toBe(0);
  });

  test('gives a nameless row to the one item that lacks its day', () => {
    const tea = steadyRows({ 50: { item: null } });
    const coffee = steadyRows().map((row) => ({ ...row, row: row.row + 120, item: 'Coffee' }));
    const result = cleanHistory([...tea, ...coffee]);
    expect(result.audit).toMatchObject([{ row: 50, kind: 'itemSpelling', action: 'placed', cleanedItem: 'Tea' }]);
  });

  test('keeps the days without a row of a sparse history at zero, and estimates nothing', () => {
    const rows = [3, 40, 41, 90, 170, 300].map((day, index) => ({
      row: index + 1,
      date: 45000 + day,
      item: 'Bolt',
      quantity: 4,
    }));
    const [bolt] = cleanHistory(rows).items;
    expect(bolt.calendar).toBe('sparse');
    expect(bolt.days).toHaveLength(6);
  });

  test.each([
    ['no rows', []],
    ['one row', [{ row: 1, date: '2024-01-01', item: 'A', quantity: 1 }]],
    ['nothing but nulls', [{ row: 1, date: null, item: null, quantity: null }]],
    ['nothing but words', [{ row: 1, date: 'soon', item: 'A', quantity: 'some' }]],
    ['two rows a century apart', [1, 2].map((row) => ({ row, date: row * 36500, item: 'A', quantity: row }))],
    ['zeros only', steadyRows().map((row) => ({ ...row, quantity: 0 }))],
    ['huge and tiny', steadyRows({ 9: { quantity: 1e300 }, 10: { quantity: 1e-300 } })],
    ['not numbers', steadyRows({ 9: { quantity: NaN, date: NaN }, 10: { quantity: Infinity, date: -5 } })],
  ] as [string, RawHistoryRow[]][])('survives %s', (_, rows) => {
    const result = cleanHistory(rows);
    for (const { quantities, days } of result.items) {
      expect(quantities).toHaveLength(days.length);
      expect(quantities.every((quantity) => Number.isFinite(quantity) && quantity >= 0)).toBe(true);
    }
  });
});

describe("the planner's decisions", () => {
  const rows = steadyRows({ 50: { quantity: 5000 } });
  const keep: Overrule = { row: 50, kind: 'outlier', decision: 'keep' };

  test('keeps what he keeps, and still says so', () => {
    const result = cleanHistory(rows, { overrules: [keep] });
    expect(result.items[0].quantities[49]).toBe(5000);
    expect(result.audit).toMatchObject([{ row: 50, kind: 'outlier', action: 'kept', cleanedQuantity: 5000 }]);
  });

  test('takes his quantity and his date', () => {
    const overrules: Overrule[] = [
      { row: 50, kind: 'outlier', decision: 'replace', quantity: 400 },
      { row: 70, kind: 'missingDate', decision: 'replace', date: '2024-03-10' },
    ];
    const result = cleanHistory(steadyRows({ 50: { quantity: 5000 }, 70: { date: null }, 71: { date: null } }), {
      overrules,
    });
    expect(result.items[0].quantities[49]).toBe(400);
    expect(result.audit.filter(({ action }) => action === 'replaced')).toMatchObject([
      { row: 50, quantity: 5000, cleanedQuantity: 400 },
      { row: 70, date: null, cleanedDate: '2024-03-10' },
    ]);
    expect(kindsOf(result, 71)).toEqual(['missingDate']);
  });

  test('leaves out what he removes, and estimates the day', () => {
    const result = cleanHistory(rows, { overrules: [{ row: 10, kind: 'conflict', decision: 'remove' }] });
    expect(result.audit[0]).toMatchObject({ row: 10, action: 'removed', cleanedQuantity: null });
    expect(result.items[0].imputed[9]).toBe(true);
  });

  test('finds the row again after rows were inserted, and forgets the decision when the row was edited', () => {
    const remembered = { ...keep, fingerprint: rowFingerprint(rows[49]) };
    const inserted = rows.map((row) => ({ ...row, row: row.row + 3 }));
    expect(cleanHistory(inserted, { overrules: [remembered] }).audit).toMatchObject([{ row: 53, action: 'kept' }]);
    const edited = rows.map((row) => (row.row === 50 ? { ...row, quantity: 6000 } : row));
    expect(cleanHistory(edited, { overrules: [remembered] }).audit).toMatchObject([{ row: 50, action: 'imputed' }]);
  });
});
