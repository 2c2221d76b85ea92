const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const money = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const exact = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

/** A number with as many digits as it has, up to six after the point. */
export function exactText(value: number): string {
  return exact.format(value);
}

/** A quantity as sentences show it: grouped, at most two decimals. */
export function quantityText(quantity: number): string {
  return grouped.format(quantity === 0 ? 0 : quantity);
}

/** Money as sentences show it: grouped, two decimals. */
export function moneyText(amount: number): string {
  return money.format(amount === 0 ? 0 : amount);
}

/** `a`, `a and b`, `a, b and 3 more`; empty where there are none. */
export function listText(names: readonly string[], most = 4): string {
  if (names.length <= 1) return names[0] ?? '';
  if (names.length <= most) return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
  return `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} more`;
}
