import { scenarioList, scenarioNamed } from '../workbook/scenarios/scenario-table';
import type { WorkbookContent } from '../workbook/workbook';
import type { ParsedArguments, Surroundings } from './command';
import { openBook } from './open-book';
import { refused } from './refused';

/** The word that stands for every scenario of the workbook. */
export const allScenarios = 'all';

/**
 * A workbook and the scenarios that `--scenario` asks for, null being the workbook without one; null where there is no such
 * workbook or scenario, which has been said then.
 */
export async function openWithScenarios(given: ParsedArguments, surroundings: Surroundings) {
  const book = await openBook(given.files[0], surroundings);
  const names = book && chosenScenarios(book.content, given.values.get('scenario'), surroundings);
  return names && { ...book, scenarios: names };
}

function chosenScenarios(
  content: WorkbookContent,
  option: string | undefined,
  surroundings: Surroundings,
): readonly (string | null)[] | null {
  if (option === undefined) return [null];
  const known = scenarioNamed(content, option);
  if (known) return [known.name];
  const names = scenarioList(content).map(({ name }) => name);
  if (option.trim().toLowerCase() === allScenarios) return names;
  refused(surroundings, `The workbook has no scenario "${option}". It has ${names.join(', ')}.`);
  return null;
}
