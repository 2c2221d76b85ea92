import { changeProblem } from '../../../planning';
import type { ChangeableInput } from '../../../planning';
import { sweepSheet } from '../../../workbook/sweep-sheet';
import { noChange } from '../../../workbook/workbook';
import type { WhatIf } from '../../../planning-worker/what-if';
import type { PaneSurroundings } from '../../pane-surroundings';
import { runOptionsOf } from '../../run-commands';
import { runDateOf } from '../../run-plan';
import type { Store } from '../../store';
import { problemChangesOf } from './sliders';
import { sweepCsv } from './sweep-csv';
import { sweepRange } from './sweep-form';
import type { SweepField } from './sweep-form';
import type { SweepAction, SweepState } from './sweep-state';
import { panelTexts } from './texts';
import type { WhatIfState } from './what-if-state';

/** What the planner can do with a sweep. */
export interface SweepCommands {
  readonly chooseInput: (input: ChangeableInput) => void;
  readonly type: (field: SweepField, text: string) => void;
  readonly start: () => void;
  readonly cancel: () => void;
  readonly toggleTable: () => void;
  readonly exportCsv: () => void;
  /** Writes the figures and their chart to the sheet SOP Sweep, and shows it. */
  readonly writeSheet: () => void;
}

/** Connects a sweep with a worker of its own, which is ended to cancel it. */
export function sweepCommands(
  own: Store<SweepState, SweepAction>,
  sliders: () => WhatIfState,
  { store, host, openWhatIf, attempt }: PaneSurroundings,
): SweepCommands {
  const { dispatch, state } = own;
  const texts = () => panelTexts[store.state().language];
  let session: WhatIf | null = null;

  function end(): void {
    session?.dispose();
    session = null;
  }

  async function start(): Promise<void> {
    const { book, changes } = sliders();
    const { input, texts: entered } = state();
    if (book.kind !== 'open' || input === null) return;
    const { options, format } = store.state();
    const read = sweepRange(input, entered, format);
    if ('mistake' in read) return dispatch({ kind: 'refused', mistake: read.mistake });
    end();
    const { range } = read;
    const opened = openWhatIf(changeProblem(book.problem, problemChangesOf(changes)), runOptionsOf(options) ?? {});
    session = opened;
    dispatch({ kind: 'started', range });
    const answer = await opened.sweep(range, (point) => {
      if (session === opened) dispatch({ kind: 'pointFound', point });
    });
    if (session !== opened) return;
    end();
    if (answer.kind === 'overtaken') return dispatch({ kind: 'cancelled' });
    if (answer.kind === 'died') return dispatch({ kind: 'failed', message: texts().died });
    dispatch({ kind: 'swept', sweep: answer.sweep, range, changes });
    store.dispatch({ kind: 'said', status: texts().sweptStatus(answer.sweep.points.length) });
  }

  async function writeSheet(): Promise<void> {
    const { run } = state();
    const workbook = host.workbook();
    if (run.kind !== 'done' || !workbook) return;
    const from = run.changes.length === 0 ? '' : 'with the changes of the what-if';
    const sheet = sweepSheet(run.sweep, { from, runDate: runDateOf(new Date()) });
    const written = await workbook.write({ ...noChange, sheets: [sheet] });
    const shown = written.ok ? await host.showSheet(sheet.name) : written;
    if (!shown.ok) return store.dispatch({ kind: 'alerted', message: shown.error.message });
    store.dispatch({ kind: 'said', status: texts().sweepWritten(sheet.name) });
  }

  return {
    chooseInput: (input) => dispatch({ kind: 'inputChosen', input, format: store.state().format }),
    type: (field, text) => dispatch({ kind: 'typed', field, text }),
    start: () => attempt(start),
    cancel: () => {
      end();
      dispatch({ kind: 'cancelled' });
    },
    toggleTable: () => dispatch({ kind: 'tableToggled' }),
    writeSheet: () => attempt(writeSheet),
    exportCsv: () => {
      const { run } = state();
      if (run.kind === 'done') host.exportFile('sweep.csv', sweepCsv(run.sweep), 'text/csv');
    },
  };
}
