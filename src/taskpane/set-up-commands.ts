import { mappingSetting, readMapping, writeMapping } from '../workbook/mapping';
import { noChange } from '../workbook/workbook';
import type { PaneCommands } from './pane-commands';
import type { PaneSurroundings } from './pane-surroundings';
import { mappingAfter, openedSetUp, rangeText, setUpSteps, wrongRole } from './set-up';
import type { SetUpState } from './set-up';
import { errorText } from './speech';

type SetUpCommands = Pick<
  PaneCommands,
  'openSetUp' | 'closeSetUp' | 'typeCells' | 'takeSelection' | 'stepBack' | 'stepForward'
>;

/** The guided set-up: the user says where each input stands, and the choice is stored in the workbook. */
export function setUpCommands({ store, host, texts, read, attempt }: PaneSurroundings): SetUpCommands {
  const { dispatch, state } = store;

  async function open(): Promise<void> {
    const workbook = host.workbook();
    if (!workbook) return;
    const stored = await workbook.read({ names: [], tables: [], ranges: [], settings: [mappingSetting] });
    if (!stored.ok) return dispatch({ kind: 'alerted', message: errorText(store.state(), stored.error) });
    const { mapping } = readMapping(stored.value.settings[mappingSetting]);
    dispatch({ kind: 'setUpOpened', setUp: openedSetUp(mapping) });
  }

  /** Whether what this step says can be used; says why not. */
  function accepts(setUp: SetUpState): boolean {
    const { sheets, activeSheet } = whereabouts();
    const wrong = wrongRole(setUp, sheets, activeSheet);
    if (!wrong) return true;
    const { noSuchSheet, demandNeeded, badCells } = texts();
    const message =
      wrong.kind === 'noSheet' ? noSuchSheet(wrong.sheet) : wrong.kind === 'missing' ? demandNeeded : badCells;
    dispatch({ kind: 'setUpRefused', role: wrong.role, message });
    return false;
  }

  function whereabouts(): { readonly sheets: readonly string[]; readonly activeSheet: string } {
    const { book } = state();
    return book.kind === 'read' ? book.reading : { sheets: [], activeSheet: '' };
  }

  async function finish(setUp: SetUpState): Promise<void> {
    const workbook = host.workbook();
    if (!workbook) return;
    const mapping = mappingAfter(setUp, whereabouts().activeSheet);
    const stored = await workbook.write({ ...noChange, settings: { [mappingSetting]: writeMapping(mapping) } });
    if (!stored.ok) return dispatch({ kind: 'alerted', message: errorText(store.state(), stored.error) });
    dispatch({ kind: 'setUpClosed' });
    await read();
    dispatch({ kind: 'said', status: texts().mapped });
  }

  return {
    openSetUp: () => attempt(open),
    closeSetUp: () => dispatch({ kind: 'setUpClosed' }),
    typeCells: (role, text) => dispatch({ kind: 'setUpTyped', role, text }),
    takeSelection: (role) =>
      attempt(async () => {
        const selected = await host.selectedRange();
        if (selected.ok) dispatch({ kind: 'setUpTyped', role, text: rangeText(selected.value) });
        else dispatch({ kind: 'setUpRefused', role, message: errorText(store.state(), selected.error) });
      }),
    stepBack: () => {
      const { setUp } = state();
      if (setUp) dispatch({ kind: 'setUpStepped', step: setUpSteps[Math.max(0, setUpSteps.indexOf(setUp.step) - 1)] });
    },
    stepForward: () => {
      const { setUp } = state();
      if (!setUp || !accepts(setUp)) return;
      const next = setUpSteps.indexOf(setUp.step) + 1;
      if (next < setUpSteps.length) dispatch({ kind: 'setUpStepped', step: setUpSteps[next] });
      else attempt(() => finish(setUp));
    },
  };
}
