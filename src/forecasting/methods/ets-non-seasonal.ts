import { minimise } from '../numerics/minimise';
import { normalDeviate, type Random } from '../numerics/random';
import { mean, type Method } from './method';

/** The trend of a non-seasonal ETS model with additive errors: the models (A,N,N), (A,A,N) and (A,Ad,N). */
type EtsTrend = 'none' | 'additive' | 'damped';

/** A fitted non-seasonal ETS model: its parameters and its state at the end of the history. */
export interface EtsFit {
  trend: EtsTrend;
  alpha: number;
  beta: number;
  /** Damping of the trend, 1 for none. */
  phi: number;
  level: number;
  slope: number;
  /** Standard deviation of the one-step errors. */
  deviation: number;
  /** One-step-ahead forecasts of the history. */
  fitted: number[];
  /** Bayesian information criterion, by which the trend is chosen. */
  bic: number;
}

const trends: readonly EtsTrend[] = ['none', 'additive', 'damped'];

/** Level and slope while the recursion runs. */
interface State {
  level: number;
  slope: number;
}

/** Sum of squared one-step errors; `state` is left at the end of the series and `fitted` receives the forecasts. */
function squaredErrors(
  series: readonly number[],
  [alpha, beta, phi]: readonly [number, number, number],
  state: State,
  fitted: number[] | null,
): number {
  let { level, slope } = state;
  let squares = 0;
  for (let t = 0; t < series.length; t++) {
    const damped = phi * slope;
    const forecast = level + damped;
    const error = series[t] - forecast;
    if (fitted) fitted[t] = forecast;
    squares += error * error;
    level = forecast + alpha * error;
    slope = damped + beta * error;
  }
  state.level = level;
  state.slope = slope;
  return squares;
}

/** The maximum likelihood fit with one trend, or null where the history is too short for its parameters. */
function fitTrend(series: readonly number[], trend: EtsTrend): EtsFit | null {
  const n = series.length;
  const size = trend === 'none' ? 2 : trend === 'additive' ? 4 : 5;
  const parameters = size + 1; // and the variance
  if (n - parameters - 1 <= 0) return null;
  const head = series.slice(0, Math.min(n, 10));
  const least = Math.min(...series);
  const most = Math.max(...series);
  const range = most - least;
  const firstSlope = (head[head.length - 1] - head[0]) / (head.length - 1);
  // The point: α, first level, β as a part of α, first slope, φ.
  const weights = (point: readonly number[]): [number, number, number] => [
    point[0],
    size > 2 ? point[2] * point[0] : 0,
    size > 4 ? point[4] : 1,
  ];
  const start = (point: readonly number[]): State => ({ level: point[1], slope: size > 2 ? point[3] : 0 });
  const best = minimise(
    // The logarithm, so that the tolerance of the search is relative.
    (point) => n * Math.log(squaredErrors(series, weights(point), start(point), null) + Number.MIN_VALUE),
    {
      start: [0.3, mean(head) - (size > 2 ? firstSlope * (head.length / 2) : 0), 0.1, firstSlope, 0.95].slice(0, size),
      lower: [0.0001, least - range, 0.0001, -range, 0.8].slice(0, size),
      upper: [0.9999, most + range, 0.9999, range, 0.98].slice(0, size),
    },
  );
  const [alpha, beta, phi] = weights(best.point);
  const state = start(best.point);
  const fitted = new Array<number>(n);
  const squares = squaredErrors(series, [alpha, beta, phi], state, fitted);
  const bic = best.value + parameters * Math.log(n);
  return { trend, alpha, beta, phi, ...state, deviation: Math.sqrt(squares / (n - size)), fitted, bic };
}

/** The non-seasonal ETS model with the least BIC; the plain average where the history is too short for any. */
export function fitEts(series: readonly number[]): EtsFit {
  let best: EtsFit | null = null;
  for (const trend of trends) {
    const fit = fitTrend(series, trend);
    if (fit && (!best || fit.bic < best.bic)) best = fit;
  }
  if (best) return best;
  const level = mean(series);
  const deviation = Math.sqrt(mean(series.map((value) => (value - level) ** 2)));
  const fitted = series.map(() => level);
  return { trend: 'none', alpha: 0, beta: 0, phi: 1, level, slope: 0, deviation, fitted, bic: Infinity };
}

/** The point forecast of a fitted model, `horizon` periods. */
export function forecastEts(fit: EtsFit, horizon: number): number[] {
  const future: number[] = [];
  let slope = fit.slope;
  let level = fit.level;
  for (let h = 0; h < horizon; h++) {
    slope *= fit.phi;
    level += slope;
    future.push(level);
  }
  return future;
}

/** One random future of a fitted model, `horizon` periods, with normal innovations. */
export function simulateEts(fit: EtsFit, horizon: number, random: Random): number[] {
  const path: number[] = [];
  let { level, slope } = fit;
  for (let h = 0; h < horizon; h++) {
    const damped = fit.phi * slope;
    const forecast = level + damped;
    const error = fit.deviation * normalDeviate(random);
    path.push(forecast + error);
    level = forecast + fit.alpha * error;
    slope = damped + fit.beta * error;
  }
  return path;
}

/**
 * Exponential smoothing in state space form without a season; errors are additive and the trend is chosen by the
 * Bayesian information criterion, which keeps noise from being taken for a trend.
 */
export const etsNonSeasonal: Method = {
  id: 'ets',
  title: 'ETS without season',
  source:
    'Hyndman, Koehler, Snyder & Grose (2002), Int. J. Forecasting 18, 439–454; Hyndman, Koehler, Ord & Snyder (2008)',
  minimumPoints: 3,
  forecast(series, horizon) {
    const fit = fitEts(series);
    return { fitted: fit.fitted, future: forecastEts(fit, horizon) };
  },
};
