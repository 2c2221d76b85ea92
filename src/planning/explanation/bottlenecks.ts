import type { Explanation } from './explanation';
import type { Explained } from './explain-plan';
import { moneyText } from './quantity-text';

/** Resources and warehouses that bind, and what one more unit of each is worth. */
export function bottlenecks({ model: { problem }, prices }: Explained): Explanation[] {
  const reasons: Explanation[] = [];
  const add = (name: string, price: number, period: number, inputs: readonly string[]) => {
    if (price >= 0) return;
    const sentence = `One more unit of ${name} in ${problem.periods[period].label} saves ${moneyText(-price)}.`;
    reasons.push({
      kind: 'bottleneck',
      item: null,
      resource: name,
      period,
      quantity: 1,
      value: -price,
      sentence,
      inputs,
    });
  };
  problem.resources.forEach(({ name }, r) =>
    prices.capacity[r]?.forEach((price, t) => add(name, price, t, ['Capacity'])),
  );
  problem.warehouses.forEach(({ name }, h) =>
    prices.storage[h]?.forEach((price, t) => add(name, price, t, ['Warehouse_Capacity'])),
  );
  return reasons.sort((one, other) => (other.value ?? 0) - (one.value ?? 0));
}
