import { costTermIds } from '../../planning';
import type { PlanReport } from '../../planning';
import { element } from '../view-node';
import type { Child, ViewNode } from '../view-node';
import { dataTable } from './data-table';
import type { DataTable } from './data-table';
import type { PaneContext } from './pane-context';

/** The figure that matters most: total cost (or profit), the status, and what today's rule costs against it. */
export function headline(context: PaneContext, report: PlanReport): ViewNode {
  const { texts, numbers } = context;
  const isProfit = report.mode === 'profit';
  const figure = (isProfit ? report.profit : report.totalCost) ?? 0;
  const isOptimal = report.status === 'optimal';
  return element(
    'div',
    { class: 'headline', key: 'headline' },
    element('div', { class: 'headline-label' }, isProfit ? texts.profit : texts.totalCost),
    element(
      'div',
      { class: 'headline-line' },
      element('span', { class: 'headline-figure', id: 'headline-figure' }, numbers.money(figure)),
      element(
        'span',
        { class: isOptimal ? 'badge badge-success' : 'badge badge-warning' },
        isOptimal ? texts.optimal : texts.stoppedEarly,
      ),
    ),
    report.preset !== null &&
      element('p', { class: 'hint', id: 'planned-with' }, texts.plannedWith(report.preset.name)),
    !isOptimal && element('p', { class: 'hint' }, gapText(context, report)),
    ruleLine(context, report),
  );
}

function gapText({ texts, numbers }: PaneContext, { solver }: PlanReport): string {
  const gap = solver?.gap ?? null;
  return gap === null || !Number.isFinite(gap) ? texts.stoppedEarlyNoGap : texts.stoppedEarlyGap(numbers.percent(gap));
}

function ruleLine({ texts, numbers }: PaneContext, { coverageRule, totalCost }: PlanReport): Child {
  if (!coverageRule || totalCost === null) return null;
  const saving = coverageRule.totalCost - totalCost;
  const short = coverageRule.shortage.flat().reduce((sum, units) => sum + units, 0);
  const amount = numbers.money(Math.abs(saving));
  const share = coverageRule.totalCost > 0 ? numbers.percent(saving / coverageRule.totalCost) : '';
  const compared =
    saving >= 0
      ? texts.savesAgainstToday(amount, share)
      : short > 0
        ? texts.costsMoreThanToday(amount)
        : texts.costsMoreThanRule(amount);
  return element(
    'p',
    { class: saving >= 0 ? 'saving saving-good' : 'saving' },
    compared,
    short > 0 && element('span', { class: 'saving-short' }, ` ${texts.ruleShort(numbers.units(short))}`),
  );
}

/** Every cost term that is not zero, against today's rule where there is one. */
export function costTable(context: PaneContext, report: PlanReport): Child {
  const { texts } = context;
  if (!report.costs || report.totalCost === null) return null;
  return element(
    'div',
    { class: 'cost-block', key: 'costs' },
    element('h3', { class: 'heading' }, texts.costTable),
    dataTable(costFigures(context, report, report.costs, report.totalCost), true),
  );
}

function costFigures(
  { texts, numbers }: PaneContext,
  { coverageRule, revenue, profit }: PlanReport,
  costs: NonNullable<PlanReport['costs']>,
  totalCost: number,
): DataTable {
  const line = (title: string, mine: number, todays: number | null, isTotal = false) => ({
    title,
    isTotal,
    texts: [numbers.money(mine), ...(todays === null ? [] : [numbers.money(todays), numbers.money(mine - todays)])],
  });
  const shown = costTermIds.filter((id) => costs[id] !== 0 || (coverageRule && coverageRule.costs[id] !== 0));
  const total = line(texts.totalCost, totalCost, coverageRule?.totalCost ?? null, true);
  const money = (title: string, value: number) => ({
    title,
    texts: [numbers.money(value), ...(coverageRule ? ['', ''] : [])],
  });
  return {
    caption: texts.costTable,
    columns: [texts.costTerm, texts.thisPlan, ...(coverageRule ? [texts.todaysRule, texts.difference] : [])],
    rows: [
      ...shown.map((id) => line(texts.costTerms[id], costs[id], coverageRule ? coverageRule.costs[id] : null)),
      total,
      ...(revenue ? [money(texts.revenue, revenue), money(texts.profit, profit ?? 0)] : []),
    ],
  };
}
