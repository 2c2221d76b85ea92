import type { Solver } from '../planning';
import type { ExitCode } from './exit-codes';

/** The world around a command: everything it may touch besides files. */
export interface Surroundings {
  /** Standard output and standard error. */
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether standard error is a terminal, where a line may be overwritten. */
  readonly terminal: boolean;
  /** Milliseconds on a steady clock. */
  readonly clock: () => number;
  /** The local date and time, ISO without zone. */
  readonly now: () => string;
  readonly loadSolver: (name: SolverName) => Promise<Solver>;
}

export const solverNames = ['highs', 'javascript-lp-solver'] as const;
export type SolverName = (typeof solverNames)[number];

/** One option of a command, as help and parsing know it. */
export interface OptionSpec {
  readonly name: string;
  /** Word for the value in help; absent for a switch. */
  readonly value?: string;
  /** Accepted values, where they are few. */
  readonly choices?: readonly string[];
  readonly help: string;
}

/** Arguments that passed the check against a command's options. */
export interface ParsedArguments {
  readonly files: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
}

/** One command of `sop`; adding one takes its file and a line in `commands.ts`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What stands after the name, e.g. `BOOK.xlsx`. */
  readonly operands: string;
  readonly operandCount: number;
  readonly options: readonly OptionSpec[];
  /** Further help, a paragraph or two. */
  readonly details: string;
  readonly run: (given: ParsedArguments, surroundings: Surroundings) => Promise<ExitCode>;
}
