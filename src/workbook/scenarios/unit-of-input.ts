import { inputDefinition, inputNamed } from '../schema';
import { tableInputNamed } from './tables/table-input';

/** Unit of what a scenario changes: a named input, or a column of a network table. */
export function unitOfInput(input: string): string {
  const name = inputNamed(input);
  return name ? inputDefinition(name).unit : (tableInputNamed(input)?.unit ?? '');
}
