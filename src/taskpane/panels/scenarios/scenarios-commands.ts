import { hasErrors } from '../../../planning';
import type { ScenarioSheet } from '../../../planning-worker/book-desk';
import { baselineFirst } from '../../../workbook/compare-scenarios';
import { fingerprint } from '../../../workbook/fingerprint';
import { readContent, readProblem } from '../../../workbook/read-problem';
import { withScenarioRows } from '../../../workbook/scenarios/draft-scenarios';
import {
  copyScenario,
  createScenario,
  removeRow,
  removeScenario,
  renameScenario,
  scenarioRows,
} from '../../../workbook/scenarios/edit-scenarios';
import type { ScenarioRow } from '../../../workbook/scenarios/edit-scenarios';
import { previewScenario } from '../../../workbook/scenarios/preview-scenario';
import { sameName, scenarioList } from '../../../workbook/scenarios/scenario-table';
import { scenariosChange } from '../../../workbook/scenarios/write-scenarios';
import type { WorkbookContent } from '../../../workbook/workbook';
import { isBusy } from '../../pane-state';
import { runDateOf } from '../../run-plan';
import type { Store } from '../../store';
import type { PanelSurroundings } from '../panel';
import { changeOf, emptyForm, formOf, rowsWith } from './change-form';
import { previewTables } from './preview-tables';
import { scenarioRunner } from './scenario-run';
import { resultOf } from './scenarios-state';
import type {
  ComparisonChoices,
  FormField,
  Naming,
  ScenarioBook,
  ScenariosAction,
  ScenariosState,
} from './scenarios-state';
import { panelTexts } from './texts';

/** What the planner can do with scenarios. */
export interface ScenariosCommands {
  readonly choose: (name: string) => void;
  readonly startNaming: (kind: Naming['kind']) => void;
  readonly typeName: (name: string) => void;
  readonly confirmName: () => void;
  readonly stopNaming: () => void;
  readonly askToDelete: (isAsked: boolean) => void;
  readonly deleteChosen: () => void;
  /** Opens the form for a row, or for a new change. */
  readonly openForm: (row: number | null) => void;
  readonly typeChange: (field: FormField, text: string) => void;
  readonly saveChange: () => void;
  readonly closeForm: () => void;
  readonly deleteChange: (row: number) => void;
  readonly optimize: (names: readonly string[]) => void;
  readonly cancel: () => void;
  readonly writeClosest: (name: string) => void;
  readonly compareBy: (choices: Partial<ComparisonChoices>) => void;
  readonly writeComparison: () => void;
  /** Reads the scenarios again, after the workbook has changed. */
  readonly read: () => void;
}

/** Milliseconds without a key before the preview follows. */
const quietMilliseconds = 250;

/** Connects the panel's state with the workbook and the planner. */
export function scenariosCommands(
  surroundings: PanelSurroundings,
  store: Store<ScenariosState, ScenariosAction>,
): ScenariosCommands {
  const { store: pane, host, desk, attempt } = surroundings;
  const { dispatch, state } = store;
  const texts = () => panelTexts[pane.state().language];
  const say = (status: string) => pane.dispatch({ kind: 'said', status });
  const complain = (message: string) => pane.dispatch({ kind: 'alerted', message });
  const runner = scenarioRunner(surroundings, store, texts);

  async function read(): Promise<void> {
    const workbook = host.workbook();
    if (!workbook) return;
    const content = await readContent(workbook);
    if (host.workbook() !== workbook) return;
    if (!content.ok) return complain(content.error.message);
    const book = bookOf(content.value);
    const stale = state().results.filter(
      ({ name, outcome }) => 'fingerprint' in outcome && fingerprint(content.value, name) !== outcome.fingerprint,
    );
    dispatch({ kind: 'bookRead', book, stale: stale.map(({ name }) => name) });
    preview();
  }

  let quiet: ReturnType<typeof setTimeout> | null = null;
  function previewSoon(): void {
    if (quiet !== null) clearTimeout(quiet);
    quiet = setTimeout(() => {
      quiet = null;
      preview();
    }, quietMilliseconds);
  }

  function preview(): void {
    const { book, chosen } = state();
    if (!book || !book.reading.problem) return dispatch({ kind: 'previewed', preview: null });
    const content = withScenarioRows(book.content, draftRows(state(), pane.state().format) ?? book.rows);
    const { inputs, issues } = previewScenario(content, chosen);
    const known = new Set(book.reading.issues.map((issue) => JSON.stringify(issue)));
    const own = issues.filter((issue) => !known.has(JSON.stringify(issue)));
    dispatch({ kind: 'previewed', preview: { tables: previewTables(inputs), issues: own } });
  }

  let saving: Promise<unknown> = Promise.resolve();
  let isSaving = false;
  /** Writes the edited rows and shows what the workbook then has; one edit waits for the other. */
  function save(edit: (rows: readonly ScenarioRow[]) => readonly ScenarioRow[], chosen: string, status: string) {
    const saved = saving.then(async (): Promise<boolean> => {
      const workbook = host.workbook();
      const { book } = state();
      if (!workbook || !book) return false;
      const written = await workbook.write(scenariosChange(book.content, edit(book.rows)));
      if (!written.ok) {
        complain(written.error.message);
        return false;
      }
      dispatch({ kind: 'naming', naming: null });
      dispatch({ kind: 'form', form: null });
      isSaving = true;
      try {
        await surroundings.read();
        await read();
      } finally {
        isSaving = false;
      }
      if (!sameName(state().chosen, chosen)) {
        dispatch({ kind: 'chosen', name: chosen });
        preview();
      }
      say(status);
      return true;
    });
    saving = saved.catch(() => undefined);
    return saved;
  }

  async function confirmName(): Promise<void> {
    const { naming, book, chosen } = state();
    if (!naming || !book) return;
    const name = naming.name.trim();
    const isSame = naming.kind === 'rename' && sameName(name, chosen);
    const isTaken = book.scenarios.some((entry) => sameName(entry.name, name)) && !isSame;
    if (name === '' || isTaken) {
      dispatch({ kind: 'naming', naming: { ...naming, wrong: name === '' ? 'empty' : 'taken' } });
      return focus('scenario-name');
    }
    const edits: Readonly<Record<Naming['kind'], Parameters<typeof save>[0]>> = {
      create: (rows) => createScenario(rows, name),
      copy: (rows) => copyScenario(rows, chosen, name),
      rename: (rows) => renameScenario(rows, chosen, name),
    };
    if (await save(edits[naming.kind], name, texts().saved(name))) focus('scenario-heading');
  }

  async function saveChange(): Promise<void> {
    const { form, book, chosen } = state();
    if (!form || !book) return;
    const change = changeOf(form, book, pane.state().format);
    if (change === null) {
      dispatch({ kind: 'form', form: { ...form, wasRefused: true } });
      return focus('change-amount');
    }
    preview();
    if (hasErrors(state().preview?.issues ?? [])) {
      dispatch({ kind: 'form', form: { ...form, wasRefused: true } });
      return focus('scenario-issues');
    }
    if (await save((rows) => rowsWith(rows, chosen, form, change), chosen, texts().saved(chosen))) focus('add-change');
  }

  async function writeLaidOut(sheet: ScenarioSheet): Promise<string | null> {
    const laidOut = await desk.layOut(sheet);
    const written = laidOut.ok ? await host.writePlan() : laidOut;
    if (written.ok && laidOut.ok) return laidOut.value;
    if (!written.ok) complain(written.error.message);
    return null;
  }

  async function writeComparison(): Promise<void> {
    const { book } = state();
    if (!book) return;
    const names = baselineFirst(book.scenarios.map(({ name }) => name));
    const scenarios = names.flatMap((name) => resultOf(state(), name)?.name ?? []);
    const sheet = await writeLaidOut({ kind: 'comparison', scenarios, runDate: runDateOf(new Date()) });
    if (sheet === null) return;
    dispatch({ kind: 'compared', comparison: { sheet } });
    say(surroundings.texts().writtenTo(sheet));
  }

  async function writeClosest(name: string): Promise<void> {
    const sheet = await writeLaidOut({ kind: 'closest', scenario: resultOf(state(), name)?.name ?? name });
    if (sheet === null) return;
    dispatch({ kind: 'written', name, sheet });
    say(surroundings.texts().closestWritten(sheet));
  }

  return {
    choose: (name) => {
      dispatch({ kind: 'chosen', name });
      preview();
    },
    startNaming: (kind) => {
      const name = kind === 'rename' ? state().chosen : '';
      dispatch({ kind: 'naming', naming: { kind, name, wrong: null } });
      focus('scenario-name');
    },
    typeName: (name) => {
      const { naming } = state();
      if (naming) dispatch({ kind: 'naming', naming: { ...naming, name, wrong: null } });
    },
    confirmName: () => attempt(confirmName),
    stopNaming: () => {
      dispatch({ kind: 'naming', naming: null });
      focus('new-scenario');
    },
    askToDelete: (isDeleting) => {
      dispatch({ kind: 'deleting', isDeleting });
      focus(isDeleting ? 'keep-scenario' : 'delete-scenario');
    },
    deleteChosen: () =>
      attempt(async () => {
        const { book, chosen } = state();
        if (!book) return;
        dispatch({ kind: 'deleting', isDeleting: false });
        const first = book.scenarios[0].name;
        if (await save((rows) => removeScenario(rows, chosen), first, texts().deleted(chosen)))
          focus('scenarios-heading');
      }),
    openForm: (row) => {
      const { book } = state();
      if (!book) return;
      const form = row === null ? emptyForm(book) : formOf(book, row, pane.state().format);
      dispatch({ kind: 'form', form });
      focus('change-input');
    },
    typeChange: (field, text) => {
      dispatch({ kind: 'typed', field, text });
      previewSoon();
    },
    saveChange: () => attempt(saveChange),
    closeForm: () => {
      dispatch({ kind: 'form', form: null });
      preview();
      focus('add-change');
    },
    deleteChange: (row) =>
      attempt(async () => {
        const { chosen } = state();
        if (await save((rows) => removeRow(rows, row), chosen, texts().saved(chosen))) focus('add-change');
      }),
    optimize: (names) => {
      if (isBusy(pane.state())) return complain(texts().busy);
      attempt(async () => {
        await runner.optimize(names);
        focus(names.length === 1 ? 'scenario-heading' : 'comparison-heading');
      });
      focus('cancel-scenarios');
    },
    cancel: runner.cancel,
    writeClosest: (name) => attempt(() => writeClosest(name)),
    compareBy: (comparison) => dispatch({ kind: 'compared', comparison }),
    writeComparison: () => attempt(writeComparison),
    read: () => {
      // A save reads by itself.
      if (!isSaving) attempt(read);
    },
  };
}

/** Rows as they would be with the change that is being typed; null where none is, or its amount is no number yet. */
function draftRows({ form, book, chosen }: ScenariosState, format: string): readonly ScenarioRow[] | null {
  if (!form || !book) return null;
  const change = changeOf(form, book, format);
  return change && rowsWith(book.rows, chosen, form, change);
}

function bookOf(content: WorkbookContent): ScenarioBook {
  return { content, reading: readProblem(content), rows: scenarioRows(content), scenarios: scenarioList(content) };
}

/** Where the planner goes on, when what had the focus has gone. */
function focus(id: string): void {
  document.getElementById(id)?.focus();
}
