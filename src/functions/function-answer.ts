import type { Issue, PlanOutcome } from '../planning';

/** What a function gives its cell. */
export type FunctionAnswer =
  | { readonly kind: 'values'; readonly values: readonly (readonly number[])[] }
  /** `#VALUE!`: an argument is wrong. */
  | { readonly kind: 'wrongInput'; readonly message: string }
  /** `#N/A`: the arguments are right, but there is no such number. */
  | { readonly kind: 'notAvailable'; readonly message: string };

/** The first error of the data, saying where it is; further ones are counted. */
export function issuesAnswer(issues: readonly Issue[]): FunctionAnswer {
  const errors = issues.filter(({ severity }) => severity === 'error');
  const [{ sheet, cell, message, fix }] = errors;
  const place = sheet === null ? '' : cell === null ? `${sheet}: ` : `${sheet}, cell ${cell}: `;
  const more = errors.length > 1 ? ` (And ${errors.length - 1} more.)` : '';
  return { kind: 'wrongInput', message: `${place}${message} ${fix}${more}` };
}

/** Why a run ended without a plan. */
export function unplannedAnswer(outcome: Exclude<PlanOutcome, { readonly kind: 'planned' }>): FunctionAnswer {
  switch (outcome.kind) {
    case 'invalid':
      return issuesAnswer(outcome.issues);
    case 'infeasible': {
      const { conflicts, fixes } = outcome.infeasibility;
      const reasons = [...conflicts.slice(0, 1), ...fixes.slice(0, 1).map(({ sentence }) => sentence)];
      return notAvailable(['No plan satisfies the limits.', ...reasons].join(' '));
    }
    case 'unbounded':
      return notAvailable('Profit has no limit with these data. Give capacity and every cost a value.');
    case 'failed':
      return notAvailable(`No plan was found: ${outcome.message} Open the pane for details.`);
  }
}

/** `#N/A` with a reason. */
export function notAvailable(message: string): FunctionAnswer {
  return { kind: 'notAvailable', message };
}
