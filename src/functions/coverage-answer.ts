import { currentPractice, hasErrors } from '../planning';
import { readProblem } from '../workbook/read-problem';
import { argumentContent, isLeftOut } from './function-arguments';
import type { FunctionArgument, Given } from './function-arguments';
import { issuesAnswer, notAvailable } from './function-answer';
import type { FunctionAnswer } from './function-answer';
import { spilled } from './plan-answers';
import { periodsRunDown } from './shared-plans';

/** What the fixed rule makes: up to the demand of the next periods, in the shape of the demand. */
export function coverageAnswer(demand: Given, periods: Given, initialInventory: Given): FunctionAnswer {
  const args: readonly FunctionArgument[] = [
    { parameter: 'demand', input: 'Demand', given: demand },
    { parameter: 'periods', input: 'Coverage_Periods', given: periods },
    { parameter: 'initial_inventory', input: 'Initial_Inventory', given: initialInventory },
  ];
  const missing = args.slice(0, 2).find(({ given }) => isLeftOut(given));
  if (missing) return { kind: 'wrongInput', message: `${missing.parameter} is missing. Give a range or a number.` };
  const read = argumentContent(args, null);
  if (!read.ok) return { kind: 'wrongInput', message: read.message };
  const reading = readProblem(read.content);
  const { problem, issues } = reading;
  if (!problem || hasErrors(issues)) return issuesAnswer(issues);
  const practice = currentPractice(problem);
  if (!practice) return notAvailable('The coverage rule says nothing here. Check the argument periods.');
  const production = problem.items.map((_, item) =>
    problem.periods.map((__, period) =>
      problem.sources.reduce(
        (sum, source, index) => (source.item === item ? sum + practice.plan.production[index][period] : sum),
        0,
      ),
    ),
  );
  return spilled(production, periodsRunDown(reading));
}
