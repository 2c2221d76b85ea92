import { costTermIds, costTermTitles } from '../planning';
import type { PlanReport } from '../planning';
import { textTable } from './text-table';

const money = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const units = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** Runs side by side: cost by term, and the quantities behind it. */
export function compareSummary(runs: readonly (PlanReport & { readonly name: string })[]): string {
  const moneyRow = (title: string, value: (run: PlanReport) => number | null) => [
    title,
    ...runs.map((run) => {
      const amount = value(run);
      return amount === null ? run.status : money.format(amount);
    }),
  ];
  const unitRow = (title: string, value: (run: PlanReport) => number | null) => [
    title,
    ...runs.map((run) => {
      const amount = value(run);
      return amount === null ? '–' : units.format(amount);
    }),
  ];
  const terms = costTermIds.filter((id) => runs.some(({ costs }) => costs !== null && costs[id] !== 0));
  return `${textTable(
    ['', ...runs.map(({ name }) => name)],
    [
      ...terms.map((id) => moneyRow(costTermTitles[id], ({ costs }) => costs && costs[id])),
      moneyRow('Total cost', ({ totalCost }) => totalCost),
      moneyRow(`More than ${runs[0].name}`, ({ totalCost }) => difference(totalCost, runs[0].totalCost)),
      unitRow('Demand', ({ demand }) => sumOf(demand)),
      unitRow('Production', ({ production }) => production && sumOf(production)),
      unitRow('Peak inventory', ({ inventory }) => inventory && peakOf(inventory)),
    ],
  )}\n`;
}

function difference(value: number | null, from: number | null): number | null {
  return value === null || from === null ? null : value - from;
}

function sumOf(matrix: readonly (readonly number[])[]): number {
  return matrix.flat().reduce((sum, value) => sum + value, 0);
}

function peakOf(matrix: readonly (readonly number[])[]): number {
  return Math.max(0, ...(matrix[0] ?? []).map((_value, t) => matrix.reduce((sum, row) => sum + row[t], 0)));
}
