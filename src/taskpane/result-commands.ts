import type { Result } from '../workbook/workbook';
import type { PaneCommands } from './pane-commands';
import type { PaneSurroundings } from './pane-surroundings';
import { errorText } from './speech';

/** What can be done with a result. */
export function resultCommands({
  store,
  host,
  desk,
  texts,
  attempt,
}: PaneSurroundings): Pick<PaneCommands, 'goToSheet' | 'saveCopy' | 'exportJson' | 'removeResult'> {
  const { dispatch, state } = store;
  const tell = <T>(outcome: Result<T>, status: string) => {
    if (!outcome.ok) dispatch({ kind: 'alerted', message: errorText(store.state(), outcome.error) });
    else if (status !== '') dispatch({ kind: 'said', status });
  };
  return {
    goToSheet: (sheet) => attempt(async () => tell(await host.showSheet(sheet), '')),
    saveCopy: () =>
      attempt(async () => {
        if (host.saveCopy) tell(await host.saveCopy(), texts().saved);
      }),
    exportJson: () =>
      attempt(async () => {
        if (!('report' in state().run)) return;
        host.exportFile('plan.json', await desk.reportText(), 'application/json');
        dispatch({ kind: 'said', status: texts().exported });
      }),
    removeResult: () =>
      attempt(async () => {
        const { run } = state();
        if (!('sheet' in run) || run.sheet === null) return;
        const removed = await host.removeResult(run.sheet);
        if (!removed.ok) return dispatch({ kind: 'alerted', message: errorText(store.state(), removed.error) });
        dispatch({ kind: 'resultRemoved', status: texts().removed });
      }),
  };
}
