import type { NetworkRow } from '../../../planning';
import type { ComparedRun } from '../../../planning-worker/compare-at-desk';

/** What the network panel remembers. */
export interface NetworkState {
  /** The period that the picture shows; null: each place in its worst one, lanes over all. */
  readonly period: number | null;
  /** The place whose figures are open. */
  readonly place: string | null;
  /** The figures behind it; null while they are fetched. */
  readonly rows: readonly NetworkRow[] | null;
  /** The product whose figures are shown; null: all together. */
  readonly product: string | null;
  /** Presets of cost rates that are compared with the planners. */
  readonly presets: readonly string[];
  readonly comparison: ComparisonState;
}

/** The planners side by side. */
export type ComparisonState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'compared'; readonly runs: readonly ComparedRun[]; readonly sheet: string | null };

export type NetworkAction =
  | { readonly kind: 'periodChosen'; readonly period: number | null }
  | { readonly kind: 'placeChosen'; readonly place: string | null }
  | { readonly kind: 'rowsFetched'; readonly place: string; readonly rows: readonly NetworkRow[] }
  | { readonly kind: 'productChosen'; readonly product: string | null }
  | { readonly kind: 'presetsChosen'; readonly presets: readonly string[] }
  | { readonly kind: 'planChanged' }
  | { readonly kind: 'comparisonMoved'; readonly comparison: ComparisonState };

export const firstNetworkState: NetworkState = {
  period: null,
  place: null,
  rows: null,
  product: null,
  presets: [],
  comparison: { kind: 'none' },
};

/** The state after an action. */
export function reduceNetwork(state: NetworkState, action: NetworkAction): NetworkState {
  switch (action.kind) {
    case 'periodChosen':
      return { ...state, period: action.period };
    case 'placeChosen':
      return { ...state, place: action.place, rows: null, product: null };
    case 'rowsFetched':
      return action.place === state.place ? { ...state, rows: action.rows } : state;
    case 'productChosen':
      return { ...state, product: action.product };
    case 'presetsChosen':
      return { ...state, presets: action.presets };
    case 'planChanged':
      return { ...state, rows: null };
    case 'comparisonMoved':
      return { ...state, comparison: action.comparison };
  }
}
