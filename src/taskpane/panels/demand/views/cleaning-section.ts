import type { CleaningKind } from '../../../../forecasting/index';
import { cleaningSheetName } from '../../../../workbook/forecast/cleaning-sheet';
import { element } from '../../../view-node';
import type { ViewNode } from '../../../view-node';
import { button, heading, section } from '../../../views/controls';
import { selectField } from '../../../views/select-field';
import type { DemandContext } from './demand-context';
import { fieldLook } from './fields';
import { findingEntry } from './finding-entry';
import { workLine } from './work-line';

/** What the cleaning found: counts by kind, then every finding with its reason and the way to decide otherwise. */
export function cleaningSection(context: DemandContext): readonly ViewNode[] {
  const { demand, pane, texts, commands } = context;
  const { cleaned } = demand;
  if (cleaned === null) return [];
  const { audit } = cleaned.cleaning;
  const { whole } = pane.numbers;
  return [
    section(
      'demand-findings',
      heading('demand-findings', texts.findingsTitle(whole(audit.length))),
      element('p', { class: 'hint' }, audit.length === 0 ? texts.findingsNone : texts.findingsLead),
      audit.length > 0 && kindCounts(context),
      ...workLine(context),
      element(
        'div',
        { class: 'buttons', key: 'buttons' },
        button(
          demand.isCleaningWritten ? 'plain' : 'primary',
          demand.isCleaningWritten ? texts.cleanAgain : texts.clean,
          commands.clean,
          { id: 'demand-clean' },
          'spark',
        ),
        demand.isCleaningWritten &&
          button('plain', texts.goToSheet(cleaningSheetName), () => commands.goToSheet(cleaningSheetName), {}, 'sheet'),
        demand.isCleaningWritten &&
          button('primary', texts.next(texts.steps.forecast), () => commands.chooseStep('forecast'), {
            id: 'demand-next',
          }),
      ),
      audit.length > 0 && log(context),
    ),
  ];
}

/** Counts by kind, each a way to see only those. */
function kindCounts({ demand, pane, texts, commands }: DemandContext): ViewNode {
  const totals = demand.cleaned?.cleaning.totals;
  const kinds = (Object.keys(texts.kinds) as CleaningKind[]).filter((kind) => (totals?.[kind] ?? 0) > 0);
  const most = Math.max(...kinds.map((kind) => totals?.[kind] ?? 0));
  return element(
    'ul',
    { class: 'demand-kinds', key: 'kinds' },
    kinds.map((kind) => {
      const isChosen = demand.filter.kind === kind;
      const count = totals?.[kind] ?? 0;
      return element(
        'li',
        { key: kind },
        element(
          'button',
          {
            type: 'button',
            class: 'bare-button list-line demand-kind',
            'aria-pressed': String(isChosen),
            onclick: () => commands.chooseFilter({ kind: isChosen ? '' : kind }),
          },
          element('span', { class: 'demand-kind-name' }, texts.kinds[kind]),
          element('span', { class: 'demand-kind-count' }, pane.numbers.whole(count)),
          element(
            'svg',
            { class: 'demand-kind-bar', viewBox: '0 0 100 3', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
            element('rect', { width: (100 * count) / most, height: 3 }),
          ),
        ),
      );
    }),
  );
}

function log(context: DemandContext): ViewNode {
  const { demand, pane, texts, commands } = context;
  const audit = demand.cleaned?.cleaning.audit ?? [];
  const { filter, listed } = demand;
  const items = [...new Set(audit.map(({ cleanedItem, item }) => cleanedItem ?? item ?? ''))].sort();
  const found = audit.filter(
    ({ kind, cleanedItem, item }) =>
      (filter.kind === '' || kind === filter.kind) &&
      (filter.item === '' || (cleanedItem ?? item ?? '') === filter.item),
  );
  const kinds = (Object.keys(texts.kinds) as CleaningKind[]).filter((kind) =>
    audit.some((finding) => finding.kind === kind),
  );
  const shown = found.slice(0, listed.findings);
  const rest = found.length - shown.length;
  return element(
    'div',
    { class: 'stack', key: 'log' },
    element(
      'div',
      { class: 'demand-filter' },
      selectField(
        'demand-filter-item',
        texts.filterItem,
        filter.item,
        [
          { value: '', text: texts.all },
          ...items.filter((item) => item !== '').map((item) => ({ value: item, text: item })),
        ],
        (item) => commands.chooseFilter({ item }),
        fieldLook,
      ),
      selectField<CleaningKind | ''>(
        'demand-filter-kind',
        texts.filterKind,
        filter.kind,
        [{ value: '', text: texts.all }, ...kinds.map((kind) => ({ value: kind, text: texts.kinds[kind] }))],
        (kind) => commands.chooseFilter({ kind }),
        fieldLook,
      ),
    ),
    element(
      'p',
      { class: 'hint', role: 'status' },
      texts.of(pane.numbers.whole(shown.length), pane.numbers.whole(found.length)),
    ),
    element(
      'ul',
      { class: 'demand-findings' },
      shown.map((finding) => findingEntry(context, finding)),
    ),
    rest > 0 &&
      button('link', texts.more(pane.numbers.whole(Math.min(rest, 20))), () => commands.listMore('findings'), {
        id: 'demand-more-findings',
      }),
    element('p', { class: 'hint' }, texts.decisionsRemembered),
  );
}
