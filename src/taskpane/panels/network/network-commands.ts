import type { PanelSurroundings } from '../panel';
import { runDateOf } from '../../run-plan';
import type { Store } from '../../store';
import type { NetworkAction, NetworkState } from './network-state';
import { panelTexts } from './texts';

/** What the user can do in the network panel. */
export interface NetworkCommands {
  readonly choosePeriod: (period: number | null) => void;
  /** Opens the figures behind a place; closes them when they are open. */
  readonly choosePlace: (place: string) => void;
  readonly chooseProduct: (product: string | null) => void;
  /** Presets of cost rates to compare with the planners. */
  readonly choosePresets: (presets: readonly string[]) => void;
  /** Plans by every planner and writes the sheet that compares them. */
  readonly compare: () => void;
  readonly cancelComparison: () => void;
}

/** Connects the panel's state with the desk. */
export function networkCommands(
  { dispatch, state }: Store<NetworkState, NetworkAction>,
  { desk, host, attempt, store: pane }: PanelSurroundings,
): NetworkCommands {
  const texts = () => panelTexts[pane.state().language];

  async function fetchRows(): Promise<void> {
    const { place } = state();
    if (place !== null) dispatch({ kind: 'rowsFetched', place, rows: await desk.networkRows(place) });
  }

  /** Those chosen that the workbook still has. */
  function knownPresets(): readonly string[] {
    const { book } = pane.state();
    const known = book.kind === 'read' ? book.reading.presets.map(({ name }) => name) : [];
    return state().presets.filter((name) => known.includes(name));
  }

  async function compare(): Promise<void> {
    const fail = (message: string) => dispatch({ kind: 'comparisonMoved', comparison: { kind: 'failed', message } });
    dispatch({ kind: 'comparisonMoved', comparison: { kind: 'running' } });
    try {
      const given = await host.given();
      if (!given) return dispatch({ kind: 'comparisonMoved', comparison: { kind: 'none' } });
      if (!given.ok) return fail(given.error.message);
      const outcome = await desk.comparePlanners(given.value, {
        scenario: null,
        presets: knownPresets(),
        runDate: runDateOf(new Date()),
      });
      switch (outcome.kind) {
        case 'refused':
          return fail(outcome.error.message);
        case 'died':
          return fail(texts().comparisonDied);
        case 'cancelled':
          return dispatch({ kind: 'comparisonMoved', comparison: { kind: 'none' } });
        case 'compared': {
          const { runs, sheet } = outcome;
          if (sheet !== null) {
            const written = await host.writePlan();
            if (!written.ok) return fail(written.error.message);
          }
          dispatch({ kind: 'comparisonMoved', comparison: { kind: 'compared', runs, sheet } });
          pane.dispatch({ kind: 'said', status: texts().compared });
        }
      }
    } finally {
      if (state().comparison.kind === 'running') dispatch({ kind: 'comparisonMoved', comparison: { kind: 'none' } });
    }
  }

  // The figures belong to the plan that is shown.
  let shown = pane.state().run;
  pane.subscribe(({ run }) => {
    if (run === shown) return;
    const isNewPlan = run.kind === 'planned' && shown.kind !== 'planned';
    shown = run;
    if (!isNewPlan || state().place === null) return;
    dispatch({ kind: 'planChanged' });
    attempt(fetchRows);
  });

  return {
    choosePeriod: (period) => dispatch({ kind: 'periodChosen', period }),
    choosePlace: (place) => {
      dispatch({ kind: 'placeChosen', place: place === state().place ? null : place });
      attempt(fetchRows);
    },
    chooseProduct: (product) => dispatch({ kind: 'productChosen', product }),
    choosePresets: (presets) => dispatch({ kind: 'presetsChosen', presets }),
    compare: () => attempt(compare),
    cancelComparison: () => attempt(() => desk.cancel({ keepBest: false })),
  };
}
