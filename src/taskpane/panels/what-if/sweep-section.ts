import type { Sweep } from '../../../planning';
import { element } from '../../view-node';
import type { Child, ViewNode } from '../../view-node';
import { button, heading, message, section } from '../../views/controls';
import { dataTable } from '../../views/data-table';
import type { DataTable } from '../../views/data-table';
import { select } from '../../views/select-field';
import { changeText } from './slider-section';
import { sweepChart, sweepKey } from './sweep-chart';
import type { SweepCommands } from './sweep-commands';
import { mostValues, sweepFields } from './sweep-form';
import type { SweepField, SweepMistake } from './sweep-form';
import type { SweepRun, SweepState } from './sweep-state';
import type { WhatIfContext } from './what-if-context';

/** What the view of a sweep is a function of. */
export interface SweepContext extends Omit<WhatIfContext, 'commands'> {
  readonly sweep: SweepState;
  readonly sweepCommands: SweepCommands;
}

/** How the cost follows one input: what to vary, and the curve. */
export function sweepSection(context: SweepContext): ViewNode | null {
  const { texts, sweep } = context;
  if (sweep.input === null) return null;
  return section(
    'what-if-sweep',
    heading('what-if-sweep', texts.sweepTitle),
    element('p', { class: 'hint', key: 'lead' }, texts.sweepLead),
    form(context, sweep.input),
    ...outcome(context, sweep.run),
  );
}

function form(context: SweepContext, chosen: NonNullable<SweepState['input']>): ViewNode {
  const { pane, texts, sweep, sweepCommands } = context;
  const isRunning = sweep.run.kind === 'running';
  return element(
    'form',
    {
      class: 'what-if-form',
      key: 'form',
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        if (!isRunning) sweepCommands.start();
      },
    },
    element(
      'div',
      { class: 'labelled what-if-input' },
      element('label', { for: 'sweep-input' }, texts.sweepInput),
      select(
        'sweep-input',
        chosen,
        sweep.inputs.map(({ input }) => ({ value: input, text: input })),
        sweepCommands.chooseInput,
        { 'aria-describedby': 'sweep-input-hint' },
      ),
      element(
        'p',
        { class: 'hint', id: 'sweep-input-hint' },
        chosen === 'Demand' ? texts.sweepDemand : pane.texts.inputMeanings[chosen],
      ),
    ),
    sweepFields.map((field) => numberField(context, field)),
    sweep.mistake &&
      element(
        'p',
        { class: 'hint hint-error what-if-mistake', id: 'sweep-mistake', role: 'alert', key: 'mistake' },
        mistakeText(context, sweep.mistake),
      ),
    element(
      'div',
      { class: 'buttons what-if-buttons', key: 'buttons' },
      isRunning
        ? button('plain', pane.texts.cancel, sweepCommands.cancel, { id: 'sweep-cancel', key: 'cancel' })
        : element(
            'button',
            { type: 'submit', class: 'button button-plain', id: 'sweep-start', key: 'start' },
            element('span', {}, texts.sweepStart),
          ),
    ),
  );
}

function numberField({ texts, sweep, sweepCommands }: SweepContext, field: SweepField): ViewNode {
  const isWrong = sweep.mistake?.field === field;
  return element(
    'div',
    { class: 'labelled', key: field },
    element('label', { for: `sweep-${field}` }, texts.sweepFields[field]),
    element('input', {
      id: `sweep-${field}`,
      class: 'field',
      type: 'text',
      inputmode: 'decimal',
      autocomplete: 'off',
      'aria-invalid': isWrong ? 'true' : null,
      'aria-describedby': isWrong ? 'sweep-mistake' : null,
      value: sweep.texts[field],
      oninput: (event) => {
        if (event.target instanceof HTMLInputElement) sweepCommands.type(field, event.target.value);
      },
    }),
  );
}

function mistakeText({ pane, texts }: SweepContext, { kind }: SweepMistake): string {
  return kind === 'tooMany' ? texts.sweepMistakes.tooMany(pane.numbers.whole(mostValues)) : texts.sweepMistakes[kind];
}

function outcome(context: SweepContext, run: SweepRun): readonly Child[] {
  const { pane, texts } = context;
  switch (run.kind) {
    case 'none':
      return [];
    case 'failed':
      return [element('div', { key: 'failed' }, message('error', pane.texts.errorWord, run.message))];
    case 'running': {
      const { range, points } = run;
      const [done, all] = [points.length, range.steps];
      const text =
        done < all ? texts.sweepProgress(pane.numbers.whole(done), pane.numbers.whole(all)) : texts.sweepBreaks;
      return [
        element(
          'div',
          { class: 'stack', key: 'running' },
          element('span', { id: 'sweep-progress' }, text),
          element('progress', {
            class: 'what-if-progress',
            max: all,
            value: done,
            'aria-labelledby': 'sweep-progress',
          }),
        ),
        points.some(({ totalCost }) => totalCost !== null) && curveOf(context, { ...run.range, points, breaks: [] }),
      ];
    }
    case 'done':
      return doneSweep(context, run);
  }
}

function doneSweep(
  context: SweepContext,
  { sweep, range, changes }: Extract<SweepRun, { kind: 'done' }>,
): readonly Child[] {
  const { pane, texts, state, sweep: own, sweepCommands } = context;
  const { points, breaks } = sweep;
  const sliders = state.book.kind === 'open' ? state.book.sliders : [];
  const with_ = changes.map((change) =>
    changeText(
      texts.sliders[change.slider],
      change,
      sliders,
      pane.numbers.percent,
      change.slider === 'Capacity' ? texts.allResources : texts.allItems,
    ),
  );
  const slopes = breaks.filter(({ kind }) => kind === 'slope');
  return [
    with_.length > 0 && element('p', { class: 'hint', key: 'with' }, texts.sweptWith(with_.join('; '))),
    curveOf(context, { ...range, points, breaks }),
    sentences('sweep-breaks', [
      ...breaks.filter(({ kind }) => kind !== 'slope').map(({ sentence }) => sentence),
      ...(points.every(({ totalCost }) => totalCost === null) ? [texts.noPlanAnywhere] : []),
    ]),
    slopes.length > 0 &&
      element(
        'details',
        { class: 'fold', key: 'slopes' },
        element('summary', {}, texts.slopes(slopes.length)),
        sentences(
          'sweep-slopes',
          slopes.map(({ sentence }) => sentence),
        ),
      ),
    dataTable(tableOf(context, sweep), own.showsTable),
    element(
      'div',
      { class: 'buttons', key: 'exports' },
      button('plain', own.showsTable ? texts.hideTable : pane.texts.showTable, sweepCommands.toggleTable, {
        id: 'sweep-table',
        'aria-pressed': own.showsTable ? 'true' : 'false',
      }),
      button('plain', texts.writeSweep, sweepCommands.writeSheet, { id: 'sweep-sheet' }, 'sheet'),
      button('plain', texts.exportCsv, sweepCommands.exportCsv, { id: 'sweep-csv' }, 'export'),
    ),
  ];
}

function sentences(id: string, some: readonly string[]): ViewNode {
  return element(
    'ul',
    { class: 'reasons', lang: 'en', id, key: id },
    some.map((sentence) => element('li', {}, sentence)),
  );
}

function curveOf(
  { pane, texts, sweep }: SweepContext,
  {
    input,
    from,
    to,
    points,
    breaks,
  }: Pick<Sweep, 'input' | 'points' | 'breaks'> & { readonly from: number; readonly to: number },
): ViewNode {
  const entry = sweep.inputs.find((candidate) => candidate.input === input);
  const now = entry?.isUniform ? entry.value : null;
  const title = texts.curveTitle(input);
  return element(
    'figure',
    { class: 'figure', key: 'curve' },
    element('figcaption', { class: 'heading' }, title),
    sweepChart(
      { from, to, points, breaks, now },
      { label: `${title}. ${texts.curveHint}`, noPlan: texts.noPlanHere },
      pane.numbers,
    ),
    sweepKey(breaks, { feasible: texts.borderKey, flat: texts.flatKey }),
  );
}

/** Every value with its cost, and what one more unit changes on the way to it. */
function tableOf({ pane, texts }: SweepContext, { input, points }: Sweep): DataTable {
  const { money, units } = pane.numbers;
  return {
    caption: texts.curveTitle(input),
    columns: [input, pane.texts.totalCost, texts.perUnitMore],
    rows: points.map(({ value, status, totalCost }, n) => {
      const before = n > 0 ? points[n - 1] : null;
      const slope =
        totalCost === null || !before || before.totalCost === null
          ? '–'
          : money((totalCost - before.totalCost) / (value - before.value));
      const cost =
        totalCost === null ? (status === 'infeasible' ? texts.noPlanHere : texts.failedTitle) : money(totalCost);
      return { title: units(value), texts: [cost, slope] };
    }),
  };
}
