import type { Issue } from './issue';
import type { PlanningProblem, Source } from './planning-problem';

/**
 * Everything about the problem as a whole that cannot be right. Errors are contradictions in the data itself; limits that
 * no plan can satisfy together are only warned of, since finding that out, and what would help, is planning.
 */
export function checkProblem(problem: PlanningProblem): Issue[] {
  const structure = [...checkHorizon(problem), ...checkPositions(problem)];
  if (structure.length > 0) return structure;
  return [
    ...checkInventoryLimits(problem),
    ...problem.sources.flatMap((source) => checkSource(problem, source)),
    ...checkArrivals(problem),
    ...checkComponentCycles(problem),
    ...checkSupply(problem),
    ...checkFairShare(problem),
  ];
}

function issue(severity: Issue['severity'], code: string, message: string, fix: string): Issue {
  return { severity, code, sheet: null, cell: null, message, fix };
}

function checkHorizon({ periods, items }: PlanningProblem): Issue[] {
  const issues: Issue[] = [];
  if (periods.length === 0) issues.push(issue('error', 'no-periods', 'There is no period to plan.', 'Add a period.'));
  if (items.length === 0) issues.push(issue('error', 'no-items', 'There is no item to plan.', 'Add an item.'));
  return issues;
}

/** A position beyond its list, or values for another number of periods, can only be a mistake of the program. */
function checkPositions(problem: PlanningProblem): Issue[] {
  const { items, resources, periods, lanes, sources, demands, subcontracts, warehouses, workforce } = problem;
  const itemPositions = [
    ...sources.flatMap((source) => [source.item, ...source.components.map((component) => component.item)]),
    ...demands.map(({ item }) => item),
    ...subcontracts.map(({ item }) => item),
    ...lanes.flatMap(({ from, to }) => [from, to]),
    ...warehouses.flatMap((warehouse) => warehouse.items),
  ];
  const resourcePositions = [
    ...sources.flatMap(({ uses, setupUses }) => [...uses, ...setupUses].map(({ resource }) => resource)),
    ...(workforce ? [workforce.resource] : []),
  ];
  const lists: readonly (readonly unknown[])[] = [
    ...items.flatMap((item) => [item.holdingCost, item.safetyStock, item.maxInventory, item.receipts]),
    ...demands.flatMap((demand) => [demand.quantity, demand.price, demand.fixedDelivery]),
    ...sources.flatMap(({ cost, arrival, minimum, maximum, fixed }) => [cost, arrival, minimum, maximum, fixed]),
    ...lanes.flatMap(({ cost, arrival, maximum, fixed }) => [cost, arrival, maximum, fixed]),
    ...resources.flatMap(({ capacity, overtimeCapacity, overtimeCost }) => [capacity, overtimeCapacity, overtimeCost]),
    ...warehouses.map(({ capacity }) => capacity),
  ];
  const within = (position: number, length: number): boolean =>
    Number.isInteger(position) && position >= 0 && position < length;
  const right =
    itemPositions.every((position) => within(position, items.length)) &&
    resourcePositions.every((position) => within(position, resources.length)) &&
    lists.every((values) => values.length === periods.length);
  if (right) return [];
  return [
    issue(
      'error',
      'inconsistent-problem',
      'The problem refers to items, resources or periods that it does not have.',
      'Report this as a mistake of the program, with the workbook.',
    ),
  ];
}

function checkInventoryLimits({ items, periods }: PlanningProblem): Issue[] {
  return items.flatMap((item) => {
    if (item.maxInventoryCost !== null) return [];
    const issues: Issue[] = [];
    const above = firstPeriod(item.safetyStock, (units, t) => units > item.maxInventory[t]);
    if (above !== null && item.safetyStockCost === null) {
      issues.push(
        issue(
          'warning',
          'safety-stock-above-maximum',
          `The safety stock of ${item.name} in ${periods[above].label} is ${item.safetyStock[above]}, but its inventory ` +
            `is limited to ${item.maxInventory[above]}.`,
          'Lower the safety stock, raise the maximum inventory, or give safety stock a cost so that it may be missed.',
        ),
      );
    }
    const last = periods.length - 1;
    if (item.finalInventory > item.maxInventory[last]) {
      issues.push(
        issue(
          'warning',
          'final-inventory-above-maximum',
          `${item.name} should end with an inventory of ${item.finalInventory}, but it is limited to ` +
            `${item.maxInventory[last]} in ${periods[last].label}.`,
          'Lower the final inventory, or raise the maximum inventory of the last period.',
        ),
      );
    }
    return issues;
  });
}

/** Tolerance for multiples of a lot size, relative to the lot. */
const lotTolerance = 1e-6;

function checkSource({ periods }: PlanningProblem, source: Source): Issue[] {
  const { name, minimum, maximum, fixed, minLot, lotSize } = source;
  const issues: Issue[] = [];
  const crossed = firstPeriod(minimum, (units, t) => units > maximum[t]);
  if (crossed !== null) {
    issues.push(
      issue(
        'error',
        'minimum-above-maximum',
        `The production of ${name} in ${periods[crossed].label} should be at least ${minimum[crossed]} and at most ` +
          `${maximum[crossed]}.`,
        'Lower the minimum, or raise the maximum.',
      ),
    );
  }
  const outside = firstPeriod(fixed, (units, t) => units !== null && (units < minimum[t] || units > maximum[t]));
  if (outside !== null) {
    issues.push(
      issue(
        'warning',
        'fixed-outside-limits',
        `The production of ${name} in ${periods[outside].label} is fixed to ${fixed[outside]}, outside its limits ` +
          `of ${minimum[outside]} to ${maximum[outside]}.`,
        'Change the fixed quantity or the limits.',
      ),
    );
  }
  const odd = firstPeriod(fixed, (units) => units !== null && units > 0 && !isLot(units, minLot, lotSize));
  if (odd !== null) {
    issues.push(
      issue(
        'warning',
        'fixed-is-no-lot',
        `The production of ${name} in ${periods[odd].label} is fixed to ${fixed[odd]}, which its lot rules do not allow.`,
        'Fix a quantity that is a whole number of lots and not below the least lot.',
      ),
    );
  }
  const idle = firstPeriod(maximum, (units) => units > 0 && units < Math.max(minLot, lotSize));
  if (idle !== null) {
    issues.push(
      issue(
        'warning',
        'lot-above-maximum',
        `In ${periods[idle].label} the least lot of ${name} is ${Math.max(minLot, lotSize)}, more than its most ` +
          `production of ${maximum[idle]}, so nothing can be made.`,
        'Make the lot smaller, or raise the maximum.',
      ),
    );
  }
  return issues;
}

function isLot(units: number, minLot: number, lotSize: number): boolean {
  if (units < minLot * (1 - lotTolerance)) return false;
  return lotSize === 0 || Math.abs(units / lotSize - Math.round(units / lotSize)) <= lotTolerance;
}

function checkArrivals({ sources, lanes }: PlanningProblem): Issue[] {
  return [...sources, ...lanes]
    .filter(({ arrival }) => arrival.some((arrives, leaves) => arrives < leaves))
    .map(({ name }) =>
      issue(
        'error',
        'arrival-before-start',
        `What ${name} supplies would arrive before it starts.`,
        'Enter a lead time of 0 or more.',
      ),
    );
}

/** An item that goes into itself, through however many levels and without time in between. */
function checkComponentCycles({ items, sources }: PlanningProblem): Issue[] {
  const takes = items.map((_, item) =>
    sources
      .filter((source) => source.item === item && source.arrival.some((arrives, starts) => arrives === starts))
      .flatMap(({ components }) =>
        components.filter(({ quantity }) => quantity > 0).map((component) => component.item),
      ),
  );
  const state = items.map((): 'new' | 'open' | 'done' => 'new');
  const cycles: string[] = [];
  const visit = (item: number): void => {
    state[item] = 'open';
    for (const component of takes[item]) {
      if (state[component] === 'open') cycles.push(items[component].name);
      else if (state[component] === 'new') visit(component);
    }
    state[item] = 'done';
  };
  items.forEach((_, item) => {
    if (state[item] === 'new') visit(item);
  });
  return [...new Set(cycles)].map((name) =>
    issue(
      'error',
      'component-cycle',
      `${name} goes into itself through its components.`,
      'Remove one of the components from the bill of material.',
    ),
  );
}

/** Demand that nothing can ever supply. */
function checkSupply({ items, demands, sources, lanes, subcontracts }: PlanningProblem): Issue[] {
  const supplied = new Set([
    ...sources.map(({ item }) => item),
    ...sources.flatMap(({ components }) => components.filter(({ quantity }) => quantity < 0).map(({ item }) => item)),
    ...lanes.map(({ to }) => to),
    ...subcontracts.map(({ item }) => item),
  ]);
  const wanting = new Set(
    demands
      .filter(({ item, quantity }) => !supplied.has(item) && quantity.some((units) => units > 0))
      .map((d) => d.item),
  );
  return [...wanting]
    .filter((item) => items[item].openingInventory === 0 && items[item].receipts.every((units) => units === 0))
    .map((item) =>
      issue(
        'warning',
        'no-supply',
        `There is demand for ${items[item].name}, but nothing that supplies it: no source, lane, receipt or stock.`,
        'Add a source or a lane, or correct the spelling of the product or location.',
      ),
    );
}

/** With steps that grow too slowly, emptying the item that uses most of a resource stays cheaper than sharing. */
function checkFairShare({ mode, fairShareSegments, resources, sources }: PlanningProblem): Issue[] {
  if (mode !== 'fair-share' || !fairShareSegments) return [];
  const { count, growth } = fairShareSegments;
  if (!Number.isInteger(count) || count < 1 || count > 10 || !(growth >= 1)) {
    return [
      issue(
        'error',
        'fair-share-segments',
        `Fair share has ${count} segments with a growth of ${growth}.`,
        'Enter 1 to 10 segments and a growth of 1 or more.',
      ),
    ];
  }
  return resources.flatMap(({ name }, resource) => {
    const uses = sources.flatMap((source) => source.uses.filter((use) => use.resource === resource && use.use > 0));
    const amounts = uses.map(({ use }) => use);
    const spread = amounts.length === 0 ? 1 : Math.max(...amounts) / Math.min(...amounts);
    if (spread <= growth) return [];
    return [
      issue(
        'warning',
        'fair-share-growth',
        `A unit of one item takes up to ${Number(spread.toPrecision(3))} times as much of ${name} as a unit of another, ` +
          `and the penalty of shortage grows only by ${growth} from segment to segment, so it is not spread evenly.`,
        `Raise the growth above ${Number(spread.toPrecision(3))}, or leave it out for the exact fair share.`,
      ),
    ];
  });
}

function firstPeriod<T>(values: readonly T[], matches: (value: T, period: number) => boolean): number | null {
  const period = values.findIndex(matches);
  return period < 0 ? null : period;
}
