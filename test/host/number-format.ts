/**
 * A number as Excel would show it, for the formats the project writes and the usual ones in test workbooks. It proves
 * nothing about Excel's own rendering; formats it does not know fall back to General.
 */
export function formatNumber(value: number, format: string): string {
  const sections = format.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const negativeSection = value < 0 && sections.length > 1;
  const section = value === 0 && sections.length > 2 ? sections[2] : negativeSection ? sections[1] : sections[0];
  const shown = negativeSection ? -value : value;
  if (section.toLowerCase() === 'general' || section === '' || section === '@') return general(shown);
  const code = section.replace(/\[[^\]]*\]/g, '').replace(/_.|\*./g, '');
  if (/[ymdhs]/i.test(code.replace(/"[^"]*"/g, ''))) return formatDate(shown, code);
  return formatDecimal(shown, code);
}

function general(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
  return String(Number(value.toPrecision(10)));
}

function formatDecimal(value: number, code: string): string {
  const digits = /[#0?][#0?,]*(?:\.[#0?]*)?/.exec(code);
  if (!digits) return unquote(code);
  const [whole, fraction = ''] = digits[0].split('.');
  const scaled = code.includes('%') ? value * 100 : value;
  const fixed = Math.abs(scaled).toFixed(fraction.length);
  let [integer, decimals = ''] = fixed.split('.');
  const optional = /#*$/.exec(fraction)?.[0].length ?? 0;
  for (let i = 0; i < optional && decimals.endsWith('0'); i += 1) decimals = decimals.slice(0, -1);
  integer = integer.padStart((whole.match(/0/g) ?? []).length, '0');
  if (integer === '0' && !whole.includes('0')) integer = '';
  if (whole.includes(',')) integer = integer.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = scaled < 0 && Number(fixed) !== 0 ? '-' : '';
  const before = unquote(code.slice(0, digits.index));
  const after = unquote(code.slice(digits.index + digits[0].length));
  return `${sign}${before}${integer}${decimals ? `.${decimals}` : ''}${after}`;
}

function unquote(code: string): string {
  return code.replace(/"([^"]*)"|\\(.)/g, (_, quoted: string | undefined, escaped: string | undefined) =>
    quoted !== undefined ? quoted : (escaped ?? ''),
  );
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July'].concat([
  'August',
  'September',
  'October',
  'November',
  'December',
]);
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function formatDate(serial: number, code: string): string {
  const date = new Date(Math.round((serial - 25_569) * 86_400_000));
  const two = (part: number) => String(part).padStart(2, '0');
  const month = date.getUTCMonth();
  const parts: Record<string, string> = {
    yyyy: String(date.getUTCFullYear()),
    yy: two(date.getUTCFullYear() % 100),
    mmmm: months[month],
    mmm: months[month].slice(0, 3),
    mm: two(month + 1),
    m: String(month + 1),
    dddd: days[date.getUTCDay()],
    ddd: days[date.getUTCDay()].slice(0, 3),
    dd: two(date.getUTCDate()),
    d: String(date.getUTCDate()),
    hh: two(date.getUTCHours()),
    h: String(date.getUTCHours()),
    ss: two(date.getUTCSeconds()),
    s: String(date.getUTCSeconds()),
  };
  const minutes = code.replace(
    /(h+:)m+|m+(:s)/gi,
    (_, hour = '', second = '') => `${hour}"${two(date.getUTCMinutes())}"${second}`,
  );
  return unquote(minutes.replace(/"[^"]*"|\\.|y+|m+|d+|h+|s+/gi, (part) => parts[part.toLowerCase()] ?? part));
}
