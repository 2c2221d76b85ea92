import { hasErrors, number, sayIn, worded } from '../planning/index';
import type { PerPeriod, PlanningMode } from '../planning/index';
import { absoluteReference } from './address';
import { needsResources, onlyResource } from './assemble-resources';
import { assembleSite } from './assemble-site';
import { checkEffects } from './check-effects';
import { addressOf } from './find-input';
import type { FoundInput } from './find-input';
import { dimensionsOf } from './fit-shape';
import type { Dimensions, Size } from './fit-shape';
import { isGiven, perPeriod, single } from './input-set';
import type { InputSet } from './input-set';
import type { InputFound, ProblemReading } from './problem-reading';
import { firstNumberFormat, readInputNumbers, readTruth } from './read-input';
import type { InputNumbers } from './read-input';
import { defaultLabels, labelsBeside, readLabels } from './read-labels';
import type { Label, LabelKind } from './read-labels';
import { foundSize, readLayout } from './read-layout';
import type { Layout } from './read-layout';
import type { Reports } from './reports';
import { resourceCount } from './resource-count';
import { inputDefinition, inputs } from './schema';
import type { InputName } from './schema';
import type { WorkbookContent } from './workbook';

/** What can be wrong with the inputs of one site. */
export const siteTexts = {
  noDemand: 'The workbook has no range named Demand.',
  nameDemand:
    'Select the cells with the demand per item and period, and enter Demand in the name box left of the formula bar.',
  labelBlock: '{input} is {rows} rows × {columns} columns, but labels lie in one row or one column.',
  referToLine: 'Let {input} refer to one row or one column.',
  nothingToFreeze: 'Frozen_Periods keeps the first {frozen} periods, but Production_Plan has no plan to keep.',
  givePlan:
    "Let the name Production_Plan refer to cells with today's plan, all of them numbers, or set Frozen_Periods to 0.",
  allFrozen: 'Frozen_Periods is {frozen}, but there are only {periods} periods, so nothing is left to plan.',
  fewerPeriods: 'Enter a smaller number of periods.',
} as const;

const say = sayIn(siteTexts);

type Found = ReadonlyMap<InputName, FoundInput>;
type SiteDimensions = Layout & Dimensions;

/** Reads the named ranges of a single site. */
export function readSite(content: WorkbookContent, mode: PlanningMode, found: Found, reports: Reports): ProblemReading {
  const dimensions = readDimensions(found, reports);
  const numbers = readNumbers(found, dimensions, reports);
  const labels = {
    periods: readAxis(found, 'Periods', dimensions, content.date1904, reports),
    items: readAxis(found, 'Items', dimensions, content.date1904, reports),
  };
  const problem =
    dimensions && numbers.has('Demand')
      ? assemble({ dimensions, numbers }, labels, mode, found, content.date1904, reports)
      : null;
  return {
    problem,
    issues: reports.issues(),
    inputs: inputs.map(({ name }) => inputFound(name, found.get(name), numbers.get(name), reports)),
    tables: [],
    layout: dimensions,
    periods: labels.periods,
    ...numberFormats(found),
    source: 'names',
  };
}

function assemble(
  set: InputSet & { readonly dimensions: SiteDimensions },
  labels: { readonly periods: readonly Label[]; readonly items: readonly Label[] },
  mode: PlanningMode,
  found: Found,
  date1904: boolean,
  reports: Reports,
): ProblemReading['problem'] {
  checkEffects(found, set, mode, reports.add);
  const wholeWorkers = found.get('Whole_Workers');
  const resources = needsResources(set) || found.has('Resources');
  const productionPlan = readProductionPlan(set, reports);
  const words = {
    mode,
    periods: labels.periods.map(({ text }) => text),
    items: labels.items.map(({ text }) => text),
    resources: resources ? readResources(found, set, date1904, reports).map(({ text }) => text) : [],
    wholeWorkers: (wholeWorkers && readTruth(wholeWorkers, reports.of('Whole_Workers'))) ?? false,
    productionPlan,
    frozenPeriods: readFrozenPeriods(set, productionPlan !== null, found.get('Frozen_Periods'), reports),
  };
  return hasErrors(reports.issues()) ? null : assembleSite(set, words);
}

/** Numbers of items, periods and resources; null where neither demand nor labels tell them. */
function readDimensions(found: Found, reports: Reports): SiteDimensions | null {
  const demand = found.get('Demand');
  if (!demand && reports.about('Demand').length === 0) {
    reports.add('Demand', {
      severity: 'error',
      code: 'missing-demand',
      sheet: null,
      cell: null,
      ...worded(say('noDemand'), say('nameDemand')),
    });
  }
  const periods = labelSize(found.get('Periods'), reports);
  const items = labelSize(found.get('Items'), reports);
  labelSize(found.get('Resources'), reports);
  if (!demand && !(periods && items)) return null;
  const layout = readLayout(demand ? foundSize(demand) : null, periods, items);
  return { ...layout, resources: resourceCount(found, layout) };
}

/** Size of a range of labels, which must be one row or one column. */
function labelSize(found: FoundInput | undefined, reports: Reports): Size | null {
  if (!found) return null;
  const size = foundSize(found);
  if (Math.min(size.rows, size.columns) === 1) return size;
  reports.add(found.input, {
    severity: 'error',
    code: 'wrong-shape',
    ...addressOf(found),
    ...worded(
      say('labelBlock', { input: found.input, rows: number(size.rows), columns: number(size.columns) }),
      say('referToLine', { input: found.input }),
    ),
  });
  return null;
}

function readNumbers(
  found: Found,
  dimensions: Dimensions | null,
  reports: Reports,
): ReadonlyMap<InputName, InputNumbers> {
  const numbers = new Map<InputName, InputNumbers>();
  for (const [name, input] of found) {
    if (inputDefinition(name).kind !== 'number') continue;
    const read = readInputNumbers(input, dimensions, reports.of(name));
    if (read) numbers.set(name, read);
  }
  return numbers;
}

const axes = {
  Periods: { kind: 'Period', count: 'periods' },
  Items: { kind: 'Item', count: 'items' },
} as const satisfies Record<string, { kind: LabelKind; count: 'periods' | 'items' }>;

function readAxis(
  found: Found,
  axis: keyof typeof axes,
  dimensions: SiteDimensions | null,
  date1904: boolean,
  reports: Reports,
): Label[] {
  const named = found.get(axis);
  const { kind, count } = axes[axis];
  if (named) return readLabels(named, kind, date1904, reports.of(axis));
  const demand = found.get('Demand');
  if (!dimensions) return [];
  if (!demand) return defaultLabels(kind, dimensions[count]);
  const above = (axis === 'Periods') === (dimensions.demandRuns === 'across');
  return labelsBeside(demand, above ? 'above' : 'left', dimensions[count], kind, date1904, reports.of('Demand'));
}

/** Names of the resources: as the workbook labels them, else beside a range of their capacities, else our own. */
function readResources(
  found: Found,
  { dimensions, numbers }: InputSet,
  date1904: boolean,
  reports: Reports,
): readonly Label[] {
  const named = found.get('Resources');
  if (named) return readLabels(named, 'Resource', date1904, reports.of('Resources'));
  const count = dimensions.resources;
  if (count === 1) return [{ ...defaultLabels('Resource', 1)[0], text: onlyResource }];
  const capacity = found.get('Capacity');
  const shape = numbers.get('Capacity')?.shape;
  if (!capacity || (shape !== 'byResource' && shape !== 'byResourceAndPeriod')) return defaultLabels('Resource', count);
  const beside = foundSize(capacity).rows === count ? 'left' : 'above';
  return labelsBeside(capacity, beside, count, 'Resource', date1904, reports.of('Capacity'));
}

/** Today's production, unless a cell of it cannot be read. */
function readProductionPlan(set: InputSet, reports: Reports): readonly PerPeriod[] | null {
  const plan = set.numbers.get('Production_Plan');
  if (!plan || reports.about('Production_Plan').some(({ code }) => code !== 'blank-cell')) return null;
  return Array.from({ length: set.dimensions.items }, (_, item) => perPeriod(set, 'Production_Plan', item, 0));
}

function readFrozenPeriods(set: InputSet, hasPlan: boolean, found: FoundInput | undefined, reports: Reports): number {
  const frozen = single(set, 'Frozen_Periods', 0, 0);
  if (!found || !isGiven(set, 'Frozen_Periods') || frozen === 0) return 0;
  if (!hasPlan) {
    reports.add('Frozen_Periods', {
      severity: 'error',
      code: 'frozen-without-plan',
      ...addressOf(found),
      ...worded(say('nothingToFreeze', { frozen: number(frozen) }), say('givePlan')),
    });
  } else if (frozen > set.dimensions.periods) {
    reports.add('Frozen_Periods', {
      severity: 'warning',
      code: 'frozen-beyond-horizon',
      ...addressOf(found),
      ...worded(
        say('allFrozen', { frozen: number(frozen), periods: number(set.dimensions.periods) }),
        say('fewerPeriods'),
      ),
    });
  }
  return frozen;
}

/** What the pane and the plan sheet need to know of one input. */
export function inputFound(
  name: InputName,
  found: FoundInput | undefined,
  numbers: InputNumbers | undefined,
  reports: Reports,
): InputFound {
  const reference = found?.reference ?? null;
  return {
    name,
    found: found !== undefined,
    definedName: found?.definedName ?? null,
    ...(found?.byAddress ? { byAddress: true as const } : {}),
    scope: found?.scope ?? null,
    reference,
    address: reference && absoluteReference(reference.sheet, reference),
    shape: numbers?.shape ?? null,
    ...(numbers ? dimensionsOf(numbers) : { down: null, across: null }),
    numberFormat: found ? firstNumberFormat(found) : null,
    ...(found?.changed === true ? { changed: true } : {}),
    severity: reports.severity(name),
  };
}

/** Number formats for quantities and for money, as the planner formats them. */
function numberFormats(found: Found): Pick<ProblemReading, 'quantityFormat' | 'moneyFormat'> {
  const formatOf = (name: InputName): string | null => {
    const input = found.get(name);
    return input ? firstNumberFormat(input) : null;
  };
  return {
    quantityFormat: formatOf('Demand'),
    moneyFormat: formatOf('Production_Cost') ?? formatOf('Holding_Cost') ?? formatOf('Price'),
  };
}
