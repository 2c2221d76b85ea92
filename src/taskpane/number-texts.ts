/** Numbers as the user writes them. */
export interface NumberTexts {
  /** Cents only where they matter. */
  readonly money: (value: number) => string;
  /** Always with cents, for amounts that are compared. */
  readonly exact: (value: number) => string;
  readonly units: (value: number) => string;
  /** Any number of an input: a quantity, a rate, a fraction. */
  readonly plain: (value: number) => string;
  /** The same with its sign, + included. */
  readonly signed: (value: number) => string;
  readonly whole: (value: number) => string;
  /** Of a fraction: 0.123 is 12.3 %. */
  readonly percent: (fraction: number) => string;
  /** The same with its sign, + included. */
  readonly signedPercent: (fraction: number) => string;
  /** For the ends of an axis: 15,000 is 15K. */
  readonly short: (value: number) => string;
}

const byFormat = new Map<string, NumberTexts>();

/** Texts for a BCP 47 tag; for an unknown one those of the browser. */
export function numberTexts(format: string): NumberTexts {
  const known = byFormat.get(format) ?? createTexts(format);
  byFormat.set(format, known);
  return known;
}

function createTexts(format: string): NumberTexts {
  const of = (options: Intl.NumberFormatOptions) => numberFormat(format, options);
  const wholeMoney = of({ maximumFractionDigits: 0 });
  const smallMoney = of({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const units = of({ maximumFractionDigits: 1 });
  const plain = of({ maximumFractionDigits: 4 });
  const signed = of({ maximumFractionDigits: 4, signDisplay: 'exceptZero' });
  const percent = of({ style: 'percent', maximumFractionDigits: 1 });
  const signedPercent = of({ style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const short = of({ notation: 'compact', maximumFractionDigits: 1 });
  return {
    money: (value) => (Math.abs(value) >= 10000 || value === 0 ? wholeMoney : smallMoney).format(value),
    exact: (value) => smallMoney.format(tidy(value)),
    units: (value) => units.format(tidy(value)),
    plain: (value) => plain.format(tidy(value)),
    signed: (value) => signed.format(tidy(value)),
    whole: (value) => wholeMoney.format(value),
    percent: (fraction) => percent.format(tidy(fraction)),
    signedPercent: (fraction) => signedPercent.format(tidy(fraction)),
    short: (value) => short.format(tidy(value)),
  };
}

function numberFormat(format: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(format, options);
  } catch {
    return new Intl.NumberFormat(undefined, options);
  }
}

/** Rounding noise of a solver is no quantity, and no negative zero. */
function tidy(value: number): number {
  return Math.abs(value) < 1e-9 ? 0 : value;
}
