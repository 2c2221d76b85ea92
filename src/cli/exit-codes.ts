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
