import packageFile from '../../package.json';
import { checkTargets } from './check-targets';
import type { Surroundings } from './command';
import { commands } from './commands';
import { exitCode } from './exit-codes';
import type { ExitCode } from './exit-codes';
import { commandHelp, generalHelp } from './help';
import { parseArguments } from './parse-arguments';

/** Runs one command line (without `node` and the script) and says how it ended. */
export async function runSop(words: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const [name, ...rest] = words;
  const { out, err } = surroundings;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? err : out)(generalHelp(commands, packageFile.version));
    return name === undefined ? exitCode.wrongInput : exitCode.done;
  }
  if (name === '--version' || name === '-v') {
    out(`${packageFile.version}\n`);
    return exitCode.done;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    const known = commands.map((candidate) => candidate.name).join(', ');
    err(`error: sop has no command "${name}". It has ${known}; see sop --help.\n`);
    return exitCode.wrongInput;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    out(commandHelp(command));
    return exitCode.done;
  }
  const parsing = parseArguments(command, rest);
  if (!parsing.ok) {
    err(parsing.complaints.map((complaint) => `error: ${complaint}\n`).join(''));
    return exitCode.wrongInput;
  }
  const { complaints, warnings } = checkTargets(parsing.given);
  for (const complaint of complaints) err(`error: ${complaint}\n`);
  for (const warning of warnings) err(`warning: ${warning}\n`);
  if (complaints.length > 0) return exitCode.wrongInput;
  try {
    return await command.run(parsing.given, surroundings);
  } catch (mistake) {
    const detail = mistake instanceof Error ? (mistake.stack ?? mistake.message) : String(mistake);
    err(`error: something went wrong that is our mistake, not yours. Nothing was written.\n${detail}\n`);
    err(`Please report it with the text above: ${packageFile.bugs.url}\n`);
    return exitCode.internalError;
  }
}
