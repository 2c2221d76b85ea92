import type { Surroundings } from './command';
import { exitCode } from './exit-codes';
import type { ExitCode } from './exit-codes';

/** Says why a command cannot do what is asked. */
export function refused({ err }: Pick<Surroundings, 'err'>, message: string): ExitCode {
  err(`error: ${message}\n`);
  return exitCode.wrongInput;
}
