import { sampleNames } from '../taskpane/host';
import type { SampleName } from '../taskpane/host';
import type { Strings } from '../taskpane/strings';
import { element } from '../taskpane/view-node';
import type { ViewNode } from '../taskpane/view-node';
import { message } from '../taskpane/views/controls';
import { icon } from '../taskpane/views/icons';

/** What the page around the pane shows and does. */
export interface PageContext {
  readonly texts: Strings;
  readonly bookName: string | null;
  /** Why the last file was not opened; empty when all is well. */
  readonly problem: string;
  readonly openFile: (file: File) => void;
  readonly openSample: (sample: SampleName) => void;
}

/** The bar at the top: the name, and another file once one is open. */
export function pageHeader(context: PageContext): readonly ViewNode[] {
  const { texts, bookName } = context;
  return [
    element('img', { src: 'assets/optimize-32.png', width: 24, height: 24, alt: '', key: 'mark' }),
    element('h1', { class: 'product', key: 'name' }, texts.product),
    ...(bookName === null ? [] : [fileButton(context, texts.openAnother, 'plain')]),
  ];
}

/** What a person sees first: what this is, where to drop a file, and samples. */
export function startPage(context: PageContext): readonly ViewNode[] {
  const { texts, problem, bookName, openSample } = context;
  const trouble =
    problem === ''
      ? []
      : [element('div', { key: 'problem', role: 'alert' }, message('error', texts.errorWord, problem))];
  if (bookName !== null) return trouble;
  return [
    element('p', { class: 'page-lead', key: 'lead' }, texts.pageLead),
    element(
      'div',
      { class: 'drop-zone', key: 'drop' },
      icon('open'),
      element('p', { class: 'drop-text' }, texts.dropHere),
      element('p', { class: 'hint' }, texts.or),
      fileButton(context, texts.openFile, 'primary'),
    ),
    ...trouble,
    element('h2', { class: 'heading', key: 'samples' }, texts.trySample),
    element(
      'ul',
      { class: 'cards', key: 'cards' },
      sampleNames.map((sample) =>
        element(
          'li',
          { key: sample },
          element(
            'button',
            { type: 'button', class: 'card', onclick: () => openSample(sample) },
            icon('sheet'),
            element('span', { class: 'card-title' }, texts.samples[sample]),
            element('span', { class: 'card-text' }, texts.sampleHints[sample]),
          ),
        ),
      ),
    ),
  ];
}

/** A file input that looks like a button; the label is its name. */
function fileButton({ openFile }: PageContext, text: string, look: 'primary' | 'plain'): ViewNode {
  return element(
    'label',
    { class: `button button-${look} file-button`, key: 'file' },
    icon('open'),
    element('span', {}, text),
    element('input', {
      type: 'file',
      class: 'visually-hidden',
      accept: '.xlsx,.xlsm',
      onchange: (event) => {
        if (!(event.target instanceof HTMLInputElement)) return;
        const file = event.target.files?.[0];
        // The same file may be chosen again.
        event.target.value = '';
        if (file) openFile(file);
      },
    }),
  );
}
