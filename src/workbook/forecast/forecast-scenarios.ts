import type { Issue } from '../../planning/index';
import type { Label } from '../read-labels';
import { removeScenario, scenarioRows } from '../scenarios/edit-scenarios';
import type { ScenarioRow } from '../scenarios/edit-scenarios';
import type { WorkbookContent } from '../workbook';
import type { DemandForecast } from './demand-forecast';
import { matchPlan, missingDemand } from './match-plan';

/** The scenarios that a forecast becomes: expected demand, and the bounds of each single period's 95 % interval. */
export const forecastScenarioNames = { forecast: 'FORECAST', lower95: 'LOW', upper95: 'HIGH' } as const;
type Bound = keyof typeof forecastScenarioNames;

/** Rows of the table of scenarios, and what of the forecast has no place in the plan. */
export interface ForecastScenarios {
  readonly rows: readonly ScenarioRow[];
  readonly issues: readonly Issue[];
}

/**
 * All rows of the table of scenarios with the forecast in them: former rows of the three scenarios make room, all others stay.
 * Each row sets the demand of an item to a value, in one period or in several that have the same.
 */
export function withForecastScenarios(
  content: WorkbookContent,
  { cleaned, results, periods, bucket, runDate }: DemandForecast,
): ForecastScenarios {
  const { plan } = cleaned;
  if (!plan) return { rows: scenarioRows(content), issues: [missingDemand()] };
  const match = matchPlan(plan, results, periods, bucket);
  if ('severity' in match) return { rows: scenarioRows(content), issues: [match] };
  const bounds = Object.keys(forecastScenarioNames) as Bound[];
  const others = bounds.reduce<readonly ScenarioRow[]>(
    (rows, bound) => removeScenario(rows, forecastScenarioNames[bound]),
    scenarioRows(content),
  );
  const own = bounds.flatMap((bound) =>
    match.items.flatMap(({ result, position }) =>
      spans(match.columns.map((h) => (h < 0 ? null : result.forecast[bound][h]))).map(
        ({ from, to, amount }): ScenarioRow => ({
          scenario: forecastScenarioNames[bound],
          input: 'Demand',
          item: literalName(plan.items[position]),
          periodFrom: labelOf(plan.periods[from]),
          periodTo: labelOf(plan.periods[to]),
          change: 'value',
          amount,
          note: `${notes[bound]}, ${runDate.slice(0, 10)}`,
        }),
      ),
    ),
  );
  return { rows: [...others, ...own], issues: match.issues };
}

const notes: Readonly<Record<Bound, string>> = {
  forecast: 'Expected demand',
  lower95: 'Lower end of the 95 % interval',
  upper95: 'Upper end of the 95 % interval',
};

interface Span {
  readonly from: number;
  readonly to: number;
  readonly amount: number;
}

/** Stretches of periods with one value; periods without a value belong to none. */
function spans(values: readonly (number | null)[]): Span[] {
  const found: Span[] = [];
  values.forEach((amount, t) => {
    if (amount === null) return;
    const last = found[found.length - 1];
    if (last && last.to === t - 1 && last.amount === amount) found[found.length - 1] = { ...last, to: t };
    else found.push({ from: t, to: t, amount });
  });
  return found;
}

/** A name is a pattern in the table of scenarios: what means something there gets a tilde. */
function literalName(item: string): string {
  return item.replace(/[*?]/g, (mark) => `~${mark}`);
}

/** A date as its serial number, as the headings have it. */
function labelOf({ value, text }: Label): string | number {
  return value ?? text;
}
