import type { PaneCommands } from './pane-commands';
import type { PaneSurroundings } from './pane-surroundings';
import { isBusy } from './pane-state';
import { errorText } from './speech';

/** The plan into the cells of today's, and the way back. */
export function replacementCommands({
  store,
  host,
  texts,
  read,
  attempt,
}: PaneSurroundings): Pick<PaneCommands, 'replacePlan' | 'restorePlan'> {
  const { dispatch, state } = store;

  async function change(step: () => ReturnType<typeof host.restorePlan>, status: string): Promise<void> {
    const { run, book } = state();
    if (isBusy(state()) || book.kind !== 'read') return;
    const changed = await step();
    if (!changed.ok) return dispatch({ kind: 'alerted', message: errorText(store.state(), changed.error) });
    const wasCurrent = run.kind === 'planned' && !run.isStale;
    await read();
    if (wasCurrent) dispatch({ kind: 'planReplaced', status });
    else dispatch({ kind: 'said', status });
    const place = book.reading.inputs.find(({ name }) => name === 'Production_Plan')?.place;
    if (place) await host.selectCell(place.sheet, place.address);
  }

  return {
    replacePlan: (choice) => attempt(() => change(() => host.replacePlan(choice), texts().replaced)),
    restorePlan: () => attempt(() => change(() => host.restorePlan(), texts().restored)),
  };
}
