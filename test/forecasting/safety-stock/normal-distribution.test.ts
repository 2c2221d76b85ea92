import {
  normalCumulative,
  normalDensity,
  normalLoss,
  normalLossInverse,
  normalQuantile,
  normalTail,
} from '../../../src/forecasting/safety-stock/normal-distribution';

// Reference values: R 4.2 pnorm and qnorm, 16 digits.
test.each([
  [0, 0.5],
  [1, 0.15865525393145705],
  [1.959963984540054, 0.025],
  [3, 0.0013498980316300945],
  [6, 9.865876450376981e-10],
  [10, 7.619853024160527e-24],
  [-1, 0.8413447460685429],
])('gives the tail beyond %p', (z, expected) => {
  expect(normalTail(z) / expected).toBeCloseTo(1, 12);
});

test.each([
  [0.5, 0],
  [0.9, 1.2815515655446004],
  [0.975, 1.959963984540054],
  [0.999, 3.090232306167813],
  [1e-10, -6.361340902404056],
])('gives the quantile of %p', (probability, expected) => {
  expect(normalQuantile(probability)).toBeCloseTo(expected, 12);
});

test('inverts itself everywhere', () => {
  for (let z = -8; z <= 8; z += 0.37) {
    expect(normalQuantile(normalCumulative(z))).toBeCloseTo(z, z > 5 ? 1 : 9);
    expect(normalLossInverse(normalLoss(z))).toBeCloseTo(z, 9);
  }
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
});

test('gives the loss as the integral of the tail', () => {
  for (const from of [-2, 0, 0.5, 1.7, 3.2, 5]) {
    let integral = 0;
    const step = 0.001;
    for (let z = from + step / 2; z < 12; z += step) integral += normalTail(z) * step;
    expect(normalLoss(from) / integral).toBeCloseTo(1, 5);
  }
  expect(normalLoss(0)).toBeCloseTo(normalDensity(0), 14);
});
