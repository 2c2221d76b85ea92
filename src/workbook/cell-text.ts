import type { CellValue } from './workbook';

/**
 * Text as Excel (in English) shows a value in a cell of that number format; null where the format asks for something this
 * does not draw: fractions, conditions, calendars other than the Gregorian. Formats as in ECMA-376 part 1, 18.8.31.
 */
export function cellText(value: CellValue, numberFormat: string, date1904: boolean): string | null {
  return cellTextFormat(numberFormat, date1904)(value);
}

/** `cellText` for many cells of one format, which is read once. */
export function cellTextFormat(numberFormat: string, date1904: boolean): (value: CellValue) => string | null {
  const sections = splitSections(numberFormat);
  const changesText = sections.length > 3 || /(^|[^"\\])@./.test(sections[0]);
  const isConditional = sections.some((section) => /\[[<>=]/.test(section));
  const drawers = sections.map((section) => sectionDrawer(tokenize(section), date1904));
  return (value) => {
    if (value === null) return '';
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    if (typeof value === 'object') return value.error;
    if (typeof value === 'string') return changesText ? null : value;
    if (!Number.isFinite(value)) return null;
    if (isConditional) return null;
    const wanted = value < 0 ? 1 : value === 0 ? 2 : 0;
    const section = sections.length > wanted ? wanted : 0;
    return drawers[section](value, section === 0);
  };
}

/** Draws numbers as a section of a format has them; only the first section shows the sign of a negative one. */
function sectionDrawer(
  tokens: readonly Token[] | null,
  date1904: boolean,
): (value: number, isFirst: boolean) => string | null {
  if (tokens === null) return () => null;
  const isDate = tokens.some((token) => token.kind === 'date' || token.kind === 'elapsed');
  if (isDate) return (value) => dateText(value, tokens, date1904);
  const draw = numberDrawer(tokens);
  return (value, isFirst) => draw(Math.abs(value), value < 0 && isFirst ? '-' : '');
}

interface Token {
  readonly kind: 'literal' | 'digits' | 'percent' | 'exponent' | 'date' | 'elapsed' | 'halfDay' | 'general';
  readonly text: string;
}

function splitSections(format: string): string[] {
  const sections = [''];
  for (const piece of format.match(/"[^"]*"|\\.|\[[^\]]*\]|[\s\S]/g) ?? []) {
    if (piece === ';') sections.push('');
    else sections[sections.length - 1] += piece;
  }
  return sections;
}

const tokenPattern =
  /"([^"]*)"|\\(.)|_(.)|\*(.)|\[([^\]]*)\]|(General)|(AM\/PM|A\/P)|(y+|m+|d+|h+|s+(?:\.0+)?)|(E[+-])|([0#?](?:[0#?,]*)(?:\.[0#?]*)?|\.[0#?]+)|([\s\S])/giy;

function tokenize(section: string): Token[] | null {
  const tokens: Token[] = [];
  for (const match of section.matchAll(new RegExp(tokenPattern))) {
    const [whole, quoted, escaped, spaceOf, fillOf, bracket, general, halfDay, date, exponent, digits, other] = match;
    if (quoted !== undefined || escaped !== undefined) tokens.push({ kind: 'literal', text: quoted ?? escaped });
    else if (spaceOf !== undefined) tokens.push({ kind: 'literal', text: ' ' });
    else if (fillOf !== undefined) continue;
    else if (bracket !== undefined) {
      if (/^(h+|m+|s+)$/i.test(bracket)) tokens.push({ kind: 'elapsed', text: bracket.toLowerCase() });
      else if (bracket.startsWith('$')) tokens.push({ kind: 'literal', text: bracket.slice(1).replace(/-[^-]*$/, '') });
      else if (!/^(Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color ?\d+)$/i.test(bracket)) return null;
    } else if (general !== undefined) tokens.push({ kind: 'general', text: whole });
    else if (halfDay !== undefined) tokens.push({ kind: 'halfDay', text: whole });
    else if (date !== undefined) tokens.push({ kind: 'date', text: whole.toLowerCase() });
    else if (exponent !== undefined) tokens.push({ kind: 'exponent', text: whole });
    else if (digits !== undefined) tokens.push({ kind: 'digits', text: whole });
    else if (other === '%') tokens.push({ kind: 'percent', text: '%' });
    else if (other === '@') tokens.push({ kind: 'general', text: '@' });
    else tokens.push({ kind: 'literal', text: other });
  }
  return tokens;
}

function numberDrawer(tokens: readonly Token[]): (magnitude: number, sign: string) => string | null {
  const patterns = tokens.filter((token) => token.kind === 'digits');
  const scientific = tokens.findIndex((token) => token.kind === 'exponent');
  if (scientific >= 0) return (magnitude, sign) => scientificText(magnitude, sign, tokens, scientific);
  if (patterns.length > 1 || tokens.some((token) => token.kind === 'halfDay')) return () => null;
  if (tokens.length === 1 && tokens[0].kind === 'general') return (magnitude, sign) => sign + generalText(magnitude);
  const factor = 100 ** tokens.filter((token) => token.kind === 'percent').length;
  return (magnitude, sign) => {
    let drawn = sign;
    for (const { kind, text } of tokens) {
      if (kind === 'general') drawn += generalText(magnitude);
      else drawn += kind === 'digits' ? patternText(magnitude * factor, text) : text;
    }
    return drawn;
  };
}

function scientificText(magnitude: number, sign: string, tokens: readonly Token[], at: number): string | null {
  const [mantissa, , exponent] = tokens.slice(at - 1, at + 2);
  if (tokens.length !== 3 || !/^[0#]?\.?0*$/.test(mantissa.text) || exponent.kind !== 'digits') return null;
  const decimals = (mantissa.text.split('.')[1] ?? '').length;
  const [digits, power] = magnitude.toExponential(decimals).split('e');
  const powerSign = power.startsWith('-') ? '-' : tokens[at].text.endsWith('+') ? '+' : '';
  return `${sign}${digits}E${powerSign}${power.slice(1).padStart(exponent.text.length, '0')}`;
}

function patternText(magnitude: number, pattern: string): string {
  const [whole, fraction = ''] = pattern.split('.');
  const thousands = /,+$/.exec(whole)?.[0].length ?? 0;
  const scaled = magnitude / 1000 ** thousands;
  const fixed = toFixedHalfUp(scaled, fraction.length);
  const [integer, decimals = ''] = fixed.split('.');
  const least = (whole.match(/0/g) ?? []).length;
  let digits = integer === '0' ? '' : integer;
  digits = digits.padStart(least, '0');
  const grouped = /,[0#?]/.test(whole) ? digits.replace(/\B(?=(\d{3})+$)/g, ',') : digits;
  let kept = decimals.length;
  while (kept > 0 && decimals[kept - 1] === '0' && fraction[kept - 1] !== '0') kept--;
  return pattern.includes('.') ? `${grouped}.${decimals.slice(0, kept)}` : grouped;
}

/** Excel rounds the decimal it shows (15 digits), not the binary fraction behind it: 1.005 with two decimals is 1.01. */
function toFixedHalfUp(value: number, decimals: number): string {
  const decimal = Number(value.toPrecision(15));
  const shifted = Math.round(Number(`${decimal}e${decimals}`));
  return Number.isFinite(shifted) && Math.abs(shifted) < 1e15
    ? (shifted / 10 ** decimals).toFixed(decimals)
    : decimal.toFixed(decimals);
}

function generalText(magnitude: number): string {
  if (magnitude !== 0 && (magnitude >= 1e11 || magnitude < 1e-9)) {
    const [digits, power] = Number(magnitude.toPrecision(6)).toExponential().split('e');
    return `${digits}E${power[0]}${power.slice(1).padStart(2, '0')}`;
  }
  if (Number.isInteger(magnitude)) return String(magnitude);
  const integerDigits = Math.max(1, Math.floor(magnitude).toString().length);
  return String(Number(magnitude.toFixed(Math.max(0, 10 - integerDigits))));
}

const monthNames = 'January February March April May June July August September October November December'.split(' ');
const dayNames = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

function dateText(serial: number, tokens: readonly Token[], date1904: boolean): string | null {
  const secondDigits = Math.max(0, ...tokens.map((token) => (token.text.startsWith('s') ? token.text.length - 3 : 0)));
  const days = serial + (date1904 ? 1462 : 0);
  if (days < 0 || days >= 2958466 || tokens.some((token) => token.kind === 'digits')) return null;
  const unit = 10 ** Math.max(0, secondDigits);
  const ticks = Math.round(days * 86400 * unit);
  const seconds = ticks / unit;
  const date = new Date((Math.floor(seconds / 86400) - 25569 + (seconds < 60 * 86400 ? 1 : 0)) * 86400e3);
  const clock = seconds % 86400;
  const halves = tokens.some((token) => token.kind === 'halfDay');
  return tokens
    .map((token, index) => {
      if (token.kind === 'halfDay') return halfDayText(token.text, clock);
      if (token.kind === 'elapsed') return elapsedText(token.text, seconds);
      if (token.kind !== 'date') return token.text;
      return dateTokenText(token.text, date, clock, { halves, isMinute: isMinute(tokens, index), secondDigits });
    })
    .join('');
}

/** `m` means minutes just after hours or just before seconds, else months. */
function isMinute(tokens: readonly Token[], index: number): boolean {
  const timeLike = (token: Token) => token.kind === 'date' || token.kind === 'elapsed';
  const before = tokens.slice(0, index).filter(timeLike).pop();
  const after = tokens.slice(index + 1).find(timeLike);
  return (
    /^m{1,2}$/.test(tokens[index].text) &&
    (before?.text.startsWith('h') === true || after?.text.startsWith('s') === true)
  );
}

interface ClockStyle {
  readonly halves: boolean;
  readonly isMinute: boolean;
  readonly secondDigits: number;
}

function dateTokenText(token: string, date: Date, clock: number, style: ClockStyle): string {
  const padded = (value: number) => String(value).padStart(Math.min(2, token.length), '0');
  const month = date.getUTCMonth();
  switch (token[0]) {
    case 'y':
      return token.length > 2 ? String(date.getUTCFullYear()) : String(date.getUTCFullYear() % 100).padStart(2, '0');
    case 'd':
      if (token.length < 3) return padded(date.getUTCDate());
      return token.length === 3 ? dayNames[date.getUTCDay()].slice(0, 3) : dayNames[date.getUTCDay()];
    case 'h': {
      const hour = Math.floor(clock / 3600);
      return padded(style.halves ? hour % 12 || 12 : hour);
    }
    case 's': {
      const second = (clock % 60).toFixed(Math.max(0, style.secondDigits));
      return token.startsWith('ss')
        ? second.padStart(style.secondDigits > 0 ? 3 + style.secondDigits : 2, '0')
        : second;
    }
    default:
      if (style.isMinute) return padded(Math.floor((clock % 3600) / 60));
      if (token.length < 3) return padded(month + 1);
      if (token.length === 5) return monthNames[month][0];
      return token.length === 3 ? monthNames[month].slice(0, 3) : monthNames[month];
  }
}

function halfDayText(token: string, clock: number): string {
  const [morning, afternoon] = token.split('/');
  return clock < 43200 ? morning : afternoon;
}

function elapsedText(token: string, seconds: number): string {
  const unit = { h: 3600, m: 60, s: 1 }[token[0]] ?? 1;
  return String(Math.floor(seconds / unit)).padStart(token.length, '0');
}
