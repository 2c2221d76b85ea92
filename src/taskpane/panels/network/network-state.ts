/** What the network panel remembers. */
export interface NetworkState {
  /** The period that the picture shows; null: each place in its worst one, lanes over all. */
  readonly period: number | null;
  /** The place whose figures are open. */
  readonly place: string | null;
  /** The product whose figures are shown; null: all together. */
  readonly product: string | null;
}

export type NetworkAction =
  | { readonly kind: 'periodChosen'; readonly period: number | null }
  | { readonly kind: 'placeChosen'; readonly place: string | null }
  | { readonly kind: 'productChosen'; readonly product: string | null };

export const firstNetworkState: NetworkState = { period: null, place: null, product: null };

/** The state after an action. */
export function reduceNetwork(state: NetworkState, action: NetworkAction): NetworkState {
  switch (action.kind) {
    case 'periodChosen':
      return { ...state, period: action.period };
    case 'placeChosen':
      return { ...state, place: action.place === state.place ? null : action.place, product: null };
    case 'productChosen':
      return { ...state, product: action.product };
  }
}
