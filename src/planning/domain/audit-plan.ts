import { costOfPlan, loadOf, mostOvertimeOf, regularCapacityOf, storageUseOf } from './cost-of-plan';
import type { PlanCost } from './cost-of-plan';
import { mayBeLate, mayBeShort, mostLateness } from './demand-terms';
import type { Matrix, Plan } from './plan';
import type { PerPeriod, PlanningProblem } from './planning-problem';

/** Something that a plan claims and that its own numbers do not bear out. */
export interface Violation {
  /** The rule that is broken, in a planner's words. */
  readonly rule: string;
  /** What it concerns: an item, a demand, a source, a resource …; empty for the plan as a whole. */
  readonly subject: string;
  readonly period: string | null;
  /** By how much, in the unit of the rule. */
  readonly amount: number;
}

export interface AuditOptions {
  /** Objective that the solver reported: total cost, less revenue in mode `profit`; null: not compared. */
  readonly objective: number | null;
  /** What the plan costs (`costOfPlan`), where that is known already. */
  readonly cost?: PlanCost;
  /** Relative tolerance; quantities are compared on the scale of what they are compared with. */
  readonly tolerance?: number;
}

/**
 * Re-checks a plan from its quantities and the problem alone: balances, limits, whole numbers, and the costs against the
 * solver's objective. It knows nothing of the linear programme, so a mistake in one is seen by the other.
 *
 * @returns every violation; an empty list means that the plan holds.
 */
export function auditPlan(problem: PlanningProblem, plan: Plan, options: AuditOptions): Violation[] {
  const audit = ledger(problem, options.tolerance ?? 1e-6);
  // Quantities that are missing cannot be judged any further.
  if (!auditShapes(problem, plan, audit)) return audit.violations;
  auditSigns(problem, plan, audit);
  auditInventory(problem, plan, audit);
  auditDemand(problem, plan, audit);
  auditSources(problem, plan, audit);
  auditLanes(problem, plan, audit);
  auditResources(problem, plan, audit);
  auditWarehouses(problem, plan, audit);
  auditWorkforce(problem, plan, audit);
  if (options.objective !== null) {
    const { total, revenue } = options.cost ?? costOfPlan(problem, plan);
    const worth = problem.mode === 'profit' ? total - revenue : total;
    const scale = Math.max(1, Math.abs(total), Math.abs(revenue));
    audit.equal('costs add up to the objective', '', null, worth, options.objective, scale);
  }
  return audit.violations;
}

interface Ledger {
  readonly violations: Violation[];
  atMost(rule: string, subject: string, period: number | null, value: number, limit: number, scale?: number): void;
  atLeast(rule: string, subject: string, period: number | null, value: number, limit: number, scale?: number): void;
  equal(rule: string, subject: string, period: number | null, value: number, expected: number, scale?: number): void;
}

function ledger(problem: PlanningProblem, tolerance: number): Ledger {
  const violations: Violation[] = [];
  const note = (rule: string, subject: string, period: number | null, excess: number, scale: number) => {
    // Written so that a NaN is a violation. What is compared with no limit at all has no scale of its own.
    if (!(excess <= tolerance * Math.max(1, scale === Infinity ? 0 : scale))) {
      violations.push({
        rule,
        subject,
        period: period === null ? null : problem.periods[period].label,
        amount: excess,
      });
    }
  };
  return {
    violations,
    atMost: (rule, subject, period, value, limit, scale = Math.abs(limit)) => {
      if (limit !== Infinity) note(rule, subject, period, value - limit, scale);
    },
    atLeast: (rule, subject, period, value, limit, scale = Math.abs(limit)) => {
      if (limit !== -Infinity) note(rule, subject, period, limit - value, scale);
    },
    equal: (rule, subject, period, value, expected, scale = Math.abs(expected)) =>
      note(rule, subject, period, Math.abs(value - expected), scale),
  };
}

/** Every matrix of the plan by its name, and how many rows it must have. */
function quantitiesOf(problem: PlanningProblem, plan: Plan): [name: string, quantities: Matrix, rows: number][] {
  const people = plan.workforce ? [plan.workforce.workers, plan.workforce.hired, plan.workforce.laidOff] : [];
  return [
    ['production', plan.production, problem.sources.length],
    ['set-ups', plan.setups, problem.sources.length],
    ['transport', plan.transport, problem.lanes.length],
    ['subcontract', plan.subcontract, problem.subcontracts.length],
    ['inventory', plan.inventory, problem.items.length],
    ['deliveries', plan.deliveries, problem.demands.length],
    ['shortage', plan.shortage, problem.demands.length],
    ['backorders', plan.backorders, problem.demands.length],
    ['overtime', plan.overtime, problem.resources.length],
    ['overflow', plan.overflow, problem.warehouses.length],
    ['workforce', people, problem.workforce ? 3 : 0],
  ];
}

function auditShapes(problem: PlanningProblem, plan: Plan, audit: Ledger): boolean {
  for (const [name, matrix, rows] of quantitiesOf(problem, plan)) {
    audit.equal(`${name}: one row for each`, '', null, matrix.length, rows, 0);
    matrix.forEach((row, index) =>
      audit.equal(`${name}: one quantity per period`, String(index), null, row.length, problem.periods.length, 0),
    );
  }
  return audit.violations.length === 0;
}

function auditSigns(problem: PlanningProblem, plan: Plan, audit: Ledger): void {
  for (const [name, matrix] of quantitiesOf(problem, plan)) {
    matrix.forEach((row, index) => {
      const [rule, subject] = [`${name} is not negative`, String(index)];
      let scale = 0;
      for (const quantity of row) scale = Math.max(scale, Math.abs(quantity));
      for (let t = 0; t < row.length; t++) audit.atLeast(rule, subject, t, row[t], 0, scale);
    });
  }
}

/** What comes in less what goes out is what stays, and it stays within its limits. */
function auditInventory(problem: PlanningProblem, plan: Plan, audit: Ledger): void {
  const periods = problem.periods.length;
  const change = problem.items.map(({ receipts }) => [...receipts]);
  const traffic = problem.items.map(({ receipts }) => receipts.map(Math.abs));
  const move = (item: number, period: number, quantity: number) => {
    if (period >= periods) return;
    change[item][period] += quantity;
    traffic[item][period] += Math.abs(quantity);
  };
  problem.sources.forEach(({ item, arrival, components }, s) => {
    for (let t = 0; t < periods; t++) {
      const quantity = plan.production[s][t];
      move(item, arrival[t], quantity);
      for (const component of components) {
        move(component.item, component.quantity < 0 ? arrival[t] : t, -component.quantity * quantity);
      }
    }
  });
  problem.subcontracts.forEach(({ item }, q) => plan.subcontract[q].forEach((quantity, t) => move(item, t, quantity)));
  problem.lanes.forEach(({ from, to, arrival }, l) =>
    plan.transport[l].forEach((quantity, t) => {
      move(from, t, -quantity);
      move(to, arrival[t], quantity);
    }),
  );
  problem.demands.forEach(({ item }, k) => {
    for (let t = 0; t < periods; t++) move(item, t, -plan.deliveries[k][t]);
  });
  problem.items.forEach((item, i) => {
    let before = item.openingInventory;
    for (let t = 0; t < periods; t++) {
      const units = plan.inventory[i][t];
      const scale = Math.max(Math.abs(before), Math.abs(units), traffic[i][t]);
      audit.equal('inventory balance', item.name, t, units, before + change[i][t], scale);
      if (item.safetyStockCost === null) audit.atLeast('safety stock', item.name, t, units, item.safetyStock[t]);
      if (item.maxInventoryCost === null) audit.atMost('maximum inventory', item.name, t, units, item.maxInventory[t]);
      before = units;
    }
    audit.atLeast('final inventory', item.name, periods - 1, before, item.finalInventory);
  });
}

/** Every unit is delivered in time, late as far as allowed, or short where allowed. */
function auditDemand(problem: PlanningProblem, plan: Plan, audit: Ledger): void {
  problem.demands.forEach((demand, k) => {
    const name = [problem.items[demand.item].name, demand.customer].filter((part) => part !== '').join(' for ');
    const total = demand.quantity.reduce((sum, quantity) => sum + quantity, 0);
    const allowsShortage = mayBeShort(problem, demand);
    const allowsLateness = mayBeLate(demand);
    const served = servedWithin(demand.quantity, plan.shortage[k], mostLateness(demand));
    let open = 0;
    for (let t = 0; t < demand.quantity.length; t++) {
      const wanted = demand.quantity[t];
      const short = plan.shortage[k][t];
      open += wanted - short - plan.deliveries[k][t];
      audit.equal('what is not delivered or short is late', name, t, plan.backorders[k][t], open, total);
      audit.atMost('shortage is at most the demand', name, t, short, wanted);
      if (!allowsShortage) audit.atMost('all demand is delivered', name, t, short, 0, wanted);
      if (!allowsLateness) audit.atMost('demand is delivered in its period', name, t, open, 0, total);
      audit.atMost('no delivery is later than allowed', name, t, open, served[t], total);
      const fixed = demand.fixedDelivery[t];
      if (fixed !== null) audit.equal('fixed delivery', name, t, plan.deliveries[k][t], fixed);
    }
    audit.equal('nothing is open after the last period', name, null, open, 0, total);
  });
}

/** Demand that is served at some time, of each period and those before it from which a delivery may still be late. */
function servedWithin(quantity: PerPeriod, shortage: PerPeriod, lateness: number): readonly number[] {
  const upTo = [0];
  quantity.forEach((wanted, t) => upTo.push(upTo[t] + wanted - shortage[t]));
  return quantity.map((_, t) => upTo[t + 1] - upTo[Math.max(0, t + 1 - lateness)]);
}

function auditSources(problem: PlanningProblem, plan: Plan, audit: Ledger): void {
  problem.sources.forEach((source, s) => {
    const setUpUses = source.setupUses.some(({ use }) => use > 0);
    for (let t = 0; t < problem.periods.length; t++) {
      const quantity = plan.production[s][t];
      const fixed = source.fixed[t];
      if (fixed !== null) audit.equal('fixed production', source.name, t, quantity, fixed);
      else {
        audit.atLeast('least production', source.name, t, quantity, source.minimum[t]);
        audit.atMost('most production', source.name, t, quantity, source.maximum[t]);
        auditLots(source, quantity, t, source.name, audit);
      }
      if ((setUpUses || source.setupCost[t] > 0) && quantity > 1e-6)
        audit.equal('production has its set-up', source.name, t, plan.setups[s][t], 1);
      const setUp = plan.setups[s][t];
      audit.equal('set-ups are whole', source.name, t, setUp, Math.round(setUp));
      audit.atMost('one set-up per period', source.name, t, setUp, 1);
    }
  });
}

function auditLots(
  { minLot, lotSize, lotPeriods }: { readonly minLot: number; readonly lotSize: number; readonly lotPeriods: number },
  quantity: number,
  t: number,
  name: string,
  audit: Ledger,
): void {
  if (t >= lotPeriods || quantity <= 1e-6) return;
  if (minLot > 0) audit.atLeast('smallest lot', name, t, quantity, minLot);
  if (lotSize > 0) {
    audit.equal('whole lots', name, t, quantity, Math.round(quantity / lotSize) * lotSize, Math.max(quantity, lotSize));
  }
}

function auditLanes(problem: PlanningProblem, plan: Plan, audit: Ledger): void {
  problem.lanes.forEach((lane, l) =>
    plan.transport[l].forEach((quantity, t) => {
      const fixed = lane.fixed[t];
      if (fixed !== null) audit.equal('fixed transport', lane.name, t, quantity, fixed);
      else {
        audit.atMost('most transport', lane.name, t, quantity, lane.maximum[t]);
        auditLots(lane, quantity, t, lane.name, audit);
      }
    }),
  );
}

function auditResources(problem: PlanningProblem, plan: Plan, audit: Ledger): void {
  problem.resources.forEach((resource, r) => {
    const regular = regularCapacityOf(problem, plan, r);
    loadOf(problem, plan, r).forEach((load, t) => {
      const overtime = plan.overtime[r][t];
      audit.atMost('capacity', resource.name, t, load, regular[t] + overtime, Math.max(load, regular[t]));
      audit.atMost('overtime', resource.name, t, overtime, resource.overtimeCapacity[t]);
    });
  });
}

function auditWarehouses(problem: PlanningProblem, plan: Plan, audit: Ledger): void {
  problem.warehouses.forEach((warehouse, h) =>
    storageUseOf(problem, plan, h).forEach((used, t) => {
      const usable = warehouse.overflowThreshold * warehouse.capacity[t];
      const overflow = plan.overflow[h][t];
      audit.atMost('usable warehouse capacity', warehouse.name, t, used, usable + overflow, Math.max(used, usable));
      if (warehouse.overflowCost === null) audit.atMost('no overflow', warehouse.name, t, overflow, 0, usable);
      else {
        const most = warehouse.overflowLimit === undefined ? warehouse.capacity[t] : usable + warehouse.overflowLimit;
        audit.atMost('warehouse capacity', warehouse.name, t, usable + overflow, most);
      }
    }),
  );
}

function auditWorkforce(problem: PlanningProblem, plan: Plan, audit: Ledger): void {
  const { workforce } = problem;
  if (!workforce || !plan.workforce) return;
  const { workers, hired, laidOff } = plan.workforce;
  let before = workforce.initialWorkers;
  workers.forEach((count, t) => {
    const scale = Math.max(before, count);
    audit.equal('workforce balance', '', t, count, before + hired[t] - laidOff[t], scale);
    audit.atMost('most workers', '', t, count, workforce.maxWorkers[t]);
    if (workforce.wholeWorkers) {
      for (const people of [count, hired[t], laidOff[t]]) {
        audit.equal('workers are whole', '', t, people, Math.round(people));
      }
    }
    const { name } = problem.resources[workforce.resource];
    const mostOvertime = mostOvertimeOf(problem, workforce.resource, t, count);
    audit.atMost('overtime of the workers', name, t, plan.overtime[workforce.resource][t], mostOvertime);
    before = count;
  });
}
