import type { Command } from './command';

/** `sop --help`. */
export function generalHelp(commands: readonly Command[], version: string): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    `sop ${version}: the cheapest supply plan for the demand, capacity and costs in an Excel workbook`,
    '',
    'Usage:  sop COMMAND BOOK.xlsx [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'sop COMMAND --help explains a command; sop --version prints the version.',
    '',
    'Exit codes: 0 done, 1 an error of ours, 2 wrong command line or data, 3 no plan satisfies the limits,',
    '4 stopped early with a feasible plan.',
    '',
  ].join('\n');
}

/** `sop COMMAND --help`. */
export function commandHelp(command: Command): string {
  const options = command.options.map(({ name, value, choices, help }) => ({
    left: `--${name}${value === undefined ? '' : ` ${choices ? choices.join('|') : value}`}`,
    help,
  }));
  const width = Math.min(34, Math.max(...options.map(({ left }) => left.length)));
  const lines = options.map(({ left, help }) =>
    left.length > width ? `  ${left}\n  ${' '.repeat(width)}  ${help}` : `  ${left.padEnd(width)}  ${help}`,
  );
  return [
    `Usage:  sop ${command.name} ${command.operands} [options]`,
    '',
    command.summary,
    '',
    command.details,
    '',
    'Options:',
    ...lines,
    '',
  ].join('\n');
}
