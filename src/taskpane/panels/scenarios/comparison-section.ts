import { element } from '../../view-node';
import type { ViewNode } from '../../view-node';
import { chartKey } from '../../views/chart-key';
import { button, heading, message, section } from '../../views/controls';
import { dataTable } from '../../views/data-table';
import type { MarkedText } from '../../views/data-table';
import { chosenPosition, positionOptions, positionValue, select } from '../../views/select-field';
import { comparisonOf, differencesByPeriod, differs } from './comparison';
import type { Comparison, FigureRow } from './comparison';
import { differenceChart } from './difference-chart';
import { formField } from './form-field';
import type { ScenariosContext } from './scenarios-context';

/** Results side by side, or a word on how to get there. */
export function comparisonSection(context: ScenariosContext): readonly ViewNode[] {
  const { pane, state, texts, commands } = context;
  const comparison = comparisonOf(state);
  if (!comparison) {
    if (state.results.length === 0) return [];
    return [
      section(
        'comparison',
        heading('comparison', texts.compareTitle),
        element('p', { class: 'hint' }, texts.compareHint),
      ),
    ];
  }
  const { results } = comparison;
  const stale = results.filter(({ isStale }) => isStale).map(({ name }) => name);
  const { sheet } = state.comparison;
  return [
    section(
      'comparison',
      heading('comparison', texts.compareTitle),
      stale.length > 0 &&
        element(
          'div',
          { key: 'stale' },
          message('warning', pane.texts.warningWord, texts.compareStale(stale.join(', '))),
        ),
      element('p', { class: 'hint', key: 'marks' }, texts.differsKey(results[0].name)),
      figureTable(context, comparison),
      costTable(context, comparison),
      inputTable(context, comparison),
      differenceBlock(context, comparison),
      !state.run &&
        element(
          'div',
          { class: 'stack', key: 'sheet' },
          element(
            'div',
            { class: 'buttons' },
            button(
              'plain',
              texts.writeComparison,
              commands.writeComparison,
              { id: 'write-comparison', key: 'write' },
              'sheet',
            ),
            sheet !== null &&
              button('link', pane.texts.goToSheet, () => pane.commands.goToSheet(sheet), {
                id: 'go-to-comparison',
                key: 'go',
              }),
          ),
          element('p', { class: 'hint' }, sheet === null ? texts.comparisonHint : pane.texts.writtenTo(sheet)),
        ),
    ),
  ];
}

function figureTable({ texts, numbers }: ScenariosContext, { results, figures }: Comparison): ViewNode {
  const shown = ({ unit }: FigureRow, value: number | null) =>
    value === null
      ? '–'
      : unit === 'money'
        ? numbers.exact(value)
        : unit === 'fraction'
          ? numbers.percent(value)
          : numbers.units(value);
  return titled(
    texts.keyFigures,
    dataTable(
      {
        caption: texts.keyFigures,
        columns: [texts.keyFigures, ...results.map(({ name }) => name)],
        rows: [
          {
            title: texts.status,
            texts: results.map(({ outcome }) => texts.statuses[outcome.report.status]),
          },
          ...figures.map((row) => ({
            title: row.resource === null ? texts.figures[row.figure] : texts.utilisationOf(row.resource),
            texts: row.values.map((value) => marked(texts, shown(row, value), value, row.values[0])),
          })),
        ],
      },
      true,
      'scenarios-compare',
    ),
  );
}

function costTable({ pane, texts, numbers }: ScenariosContext, { results, costs }: Comparison): ViewNode {
  const money = (value: number | null) => (value === null ? '–' : numbers.exact(value));
  const cells = (values: readonly (number | null)[]) =>
    values.map((value) => marked(texts, money(value), value, values[0]));
  const totals = results.map(({ outcome }) => outcome.report.totalCost);
  const [first] = totals;
  return titled(
    texts.costs,
    dataTable(
      {
        caption: texts.costs,
        columns: [pane.texts.costTerm, ...results.map(({ name }) => name)],
        rows: [
          ...costs.map(({ term, values }) => ({ title: pane.texts.costTerms[term], texts: cells(values) })),
          { title: texts.totalCost, texts: cells(totals), isTotal: true },
          {
            title: texts.costMore(results[0].name),
            texts: totals.map((value, r) =>
              r === 0 || value === null || first === null ? '–' : numbers.exact(value - first),
            ),
          },
        ],
      },
      true,
      'scenarios-compare',
    ),
  );
}

function inputTable({ texts, numbers }: ScenariosContext, { results, inputs }: Comparison): ViewNode {
  if (inputs.length === 0) {
    return titled(texts.inputs, element('p', { class: 'hint' }, texts.noInputs));
  }
  return titled(
    texts.inputs,
    dataTable(
      {
        caption: texts.inputs,
        columns: [texts.inputs, ...results.map(({ name }) => name)],
        rows: inputs.map(({ input, item, period, joined, values }) => {
          const what = joined ? texts.joined[joined.how](numbers.whole(joined.places)) : item;
          return {
            title: input,
            detail: [what, period].filter((part) => part !== null).join(', ') || texts.all,
            texts: values.map((value) => {
              const text = value === null ? '–' : numbers.plain(value);
              return differs(value, values[0]) ? { text, mark: texts.differs } : text;
            }),
          };
        }),
      },
      true,
      'scenarios-compare',
    ),
  );
}

/** A figure, marked where it is another than the first scenario's. */
function marked(
  texts: ScenariosContext['texts'],
  text: string,
  value: number | null,
  first: number | null,
): string | MarkedText {
  return value !== null && differs(value, first) ? { text, mark: texts.differs } : text;
}

/** Production or inventory by period against the first scenario: drawn, and in figures. */
function differenceBlock(context: ScenariosContext, { results }: Comparison): ViewNode | null {
  const { pane, state, texts, numbers, commands } = context;
  const { measure, item, showsTable } = state.comparison;
  const { periods, items } = results[0].outcome.report;
  const differences = differencesByPeriod(results, measure, item);
  const series = differences.flatMap((values, d) =>
    values ? [{ name: results[d + 1].name, position: d, values }] : [],
  );
  if (series.length === 0) return null;
  const title = texts.differenceTitle(results[0].name);
  const largest = series
    .flatMap(({ name, values }) => values.map((value, t) => ({ name, value, period: periods[t] })))
    .reduce((most, each) => (Math.abs(each.value) > Math.abs(most.value) ? each : most));
  const label = `${title}: ${texts.measures[measure]}. ${texts.largest(largest.name, numbers.signed(largest.value), largest.period)}`;
  return element(
    'div',
    { class: 'reason-block', key: 'differences' },
    element('h3', { class: 'heading' }, title),
    element(
      'div',
      { class: 'scenarios-pair', key: 'choices' },
      formField(
        texts.measure,
        'difference-measure',
        select(
          'difference-measure',
          measure,
          (['production', 'inventory'] as const).map((value) => ({ value, text: texts.measures[value] })),
          (value) => commands.compareBy({ measure: value }),
        ),
      ),
      items.length > 1 &&
        formField(
          texts.item,
          'difference-item',
          select('difference-item', positionValue(item), positionOptions(texts.allItems, items), (value) =>
            commands.compareBy({ item: chosenPosition(value) }),
          ),
        ),
    ),
    !showsTable && differenceChart({ periods, series }, label, numbers),
    !showsTable &&
      chartKey(
        series.map(({ name, position }) => ({ name, color: position })),
        null,
        null,
      ),
    dataTable(
      {
        caption: `${title}: ${texts.measures[measure]}`,
        columns: [texts.period, ...series.map(({ name }) => name)],
        rows: periods.map((period, t) => ({
          title: period,
          texts: series.map(({ values }) => numbers.signed(Math.round(values[t] * 10) / 10)),
        })),
      },
      showsTable,
    ),
    button(
      'link',
      showsTable ? pane.texts.showChart : pane.texts.showTable,
      () => commands.compareBy({ showsTable: !showsTable }),
      { 'aria-pressed': String(showsTable), id: 'difference-toggle', key: 'toggle' },
    ),
  );
}

function titled(title: string, content: ViewNode): ViewNode {
  return element('div', { class: 'reason-block', key: title }, element('h3', { class: 'heading' }, title), content);
}
