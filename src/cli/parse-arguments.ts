import type { Command, OptionSpec, ParsedArguments } from './command';

/** The arguments of a command, or everything that is wrong with them. */
export type Parsing =
  | { readonly ok: true; readonly given: ParsedArguments }
  | { readonly ok: false; readonly complaints: readonly string[] };

/** Reads `--name value`, `--name=value`, switches and file names in any order. `-` is a file name. */
export function parseArguments(command: Command, words: readonly string[]): Parsing {
  const files: string[] = [];
  const values = new Map<string, string>();
  const switches = new Set<string>();
  const complaints: string[] = [];
  for (let position = 0; position < words.length; position++) {
    const word = words[position];
    if (!word.startsWith('--') || word === '--') {
      if (word.startsWith('-') && word.length > 1 && word !== '--') {
        complaints.push(
          `There is no option ${word}. Options have two dashes and a name, e.g. --${command.options[0].name}.`,
        );
      } else if (word !== '--') files.push(word);
      continue;
    }
    const [, name, inline] = /^--([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
    const option = command.options.find((candidate) => candidate.name === name);
    if (!option) {
      complaints.push(unknownOption(command, name));
    } else if (option.value === undefined) {
      if (inline !== undefined) complaints.push(`--${name} takes no value.`);
      switches.add(name);
    } else {
      const value = inline ?? (isOption(words[position + 1]) ? undefined : words[++position]);
      const complaint = complaintAbout(option, value, values.has(name));
      if (complaint) complaints.push(complaint);
      else values.set(name, value);
    }
  }
  if (files.length !== command.operandCount) {
    complaints.push(
      files.length < command.operandCount
        ? `sop ${command.name} needs ${command.operands}. Name the workbook file.`
        : `sop ${command.name} takes ${command.operands} only; "${files[command.operandCount]}" is one too many.`,
    );
  }
  return complaints.length > 0 ? { ok: false, complaints } : { ok: true, given: { files, values, switches } };
}

/** `--` and `-` are values as good as any. */
function isOption(word: string | undefined): boolean {
  return word !== undefined && word.startsWith('--') && word.length > 2;
}

function complaintAbout(option: OptionSpec, value: string | undefined, again: boolean): string | null {
  if (again) return `--${option.name} is given twice. Keep one.`;
  if (value === undefined || value.trim() === '') {
    return `--${option.name} needs a value: --${option.name} ${option.value}.`;
  }
  if (option.choices && !option.choices.includes(value)) {
    return `--${option.name} does not know "${value}". It takes ${option.choices.join(', ')}.`;
  }
  return null;
}

function unknownOption(command: Command, name: string): string {
  const near = command.options.find((option) => option.name.startsWith(name) || name.startsWith(option.name));
  const hint = near && name !== '' ? ` Did you mean --${near.name}?` : ` See sop ${command.name} --help.`;
  return `sop ${command.name} has no option --${name}.${hint}`;
}
