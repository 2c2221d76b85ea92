/** What the process says to the shell; public interface. */
export const exitCode = {
  /** A plan was made, and written where asked. */
  done: 0,
  /** An error of ours. */
  internalError: 1,
  /** The command line or the workbook's data is wrong. */
  wrongInput: 2,
  /** No plan satisfies the limits. */
  infeasible: 3,
  /** Stopped early with a feasible plan. */
  stoppedEarly: 4,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** From the best to the worst. */
const ranking: readonly ExitCode[] = [
  exitCode.done,
  exitCode.stoppedEarly,
  exitCode.infeasible,
  exitCode.wrongInput,
  exitCode.internalError,
];

/** What several runs say together: the worst of them. */
export function worstExitCode(codes: readonly ExitCode[]): ExitCode {
  return ranking[Math.max(0, ...codes.map((code) => ranking.indexOf(code)))];
}
