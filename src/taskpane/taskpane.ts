import { browserDesk } from '../planning-worker/browser-desk';
import { browserPlanner, browserWhatIf } from '../planning-worker/browser-planner';
import { draw } from './draw';
import { excelHost } from './excel-host';
import { languageFor, stringsOf } from './language';
import { mountPane } from './mount-pane';
import type { MountedPane } from './mount-pane';
import { element } from './view-node';

/** The pane inside Excel. */
async function start(root: HTMLElement): Promise<MountedPane | null> {
  const texts = stringsOf[languageFor(navigator.language)];
  if (typeof Office === 'undefined') return say(root, texts.officeMissing);
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) {
    return say(root, texts.openInExcel, element('a', { href: 'index.html' }, texts.pageForFiles));
  }
  const desk = browserDesk();
  return mountPane(root, excelHost(desk), { desk, planner: browserPlanner(), openWhatIf: browserWhatIf });
}

function say(root: HTMLElement, text: string, ...more: Parameters<typeof draw>[1]): null {
  draw(root, [element('p', { class: 'lead' }, text, ' ', ...more)]);
  return null;
}

const app = document.getElementById('app');
// The pane is all there is on this page; the page for files has landmarks of its own.
app?.setAttribute('role', 'main');

/** The pane of this page once Office is ready, also while it is hidden: the ribbon's commands act on it. Null outside Excel. */
export const mountedPane: Promise<MountedPane | null> = app ? start(app) : Promise.resolve(null);
