/**
 * A number as the user types it, in the user's own format: `10.000` is ten thousand in German and ten in English. A
 * separator that cannot part thousands is a decimal sign, so that `12.5` and `12,5` are the same everywhere. Null for what is
 * no number.
 */
export function enteredNumber(text: string, format: string): number | null {
  const plain = text.replace(/[\s'’%]/g, '').replace('−', '-');
  const group = groupSign(format);
  const decimal = group === '.' ? ',' : '.';
  const isGrouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d*)?$`).test(plain);
  const bare = isGrouped ? plain.replaceAll(group, '') : plain;
  const value = /^-?(\d+[.,]?\d*|[.,]\d+)$/.test(bare) ? Number(bare.replace(',', '.')) : NaN;
  return Number.isFinite(value) ? value : null;
}

/** The sign between thousands where it is a point or a comma; formats with a space between them write a decimal comma. */
function groupSign(format: string): string {
  let parts: Intl.NumberFormatPart[] = [];
  try {
    parts = new Intl.NumberFormat(format).formatToParts(1234567.5);
  } catch {
    parts = new Intl.NumberFormat().formatToParts(1234567.5);
  }
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? '.' : ',';
}

/** A number as it stands in a field: in the user's format, without signs between thousands. */
export function enteredText(value: number, format: string): string {
  const options = { maximumFractionDigits: 4, useGrouping: false };
  try {
    return new Intl.NumberFormat(format, options).format(value);
  } catch {
    return new Intl.NumberFormat(undefined, options).format(value);
  }
}
