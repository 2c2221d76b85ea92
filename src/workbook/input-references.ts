import type { InputDimension, InputReference } from './plan-sheet/input-reference';
import type { ProblemReading } from './problem-reading';
import type { InputName } from './schema';
import type { InputShape } from './schema-definitions';

/** Where the inputs that were read stand, so that formulas of the plan sheet follow the user's own cells. */
export function inputReferences(
  reading: Pick<ProblemReading, 'inputs'>,
): Readonly<Partial<Record<InputName, InputReference>>> {
  const references: Partial<Record<InputName, InputReference>> = {};
  for (const { name, definedName, scope, reference, shape, transposed } of reading.inputs) {
    if (shape === null) continue;
    const [rows, columns] = shapeDimensions[shape];
    const run = transposed ? { down: columns, across: rows } : { down: rows, across: columns };
    if (definedName !== null) references[name] = { place: { kind: 'name', name: definedName, scope }, ...run };
    else if (reference) references[name] = { place: { kind: 'range', range: reference }, ...run };
  }
  return references;
}

/** What rows and columns of each shape stand for, before it is transposed. */
const shapeDimensions: Readonly<Record<InputShape, readonly [InputDimension | null, InputDimension | null]>> = {
  scalar: [null, null],
  byItem: ['items', null],
  byPeriod: [null, 'periods'],
  byItemAndPeriod: ['items', 'periods'],
  byResource: ['resources', null],
  byResourceAndPeriod: ['resources', 'periods'],
  byItemAndResource: ['items', 'resources'],
};
