import { browserPlanner } from '../planning-worker/browser-planner';
import { draw } from './draw';
import { excelHost } from './excel-host';
import { languageFor, stringsOf } from './language';
import { mountPane } from './mount-pane';
import { element } from './view-node';

/** The pane inside Excel. */
async function start(root: HTMLElement): Promise<void> {
  const texts = stringsOf[languageFor(navigator.language)];
  if (typeof Office === 'undefined') return say(root, texts.officeMissing);
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) {
    return say(root, texts.openInExcel, element('a', { href: 'index.html' }, texts.pageForFiles));
  }
  mountPane(root, excelHost(), browserPlanner());
}

function say(root: HTMLElement, text: string, ...more: Parameters<typeof draw>[1]): void {
  draw(root, [element('p', { class: 'lead' }, text, ' ', ...more)]);
}

const app = document.getElementById('app');
if (app) void start(app);
