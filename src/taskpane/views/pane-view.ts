import { element } from '../view-node';
import type { ViewNode } from '../view-node';
import { languages, stringsOf } from '../language';
import type { LanguageCode } from '../language';
import type { PanelName } from '../panel-name';
import { button, message } from './controls';
import { dataSection } from './data-section';
import { goalSection } from './goal-section';
import { overridesSection } from './overrides-section';
import type { PaneContext } from './pane-context';
import { panelInFront, panelTabs, tabId } from './panel-tabs';
import { replacementSection } from './replacement-section';
import { writtenPlanNote } from './written-plan-note';
import { resultSection } from './result-section';
import { runSection } from './run-section';
import { samplesSection } from './samples-section';
import { setUpSection } from './set-up-section';

/** What a panel shows; null while its scripts are loading. */
export type PanelView = (name: PanelName) => readonly ViewNode[] | null;

/** The whole pane. */
export function paneView(context: PaneContext, panelView: PanelView): readonly ViewNode[] {
  return [paneHeader(context), ...tabbed(context, panelView), liveRegions(context)];
}

/** The tabs where there are any, and what belongs to the one in front. */
function tabbed(context: PaneContext, panelView: PanelView): readonly ViewNode[] {
  const { state, texts } = context;
  const tabs = state.book.kind === 'read' ? panelTabs(context) : [];
  const attributes = { class: 'pane-body', key: 'body', id: 'panel' };
  if (tabs.length === 0) return [element('div', attributes, body(context))];
  const front = panelInFront(state);
  const labelled = { ...attributes, role: 'tabpanel', 'aria-labelledby': tabId(front) };
  if (front === null) return [...tabs, element('div', labelled, body(context))];
  const shown = panelView(front) ?? [element('p', { class: 'lead', key: 'loading' }, texts.loadingPanel)];
  return [...tabs, element('div', labelled, ...alertOf(context), shown)];
}

function alertOf({ state, texts }: PaneContext): readonly ViewNode[] {
  return state.alert === '' ? [] : [element('div', { key: 'alert' }, message('error', texts.errorWord, state.alert))];
}

function body(context: PaneContext): readonly ViewNode[] {
  const { state, texts, commands } = context;
  const { book, setUp } = state;
  const alert = alertOf(context);
  switch (book.kind) {
    case 'none':
      return [...alert, element('p', { class: 'lead', key: 'lead' }, texts.noBook)];
    case 'reading':
      return [...alert, element('p', { class: 'lead', key: 'lead' }, texts.reading)];
    case 'unreadable':
      return [
        element(
          'div',
          { key: 'unreadable', class: 'section' },
          message('error', texts.errorWord, element('strong', {}, texts.unreadableTitle), ' ', book.message),
          button('plain', texts.readAgain, commands.readAgain),
        ),
      ];
    case 'read':
      if (setUp) return [...alert, setUpSection(context, setUp), samplesSection(context)];
      return [
        ...alert,
        runSection(context),
        ...writtenPlanNote(context),
        ...(state.typed ? [overridesSection(context, state.typed, commands)] : []),
        ...resultSection(context),
        ...replacementSection(context, book.reading),
        dataSection(context, book.reading),
        goalSection(context, book.reading),
      ];
  }
}

function paneHeader({ state, texts, commands }: PaneContext): ViewNode {
  return element(
    'div',
    { class: 'pane-header', key: 'header' },
    element('span', { class: 'book-name', title: state.bookName }, state.bookName ?? texts.product),
    element(
      'select',
      {
        class: 'language',
        'aria-label': texts.language,
        value: state.language,
        onchange: (event) => {
          if (event.target instanceof HTMLSelectElement) commands.chooseLanguage(event.target.value as LanguageCode);
        },
      },
      languages.map((code) =>
        element('option', { value: code, lang: code, selected: code === state.language }, stringsOf[code].languageName),
      ),
    ),
  );
}

/** What screen readers say by themselves: politely how it goes, at once what went wrong. */
function liveRegions({ state, texts }: PaneContext): ViewNode {
  return element(
    'div',
    { class: 'visually-hidden', key: 'live' },
    element('div', { role: 'status', 'aria-live': 'polite', key: 'status' }, statusText(state, texts)),
    element('div', { role: 'alert', 'aria-live': 'assertive', key: 'alert' }, alertText(state, texts)),
  );
}

function statusText({ book, run, status }: PaneContext['state'], texts: PaneContext['texts']): string {
  if (run.kind === 'solving') {
    // A reader that spoke every second would say nothing else.
    const tens = Math.floor(run.elapsedSeconds / 10) * 10;
    return tens === 0 ? texts.solving : texts.stillSolving(String(tens));
  }
  if (run.kind === 'writing') return texts.writing;
  if (book.kind === 'reading') return texts.reading;
  return status;
}

function alertText({ run, alert }: PaneContext['state'], texts: PaneContext['texts']): string {
  if (alert !== '') return alert;
  if (run.kind === 'died') return `${texts.diedTitle}. ${texts.diedText}`;
  if (run.kind === 'failed') return `${texts.failedTitle}. ${run.message}`;
  return run.kind === 'infeasible' ? `${texts.infeasibleTitle}.` : '';
}
