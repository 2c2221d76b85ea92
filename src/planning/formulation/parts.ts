import type { PlanningProblem } from '../domain/planning-problem';

/** The dimensions along which columns and rows are laid out. Each names a list of the problem. */
export type Coordinate = 'item' | 'period' | 'demand' | 'source' | 'subcontract' | 'lane' | 'resource' | 'warehouse';

/** A position along each of the coordinates C. */
export type Key<C extends Coordinate> = { readonly [K in C]: number };

/** Visits the rows or columns that a part has, in their order. Nothing is made for what cannot happen. */
export type Keys<C extends Coordinate> = (problem: PlanningProblem, visit: (key: Key<C>) => void) => void;

/** A number of the problem at a position. */
export type At<C extends Coordinate> = (problem: PlanningProblem, key: Key<C>) => number;

export type Sense = '=' | '<=' | '>=';

/** How the price of a row or bound is told to a planner. */
export interface PriceMeaning<C extends Coordinate> {
  /** Unit of the price, e.g. `money/unit`. */
  readonly unit: string;
  /** One sentence for one key; `price` is the change of total cost per unit more of the right-hand side. */
  readonly means: (price: number, problem: PlanningProblem, key: Key<C>) => string;
}

interface Part<C extends Coordinate> {
  /** Unique in the formulation, snake_case: it names rows and columns in the LP text. */
  readonly id: string;
  /** For the formulation document. */
  readonly title: string;
  /** LaTeX. */
  readonly equation: string;
  readonly index: readonly C[];
}

/** A shared row that decisions join, e.g. the inventory of an item in a period. It does not know who draws on it. */
export interface Balance<C extends Coordinate> extends Part<C> {
  readonly kind: 'balance';
  readonly keys: Keys<C>;
  readonly sense: Sense;
  readonly rightHandSide: At<C>;
  readonly price?: PriceMeaning<C>;
}

/** What one unit of a decision adds to the rows of a balance. */
export interface Flow<C extends Coordinate> {
  readonly balance: Balance<Coordinate>;
  /** Rows and amounts; a row that the balance does not have is an error of ours. */
  readonly entries: Entries<C>;
}

/** Adds the coefficients of one column, each on the row with the coordinates stated. */
type Entries<C extends Coordinate> = (problem: PlanningProblem, key: Key<C>, add: AddEntry) => void;

/** Adds an amount on the row with these coordinates; a row may be named several times. */
export type AddEntry = (key: Partial<Key<Coordinate>>, amount: number) => void;

/** A family of columns: something the planner (or the course of events) decides. */
export interface Decision<C extends Coordinate> extends Part<C> {
  readonly kind: 'decision';
  /** One letter or so, for equations only. */
  readonly symbol: string;
  readonly unit: string;
  readonly keys: Keys<C>;
  /** Natural bounds; 0 and Infinity where absent. */
  readonly lower?: At<C>;
  readonly upper?: At<C>;
  /** Whether the value must be whole. */
  readonly whole?: (problem: PlanningProblem, key: Key<C>) => boolean;
  readonly flows: readonly Flow<C>[];
}

/** A part of a limit's left-hand side: a decision and the rows on which each of its columns lands. */
export interface Term {
  readonly decision: Decision<Coordinate>;
  readonly entries: Entries<Coordinate>;
}

/** A rule about existing decisions that needs rows of its own. */
export interface Limit<C extends Coordinate> extends Part<C> {
  readonly kind: 'limit';
  readonly keys: Keys<C>;
  readonly sense: Sense;
  readonly rightHandSide: At<C>;
  readonly terms: readonly Term[];
  readonly price?: PriceMeaning<C>;
}

/** A rule about a single decision: kept as a bound of its columns, which costs the solver nothing. */
export interface Bound<C extends Coordinate> extends Part<C> {
  readonly kind: 'bound';
  readonly decision: Decision<Coordinate>;
  /** −Infinity or Infinity where the rule says nothing. */
  readonly lower?: At<C>;
  readonly upper?: At<C>;
  readonly price?: PriceMeaning<C>;
}

/** A linear measure of the decisions: money for a cost term, units for a priority of the modes. */
export interface Rated {
  readonly decision: Decision<Coordinate>;
  readonly rate: At<Coordinate>;
}

/** A term of the objective: the decisions it prices, and what does not depend on any of them. */
export interface CostTerm extends Omit<Part<Coordinate>, 'index'> {
  readonly kind: 'cost';
  readonly prices: readonly Rated[];
  readonly constant?: (problem: PlanningProblem) => number;
}

/**
 * A goal that goes before cost in some modes. A later goal never worsens an earlier one.
 */
export interface Priority extends Omit<Part<Coordinate>, 'index'> {
  readonly kind: 'priority';
  readonly measures: readonly Rated[];
  /** Where present, the goal is not the sum of its measures but the fractions of several totals, the largest first. */
  readonly fractions?: (problem: PlanningProblem) => Fractions;
}

/** What the measures of a goal are a fraction of, group by group. */
export interface Fractions {
  /** Total of each group; a group of 0 does not count, and without groups there is no such goal. */
  readonly totals: readonly number[];
  /** Group to which a column of the measures belongs; −1: none. */
  readonly groupOf: (key: Key<Coordinate>) => number;
}

type WithoutKind<P> = Omit<P, 'kind'>;

/** Constructors. They check the coordinates where a part is written and forget them for the generic assembler. */
export const balance = <C extends Coordinate>(part: WithoutKind<Balance<C>>): Balance<C> => ({
  kind: 'balance',
  ...part,
});

export const decision = <C extends Coordinate>(part: WithoutKind<Decision<C>>): Decision<C> => ({
  kind: 'decision',
  ...part,
});

export const limit = <C extends Coordinate>(part: WithoutKind<Limit<C>>): Limit<C> => ({ kind: 'limit', ...part });

export const bound = <C extends Coordinate>(
  part: Omit<WithoutKind<Bound<C>>, 'decision' | 'index'> & { readonly decision: Decision<C> },
): Bound<C> => ({ kind: 'bound', index: part.decision.index, ...part, decision: anyDecision(part.decision) });

export const costTerm = (part: WithoutKind<CostTerm>): CostTerm => ({ kind: 'cost', ...part });

export const priority = (part: WithoutKind<Priority>): Priority => ({ kind: 'priority', ...part });

/** The decision joins the row of the balance that has its coordinates; coordinates that the balance lacks are summed. */
export function flow<C extends Coordinate, B extends C>(target: Balance<B>, amount: At<C> = () => 1): Flow<C> {
  return { balance: anyBalance(target), entries: (problem, key, add) => add(key, amount(problem, key)) };
}

/** The decision joins other rows of the balance: the next period, another item, after a lead time. */
export function flowTo<C extends Coordinate, B extends Coordinate>(
  target: Balance<B>,
  entries: (problem: PlanningProblem, key: Key<C>, add: (key: Key<B>, amount: number) => void) => void,
): Flow<C> {
  return { balance: anyBalance(target), entries };
}

/** The decision counts on the limit's row with the same coordinates; what the limit lacks is summed. */
export function term<C extends Coordinate>(of: Decision<C>, amount: At<C> = () => 1): Term {
  return {
    decision: anyDecision(of),
    entries: (problem, key, add) => add(key, amount(problem, key)),
  };
}

/** The decision counts on the limit's rows that `entries` names. */
export function termTo<C extends Coordinate>(of: Decision<C>, entries: Entries<C>): Term {
  return { decision: anyDecision(of), entries };
}

/** A rate on a decision. */
export function rated<C extends Coordinate>(of: Decision<C>, rate: At<C>): Rated {
  return { decision: anyDecision(of), rate: (problem, key) => rate(problem, key as Key<C>) };
}

/*
 * A part is stored in lists of parts with all kinds of coordinates. Its functions are only ever called with keys that the
 * part itself made, so forgetting the coordinates is sound; these are the only places where that is done.
 */
export const anyBalance = <C extends Coordinate>(part: Balance<C>): Balance<Coordinate> =>
  part as unknown as Balance<Coordinate>;
export const anyDecision = <C extends Coordinate>(part: Decision<C>): Decision<Coordinate> =>
  part as unknown as Decision<Coordinate>;
export const anyLimit = <C extends Coordinate>(part: Limit<C>): Limit<Coordinate> =>
  part as unknown as Limit<Coordinate>;
export const anyBound = <C extends Coordinate>(part: Bound<C>): Bound<Coordinate> =>
  part as unknown as Bound<Coordinate>;

/** All parts of a model: the table of contents that the assembler works through. */
export interface Formulation {
  readonly balances: readonly Balance<Coordinate>[];
  readonly decisions: readonly Decision<Coordinate>[];
  readonly limits: readonly (Limit<Coordinate> | Bound<Coordinate>)[];
  readonly costs: readonly CostTerm[];
}

/** How many members a coordinate has in a problem. */
export function sizeOf(coordinate: Coordinate, problem: PlanningProblem): number {
  switch (coordinate) {
    case 'item':
      return problem.items.length;
    case 'period':
      return problem.periods.length;
    case 'demand':
      return problem.demands.length;
    case 'source':
      return problem.sources.length;
    case 'subcontract':
      return problem.subcontracts.length;
    case 'lane':
      return problem.lanes.length;
    case 'resource':
      return problem.resources.length;
    case 'warehouse':
      return problem.warehouses.length;
  }
}

/** Keys of every pair of a list's members and the periods, or of those that `when` accepts. */
export function everyPeriod<C extends Exclude<Coordinate, 'period'>>(
  coordinate: C,
  when: (problem: PlanningProblem, member: number, period: number) => boolean = () => true,
): Keys<C | 'period'> {
  return (problem, visit) => {
    const members = sizeOf(coordinate, problem);
    const periods = problem.periods.length;
    for (let member = 0; member < members; member++) {
      for (let period = 0; period < periods; period++) {
        if (when(problem, member, period)) visit(memberInPeriod(coordinate, member, period) as Key<C | 'period'>);
      }
    }
  };
}

/** Written out, because an object with a computed key takes several times as long to make and to read. */
function memberInPeriod(coordinate: Exclude<Coordinate, 'period'>, member: number, period: number) {
  switch (coordinate) {
    case 'item':
      return { item: member, period };
    case 'demand':
      return { demand: member, period };
    case 'source':
      return { source: member, period };
    case 'subcontract':
      return { subcontract: member, period };
    case 'lane':
      return { lane: member, period };
    case 'resource':
      return { resource: member, period };
    case 'warehouse':
      return { warehouse: member, period };
  }
}

/** Keys of the periods, or of those that `when` accepts. */
export function periodsWhere(when: (problem: PlanningProblem, period: number) => boolean): Keys<'period'> {
  return (problem, visit) => {
    for (let period = 0; period < problem.periods.length; period++) if (when(problem, period)) visit({ period });
  };
}

/** Those keys of another part that `when` accepts. */
export function keysWhere<C extends Coordinate>(
  part: { readonly keys: Keys<C> },
  when: (problem: PlanningProblem, key: Key<C>) => boolean,
): Keys<C> {
  return (problem, visit) =>
    part.keys(problem, (key) => {
      if (when(problem, key)) visit(key);
    });
}
