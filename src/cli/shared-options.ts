import { planningModes } from '../planning';
import type { PlanningMode, Solver } from '../planning';
import { solverNames } from './command';
import type { OptionSpec, ParsedArguments, SolverName, Surroundings } from './command';

/** `--mode` of every command that plans. */
export const modeOption: OptionSpec = {
  name: 'mode',
  value: 'MODE',
  choices: planningModes,
  help: 'what "best" means (default: cost, or the name Mode)',
};

/** `--solver` of every command that plans. */
export const solverOption: OptionSpec = {
  name: 'solver',
  value: 'NAME',
  choices: solverNames,
  help: 'the engine (default: highs)',
};

/** The mode that was asked for; undefined leaves it to the workbook. */
export function chosenMode({ values }: ParsedArguments): PlanningMode | undefined {
  return planningModes.find((mode) => mode === values.get(modeOption.name));
}

/** The engine that was asked for, ready to solve. */
export function chosenSolver({ values }: ParsedArguments, { loadSolver }: Surroundings): Promise<Solver> {
  const name: SolverName = solverNames.find((known) => known === values.get(solverOption.name)) ?? 'highs';
  return loadSolver(name);
}
