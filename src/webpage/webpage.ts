import { browserDesk } from '../planning-worker/browser-desk';
import { browserPlanner, browserWhatIf } from '../planning-worker/browser-planner';
import { downloadBytes } from '../taskpane/download';
import { draw } from '../taskpane/draw';
import type { SampleName } from '../taskpane/host';
import { stringsOf } from '../taskpane/language';
import { numberTexts } from '../taskpane/number-texts';
import { mountPane } from '../taskpane/mount-pane';
import { element } from '../taskpane/view-node';
import { icon } from '../taskpane/views/icons';
import { bookViewer } from './book-viewer';
import type { SheetPicture } from '../workbook/sheet-picture';
import { createFileHost } from './file-host';
import { pageHeader, startPage } from './page-view';
import type { PageContext } from './page-view';

async function loadSample(sample: SampleName): Promise<Uint8Array | null> {
  const response = await fetch(`samples/${sample}.xlsx`).catch(() => null);
  return response?.ok ? new Uint8Array(await response.arrayBuffer()) : null;
}

/** The page: a header, the place to drop a file, the pane, and the open workbook beside it. */
function start(app: HTMLElement): void {
  draw(app, [
    element('header', { class: 'page-header', id: 'page-header' }),
    element(
      'main',
      { class: 'page-main', id: 'main' },
      element('div', { class: 'start', id: 'start' }),
      element('section', { class: 'pane', id: 'pane' }),
      element('section', { class: 'book', id: 'book' }),
    ),
    element('footer', { class: 'page-footer', id: 'page-footer' }),
  ]);
  const part = (id: string) => app.querySelector<HTMLElement>(`#${id}`) ?? app;
  const language = navigator.language;
  const desk = browserDesk();
  const host = createFileHost({
    desk,
    loadSample,
    download: downloadBytes,
    locale: { language, format: language },
    texts: () => stringsOf[pane.store.state().language],
  });
  const pane = mountPane(part('pane'), host, { desk, planner: browserPlanner(), openWhatIf: browserWhatIf });
  let sheets: readonly string[] = [];
  let picture: SheetPicture | null = null;
  let problem = '';

  const openBytes = async (name: string, bytes: Uint8Array) => {
    const opened = await host.open(name, bytes);
    problem = opened.ok ? '' : opened.error.message;
    show();
  };
  const context = (): PageContext => ({
    texts: stringsOf[pane.store.state().language],
    bookName: host.workbookName(),
    problem,
    openFile: (file) => void file.arrayBuffer().then((bytes) => openBytes(file.name, new Uint8Array(bytes))),
    openSample: (sample) => {
      void host.insertSample(sample).then((opened) => {
        problem = opened.ok ? '' : opened.error.message;
        show();
      });
    },
  });

  async function showSheet(wanted: string): Promise<void> {
    const look = await desk.lookAtSheet(wanted);
    if (!look) return;
    ({ sheets, picture } = look);
    show();
    part('sheet').querySelector('.selected')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  function show(): void {
    const page = context();
    const { texts, bookName } = page;
    document.title = bookName === null ? texts.product : `${bookName} – ${texts.product}`;
    draw(part('page-header'), pageHeader(page));
    draw(part('start'), startPage(page));
    part('pane').hidden = bookName === null;
    part('pane').setAttribute('aria-label', texts.pane);
    part('book').hidden = bookName === null;
    part('book').setAttribute('aria-label', texts.workbook);
    part('main').classList.toggle('has-book', bookName !== null);
    draw(
      part('book'),
      bookViewer({
        texts,
        numbers: numberTexts(language),
        bookName: bookName ?? '',
        sheets,
        picture,
        selection: host.selection(),
        showSheet: (sheet) => void showSheet(sheet),
        pick: (sheet, row, column, extend) => {
          const anchor = extend ? host.selection() : null;
          host.select(
            anchor?.sheet === sheet
              ? {
                  sheet,
                  row: Math.min(anchor.row, row),
                  column: Math.min(anchor.column, column),
                  rowCount: Math.max(anchor.row + anchor.rowCount - 1, row) - Math.min(anchor.row, row) + 1,
                  columnCount:
                    Math.max(anchor.column + anchor.columnCount - 1, column) - Math.min(anchor.column, column) + 1,
                }
              : { sheet, row, column, rowCount: 1, columnCount: 1 },
          );
          show();
        },
      }),
    );
    draw(part('page-footer'), [icon('lock'), element('p', {}, texts.privacy)]);
  }

  host.onShow((sheet) => void showSheet(sheet));
  host.onInputsChanged((change) => {
    if (change === 'opened') void showSheet('');
  });
  let shownLanguage = pane.store.state().language;
  pane.store.subscribe(({ language: chosen }) => {
    if (chosen === shownLanguage) return;
    shownLanguage = chosen;
    show();
  });
  acceptDrops(
    (file) => context().openFile(file),
    () => {
      problem = context().texts.notAFile;
      show();
    },
  );
  show();
}

/** A file may be dropped anywhere on the page. */
function acceptDrops(open: (file: File) => void, refuse: () => void): void {
  const { classList } = document.documentElement;
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    classList.add('dragging');
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) classList.remove('dragging');
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    classList.remove('dragging');
    const file = event.dataTransfer?.files[0];
    if (file && /\.xls[xmb]?$/i.test(file.name)) open(file);
    else refuse();
  });
}

const app = document.getElementById('app');
if (app) start(app);
