import type { Bucket } from '../../../forecasting/index';

/** Days and periods as the user writes them; both from ISO text. */
export interface DateTexts {
  readonly day: (iso: string) => string;
  /** A forecast period by its first day. */
  readonly period: (iso: string, bucket: Bucket) => string;
  /** Its year, for the axis of a chart. */
  readonly year: (iso: string) => string;
}

const byFormat = new Map<string, DateTexts>();

/** Texts for a BCP 47 tag; for an unknown one those of the browser. */
export function dateTexts(format: string): DateTexts {
  const known = byFormat.get(format) ?? createTexts(format);
  byFormat.set(format, known);
  return known;
}

function createTexts(format: string): DateTexts {
  const day = dateFormat(format, { dateStyle: 'medium' });
  const month = dateFormat(format, { month: 'short', year: 'numeric' });
  const text = (formatter: Intl.DateTimeFormat, iso: string): string => {
    const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
    return Number.isNaN(date.getTime()) ? iso : formatter.format(date);
  };
  return {
    day: (iso) => text(day, iso),
    period: (iso, bucket) => text(bucket === 'month' ? month : day, iso),
    year: (iso) => iso.slice(0, 4),
  };
}

function dateFormat(format: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const inUtc = { ...options, timeZone: 'UTC' };
  try {
    return new Intl.DateTimeFormat(format, inUtc);
  } catch {
    return new Intl.DateTimeFormat(undefined, inUtc);
  }
}
