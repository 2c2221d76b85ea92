import type { InputReference } from './plan-sheet/input-reference';
import type { ProblemReading } from './problem-reading';
import type { InputName } from './schema';

/** Where the inputs that were read stand, so that formulas of the plan sheet follow the user's own cells. */
export function inputReferences(
  reading: Pick<ProblemReading, 'inputs'>,
): Readonly<Partial<Record<InputName, InputReference>>> {
  const references: Partial<Record<InputName, InputReference>> = {};
  for (const { name, definedName, byAddress, scope, reference, shape, down, across, changed } of reading.inputs) {
    if (shape === null || changed === true) continue;
    if (definedName !== null && !byAddress)
      references[name] = { place: { kind: 'name', name: definedName, scope }, down, across };
    else if (reference) references[name] = { place: { kind: 'range', range: reference }, down, across };
  }
  return references;
}
