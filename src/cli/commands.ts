import type { Command } from './command';
import { check } from './commands/check';
import { optimize } from './commands/optimize';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [optimize, check];
