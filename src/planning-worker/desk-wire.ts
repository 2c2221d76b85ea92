import type { BestPlan, BookDesk } from './book-desk';

/** What a page asks of the desk in its worker: a call of one of the desk's functions. */
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
  | { readonly kind: 'better'; readonly best: BestPlan };

/** Listeners cannot be cloned: a call goes without them. */
type CloneableArgs<Args extends readonly unknown[]> = Args extends [infer First, infer Second, unknown?]
  ? readonly [First, Second]
  : Args;
