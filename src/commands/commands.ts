import { mountedPane } from '../taskpane/taskpane';
import { checkCommand, optimizeCommand, samplesCommand } from './pane-driven';
import type { PaneCommand } from './pane-driven';

/**
 * The buttons of the ribbon and the keyboard shortcut; the ids are those of the manifest and of `shortcuts.json`. None may be the
 * id of an element: Office looks for a function of that name on the window first, where the browser shows elements by their ids.
 */

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
  // At once: a click on the ribbon may be what starts this page, and Office asks for the command before it is ready.
  associate('optimizeCommand', optimizeCommand);
  associate('checkDataCommand', checkCommand);
  associate('samplesCommand', samplesCommand);
}
