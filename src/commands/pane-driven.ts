import type { MountedPane } from '../taskpane/mount-pane';
import { isBusy } from '../taskpane/pane-state';
import type { PaneState } from '../taskpane/pane-state';

/** A command of the ribbon: it acts on the pane of the same runtime, which `show` makes visible. */
export type PaneCommand = (pane: MountedPane, show: () => Promise<void>) => Promise<void>;

/** Plans and writes the sheet without opening the pane. Where that does not work, the pane opens with the reason. */
export const optimizeCommand: PaneCommand = async ({ store, commands }, show) => {
  await until(store, ({ book }) => book.kind !== 'reading');
  if (isBusy(store.state())) return show();
  commands.closeSetUp();
  commands.optimize();
  await until(store, (state) => !isBusy(state));
  if (store.state().run.kind !== 'planned') await show();
};

/** Reads the inputs again and shows what is right and wrong about them. */
export const checkCommand: PaneCommand = async ({ commands }, show) => {
  commands.closeSetUp();
  commands.readAgain();
  await show();
};

/** Shows the samples, which stand below the set-up. */
export const samplesCommand: PaneCommand = async ({ commands }, show) => {
  commands.openSetUp();
  await show();
};

/** Ends when the pane's state is as wanted. */
function until(store: MountedPane['store'], isWanted: (state: PaneState) => boolean): Promise<void> {
  if (isWanted(store.state())) return Promise.resolve();
  return new Promise((resolve) => {
    let isDone = false;
    store.subscribe((state) => {
      if (isDone || !isWanted(state)) return;
      isDone = true;
      resolve();
    });
  });
}
