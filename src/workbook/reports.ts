import type { Issue } from '../planning/index';

/** Issues collected while reading, each filed under the input or table that it is about. */
export interface Reports {
  /** Everything reported so far, errors first, else in the order of reporting. */
  readonly issues: () => readonly Issue[];
  /** Adds an issue about a subject (the name of an input or table), or about none. */
  readonly add: (subject: string | null, issue: Issue) => void;
  /** A function that adds issues about one subject. */
  readonly of: (subject: string) => (issue: Issue) => void;
  /** Issues about one subject. */
  readonly about: (subject: string) => readonly Issue[];
  /** The worst severity of the issues about one subject. */
  readonly severity: (subject: string) => 'error' | 'warning' | null;
}

/** An empty collection of issues. */
export function collectReports(): Reports {
  const entries: { readonly subject: string | null; readonly issue: Issue }[] = [];
  const add = (subject: string | null, issue: Issue): void => void entries.push({ subject, issue });
  const about = (subject: string): Issue[] =>
    entries.filter((entry) => entry.subject === subject).map(({ issue }) => issue);
  return {
    issues: () => {
      const all = entries.map(({ issue }) => issue);
      return [...all.filter(isError), ...all.filter((issue) => !isError(issue))];
    },
    add,
    of: (subject) => (issue) => add(subject, issue),
    about,
    severity: (subject) => {
      const issues = about(subject);
      return issues.some(isError) ? 'error' : issues.length > 0 ? 'warning' : null;
    },
  };
}

function isError(issue: Issue): boolean {
  return issue.severity === 'error';
}
