import type { Issue } from '../planning';

/** An issue as one line: how bad, where, what, and what to do. */
export function issueText({ severity, sheet, cell, message, fix }: Issue): string {
  const place = [sheet, cell].filter((part) => part !== null).join('!');
  return `${severity}: ${place === '' ? '' : `${place}: `}${message} ${fix}`;
}

/** All issues, errors first. */
export function issuesText(issues: readonly Issue[]): string {
  const errors = issues.filter(({ severity }) => severity === 'error');
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  return [...errors, ...warnings].map((issue) => `${issueText(issue)}\n`).join('');
}
