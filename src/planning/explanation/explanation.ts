import type { ProblemChange } from '../domain/change-problem';
import { textOf } from '../domain/said';
import type { Said } from '../domain/said';

/** A reason, as a sentence with its numbers. */
export interface Explanation {
  readonly kind:
    'bottleneck' | 'shortage' | 'late' | 'safetyStock' | 'costWithoutEffect' | 'penaltyOrder' | 'horizon' | 'override';
  /** Position of the item it is about, or null. */
  readonly item: number | null;
  /** Name of the resource, warehouse or lane it is about, or null. */
  readonly resource: string | null;
  readonly period: number | null;
  /** Units it is about. */
  readonly quantity: number | null;
  /** Money it is about. */
  readonly value: number | null;
  readonly sentence: string;
  /** The sentence with what it is made of, to be said in another language; absent where there is only English. */
  readonly said?: readonly Said[];
  /** Names of the inputs it rests on, so that a sheet or pane can point at their cells. */
  readonly inputs: readonly string[];
  /** What the sentence says would change something, ready to be tried; absent where it only states what is. */
  readonly changes?: readonly ProblemChange[];
}

/** A sentence as an explanation has it. */
export function told(...said: readonly Said[]): Pick<Explanation, 'sentence' | 'said'> {
  return { sentence: textOf(said), said };
}
