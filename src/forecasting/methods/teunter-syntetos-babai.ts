import { minimise } from '../numerics/minimise';
import { flat, mean, type Method } from './method';

/** `rates[t]` is the forecast for period t; the chance of demand is updated every period, its size when there is demand. */
function demandRates(series: readonly number[], alpha: number, beta: number): number[] {
  const positive = series.filter((value) => value > 0);
  let chance = positive.length / series.length;
  let size = mean(positive);
  const rates = [chance * size];
  for (const value of series) {
    chance += beta * ((value > 0 ? 1 : 0) - chance);
    if (value > 0) size += alpha * (value - size);
    rates.push(chance * size);
  }
  return rates;
}

/** Smooths the chance of demand and its size apart, so that the forecast of a part that dies out falls to zero. */
export const teunterSyntetosBabai: Method = {
  id: 'tsb',
  title: 'Teunter-Syntetos-Babai',
  source:
    'Teunter, Syntetos & Babai (2011), Intermittent demand: linking forecasting to inventory obsolescence, EJOR 214, 606–615',
  minimumPoints: 1,
  forecast(series, horizon) {
    const best = minimise(
      ([alpha, beta]) => {
        const trial = demandRates(series, alpha, beta);
        return series.reduce((sum, value, t) => sum + (value - trial[t]) ** 2, 0);
      },
      { start: [0.1, 0.1], lower: [0.01, 0.01], upper: [0.3, 0.3] },
    );
    const chosen = demandRates(series, best.point[0], best.point[1]);
    return { fitted: chosen.slice(0, -1), future: flat(chosen[chosen.length - 1], horizon) };
  },
};
