import type { BestPlan, BookDesk } from './book-desk';

/** What a page says to the desk in its worker. */
export type DeskMessage =
  | DeskCall
  /** A solver's thread that the page started for the desk has ended by itself. */
  | { readonly name: 'solverDied'; readonly solver: number; readonly message: string };

/** A call of one of the desk's functions. */
export type DeskCall = {
  readonly [Name in keyof BookDesk]: {
    readonly id: number;
    readonly name: Name;
    readonly args: CloneableArgs<Parameters<BookDesk[Name]>>;
  };
}[keyof BookDesk];

/** What the desk says: the answer to a call, that it failed by a mistake of ours, or a better plan of the run under way. */
export type DeskReply =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'mistake'; readonly id: number; readonly message: string }
  | { readonly kind: 'better'; readonly best: BestPlan }
  /** Asks the page for a thread with a solver that answers on the port: not every browser lets workers start workers. */
  | { readonly kind: 'startSolver'; readonly solver: number; readonly port: MessagePort }
  | { readonly kind: 'endSolver'; readonly solver: number };

/** Listeners cannot be cloned: a call goes without them. */
type CloneableArgs<Args extends readonly unknown[]> = Args extends [infer First, infer Second, unknown?]
  ? readonly [First, Second]
  : Args;
