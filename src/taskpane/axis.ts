/** Round values from 0 up to at least `most`, about `count` of them: 1, 2 or 5 times a power of ten apart. */
export function axisTicks(most: number, count = 4): number[] {
  if (!(most > 0) || !Number.isFinite(most)) return [0, 1];
  const rough = most / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough * 0.999) ?? 10);
  const ticks: number[] = [];
  for (let n = 0; n === 0 || ticks[n - 1] < most * 0.999; n++) ticks.push(n * step);
  return ticks;
}
