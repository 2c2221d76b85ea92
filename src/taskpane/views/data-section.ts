import type { Issue } from '../../planning';
import { issuesAt } from '../../workbook/book-reading';
import type { BookReading, InputSummary, Place, TableSummary } from '../../workbook/book-reading';
import { element } from '../view-node';
import type { Child, ViewNode } from '../view-node';
import { button, heading, message, section } from './controls';
import { icon } from './icons';
import type { PaneContext } from './pane-context';
import { sentencesOf, spoken } from './sentence-list';

/** Most issues that are listed at once; the cells themselves hold the rest. */
const mostIssues = 30;

/** What was found in the workbook: verdict, issues with their cells, each input. */
export function dataSection(context: PaneContext, reading: BookReading): ViewNode {
  const { texts, commands } = context;
  const found = reading.inputs.filter((input) => input.found);
  const missing = reading.inputs.filter((input) => !input.found);
  return section(
    'data',
    heading('data', texts.dataTitle),
    verdict(context, reading),
    issueList(context, reading.issues),
    element(
      'details',
      { class: 'fold', key: 'found' },
      element('summary', {}, texts.inputsFound(found.length + reading.tables.length)),
      element(
        'ul',
        { class: 'inputs' },
        reading.tables.map((table) => tableRow(context, table)),
        found.map((input) => inputRow(context, input, reading.issues)),
      ),
      reading.source === 'names' && button('link', texts.chooseCells, commands.openSetUp, { id: 'choose-cells' }),
    ),
    reading.source === 'names' &&
      element(
        'details',
        { class: 'fold', key: 'missing' },
        element('summary', {}, texts.inputsMissing(missing.length)),
        element(
          'dl',
          { class: 'meanings' },
          missing.flatMap(({ name }) => [element('dt', {}, name), element('dd', {}, texts.inputMeanings[name])]),
        ),
      ),
  );
}

function verdict({ texts, numbers }: PaneContext, { issues, size, source }: BookReading): ViewNode {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const warnings = issues.length - errors;
  const kind = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'success';
  const text = errors > 0 ? texts.dataWrong(errors) : warnings > 0 ? texts.dataWithWarnings(warnings) : texts.dataReady;
  return element(
    'div',
    { class: `verdict verdict-${kind}`, id: 'data-verdict' },
    icon(kind),
    element('span', {}, element('strong', {}, text)),
    size && element('span', { class: 'verdict-size' }, texts.size({ ...size, write: numbers.whole })),
    source === 'network' && element('span', { class: 'verdict-size' }, texts.fromNetwork),
  );
}

function issueList(context: PaneContext, issues: readonly Issue[]): Child {
  if (issues.length === 0) return null;
  const { texts, numbers } = context;
  const sorted = [...issues].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  return element(
    'ul',
    { class: 'issues', key: 'issues' },
    sorted.slice(0, mostIssues).map((issue) => element('li', {}, issueMessage(context, issue))),
    sorted.length > mostIssues && element('li', {}, texts.moreIssues(numbers.whole(sorted.length - mostIssues))),
  );
}

function issueMessage(context: PaneContext, issue: Issue): ViewNode {
  const { texts, commands } = context;
  const { severity, sheet, cell } = issue;
  const word = severity === 'error' ? texts.errorWord : texts.warningWord;
  const sentences = sentencesOf(issue);
  return message(
    severity,
    word,
    spoken(context, 'span', sentences.message, { class: 'issue-what' }),
    ' ',
    spoken(context, 'span', sentences.fix, { class: 'issue-fix' }),
    sheet !== null &&
      cell !== null &&
      button('link', texts.showCell(`${sheet}!${cell}`), () => commands.selectCell(sheet, cell)),
  );
}

function inputRow(context: PaneContext, input: InputSummary, issues: readonly Issue[]): ViewNode {
  const { texts, numbers } = context;
  const { name, place, shape, size } = input;
  const wrong = place === null ? [] : issuesAt(issues, place);
  const details = [
    shape && texts.shapes[shape],
    size && texts.cells(numbers.whole(size.rows), numbers.whole(size.columns)),
    place === null && texts.constant,
  ].filter((part): part is string => typeof part === 'string');
  return element(
    'li',
    { class: 'input', key: name },
    severityIcon(context, input.severity),
    element('span', { class: 'input-name' }, name),
    placeButton(context, name, place),
    element('span', { class: 'input-shape' }, details.join(' · ')),
    element('span', { class: 'input-meaning' }, texts.inputMeanings[name]),
    wrong.length > 0 && spoken(context, 'span', sentencesOf(wrong[0]).message, { class: 'input-meaning' }),
  );
}

function tableRow(context: PaneContext, { name, rows, place, severity }: TableSummary): ViewNode {
  const { texts, numbers } = context;
  return element(
    'li',
    { class: 'input', key: name },
    severityIcon(context, severity),
    element('span', { class: 'input-name' }, name),
    placeButton(context, name, place),
    element('span', { class: 'input-shape' }, texts.tableRows(numbers.whole(rows))),
    element('span', { class: 'input-meaning' }, texts.tableMeanings[name]),
  );
}

function severityIcon({ texts }: PaneContext, severity: 'error' | 'warning' | null): ViewNode {
  const kind = severity ?? 'success';
  const word = severity === 'error' ? texts.errorWord : severity === 'warning' ? texts.warningWord : texts.fineWord;
  return element(
    'span',
    { class: `input-state verdict-${kind}` },
    icon(kind),
    element('span', { class: 'visually-hidden' }, word),
  );
}

function placeButton({ texts, commands }: PaneContext, name: string, place: Place | null): Child {
  if (!place) return null;
  const address = `${place.sheet}!${place.address}`;
  return button('link', address, () => commands.selectCell(place.sheet, place.address), {
    'aria-label': texts.showInput(name, address),
    class: 'button button-link input-place',
  });
}
