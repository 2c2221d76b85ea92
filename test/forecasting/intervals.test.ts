import { uniformNumbers } from '../../scripts/generate-demand-history';
import { pathDeviation } from '../../src/forecasting/intervals';
import type { EtsFit } from '../../src/forecasting/methods/ets-non-seasonal';
import { pathModel, pointForecast } from '../../src/forecasting/point-forecast';
import { withSeason } from '../../src/forecasting/seasonality';

const uniform = uniformNumbers(77);
const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());

/** A random future of a model, step by step as it is defined. */
function randomPath({ level: firstLevel, slope: firstSlope, phi, alpha, beta, deviation }: EtsFit, horizon: number) {
  let [level, slope] = [firstLevel, firstSlope];
  return Array.from({ length: horizon }, () => {
    const forecast = level + phi * slope;
    const error = deviation * normal();
    level = forecast + alpha * error;
    slope = phi * slope + beta * error;
    return forecast + error;
  });
}

const series = (trend: number, swing: number): number[] =>
  Array.from(
    { length: 60 },
    (_, t) => (100 + trend * t) * (1 + swing * Math.sin((2 * Math.PI * t) / 12)) + 6 * normal(),
  );

test.each([
  ['a level', 0, 0],
  ['a trend', 2, 0],
  ['a multiplicative season', 1, 0.4],
])('the closed form of %s is what many simulated paths tend to', (_, trend, swing) => {
  const history = series(trend, swing);
  const point = pointForecast(history, 12, 12);
  const fit = pathModel(history, point.season);
  const centre = randomPath({ ...fit, deviation: 0 }, 12);
  const squares = { single: new Array<number>(12).fill(0), cumulative: new Array<number>(12).fill(0) };
  const paths = 20_000;
  for (let p = 0; p < paths; p++) {
    let sum = 0;
    randomPath(fit, 12).forEach((value, h) => {
      const at = history.length + h;
      const error = withSeason(value, point.season, at) - withSeason(centre[h], point.season, at);
      sum += error;
      squares.single[h] += error ** 2 / paths;
      squares.cumulative[h] += sum ** 2 / paths;
    });
  }
  const { single, cumulative } = pathDeviation(history, point);
  single.forEach((deviation, h) => expect(Math.sqrt(squares.single[h]) / deviation).toBeCloseTo(1, 1));
  cumulative.forEach((deviation, h) => expect(Math.sqrt(squares.cumulative[h]) / deviation).toBeCloseTo(1, 1));
});
