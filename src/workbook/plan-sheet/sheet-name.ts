import { stableHash } from '../fingerprint';

const longest = 31;

/** Name of the result sheet: `SOP Plan`, with the scenario in brackets when it is not the only one. */
export function planSheetName(scenario: string | null): string {
  if (scenario === null) return 'SOP Plan';
  const room = longest - 'SOP Plan ()'.length;
  // Excel allows none of these in the name of a sheet.
  const allowed = scenario.replace(/[[\]:*?/\\]/g, '-').trim();
  // Two long names that begin alike must not meet on one sheet.
  const short =
    allowed.length <= room && allowed === scenario.trim()
      ? allowed
      : `${allowed.slice(0, room - 5).trim()}~${stableHash(scenario).slice(0, 4)}`;
  return `SOP Plan (${short})`;
}
