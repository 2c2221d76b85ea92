import type { ProblemReading } from './problem-reading';
import { refuse } from './refusal';
import type { InputName } from './schema';

/** Inputs that are arguments of the function, in its order. */
const functionArguments = [
  'Demand',
  'Capacity',
  'Production_Cost',
  'Holding_Cost',
  'Initial_Inventory',
  'Safety_Stock',
] as const satisfies readonly InputName[];
/** Inputs that do not matter to the optimal production. */
const withoutInfluence: readonly InputName[] = ['Periods', 'Items', 'Coverage_Periods', 'Production_Plan'];

/**
 * The formula that keeps the plan optimal: with the inputs as arguments where these are all there are, so that Excel knows what it
 * depends on; else without arguments, which plans all named ranges.
 */
export function liveFormula(reading: ProblemReading, written: readonly (readonly number[])[]): string {
  const given = reading.inputs.filter(({ found }) => found);
  if (given.some(({ name }) => name === 'Frozen_Periods')) {
    refuse(
      'conflict',
      'With Frozen_Periods a live plan would refer to itself. Replace it by values, or delete the name.',
    );
  }
  const demand = given.find(({ name }) => name === 'Demand')?.reference;
  if (demand && (demand.rowCount !== written.length || demand.columnCount !== written[0].length)) {
    refuse(
      'conflict',
      'A live plan takes the shape of Demand, and Production_Plan has another. Replace it by values, or turn its cells.',
    );
  }
  const known: readonly InputName[] = [...functionArguments, ...withoutInfluence];
  if (given.some(({ name }) => !known.includes(name))) return '=SOP.PLAN()';
  const texts = functionArguments.map((name) => {
    const input = given.find((each) => each.name === name);
    if (!input) return '';
    return (input.byAddress ? input.address : (input.definedName ?? input.address)) ?? '';
  });
  while (texts[texts.length - 1] === '') texts.pop();
  return `=SOP.PLAN(${texts.join(',')})`;
}
