import type { ChartSeries } from '../sheet-content';
import type { ItemResult } from './item-result';

/** One line of figures by period. */
export interface Measure {
  readonly title: string;
  /** The figure of a period of history (t below `historyLength`) or of the forecast; null where there is none. */
  readonly value: (result: ItemResult, t: number, historyLength: number) => number | null;
  readonly chart: 'demand' | 'parts';
  readonly look: Pick<ChartSeries, 'color' | 'dashed' | 'marker'>;
}

const demandMeasures: readonly Measure[] = [
  {
    title: 'History',
    value: (result, t, length) => past(result, result.forecast.history, t, length),
    chart: 'demand',
    look: { color: '44546A', marker: 'none' },
  },
  {
    title: 'Outliers replaced',
    value: (result, t, length) =>
      past(result, result.flagged, t, length) === true ? past(result, result.forecast.history, t, length) : null,
    chart: 'demand',
    look: { color: 'C00000', marker: 'diamond' },
  },
  {
    title: 'Forecast',
    value: ({ forecast }, t, length) => future(forecast.forecast, t, length),
    chart: 'demand',
    look: { color: '1F4E79', marker: 'circle' },
  },
  {
    title: 'Lower 95 %',
    value: ({ forecast }, t, length) => future(forecast.lower95, t, length),
    chart: 'demand',
    look: { color: '9DC3E6', dashed: true, marker: 'none' },
  },
  {
    title: 'Upper 95 %',
    value: ({ forecast }, t, length) => future(forecast.upper95, t, length),
    chart: 'demand',
    look: { color: '9DC3E6', dashed: true, marker: 'none' },
  },
];

const partLooks = {
  trend: { title: 'Trend', color: '1F4E79', marker: 'none' },
  season: { title: 'Season', color: '548235', dashed: true, marker: 'none' },
  event: { title: 'Events', color: 'C55A11', marker: 'triangle' },
} as const;

const partMeasures: readonly Measure[] = (['trend', 'season', 'event'] as const).map((part): Measure => {
  const { title, ...look } = partLooks[part];
  return {
    title,
    value: (result, t, length) => {
      const { parts } = result.forecast;
      if (!parts) return null;
      return t < length ? past(result, parts.history[part], t, length) : future(parts.forecast[part], t, length);
    },
    chart: 'parts',
    look,
  };
});

/** The lines of each item, in order; the parts of the demand only where there are few enough items to look at them. */
export function measuresOf(withParts: boolean): readonly Measure[] {
  return withParts ? [...demandMeasures, ...partMeasures] : demandMeasures;
}

/** The entry of a list over the item's own history, which ends with the common one but may start later. */
function past<T>(result: ItemResult, values: readonly T[], t: number, historyLength: number): T | null {
  const own = t - (historyLength - result.forecast.history.length);
  return t < historyLength && own >= 0 ? (values[own] ?? null) : null;
}

function future(values: readonly (number | null)[], t: number, historyLength: number): number | null {
  return t >= historyLength ? (values[t - historyLength] ?? null) : null;
}
