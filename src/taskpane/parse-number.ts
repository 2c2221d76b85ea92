/** Decimal and group signs of a format, as `Intl` writes them. */
function signsOf(format: string): { readonly decimal: string; readonly group: string } {
  const parts = partsOf(format);
  const sign = (type: string, otherwise: string) => parts.find((part) => part.type === type)?.value ?? otherwise;
  return { decimal: sign('decimal', '.'), group: sign('group', ',') };
}

function partsOf(format: string): Intl.NumberFormatPart[] {
  try {
    return new Intl.NumberFormat(format).formatToParts(-1234567.8);
  } catch {
    return new Intl.NumberFormat('en-US').formatToParts(-1234567.8);
  }
}

/** A number as the user writes it, in the format of a BCP 47 tag: `1.234,5` in German is 1234.5. Null where it is none. */
export function parseNumber(text: string, format: string): number | null {
  const { decimal, group } = signsOf(format);
  const bare = text.replace(/[\s\u00a0\u202f%]/g, '').replace(/[\u2212\u2013]/g, '-');
  const whole = bare.split(decimal)[0];
  // A group sign that does not stand before three digits is a slip, e.g. a decimal sign of another country.
  if (whole.includes(group) && !/^[-+]?\d{1,3}(?:\D\d{3})+$/.test(whole)) return null;
  const plain = bare.split(group).join('').replace(decimal, '.');
  return /^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

/** A number to be edited: as the user writes it, without groups and without loss. */
export function editableNumber(value: number, format: string): string {
  return String(value).replace('.', signsOf(format).decimal);
}
