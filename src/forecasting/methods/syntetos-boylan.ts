import { minimise } from '../numerics/minimise';
import { crostonRates } from './croston';
import { flat, type Method } from './method';

/**
 * Croston's method with its bias removed by the factor 1 − α/2. The smoothing constant minimises the squared errors of the
 * rate, and stays within the range the literature recommends for intermittent demand.
 */
export const syntetosBoylan: Method = {
  id: 'sba',
  title: 'Syntetos-Boylan approximation',
  source: 'Syntetos & Boylan (2005), The accuracy of intermittent demand estimates, Int. J. Forecasting 21, 303–314',
  minimumPoints: 1,
  forecast(series, horizon) {
    const rates = (alpha: number): number[] => crostonRates(series, alpha, 1 - alpha / 2);
    const best = minimise(
      ([alpha]) => {
        const trial = rates(alpha);
        return series.reduce((sum, value, t) => sum + (value - trial[t]) ** 2, 0);
      },
      { start: [0.1], lower: [0.01], upper: [0.3] },
    );
    const chosen = rates(best.point[0]);
    return { fitted: chosen.slice(0, -1), future: flat(chosen[chosen.length - 1], horizon) };
  },
};
