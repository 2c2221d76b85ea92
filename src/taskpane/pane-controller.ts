import { hasErrors } from '../planning';
import type { BookDesk } from '../planning-worker/book-desk';
import { readWrittenPlan } from '../workbook/plan-sheet/read-run';
import type { PaneHost } from './host';
import { speechOf, stringsOf } from './language';
import type { LanguageCode } from './language';
import type { PaneAction } from './pane-action';
import type { PaneCommands } from './pane-commands';
import { overrideFinder } from './override-commands';
import { isBusy } from './pane-state';
import type { PaneState } from './pane-state';
import type { PaneSurroundings, PaneWorkers } from './pane-surroundings';
import { replacementCommands } from './replacement-commands';
import { resultCommands } from './result-commands';
import { runCommands } from './run-commands';
import { openedSetUp } from './set-up';
import { setUpCommands } from './set-up-commands';
import type { Store } from './store';
import { errorText } from './speech';

/** Milliseconds without a further change before the workbook is read again. */
const quietMilliseconds = 400;

/** What the user can do, and what commands of panels work with. */
export interface PaneControl {
  readonly commands: PaneCommands;
  readonly surroundings: PaneSurroundings;
}

/** Connects the pane's state with the workbook, the workers and the host. */
export function controlPane(store: Store<PaneState, PaneAction>, host: PaneHost, workers: PaneWorkers): PaneControl {
  const { dispatch, state } = store;
  const texts = () => stringsOf[state().language];
  const attempt = (step: () => Promise<void>) => {
    step().catch((mistake: unknown) => {
      const message = mistake instanceof Error ? mistake.message : String(mistake);
      if (isBusy(state())) dispatch({ kind: 'runEnded', run: { kind: 'none' }, status: '' });
      dispatch({ kind: 'alerted', message: texts().mistake(message) });
    });
  };
  const { desk } = workers;
  const read = () => readInputs(store, host, desk);
  const surroundings: PaneSurroundings = { store, host, ...workers, texts, read, attempt };
  const findOverrides = overrideFinder(surroundings);

  const open = () => {
    if (!host.workbook()) return;
    dispatch({ kind: 'bookOpened', name: host.workbookName() });
    attempt(async () => {
      await read();
      await desk.warmUp();
      await findOverrides();
    });
  };
  const readSoon = debounced(() => attempt(read));
  const findOverridesSoon = debounced(() => attempt(findOverrides));
  host.onInputsChanged((change) => {
    if (change === 'opened') return open();
    // A run and its writing change cells themselves.
    if (isBusy(state())) return;
    if (change === 'plan') findOverridesSoon();
    else readSoon();
  });
  const speakIn = (language: LanguageCode) =>
    attempt(async () => dispatch({ kind: 'speechLoaded', language, speech: await speechOf[language]() }));
  if (state().language !== 'en') speakIn(state().language);
  host.onThemeChanged(() => dispatch({ kind: 'themeChanged', theme: host.theme() }));
  open();

  const commands: PaneCommands = {
    readAgain: () => attempt(read),
    selectCell: (sheet, address) =>
      attempt(async () => {
        const shown = await host.selectCell(sheet, address);
        if (!shown.ok) dispatch({ kind: 'alerted', message: errorText(state(), shown.error) });
      }),
    chooseMode: (mode) => dispatch({ kind: 'modeChosen', mode }),
    choosePreset: (preset) => dispatch({ kind: 'presetChosen', preset }),
    typeChoice: (choice, text) => dispatch({ kind: 'choiceTyped', choice, text }),
    chooseLanguage: (language) => {
      dispatch({ kind: 'languageChosen', language });
      speakIn(language);
    },
    choosePanel: (panel) => dispatch({ kind: 'panelChosen', panel }),
    toggleTable: (chart) => dispatch({ kind: 'tableToggled', chart }),
    insertSample: (sample) =>
      attempt(async () => {
        const inserted = await host.insertSample(sample);
        if (!inserted.ok) return dispatch({ kind: 'alerted', message: errorText(state(), inserted.error) });
        dispatch({ kind: 'setUpClosed' });
        if (host.kind === 'excel') await read();
      }),
    ...runCommands(surroundings),
    ...resultCommands(surroundings),
    ...replacementCommands(surroundings),
    ...setUpCommands(surroundings),
  };
  return { commands, surroundings };
}

/** A step that is done once the calls for it have paused. */
function debounced(step: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  return () => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(step, quietMilliseconds);
  };
}

/** Reads what the workbook has for every input; opens the set-up where there is no demand. */
async function readInputs(store: Store<PaneState, PaneAction>, host: PaneHost, desk: BookDesk): Promise<void> {
  const { dispatch, state } = store;
  const workbook = host.workbook();
  const given = await host.given();
  if (!given) return;
  const inspected = given.ok ? await desk.inspect(given.value) : given;
  if (host.workbook() !== workbook) return;
  if (!inspected.ok) return dispatch({ kind: 'bookUnreadable', message: errorText(state(), inspected.error) });
  const { reading, mapping } = inspected.value;
  dispatch({ kind: 'bookRead', reading });
  const isEmpty = hasErrors(reading.issues) && reading.issues.some(({ code }) => code === 'missing-demand');
  if (isEmpty && state().setUp === null) dispatch({ kind: 'setUpOpened', setUp: openedSetUp(mapping) });
  await readPlanSheet(store, host, reading.sheets);
}

/** Finds the plan that stands in the workbook, perhaps since an earlier session. */
async function readPlanSheet(
  { dispatch }: Store<PaneState, PaneAction>,
  host: PaneHost,
  sheets: readonly string[],
): Promise<void> {
  const workbook = host.workbook();
  if (!workbook) return;
  const plan = await readWrittenPlan(workbook, sheets);
  // A sheet that cannot be read is no reason to stop: the plan that is made next replaces it.
  if (host.workbook() === workbook) dispatch({ kind: 'writtenPlanRead', plan: plan.ok ? plan.value : null });
}
