import { fitPair, type Limits, type PairFit } from '../numerics/least-squares-pair';
import { minimise } from '../numerics/minimise';
import { minimiseOnInterval } from '../numerics/minimise-on-interval';
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
  /** Akaike's information criterion with the correction for small samples: less is better. */
  aicc: number;
}

const trends: readonly EtsTrend[] = ['none', 'additive', 'damped'];

/** The smoothing weights of a model: of the level, of the slope, and the damping of the slope. */
interface Weights {
  alpha: number;
  beta: number;
  phi: number;
}

/** Limits of the first level and of the first slope. */
interface StartLimits {
  level: Limits;
  slope: Limits;
}

/**
 * The best first level and slope for some weights, and the squared one-step errors with them: errors are linear in the first
 * state, so that it needs no search. A model without a slope has a column of zeros for it.
 */
function bestStart(series: readonly number[], { alpha, beta, phi }: Weights, limits: StartLimits): PairFit {
  const hasSlope = limits.slope[1] > limits.slope[0];
  let level = 0;
  let slope = 0;
  // What one unit of the first level, and of the first slope, has become: the level and slope they leave.
  let [levelOfLevel, slopeOfLevel, levelOfSlope, slopeOfSlope] = [1, 0, 0, hasSlope ? 1 : 0];
  let [uu, up, uq, pp, pq, qq] = [0, 0, 0, 0, 0, 0];
  for (let t = 0; t < series.length; t++) {
    const damped = phi * slope;
    const error = series[t] - level - damped;
    const dampedOfLevel = phi * slopeOfLevel;
    const dampedOfSlope = phi * slopeOfSlope;
    const p = levelOfLevel + dampedOfLevel;
    const q = levelOfSlope + dampedOfSlope;
    uu += error * error;
    up += error * p;
    uq += error * q;
    pp += p * p;
    pq += p * q;
    qq += q * q;
    level += damped + alpha * error;
    slope = damped + beta * error;
    levelOfLevel = p - alpha * p;
    slopeOfLevel = dampedOfLevel - beta * p;
    levelOfSlope = q - alpha * q;
    slopeOfSlope = dampedOfSlope - beta * q;
  }
  return fitPair({ uu, up, uq, pp, pq, qq }, limits.level, limits.slope);
}

/** The maximum likelihood fit with one trend, or null where the history is too short for its parameters. */
function fitTrend(series: readonly number[], trend: EtsTrend): EtsFit | null {
  const n = series.length;
  const size = trend === 'none' ? 2 : trend === 'additive' ? 4 : 5;
  const parameters = size + 1; // and the variance
  if (n - parameters - 1 <= 0) return null;
  const least = Math.min(...series);
  const most = Math.max(...series);
  const range = most - least;
  const limits: StartLimits = {
    level: [least - range, most + range],
    slope: trend === 'none' ? [0, 0] : [-range, range],
  };
  const weights = searchWeights(series, trend, limits);
  const start = bestStart(series, weights, limits);
  const fitted = new Array<number>(n);
  let { first: level, second: slope } = start;
  let squares = 0;
  for (let t = 0; t < n; t++) {
    const damped = weights.phi * slope;
    fitted[t] = level + damped;
    const error = series[t] - fitted[t];
    squares += error * error;
    level = fitted[t] + weights.alpha * error;
    slope = damped + weights.beta * error;
  }
  const penalty = (2 * parameters * n) / (n - parameters - 1);
  return {
    trend,
    ...weights,
    level,
    slope,
    deviation: Math.sqrt(squares / (n - size)),
    fitted,
    aicc: logLikelihoodTerm(n, squares) + penalty,
  };
}

/** Minus twice the logarithm of the likelihood but for a constant; its tolerance in the search is relative to the squares. */
function logLikelihoodTerm(points: number, squares: number): number {
  return points * Math.log(Math.max(0, squares) + Number.MIN_VALUE);
}

/** The weights with the least squared one-step errors. */
function searchWeights(series: readonly number[], trend: EtsTrend, limits: StartLimits): Weights {
  const squaresOf = (weights: Weights): number => bestStart(series, weights, limits).squares;
  if (trend === 'none') {
    const { at } = minimiseOnInterval((alpha) => squaresOf({ alpha, beta: 0, phi: 1 }), 0.0001, 0.9999);
    return { alpha: at, beta: 0, phi: 1 };
  }
  // The point: α, β as a part of α, and φ.
  const weights = ([alpha, part, phi = 1]: readonly number[]): Weights => ({ alpha, beta: part * alpha, phi });
  const size = trend === 'additive' ? 2 : 3;
  const best = minimise((point) => logLikelihoodTerm(series.length, squaresOf(weights(point))), {
    start: [0.3, 0.1, 0.95].slice(0, size),
    lower: [0.0001, 0.0001, 0.8].slice(0, size),
    upper: [0.9999, 0.9999, 0.98].slice(0, size),
  });
  return weights(best.point);
}

/** The models with each trend that the history is long enough for; the plain average where it is too short for any. */
function fitTrends(series: readonly number[]): EtsFit[] {
  const fits = trends.flatMap((trend) => fitTrend(series, trend) ?? []);
  if (fits.length > 0) return fits;
  const level = mean(series);
  const deviation = Math.sqrt(mean(series.map((value) => (value - level) ** 2)));
  const fitted = series.map(() => level);
  return [{ trend: 'none', alpha: 0, beta: 0, phi: 1, level, slope: 0, deviation, fitted, aicc: Infinity }];
}

/** The non-seasonal ETS model with the least AICc. */
export function fitEts(series: readonly number[]): EtsFit {
  return fitTrends(series).reduce((best, fit) => (fit.aicc < best.aicc ? fit : best));
}

/** How much each model counts: its likelihood, less what its parameters explain by chance (Akaike weights, sum 1). */
function akaikeWeights(fits: readonly EtsFit[]): number[] {
  const least = Math.min(...fits.map(({ aicc }) => aicc));
  const raw = fits.map(({ aicc }) => (aicc === least ? 1 : Math.exp((least - aicc) / 2)));
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return raw.map((weight) => weight / sum);
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

/**
 * What one unit of innovation adds to demand so many periods later, `horizon` of them, the first one to the same period: the
 * coefficients of the model's moving average.
 *
 * Source: Hyndman, Koehler, Ord & Snyder (2008), Forecasting with Exponential Smoothing, section 6.2 (class 1 models).
 */
export function etsImpulse({ alpha, beta, phi }: EtsFit, horizon: number): number[] {
  const impulse = [1];
  let later = alpha;
  let damping = phi;
  while (impulse.length < horizon) {
    later += beta * damping;
    impulse.push(later);
    damping *= phi;
  }
  return impulse;
}

/**
 * Exponential smoothing in state space form without a season; errors are additive. The models without, with and with a damped
 * trend are averaged by their Akaike weights, which is steadier than to choose one of them.
 */
export const etsNonSeasonal: Method = {
  id: 'ets',
  title: 'ETS without season',
  source:
    'Hyndman, Koehler, Snyder & Grose (2002), Int. J. Forecasting 18, 439–454; Hyndman, Koehler, Ord & Snyder (2008); ' +
    'weights: Kolassa (2011), Int. J. Forecasting 27, 238–251',
  minimumPoints: 3,
  forecast(series, horizon) {
    const fits = fitTrends(series);
    const weights = akaikeWeights(fits);
    const futures = fits.map((fit) => forecastEts(fit, horizon));
    const average = (values: readonly (readonly number[])[], t: number): number =>
      values.reduce((sum, line, k) => sum + weights[k] * line[t], 0);
    const fitted = fits.map((fit) => fit.fitted);
    return {
      fitted: series.map((_, t) => average(fitted, t)),
      future: Array.from({ length: horizon }, (_, h) => average(futures, h)),
    };
  },
};
