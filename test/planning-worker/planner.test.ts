import { answerRequests } from '../../src/planning-worker/answer-requests';
import type { WorkerReply } from '../../src/planning-worker/messages';
import { openDesk } from '../../src/planning-worker/open-desk';
import { workerPlanner } from '../../src/planning-worker/planner';
import type { WorkerPort } from '../../src/planning-worker/planner';
import { openWhatIf } from '../../src/planning-worker/what-if';
import { loadHighs } from '../../src/solvers/highs';
import { requestForProblem } from '../../src/workbook/read-problem';
import { excelWorkbook } from '../../src/workbook/excel/excel-workbook';
import { threeSkus } from '../planning/three-skus';
import { openThreeSkus } from '../workbook/excel/three-sku-host';

/** The worker's own code on a wire that clones, as the browser's does; only the thread is missing. */
function startWorker(said: WorkerReply['kind'][]): WorkerPort {
  let isTerminated = false;
  const port: WorkerPort = {
    postMessage: (request) => answer(structuredClone(request)),
    terminate: () => void (isTerminated = true),
    onmessage: null,
    onerror: null,
  };
  const answer = answerRequests({
    loadSolver: loadHighs,
    clock: () => performance.now(),
    say: (reply) => {
      if (isTerminated) return;
      said.push(reply.kind);
      port.onmessage?.({ data: structuredClone(reply) });
    },
  });
  return port;
}

describe('a run of the planner', () => {
  it('tells of the plan before its reasons, and ends with both', async () => {
    const said: WorkerReply['kind'][] = [];
    const told: number[] = [];
    const planner = workerPlanner(() => startWorker(said));
    const run = planner.start(threeSkus(15000), {}, { onPlan: ({ cost }) => told.push(cost.total) });
    const ended = await run.outcome;
    expect(told).toEqual([2128139]);
    expect(said.filter((kind) => kind !== 'progress')).toEqual(['planned', 'explained']);
    expect(ended).toMatchObject({ outcome: { kind: 'planned', status: 'optimal', cost: { total: 2128139 } } });
    expect(ended.kind === 'ended' && ended.outcome.kind === 'planned' && ended.outcome.explanations).not.toEqual([]);
    planner.dispose();
  });

  it('seeks no reasons where none are wanted', async () => {
    const said: WorkerReply['kind'][] = [];
    const planner = workerPlanner(() => startWorker(said));
    expect(await planner.start(threeSkus(15000), { reasons: false }).outcome).toMatchObject({
      outcome: { kind: 'planned', status: 'optimal', cost: { total: 2128139 }, explanations: [] },
    });
    expect(said).not.toContain('explained');
    planner.dispose();
  });

  it('without a plan ends with why not', async () => {
    const said: WorkerReply['kind'][] = [];
    const planner = workerPlanner(() => startWorker(said));
    const { outcome } = planner.start(threeSkus(12000));
    expect(await outcome).toMatchObject({ kind: 'ended', outcome: { kind: 'infeasible' } });
    expect(said).not.toContain('planned');
    planner.dispose();
  });

  it('that is cancelled while reasons are sought may keep its plan', async () => {
    const planner = workerPlanner(() => startWorker([]));
    const run = planner.start(threeSkus(15000), {}, { onPlan: () => run.cancel({ keepBest: true }) });
    expect(await run.outcome).toMatchObject({
      kind: 'ended',
      outcome: { kind: 'planned', status: 'optimal', cost: { total: 2128139 }, explanations: [] },
    });
    planner.dispose();
  });
});

it('the desk hands over the sheet that it drew for Excel while the reasons were sought', async () => {
  openThreeSkus();
  const request = requestForProblem();
  const raw = await excelWorkbook().readRaw(request);
  if (!raw.ok) throw new Error(raw.error.message);
  const said: WorkerReply['kind'][] = [];
  const planner = workerPlanner(() => startWorker(said));
  const desk = openDesk(
    planner,
    (problem, options) => openWhatIf(() => startWorker([]), problem, options),
    () => performance.now(),
  );
  const run = { mode: null, scenario: null, options: {}, runDate: '2026-01-31T12:00:00' };
  const outcome = await desk.plan({ kind: 'excel', raw: raw.value, request }, run);
  expect(said).toContain('planned');
  expect(outcome).toMatchObject({ kind: 'planned', sheet: 'SOP Plan', report: { totalCost: 2128139 } });
  const [made, drawn] = [await desk.planSheet(), await desk.drawPlanSheet()];
  if (!made.ok || !drawn.ok) throw new Error('There is no sheet.');
  expect(drawn.value.sheet.name).toBe('SOP Plan');
  expect(Object.keys(drawn.value.settings)).toEqual(['plan on SOP Plan']);
  const blocks = await Promise.all(
    Array.from({ length: drawn.value.sheet.blockCount }, (_, n) => desk.planSheetBlock(n)),
  );
  const entries = new Set(blocks.flatMap((block) => block.entries.flat()));
  const formulas = [...made.value.sheet.cells].flatMap(({ formula }) => formula ?? []);
  expect(formulas.length).toBeGreaterThan(50);
  expect(formulas.filter((formula) => !entries.has(formula))).toEqual([]);
  planner.dispose();
});
