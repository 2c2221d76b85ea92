import { changeProblem, hasErrors } from '../../../planning';
import type { PlanningProblem, PlanOutcome } from '../../../planning';
import type { PlanningRun } from '../../../planning-worker/planner';
import type { WhatIf } from '../../../planning-worker/what-if';
import { readContent, readProblem } from '../../../workbook/read-problem';
import { itemRanks } from '../../../workbook/stacked-charts';
import { numberTexts } from '../../number-texts';
import { isBusy } from '../../pane-state';
import type { PaneState } from '../../pane-state';
import type { PaneSurroundings } from '../../pane-surroundings';
import { runOptionsOf } from '../../run-commands';
import type { Store } from '../../store';
import { answerSentence } from './answer-sentence';
import { figuresOf } from './figures';
import { areSame, enteredPercent, problemChangesOf, slidersOf } from './sliders';
import type { SliderChange, SliderName } from './sliders';
import { draftScenario, proposedName } from './scenario-draft';
import { panelTexts } from './texts';
import type { WhatIfAction, WhatIfState } from './what-if-state';
import type { Sentence } from '../../speech';
import { conflictSentences, sentencesOf } from '../../views/sentence-list';

/** What the planner can do with the sliders. */
export interface WhatIfCommands {
  readonly move: (slider: SliderName, percent: number) => void;
  readonly type: (slider: SliderName, text: string) => void;
  readonly endTyping: (slider: SliderName) => void;
  readonly chooseMember: (slider: SliderName, member: number | null) => void;
  readonly remove: (change: SliderChange) => void;
  readonly reset: () => void;
  readonly nameScenario: (name: string) => void;
  /** Writes the setting into the workbook's table of scenarios; without a name under the next free one. */
  readonly keep: () => void;
  /** Reads the workbook again, with a new worker. */
  readonly reopen: () => void;
  /** Opens what the pane shows by now, unless it is open already. */
  readonly follow: (pane: PaneState) => void;
}

/** Milliseconds without a further move before the reasons of an infeasible setting are looked for, and an answer is said. */
const quietMilliseconds = 400;
/** Seconds that one answer may take where the planner set no limit: a slider has to answer while it is still remembered. */
const answerSeconds = 10;

/** Connects the sliders with the workbook and a worker that keeps its problem open. */
export function whatIfCommands(
  own: Store<WhatIfState, WhatIfAction>,
  { store, host, planner, openWhatIf, texts, read, attempt }: PaneSurroundings,
): WhatIfCommands {
  const { dispatch, state } = own;
  /** What is open: the inputs' fingerprint and the goal. */
  let followed = '';
  let session: WhatIf | null = null;
  let ranks: readonly number[] | null = null;
  let reasons: PlanningRun | null = null;
  let quiet: ReturnType<typeof setTimeout> | null = null;

  function close(): void {
    session?.dispose();
    session = null;
    stopReasons();
  }

  function stopReasons(): void {
    if (quiet !== null) clearTimeout(quiet);
    reasons?.cancel();
    reasons = null;
    dispatch({ kind: 'reasonsGivenUp' });
  }

  async function open(): Promise<void> {
    const workbook = host.workbook();
    if (!workbook) return;
    close();
    dispatch({ kind: 'opening' });
    ranks = null;
    const key = followed;
    const content = await readContent(workbook);
    if (followed !== key) return;
    if (!content.ok) return dispatch({ kind: 'unusable', message: content.error.message });
    const { mode, options } = store.state();
    const { problem, issues } = readProblem(content.value, { mode: mode ?? undefined });
    if (!problem || hasErrors(issues)) {
      const error = issues.find((issue) => hasErrors([issue]));
      return dispatch({ kind: 'unusable', message: error ? `${error.message} ${error.fix}` : '' });
    }
    dispatch({ kind: 'opened', book: { kind: 'open', problem, mode: problem.mode, sliders: slidersOf(problem) } });
    session = openWhatIf(problem, { timeLimitSeconds: answerSeconds, ...runOptionsOf(options) });
    const opened = session;
    await answer(opened, problem, []);
    if (state().changes.length > 0) await ask(opened, problem);
  }

  function ask(asked: WhatIf, problem: PlanningProblem): Promise<void> {
    return answer(asked, problem, state().changes);
  }

  async function answer(asked: WhatIf, problem: PlanningProblem, changes: readonly SliderChange[]): Promise<void> {
    dispatch({ kind: 'asked' });
    const found = await asked.ask(problemChangesOf(changes));
    if (session !== asked || found.kind === 'overtaken') return;
    if (found.kind === 'died') {
      session = null;
      return dispatch({ kind: 'unusable', message: panelTexts[store.state().language].died });
    }
    const changed = changeProblem(problem, problemChangesOf(changes));
    // An item keeps its colour while sliders move.
    if (found.outcome.kind === 'planned') ranks ??= itemRanks(changed, found.outcome.plan);
    dispatch({ kind: 'answered', changes, figures: figuresOf(changed, found.outcome, ranks ?? []) });
    if (areSame(changes, state().changes)) {
      quiet = setTimeout(() => attempt(() => settle(changed)), quietMilliseconds);
    }
  }

  /** Nothing moves any more: says the answer, and looks for the reasons where there is no plan. */
  async function settle(changed: PlanningProblem): Promise<void> {
    const pane = store.state();
    const { answer: latest, now } = state();
    if (!latest || pane.panel !== 'whatIf') return;
    const goal = changed.mode === 'profit' ? texts().profit : texts().totalCost;
    const said = answerSentence(panelTexts[pane.language], numberTexts(pane.format), goal, latest.figures, now);
    store.dispatch({ kind: 'said', status: said });
    if (latest.figures.kind !== 'infeasible' || isBusy(pane)) return;
    dispatch({ kind: 'reasonsSought' });
    const run = planner.start(changed, runOptionsOf(pane.options) ?? {});
    reasons = run;
    const ended = await run.outcome;
    if (reasons !== run) return;
    reasons = null;
    if (ended.kind === 'ended') dispatch({ kind: 'reasonsFound', ...reasonsOf(ended.outcome) });
    else dispatch({ kind: 'reasonsGivenUp' });
  }

  function moved(): void {
    stopReasons();
    const { book } = state();
    const asked = session;
    if (asked && book.kind === 'open') attempt(() => ask(asked, book.problem));
  }

  function move(change: SliderChange): void {
    dispatch({ kind: 'moved', change });
    moved();
  }

  async function keep(): Promise<void> {
    const workbook = host.workbook();
    const { book, changes, keep: named } = state();
    if (!workbook || book.kind !== 'open' || changes.length === 0) return;
    const refuse = (mistake: string) => dispatch({ kind: 'keepRefused', mistake });
    const content = await readContent(workbook);
    if (!content.ok) return refuse(content.error.message);
    const own = panelTexts[store.state().language];
    const name = named.name.trim() || proposedName(content.value, own.keepPlaceholder);
    const draft = draftScenario(content.value, name, book.problem, book.sliders, changes);
    if (draft.kind === 'taken') return refuse(own.nameTaken(name));
    if (draft.kind === 'refused') return refuse(draft.message);
    const written = await workbook.write(draft.change);
    if (!written.ok) return refuse(written.error.message);
    dispatch({ kind: 'kept', name, isSame: draft.isSame });
    // Other panels hear of it.
    await read();
    store.dispatch({ kind: 'said', status: own.kept(name) });
  }

  const reopen = () => attempt(open);
  return {
    move: (slider, percent) => move({ slider, member: state().members[slider] ?? null, percent }),
    type: (slider, text) => {
      const percent = enteredPercent(text, store.state().format);
      dispatch({ kind: 'typed', slider, text, percent });
      if (percent !== null) moved();
    },
    endTyping: (slider) => dispatch({ kind: 'typingEnded', slider }),
    chooseMember: (slider, member) => dispatch({ kind: 'memberChosen', slider, member }),
    remove: (change) => move({ ...change, percent: 0 }),
    reset: () => {
      dispatch({ kind: 'reset' });
      moved();
    },
    nameScenario: (name) => dispatch({ kind: 'scenarioNamed', name }),
    keep: () => attempt(keep),
    reopen,
    follow: ({ book, mode, panel }) => {
      if (book.kind !== 'read' || panel !== 'whatIf') return;
      const wanted = `${book.reading.fingerprint} ${mode ?? ''}`;
      if (wanted === followed) return;
      followed = wanted;
      reopen();
    },
  };
}

function reasonsOf(outcome: PlanOutcome): {
  readonly conflicts: readonly Sentence[];
  readonly fixes: readonly Sentence[];
} {
  if (outcome.kind === 'infeasible') {
    const { infeasibility } = outcome;
    return { conflicts: conflictSentences(infeasibility), fixes: infeasibility.fixes };
  }
  // A network gives way where its limits cannot all hold, and says where.
  if (outcome.kind !== 'planned') return { conflicts: [], fixes: [] };
  return { conflicts: outcome.issues.map((issue) => sentencesOf(issue).message), fixes: [] };
}
