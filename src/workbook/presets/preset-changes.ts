import { chosenRows } from '../scenarios/choose-rows';
import type { ScenarioChange } from '../scenarios/scenario-table';
import type { TableRow } from '../read-table';
import { presetBases } from './built-in-presets';
import type { PresetBase } from './built-in-presets';

/** What a product (a single plant's item) earns. */
export interface Earning {
  readonly name: string;
  readonly price: number;
  /** Price less what the unit costs. */
  readonly margin: number;
  /** Whether any of its demand may be delivered late. */
  readonly mayBeLate: boolean;
}

/** An input that a preset may set. */
interface Rate {
  readonly unit: string;
  /** Whether it has a value for each product. */
  readonly byProduct: boolean;
  readonly isLateCost: boolean;
}

/**
 * Changes that a row of a preset makes. A cost of lateness is set only where the workbook allows lateness: a preset sets
 * rates, and allows nothing new.
 */
export function presetChanges<Input>(
  row: TableRow,
  input: Input,
  { unit, byProduct, isLateCost }: Rate,
  earnings: readonly Earning[],
): readonly ScenarioChange<Input>[] {
  const value = row.number('Value');
  const base = baseOf(row);
  if (!/money/.test(unit)) {
    const message = `${row.text('Input')} is no cost rate.`;
    row.report('error', 'not-a-rate', 'Input', message, 'Enter a cost, e.g. Shortage_Cost or Holding_Cost.');
    return [];
  }
  if (value === null || base === null) {
    if (value === null) row.report('error', 'missing-value', 'Value', 'The rate has no Value.', 'Enter a number.');
    return [];
  }
  const items = row.text('Item');
  if (base === 'current') return [{ input, items, kind: 'percent', amount: (value - 1) * 100, row }];
  if (!byProduct || (base === '' && !isLateCost)) {
    if (base === '') return [{ input, items, kind: 'value', amount: value, row }];
    const message = `${row.text('Input')} is not a rate of products, so it cannot be a part of the ${base}.`;
    row.report('error', 'not-by-product', 'Of', message, 'Clear Of, or enter current.');
    return [];
  }
  const chosen = chosenRows(
    items,
    earnings.map(({ name }) => name),
    'product',
    row,
  );
  return (chosen ?? [])
    .map((position) => earnings[position])
    .filter(({ mayBeLate }) => mayBeLate || !isLateCost)
    .flatMap((earning): ScenarioChange<Input>[] => {
      const whole = base === 'price' ? earning.price : base === 'margin' ? earning.margin : 1;
      if (whole > 0) return [{ input, items: earning.name, kind: 'value', amount: value * whole, row }];
      row.report(
        'warning',
        'no-price',
        'Of',
        `"${earning.name}" has no ${base}, so its ${row.text('Input')} stays as it is.`,
        'Enter its price.',
      );
      return [];
    });
}

function baseOf(row: TableRow): PresetBase | null {
  const word = row.text('Of').toLowerCase();
  const base = presetBases.find((each) => each === word);
  if (base !== undefined) return base;
  row.report(
    'error',
    'unknown-base',
    'Of',
    `"${word}" is nothing that a rate can be a part of.`,
    'Enter price, margin, current, or nothing.',
  );
  return null;
}
