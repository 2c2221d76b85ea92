import type { PresetRate } from './preset-table';

/** A rate of a preset as planners say it: `10 × price`, or an amount of money. */
export function rateText({ value, of }: Pick<PresetRate, 'value' | 'of'>): string {
  if (value === null) return '?';
  return of === '' ? String(value) : `${value} × ${of}`;
}

/** What a rate is of, with what it is confined to: `Shortage_Cost (SKU-0*)`. */
export function rateTitle({ input, item }: Pick<PresetRate, 'input' | 'item'>): string {
  return item === '' ? input : `${input} (${item})`;
}
