/** Plain data as it travels between Office.js and its host. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A JSON object, told apart from arrays and null. */
export function isRecord(value: unknown): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
