/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

/**
 * P(Z > z) of the standard normal distribution to about 15 digits, in the tails relative to its size. The series of Marsaglia,
 * "Evaluating the Normal Distribution", J. Statistical Software 11(4), 2004, around zero; Laplace's continued fraction (Abramowitz & Stegun
 * 26.2.14) beyond 3.
 */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  if (z > 38.5) return 0;
  if (z > 3) {
    let fraction = z;
    for (let k = 160; k >= 1; k--) fraction = z + k / fraction;
    return normalDensity(z) / fraction;
  }
  let sum = z;
  let term = z;
  for (let k = 3; Math.abs(term) > 1e-17 * sum; k += 2) sum += term *= (z * z) / k;
  return 0.5 - normalDensity(z) * sum;
}

/** P(Z <= z) of the standard normal distribution. */
export function normalCumulative(z: number): number {
  return normalTail(-z);
}

/**
 * The z with P(Z <= z) = probability, to about 15 digits: a rough start (Tukey's lambda distribution with 0.14, Joiner & Rosenblatt, JASA 66,
 * 1971), then Halley's iteration on the smaller tail. -Infinity at 0, Infinity at 1.
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0)) return -Infinity;
  if (!(probability < 1)) return Infinity;
  if (probability < 0.5) return -quantileOfTail(probability);
  return quantileOfTail(1 - probability);
}

/** The z >= 0 with P(Z > z) = tail, for tail <= 0.5. */
function quantileOfTail(tail: number): number {
  let z =
    tail > 0.001
      ? ((1 - tail) ** 0.14 - tail ** 0.14) / 0.1975
      : Math.sqrt(-2 * Math.log(tail * Math.sqrt(-4 * Math.PI * Math.log(tail))));
  for (let round = 0; round < 50; round++) {
    const step = (normalTail(z) - tail) / normalDensity(z);
    const change = step / (1 - (z * step) / 2);
    z += change;
    if (Math.abs(change) < 1e-15 * Math.max(1, z)) break;
  }
  return z;
}

/**
 * The standard normal loss function E[max(Z - z, 0)]: the shortage expected when z standard deviations are held above the mean.
 * Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains, 4th ed., appendix II.
 */
export function normalLoss(z: number): number {
  if (z < 0) return normalLoss(-z) - z;
  if (z <= 3) return normalDensity(z) - z * normalTail(z);
  // Laplace's fraction once more: density × (1 - z / fraction) without the cancellation of the direct form.
  let rest = z;
  for (let k = 160; k >= 2; k--) rest = z + k / rest;
  return normalTail(z) / rest;
}

/** The z with normalLoss(z) = loss, for a positive loss; Newton's iteration on a convex, decreasing function. */
export function normalLossInverse(loss: number): number {
  if (!(loss > 0)) return Infinity;
  let z = loss > 0.4 ? -loss : 0;
  for (let round = 0; round < 200; round++) {
    const change = (normalLoss(z) - loss) / normalTail(z);
    z += change;
    if (Math.abs(change) < 1e-14 * Math.max(1, Math.abs(z))) break;
  }
  return z;
}
