/**
 * How values lie in a range: one for all, a list along one dimension, or a matrix. A matrix has items (or resources) in its
 * rows and periods in its columns; where periods run down, the two change places.
 */
export type InputShape =
  'scalar' | 'byItem' | 'byPeriod' | 'byItemAndPeriod' | 'byResource' | 'byResourceAndPeriod' | 'byItemAndResource';

/**
 * What the cells of an input hold. `truth`: TRUE or FALSE. `mode`: one of the planning modes. `bucket`: day, week or month.
 * `history`: whatever the history's rows have, for the cleaning to judge.
 */
export type InputKind = 'label' | 'number' | 'truth' | 'mode' | 'bucket' | 'history';

/** Which part of the problem an input belongs to; the reference is ordered by it. */
export type InputTopic =
  | 'labels'
  | 'demand'
  | 'inventory'
  | 'production'
  | 'capacity'
  | 'workforce'
  | 'warehouse'
  | 'today'
  | 'run'
  | 'forecast';

/** One named input: everything that reading, messages and the user's reference say about it. */
export interface InputDefinition {
  readonly name: string;
  readonly topic: InputTopic;
  readonly kind: InputKind;
  /** In order of preference where several fit; none for a column of the history, which has a row of its own for each sale. */
  readonly shapes: readonly InputShape[];
  readonly unit: string;
  /** As the reference states it. */
  readonly default: string;
  /** One plain sentence. */
  readonly meaning: string;
  /** Least value that makes sense; null: any number, but a negative one raises a warning. */
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly whole: boolean;
  /** A blank cell counts as 0 and raises a warning, or means that there is no limit and raises none. */
  readonly blank: 'zero' | 'noLimit';
  /** Other inputs without at least one of which this one has no effect. */
  readonly worksWith: readonly string[];
}

/** What a column of an input table holds. */
export type ColumnKind = 'text' | 'number' | 'date' | 'truth';

/** One column of an input table. */
export interface ColumnDefinition {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly required: boolean;
  /** As the reference states it; empty for a required column. */
  readonly default: string;
  readonly unit: string;
  readonly meaning: string;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly whole: boolean;
}

/** One input table. */
export interface TableDefinition {
  readonly name: string;
  /** One plain sentence. */
  readonly meaning: string;
  readonly columns: readonly ColumnDefinition[];
}
