import { mountedPane } from '../taskpane/taskpane';
import { checkCommand, optimizeCommand, samplesCommand } from './pane-driven';
import type { PaneCommand } from './pane-driven';

/** The buttons of the ribbon and the keyboard shortcut; the ids are those of the manifest and of `shortcuts.json`. */

function associate(actionId: string, command: PaneCommand): void {
  Office.actions.associate(actionId, async (event?: Office.AddinCommands.Event) => {
    try {
      const pane = await mountedPane;
      if (pane) await command(pane, () => Office.addin.showAsTaskpane());
    } finally {
      // A shortcut has no event.
      event?.completed?.();
    }
  });
}

if (typeof Office !== 'undefined') {
  void Office.onReady(() => {
    associate('optimize', optimizeCommand);
    associate('checkData', checkCommand);
    associate('samples', samplesCommand);
  });
}
