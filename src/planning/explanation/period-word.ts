import type { PlanningProblem } from '../domain/planning-problem';
import type { PeriodWord, SaidValue } from '../domain/said';

const months = /^(\d{4}[-/.]\d{1,2}|\d{1,2}[-/.]\d{4}|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b.*)$/i;
const weeks = /^(\d{4}[- ]?)?(w|cw|kw|wk|week) ?\d{1,2}\b/i;
const quarters = /^(\d{4}[- ]?)?q[1-4]\b/i;
const days = /^\d{4}-\d{1,2}-\d{1,2}$/;

/** What the planner's own labels call a period; `period` where they do not tell. */
export function periodWord({ periods }: PlanningProblem): PeriodWord {
  const all = (pattern: RegExp) => periods.every(({ label }) => pattern.test(label.trim()));
  if (all(months)) return 'month';
  if (all(weeks)) return 'week';
  if (all(quarters)) return 'quarter';
  return all(days) ? 'day' : 'period';
}

/** The label of a period, or of the first and last of several. */
export function spanOf({ periods }: PlanningProblem, from: number, to: number): SaidValue {
  return { kind: 'span', from: periods[from].label, to: periods[to].label };
}
