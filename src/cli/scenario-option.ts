import { scenarioList, scenarioNamed } from '../workbook/scenarios/scenario-table';
import type { WorkbookContent } from '../workbook/workbook';

/** The word that stands for every scenario of the workbook. */
export const allScenarios = 'all';

/** The scenarios that `--scenario` asks for, null being the workbook without one; or what is wrong with it. */
export function chosenScenarios(
  content: WorkbookContent,
  option: string | undefined,
): { readonly names: readonly (string | null)[] } | { readonly complaint: string } {
  if (option === undefined) return { names: [null] };
  const known = scenarioNamed(content, option);
  if (known) return { names: [known.name] };
  const names = scenarioList(content).map(({ name }) => name);
  if (option.trim().toLowerCase() === allScenarios) return { names };
  return { complaint: `The workbook has no scenario "${option}". It has ${names.join(', ')}.` };
}
