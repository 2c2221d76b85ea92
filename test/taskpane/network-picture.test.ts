import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePlan, networkRows, planReport } from '../../src/planning';
import type { Plan, PlannedOutcome, PlanningProblem } from '../../src/planning';
import { loadHighs } from '../../src/solvers/highs';
import { networkPicture, tightest } from '../../src/workbook/network-picture';
import type { NetworkPicture } from '../../src/workbook/network-picture';
import { lanePath, pictureLayout } from '../../src/taskpane/panels/network/picture-layout';
import { planCharts } from '../../src/workbook/stacked-charts';
import { readContent, readProblem } from '../../src/workbook/read-problem';
import { openXlsx } from '../../src/workbook/xlsx/open-xlsx';

/** The plan of a sample network and its picture. */
async function sample(name: string): Promise<{
  problem: PlanningProblem;
  outcome: PlannedOutcome;
  plan: Plan;
  picture: NetworkPicture;
}> {
  const bytes = readFileSync(join(__dirname, '../../assets/samples', `${name}.xlsx`));
  const workbook = openXlsx(bytes);
  if (!workbook.ok) throw new Error(workbook.error.message);
  const content = await readContent(workbook.value);
  if (!content.ok) throw new Error(content.error.message);
  const { problem } = readProblem(content.value);
  if (!problem) throw new Error('The sample has no problem.');
  const outcome = makePlan(problem, await loadHighs(), { clock: () => 0 });
  if (outcome.kind !== 'planned') throw new Error(outcome.kind);
  const picture = networkPicture(problem, outcome.plan, networkRows(problem, outcome.plan));
  return { problem, outcome, plan: outcome.plan, picture };
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe('the picture of a network', () => {
  let prebuild: Awaited<ReturnType<typeof sample>>;

  beforeAll(async () => {
    prebuild = await sample('prebuild-network');
  });

  test('puts every place below those that send to it, and loses no unit', () => {
    const { problem, plan, picture } = prebuild;
    expect(picture.places.map(({ name }) => name).sort()).toEqual([
      'PLT-CENT',
      'PLT-WEST',
      'WH-CENT',
      'WH-NE',
      'WH-WEST',
    ]);
    for (const { from, to } of picture.lanes)
      expect(picture.places[to].layer).toBeGreaterThan(picture.places[from].layer);
    expect(total(picture.lanes.flatMap(({ units }) => units))).toBeCloseTo(total(plan.transport.flat()), 4);
    const rows = networkRows(problem, plan);
    for (const place of picture.places) {
      const own = rows.filter(({ location }) => location === place.name);
      expect(total(place.short)).toBeCloseTo(total(own.map(({ short }) => short)), 4);
      expect(total(place.demand)).toBeCloseTo(total(own.map(({ demand }) => demand)), 4);
    }
  });

  test('names the fullest limit of a place in its worst period, or in the one asked for', () => {
    const place = {
      name: 'Plant',
      layer: 0,
      limits: [
        { kind: 'resource' as const, name: 'Line', use: [0.5, 0.97, null] },
        { kind: 'storage' as const, name: 'Hall', use: [0.8, 0.2, 0.1] },
      ],
      demand: [],
      late: [],
      short: [],
      targetGap: [],
      stock: [],
    };
    expect(tightest(place, null)).toMatchObject({ kind: 'resource', name: 'Line', use: 0.97 });
    expect(tightest(place, 0)).toMatchObject({ kind: 'storage', name: 'Hall', use: 0.8 });
    expect(tightest(place, 2)).toMatchObject({ name: 'Hall', use: 0.1 });
    expect(tightest({ ...place, limits: [] }, null)).toBeNull();
  });

  test('is none without locations', () => {
    const { problem, outcome, plan } = prebuild;
    const charts = (one: PlanningProblem) =>
      planCharts(one, plan, planReport(one, outcome, { scenario: null, issues: [] }));
    expect(charts(problem).network?.places).toHaveLength(5);
    expect(charts({ ...problem, items: problem.items.map((item) => ({ ...item, location: '' })) }).network).toBeNull();
  });

  test('settles where lanes run in circles', () => {
    const { problem, plan } = prebuild;
    const back = problem.lanes.map((lane) => ({ ...lane, from: lane.to, to: lane.from }));
    const picture = networkPicture(
      { ...problem, lanes: [...problem.lanes, ...back] },
      { ...plan, transport: [...plan.transport, ...plan.transport] },
      networkRows(problem, plan),
    );
    expect(picture.places).toHaveLength(5);
  });

  test.each([1, 2, 3, 4, 7, 12])('draws a layer of %i places without overlap, within the pane', (count) => {
    const places = Array.from({ length: count + 1 }, (_, n) => ({
      layer: n === 0 ? 0 : 1,
    }));
    const { boxes, width, height } = pictureLayout({ places });
    boxes.forEach((box, b) => {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      for (const other of boxes.slice(b + 1)) {
        const apart =
          box.x + box.width <= other.x ||
          other.x + other.width <= box.x ||
          box.y + box.height <= other.y ||
          other.y + other.height <= box.y;
        expect(apart).toBe(true);
      }
      expect(lanePath(boxes[0], box)).toMatch(/^M[\d.]+ [\d.-]+C/);
    });
  });
});
