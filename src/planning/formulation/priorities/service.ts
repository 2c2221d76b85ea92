import { backorders } from '../decisions/backorders';
import { shortage } from '../decisions/shortage';
import { priority, rated } from '../parts';

/** Total quantity never delivered. */
export const undelivered = priority({
  id: 'undelivered',
  title: 'Quantity never delivered',
  equation: String.raw`\sum_{k,t} n_{k,t}`,
  measures: [rated(shortage, () => 1)],
});

/** Unit-periods of lateness. */
export const unitPeriodsLate = priority({
  id: 'unit_periods_late',
  title: 'Unit-periods of lateness',
  equation: String.raw`\sum_{k,t} b_{k,t}`,
  measures: [rated(backorders, () => 1)],
});
