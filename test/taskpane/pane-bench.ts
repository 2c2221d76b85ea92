import { deserialize, serialize } from 'node:v8';
import { answerRequests } from '../../src/planning-worker/answer-requests';
import { openDesk } from '../../src/planning-worker/open-desk';
import type { Planner, WorkerPort } from '../../src/planning-worker/planner';
import { openWhatIf } from '../../src/planning-worker/what-if';
import type { OpenWhatIf } from '../../src/planning-worker/what-if';
import { makePlan } from '../../src/planning';
import { javascriptLpSolver } from '../../src/solvers/javascript-lp-solver';
import { done } from '../../src/taskpane/host';
import type { HostChange, PaneHost } from '../../src/taskpane/host';
import { mountPane } from '../../src/taskpane/mount-pane';
import { emptySheet } from '../../src/workbook/book-content';
import type { BookContent } from '../../src/workbook/book-content';
import { createInMemoryWorkbook } from '../../src/workbook/in-memory';
import { readContent } from '../../src/workbook/read-problem';
import { replaceInPlace, restoreInPlace } from '../../src/workbook/replace-in-place';
import { noChange } from '../../src/workbook/workbook';
import type { RangeReference } from '../../src/workbook/workbook';

/** One item that must be made ahead of a peak. */
export function smallBook(capacity: number | string): BookContent {
  const row = (at: number, title: string, values: readonly (number | string)[]) => [
    { row: at, column: 0, value: title },
    ...values.map((value, t) => ({ row: at, column: 1 + t, value })),
  ];
  return {
    sheets: [
      {
        ...emptySheet('Data'),
        cells: [
          ...row(0, '', ['Jan', 'Feb', 'Mar']),
          ...row(1, 'Pump', [100, 150, 300]),
          ...row(2, 'Capacity', [capacity, capacity, capacity]),
        ],
      },
    ],
    names: [
      { name: 'Demand', refersTo: 'Data!$B$2:$D$2' },
      { name: 'Capacity', refersTo: 'Data!$B$3:$D$3' },
      { name: 'Holding_Cost', refersTo: '=2' },
    ],
    tables: [],
  };
}

/** Plans in this thread: a planner without a worker. */
export function inThreadPlanner(): Planner {
  return {
    warmUp: () => undefined,
    start: (problem, options = {}) => ({
      outcome: Promise.resolve({
        kind: 'ended',
        outcome: makePlan(problem, javascriptLpSolver(), { ...options, clock: () => 0 }),
      }),
      cancel: () => undefined,
    }),
    dispose: () => undefined,
  };
}

/** The worker's own code without its thread, on a wire that clones as the browser's does. */
export const inThreadWhatIf: OpenWhatIf = (problem, options) =>
  openWhatIf(
    () => {
      let isTerminated = false;
      const answer = answerRequests({
        loadSolver: () => Promise.resolve(javascriptLpSolver()),
        clock: () => 0,
        say: (reply) => {
          if (!isTerminated) port.onmessage?.({ data: cloned(reply) });
        },
      });
      const port: WorkerPort = {
        postMessage: (request) => answer(cloned(request)),
        terminate: () => void (isTerminated = true),
        onmessage: null,
        onerror: null,
      };
      return port;
    },
    problem,
    options,
  );

function cloned<T>(message: T): T {
  return deserialize(serialize(message)) as T;
}

/** A pane on a workbook in memory, as in Excel but without it; remembers where the user was sent. */
export function paneOn(content: BookContent, planner = inThreadPlanner()) {
  const workbook = createInMemoryWorkbook(content);
  const desk = openDesk(planner, inThreadWhatIf, () => 0);
  const shown: string[] = [];
  const listeners: ((change: HostChange) => void)[] = [];
  let selection: RangeReference = { sheet: 'Data', row: 1, column: 1, rowCount: 1, columnCount: 3 };
  const host: PaneHost = {
    kind: 'excel',
    workbook: () => workbook,
    given: async () => {
      const read = await readContent(workbook);
      return read.ok ? { ok: true, value: { kind: 'content', content: read.value } } : read;
    },
    writePlan: async () => {
      const made = await desk.planSheet();
      if (!made.ok) return made;
      const { sheet, settings } = made.value;
      return workbook.write({ ...noChange, sheets: [sheet], settings });
    },
    workbookName: () => null,
    selectCell: (sheet, address) => {
      shown.push(`${sheet}!${address}`);
      return Promise.resolve(done);
    },
    selectedRange: () => Promise.resolve({ ok: true, value: selection }),
    showSheet: (sheet) => {
      shown.push(sheet);
      return Promise.resolve(done);
    },
    insertSample: () => Promise.resolve(done),
    removeResult: (sheet) => workbook.write({ ...noChange, removeSheets: [sheet] }),
    replacePlan: (options) => replaceInPlace(workbook, (content) => desk.replacement(content, options)),
    restorePlan: () => restoreInPlace(workbook),
    onInputsChanged: (listener) => {
      listeners.push(listener);
      return () => undefined;
    },
    saveCopy: null,
    exportFile: () => undefined,
    locale: { language: 'en-US', format: 'en-US' },
    theme: () => 'light',
    onThemeChanged: () => undefined,
  };
  document.body.innerHTML = '<div id="app"></div>';
  const root = document.getElementById('app') as HTMLElement;
  const pane = mountPane(root, host, { desk, planner, openWhatIf: inThreadWhatIf });
  return {
    ...pane,
    root,
    workbook,
    shown,
    select: (range: RangeReference) => (selection = range),
    changeCells: () => listeners.forEach((listener) => listener('cells')),
    changePlan: () => listeners.forEach((listener) => listener('plan')),
    /** Text of the first element that a selector finds; empty where there is none. */
    text: (selector: string) => root.querySelector(selector)?.textContent ?? '',
    press: (selector: string) => root.querySelector<HTMLElement>(selector)?.click(),
    /** Waits until a selector finds something. */
    until: async (selector: string) => {
      for (let n = 0; n < 300 && !root.querySelector(selector); n++) await new Promise((go) => setTimeout(go, 10));
      if (!root.querySelector(selector)) throw new Error(`Nothing matches ${selector} in ${root.innerHTML}`);
    },
  };
}
