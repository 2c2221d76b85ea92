/**
 * The natural logarithm of the gamma function at a positive number.
 *
 * Source: Lanczos (1964), A precision approximation of the gamma function, SIAM J. Numer. Anal. B 1, 86–96 (g = 7, n = 9).
 */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const coefficients = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  const shifted = x - 1;
  let sum = coefficients[0];
  for (let i = 1; i < 9; i++) sum += coefficients[i] / (shifted + i);
  const t = shifted + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}

/**
 * The regularised incomplete beta function I_x(a, b): the probability that a Beta(a, b) variable is at most x.
 *
 * Source: Press et al. (2007), Numerical Recipes, 3rd ed., section 6.4 (continued fraction by Lentz's method).
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const factor = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  const floor = 1e-300;
  const safe = (value: number): number => (Math.abs(value) < floor ? floor : value);
  let c = 1;
  let d = 1 / safe(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let i = 1; i <= 300; i++) {
    const even = (i * (b - i) * x) / ((a + 2 * i - 1) * (a + 2 * i));
    d = 1 / safe(1 + even * d);
    c = safe(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + i) * (a + b + i) * x) / ((a + 2 * i) * (a + 2 * i + 1));
    d = 1 / safe(1 + odd * d);
    c = safe(1 + odd / c);
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-12) break;
  }
  return (factor * fraction) / a;
}

/** The probability that an F variable with the given degrees of freedom exceeds a value (Press et al. 2007, 6.14.10). */
export function fTail(value: number, numeratorFreedom: number, denominatorFreedom: number): number {
  if (!(value > 0)) return 1;
  const x = denominatorFreedom / (denominatorFreedom + numeratorFreedom * value);
  return incompleteBeta(x, denominatorFreedom / 2, numeratorFreedom / 2);
}

/**
 * The least whole number k with P(X <= k) >= probability for a negative binomial X with the given mean and variance
 * (method of moments). A variance at or below the mean is raised just above it, which is the Poisson limit.
 *
 * Source: Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, 3rd ed., section 5.6: P(X <= k) = I_p(r, k + 1).
 */
export function negativeBinomialQuantile(probability: number, mean: number, variance: number): number {
  if (!(mean > 0)) return 0;
  const spread = Math.max(variance, mean * (1 + 1e-4));
  const r = (mean * mean) / (spread - mean);
  const p = mean / spread;
  const cumulative = (k: number): number => incompleteBeta(p, r, k + 1);
  let high = Math.ceil(mean + 1);
  while (cumulative(high) < probability && high < 1e12) high *= 2;
  let low = -1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (cumulative(middle) >= probability) high = middle;
    else low = middle;
  }
  return high;
}

/** Largest table of cumulative probabilities that is built; longer ones are searched by the incomplete beta function. */
const MOST_ENTRIES = 20_000;
/** Below this the first probability of a table would not be exact. */
const LEAST_LOGARITHM = -600;

/**
 * The quantile function of a negative binomial, for asking many quantiles of the same one: from a table of its cumulative
 * probabilities by the recursion P(k + 1) = P(k)·(k + r)/(k + 1)·(1 − p), where that fits.
 *
 * Source: Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, 3rd ed., section 5.2.
 */
export function negativeBinomialQuantiles(mean: number, variance: number): (probability: number) => number {
  const direct = (probability: number): number => negativeBinomialQuantile(probability, mean, variance);
  if (!(mean > 0)) return direct;
  const spread = Math.max(variance, mean * (1 + 1e-4));
  const r = (mean * mean) / (spread - mean);
  const p = mean / spread;
  if (r * Math.log(p) < LEAST_LOGARITHM || mean + 12 * Math.sqrt(spread) > MOST_ENTRIES) return direct;
  const cumulative: number[] = [];
  let probability = Math.exp(r * Math.log(p));
  let sum = 0;
  for (let k = 0; k < MOST_ENTRIES && sum < 1 - 1e-9; k++) {
    sum += probability;
    cumulative.push(sum);
    probability *= ((k + r) / (k + 1)) * (1 - p);
  }
  return (wanted) => {
    if (wanted > cumulative[cumulative.length - 1]) return direct(wanted);
    let low = -1;
    let high = cumulative.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (cumulative[middle] >= wanted) high = middle;
      else low = middle;
    }
    return high;
  };
}
