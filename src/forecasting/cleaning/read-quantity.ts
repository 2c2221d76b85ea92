/** What a quantity cell says: nothing, or one or more numbers it may mean (the likeliest first), or no number at all. */
export type QuantityReading =
  | { kind: 'missing' }
  | { kind: 'number'; value: number }
  /** `plain`: digits with at most one decimal point, as a file without types holds every number; the rest needed interpretation. */
  | { kind: 'text'; values: number[]; plain: boolean }
  | { kind: 'unreadable' };

const NOTHING = /^(|n\/?a|#n\/a|nan|null|none|nil|unknown|tbd|missing|\?+|[-–—]+|\.)$/i;

/**
 * Reads a quantity cell: thousands separators (1,234 1.234 1 234 1'234), decimal commas, units before or after, accounting negatives
 * such as (100) and 100-. A single separator before exactly three digits can be either: both numbers are returned.
 */
export function readQuantity(value: string | number | null): QuantityReading {
  if (value === null) return { kind: 'missing' };
  if (typeof value === 'number') return Number.isFinite(value) ? { kind: 'number', value } : { kind: 'missing' };
  const text = value.trim();
  if (NOTHING.test(text)) return { kind: 'missing' };
  if (/^[-+]?\d+(\.\d+)?$/.test(text)) {
    const perhapsThousands = /^[-+]?[1-9]\d{0,2}\.\d{3}$/.test(text);
    return {
      kind: 'text',
      values: perhapsThousands ? [Number(text), Number(text.replace('.', ''))] : [Number(text)],
      plain: true,
    };
  }
  return interpret(text);
}

function interpret(text: string): QuantityReading {
  const scientific = /^[-+]?\d+(?:[.,]\d+)?e[-+]?\d{1,3}$/i.exec(text);
  if (scientific) return { kind: 'text', values: [Number(text.replace(',', '.'))], plain: false };
  const numbers = text.match(/\d(?:[\d.,'’\s\u00a0\u202f]*\d)?/g);
  if (numbers === null || numbers.length !== 1) return { kind: 'unreadable' };
  const rest = text.replace(numbers[0], '#').replace(/\s/g, '');
  // A hyphen inside words (pcs-12) is no minus; one next to the digits at either end is.
  const negative = /^[^\p{L}]*[-−–]\p{Sc}?#/u.test(rest) || /#[-−–]$/.test(rest) || /^\(.*#.*\)$/.test(rest);
  const values = numbersMeant(numbers[0].replace(/[\s\u00a0\u202f'’]/g, ''));
  return { kind: 'text', values: negative ? values.map((number) => -number) : values, plain: false };
}

function numbersMeant(digits: string): number[] {
  const separators = digits.replace(/\d/g, '');
  if (separators === '') return [Number(digits)];
  const last = separators[separators.length - 1];
  const mixed = separators.includes('.') && separators.includes(',');
  if (mixed || separators.length === 1) {
    const at = digits.lastIndexOf(last);
    const decimal = Number(`${digits.slice(0, at).replace(/[.,]/g, '')}.${digits.slice(at + 1)}`);
    const threeFollow = digits.length - at - 1 === 3 && at <= 3 && digits[0] !== '0';
    return !mixed && threeFollow ? [Number(digits.replace(/[.,]/g, '')), decimal] : [decimal];
  }
  return [Number(digits.replace(/[.,]/g, ''))];
}
