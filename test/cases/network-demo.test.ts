import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanReport } from '../../src/planning';
import { demo, demoTables } from './network-demo-tables';
import { optimizeBook, sharedCase } from './run-case';
import { tableBook } from './table-book';

const [a300, a310, a320] = demo.articles;
const { expected, computed } = sharedCase('seed004_ibp_demo_reconstruction');

const sample = readFileSync(join(__dirname, '../../assets/samples/network.xlsx'));

/** Plans a scenario of the sample workbook through the command line; null: the workbook as it is. */
async function plan(scenario: string | null, options: readonly string[] = []): Promise<PlanReport> {
  const run = await optimizeBook(sample, ...(scenario === null ? [] : ['--scenario', scenario]), ...options);
  expect(run.code).toBe(0);
  expect(run.report.issues).toEqual([]);
  expect(run.report.scenario).toBe(scenario);
  return run.report;
}

const stop = 'STORY_1_STOP';
const levelled = 'STORY_2_LEVELLED';
const cut = 'STORY_3_CAPACITY_CUT';
const cutByMargin = 'STORY_3_BY_MARGIN';

const heuristic = ['--planner', 'heuristic'];
const propagation = ['--planner', 'propagation'];

/** Load as a fraction of the full capacity, per week. */
function use({ resources }: PlanReport): number[] {
  return (resources?.[0]?.load ?? []).map((hours) => hours / demo.resource.capacity_full);
}

type Measure = 'short' | 'late' | 'stock' | 'production' | 'delivered' | 'demand';

/** A key figure of an article at a location, in the weeks asked for (all where none are). */
function figures(
  { network }: PlanReport,
  product: string,
  location: string,
  measure: Measure,
  weeks = demo.weeks,
): number[] {
  const rows = (network ?? []).filter((row) => row.product === product && row.location === location);
  expect(rows).toHaveLength(demo.weeks.length);
  return rows.filter((_row, t) => weeks.includes(demo.weeks[t])).map((row) => row[measure]);
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const { dc, plant } = demo.locations;
const short = (report: PlanReport, article: string) => total(figures(report, article, dc, 'short'));
const late = (report: PlanReport, article: string) => total(figures(report, article, dc, 'late'));

/** What is short (or short or late) of the demand of CW10 to CW14. */
function shareOfPeak(report: PlanReport, article: string, measures: readonly Measure[]): number {
  const peak = [10, 11, 12, 13, 14];
  const wanted = total(figures(report, article, dc, 'demand', peak));
  return total(measures.map((measure) => total(figures(report, article, dc, measure, peak)))) / wanted;
}

const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

/** Price less unit cost of what is delivered. */
const margin = (report: PlanReport): number => report.revenue ?? NaN;

describe('story 1 of the published demo: a production stop of IBP-320 in CW6 to CW9', () => {
  const stopWeeks = demo.production_stop.weeks;

  it('the heuristic uses 46 to 99 % and leaves −200 in each week of the stop, not carried over', async () => {
    const report = await plan(stop, heuristic);
    expect(Math.min(...use(report))).toBeCloseTo(expected.scenario1.heuristic_utilisation_min, 9);
    expect(Math.max(...use(report))).toBeCloseTo(expected.scenario1.heuristic_utilisation_max, 9);
    expect(figures(report, a320, plant, 'stock', stopWeeks)).toEqual(expected.scenario1.projected_stock_IBP320_CW6_9);
    expect(figures(report, a320, plant, 'stock', [10])).toEqual([0]);
    expect(figures(report, a320, dc, 'stock', stopWeeks)).toEqual([0, 0, 0, 0]);
    expect(use(report)).toEqual(
      Object.values(computed.heuristic_stop_utilisation).map((value) => expect.closeTo(Number(value), 9)),
    );
  });

  it('with carry-over it makes up for the stop after it, and the stock below zero adds up', async () => {
    const report = await plan(stop, [...heuristic, '--carry-over']);
    expect(figures(report, a320, plant, 'stock', [...stopWeeks, 10])).toEqual([-200, -400, -600, -800, 0]);
    expect(figures(report, a320, plant, 'production', [10])).toEqual([800 + 300]);
  });

  it('propagation leaves 200 a week undelivered, no stock below 0, nothing made early, and says why', async () => {
    const report = await plan(stop, propagation);
    expect(figures(report, a320, dc, 'short', stopWeeks)).toEqual(
      expected.scenario1.propagation_unfulfilled_IBP320_CW6_9,
    );
    expect(short(report, a320)).toBe(800);
    expect(Math.min(...(report.network ?? []).map(({ stock }) => stock))).toBe(
      expected.scenario1.propagation_min_stock,
    );
    expect(figures(report, a320, plant, 'production', [1, 2, 3, 4, 5])).toEqual([200, 200, 200, 200, 200]);
    const reasons = report.explanations.filter(({ kind }) => kind === 'shortage');
    expect(reasons).toHaveLength(4);
    for (const { sentence } of reasons) expect(sentence).toContain('fixed to 0');
  });
});

describe('story 2: the optimizer on the same stop', () => {
  it('with the stability band uses 53 to 88 %, delivers all in time and builds 800 units early, for 14,017', async () => {
    const report = await plan(levelled);
    expect(report.totalCost).toBeCloseTo(computed.optimizer_with_band.objective, 4);
    expect(Math.min(...use(report))).toBeCloseTo(expected.scenario2.optimizer_utilisation_min, 6);
    expect(Math.max(...use(report))).toBeCloseTo(expected.scenario2.optimizer_utilisation_max, 6);
    for (const article of demo.articles) {
      expect(late(report, article)).toBe(expected.scenario2.late);
      expect(short(report, article)).toBe(expected.scenario2.short);
    }
    const before = [1, 2, 3, 4, 5];
    const early =
      total(figures(report, a320, plant, 'production', before)) - total(figures(report, a320, dc, 'demand', before));
    expect(early).toBeCloseTo(expected.scenario2.early_production_IBP320_before_CW6, 6);
    expect(margin(report)).toBeCloseTo(computed.optimizer_with_band.margin_earned, 4);
  });

  it('is what the workbook itself holds', async () => {
    expect((await plan(null)).totalCost).toBeCloseTo(computed.optimizer_with_band.objective, 4);
  });

  it('without the band costs 13,373 and does not level the load', async () => {
    const report = await plan(stop);
    expect(report.totalCost).toBeCloseTo(computed.optimizer_without_band.objective, 4);
    expect(Math.max(...use(report))).toBeGreaterThan(0.99);
  });
});

describe('story 3: the capacity falls to 700 hours in CW10 to CW14, and everything up to CW9 is frozen', () => {
  it('the heuristic is overloaded exactly in CW10, CW11 and CW12', async () => {
    const report = await plan(cut, heuristic);
    const overloads = (report.alerts ?? []).filter(({ kind }) => kind === 'overload');
    expect(overloads.map(({ period }) => Number(period?.slice(2)))).toEqual(
      expected.scenario3.heuristic_overload_weeks,
    );
    expect(report.resources?.[0].load.map((hours, t) => hours / (report.resources?.[0].capacity[t] ?? NaN))).toEqual(
      Object.values(computed.heuristic_reduced_utilisation).map((value) => expect.closeTo(Number(value), 3)),
    );
  });

  it('delivery mode hits IBP-300 only, and IBP-320 is later than IBP-310', async () => {
    const report = await plan(cut, ['--mode', 'delivery']);
    expect(short(report, a300)).toBeCloseTo(computed.delivery_max.short[a300], 4);
    expect(short(report, a310) + short(report, a320)).toBeCloseTo(0, 6);
    const shares = demo.articles.map((article) => shareOfPeak(report, article, ['short', 'late']));
    expect(shares[0]).toBeGreaterThan(Math.max(shares[1], shares[2]));
    expect(late(report, a320)).toBeGreaterThan(late(report, a310));
    for (const article of demo.articles) {
      expect(late(report, article)).toBeCloseTo(computed.delivery_max.late[article], 3);
    }
  });

  it('the exact fair share gives every article the same fraction of its demand', async () => {
    const book = tableBook(demoTables({ cut: true, frozen: true }));
    const { code, report } = await optimizeBook(book, '--mode', 'fair-share');
    expect(code).toBe(0);
    const fractions = demo.articles.map((article) => short(report, article) / total(demo.demand[article]));
    for (const fraction of fractions) expect(fraction).toBeGreaterThan(0);
    expect(spread(fractions)).toBeLessThan(1e-6);
    expect(spread(demo.articles.map((article) => shareOfPeak(report, article, ['short'])))).toBeLessThan(0.1);
  });

  it('fair share by ten segments that double, as the sample has it, spreads what is short, and what is short or late', async () => {
    const report = await plan(cut, ['--mode', 'fair-share']);
    for (const article of demo.articles) expect(short(report, article)).toBeGreaterThan(0);
    const shares = (measures: readonly Measure[]) =>
      demo.articles.map((article) => shareOfPeak(report, article, measures));
    expect(spread(shares(['short']))).toBeLessThanOrEqual(0.1);
    expect(spread(shares(['short', 'late']))).toBeLessThanOrEqual(0.1);
  });

  it('profit mode leaves IBP-320 untouched and earns at least what fair share earns', async () => {
    const report = await plan(cutByMargin, ['--mode', 'profit']);
    expect(short(report, a320)).toBeCloseTo(0, 6);
    expect(late(report, a320)).toBeCloseTo(0, 6);
    expect(short(report, a300)).toBeGreaterThan(short(report, a310));
    const fair = await plan(cut, ['--mode', 'fair-share']);
    expect(margin(report)).toBeGreaterThanOrEqual(margin(fair) - 1e-6);
  });
});
