import type { Bucket } from '../../forecasting/index';
import { hasErrors } from '../../planning';
import { forecastWorkbook } from '../../workbook/forecast-workbook';
import type { ForecastedWorkbook } from '../../workbook/forecast-workbook';
import { formerDemand } from '../../workbook/forecast/former-demand';
import { readXlsxFile } from '../../workbook/xlsx/node-file';
import type { XlsxWorkbook } from '../../workbook/xlsx/open-xlsx';
import type { Command, ParsedArguments, Surroundings } from '../command';
import { exitCode } from '../exit-codes';
import type { ExitCode } from '../exit-codes';
import { forecastSummary } from '../forecast-summary';
import { forecastOnWorkers } from '../forecast-workers';
import { issuesText } from '../issue-text';
import { writeBytes, writeJson } from '../write-outputs';

const buckets = ['day', 'week', 'month'] as const satisfies readonly Bucket[];
const mostPeriods = 600;

/** `sop forecast`: from a dirty history to forecasts, accuracy and safety stocks. */
export const forecast: Command = {
  name: 'forecast',
  summary: 'Cleans the demand history, forecasts every item, and sets safety stock from the forecast error.',
  operands: 'BOOK.xlsx',
  operandCount: 1,
  options: [
    { name: 'periods', value: 'N', help: 'periods to forecast (default: to the end of the plan, or Forecast_Periods)' },
    {
      name: 'bucket',
      value: 'BUCKET',
      choices: buckets,
      help: 'length of a period (default: month, or Forecast_Bucket)',
    },
    {
      name: 'out',
      value: 'NEW.xlsx',
      help: 'write a copy of the workbook with the sheets SOP Forecast and SOP Cleaning',
    },
    { name: 'json', value: 'FILE|-', help: 'write everything as JSON, - for standard output' },
    { name: 'apply', help: 'fill Demand with the forecast and Safety_Stock with the safety stocks, in that copy' },
    { name: 'scenarios', help: 'write forecast and interval as the scenarios FORECAST, LOW and HIGH, in that copy' },
    { name: 'restore', help: 'put back what --apply replaced, in that copy, and forecast nothing' },
  ],
  details:
    'The history is a table SOP_History (Date, Item, Quantity) or the names History_Date, History_Item and\n' +
    'History_Quantity; SOP_Events, Service_Level, Lead_Time and Lead_Time_Deviation are used where they are given.\n' +
    'Nothing is written without --out or --json, and the workbook itself is never changed. After --apply,\n' +
    '`sop optimize NEW.xlsx` plans for the forecast; after --scenarios, `sop optimize NEW.xlsx --scenario HIGH` does, and\n' +
    '`sop compare NEW.xlsx` puts all three side by side. What --apply replaced is kept in the copy.',
  run: runForecast,
};

async function runForecast(given: ParsedArguments, surroundings: Surroundings): Promise<ExitCode> {
  const { err } = surroundings;
  const periods = readPeriods(given);
  if (periods === 'wrong') {
    err(`error: --periods needs a whole number from 1 to ${mostPeriods}, e.g. --periods 12.\n`);
    return exitCode.wrongInput;
  }
  const writing = ['apply', 'scenarios', 'restore'].find((name) => given.switches.has(name));
  if (writing !== undefined && !given.values.has('out')) {
    err(
      `error: --${writing} ${writing === 'restore' ? 'mends' : 'fills'} a copy of the workbook; name it with --out.\n`,
    );
    return exitCode.wrongInput;
  }
  const opened = await readXlsxFile(given.files[0]);
  if (!opened.ok) {
    err(`error: ${opened.error.message}\n`);
    return exitCode.wrongInput;
  }
  if (given.switches.has('restore')) return restoreInputs(opened.value, given, surroundings);
  const run = await forecastWorkbook(opened.value, {
    periods,
    bucket: buckets.find((bucket) => bucket === given.values.get('bucket')),
    apply: given.switches.has('apply'),
    scenarios: given.switches.has('scenarios'),
    runDate: surroundings.now(),
    forecast: (tasks) => forecastOnWorkers(tasks, surroundings),
  });
  if (!run.ok) {
    err(`error: ${run.error.message}\n`);
    return exitCode.wrongInput;
  }
  return finish(run.value, opened.value, given, surroundings);
}

/** Writes what was asked for, prints the rest, and says how it went. */
async function finish(
  run: ForecastedWorkbook,
  workbook: XlsxWorkbook,
  given: ParsedArguments,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { err, out } = surroundings;
  const { report, change } = run;
  err(issuesText(report.issues));
  const jsonTarget = given.values.get('json');
  const bookTarget = given.values.get('out');
  if (jsonTarget !== undefined) {
    const failed = await writeJson(report, jsonTarget, surroundings);
    if (failed !== null) return failed;
  }
  if (hasErrors(report.issues) || change === null) {
    err('No workbook was written: the data has to be mended first.\n');
    return exitCode.wrongInput;
  }
  const say = jsonTarget === '-' ? err : out;
  say(forecastSummary(run));
  if (bookTarget === undefined) return exitCode.done;
  const written = await workbook.write(change);
  if (!written.ok) {
    err(`error: ${written.error.message}\n`);
    return exitCode.wrongInput;
  }
  const failed = await writeBytes(workbook.save(), bookTarget, surroundings);
  if (failed !== null) return failed;
  const sheets = change.sheets.map(({ name }) => `"${name}"`).join(', ');
  const filled =
    change.cells.length > 0
      ? `; Demand and Safety_Stock are filled (sop forecast ${bookTarget} --restore --out … puts back what they held)`
      : '';
  const added = change.tables.length > 0 ? '; scenarios FORECAST, LOW and HIGH' : '';
  say(`\nWritten: ${bookTarget}, sheets ${sheets}${filled}${added}.\n`);
  return exitCode.done;
}

/** Puts back what a forecast replaced. */
async function restoreInputs(
  workbook: XlsxWorkbook,
  { values }: ParsedArguments,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { err, out } = surroundings;
  const target = values.get('out') ?? '';
  const restored = await formerDemand(workbook);
  const written = restored.ok ? await workbook.write(restored.value) : restored;
  if (!written.ok) {
    err(`error: ${written.error.message}\n`);
    return exitCode.wrongInput;
  }
  const failed = await writeBytes(workbook.save(), target, surroundings);
  if (failed !== null) return failed;
  out(`Demand and Safety_Stock are as before the forecast: ${target}.\n`);
  return exitCode.done;
}

function readPeriods({ values }: ParsedArguments): number | undefined | 'wrong' {
  const text = values.get('periods');
  if (text === undefined) return undefined;
  const periods = Number(text);
  return Number.isInteger(periods) && periods >= 1 && periods <= mostPeriods ? periods : 'wrong';
}
