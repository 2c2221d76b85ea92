import type { PlanJudgement } from '../workbook/judge-plan';
import { textTable } from './text-table';

const percent = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 });
const money = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** The planners of a network as a planner judges them, in a screenful. */
export function plannerSummary(
  runs: readonly { readonly name: string; readonly status: string; readonly judgement: PlanJudgement | null }[],
): string {
  const fraction = (value: number | null) => (value === null ? '–' : percent.format(value));
  const row = (title: string, text: (judgement: PlanJudgement) => string) => [
    title,
    ...runs.map(({ judgement, status }) => (judgement ? text(judgement) : status)),
  ];
  return `${textTable(
    ['', ...runs.map(({ name }) => name)],
    [
      row('Can be carried out', ({ feasible }) => (feasible ? 'yes' : 'no')),
      row('Limits broken', ({ limitsBroken }) => String(limitsBroken)),
      row('Delivered in time', ({ onTime }) => fraction(onTime)),
      row('Delivered in the end', ({ delivered }) => fraction(delivered)),
      row('Revenue less cost', ({ margin }) => money.format(margin)),
      row('Least use', ({ leastUse }) => fraction(leastUse)),
      row('Most use', ({ mostUse }) => fraction(mostUse)),
      row('Corrections by hand', ({ manualCorrections }) => String(manualCorrections)),
      row('Milliseconds', ({ milliseconds }) => String(Math.round(milliseconds))),
    ],
  )}\n`;
}
