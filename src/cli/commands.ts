import type { Command } from './command';
import { check } from './commands/check';
import { clean } from './commands/clean';
import { compare } from './commands/compare';
import { forecast } from './commands/forecast';
import { optimize } from './commands/optimize';
import { presets } from './commands/presets';
import { replace } from './commands/replace';
import { restore } from './commands/restore';
import { sweep } from './commands/sweep';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  optimize,
  compare,
  replace,
  restore,
  sweep,
  presets,
  check,
  clean,
  forecast,
];
