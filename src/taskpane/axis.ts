/** Round values from 0 up to at least `most`, about `count` of them: 1, 2 or 5 times a power of ten apart. */
export function axisTicks(most: number, count = 4): number[] {
  if (!(most > 0) || !Number.isFinite(most)) return [0, 1];
  const step = roundStep(most / count);
  const ticks: number[] = [];
  for (let n = 0; n === 0 || ticks[n - 1] < most * 0.999; n++) ticks.push(n * step);
  return ticks;
}

/** Round values around a range that does not begin at 0, about `count` steps of them. */
export function axisTicksBetween(least: number, most: number, count = 4): number[] {
  // Less than this is the solver's noise.
  if (!(most - least > 1e-6)) return [least - 1, least, least + 1];
  const step = roundStep((most - least) / count);
  const first = Math.floor(least / step + 1e-6);
  const last = Math.ceil(most / step - 1e-6);
  return Array.from({ length: last - first + 1 }, (_none, n) => (first + n) * step);
}

/** The least of 1, 2 or 5 times a power of ten that is not below a step. */
export function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5].find((factor) => factor * power >= rough * 0.999) ?? 10);
}
