/** State that is replaced, never changed, and those who want to hear of it. */
export interface Store<State, Action> {
  readonly state: () => State;
  readonly dispatch: (action: Action) => void;
  readonly subscribe: (listener: (state: State) => void) => void;
}

/** A store whose next state follows from the last one and an action. */
export function createStore<State, Action>(
  reduce: (state: State, action: Action) => State,
  first: State,
): Store<State, Action> {
  const listeners: ((state: State) => void)[] = [];
  let current = first;
  return {
    state: () => current,
    dispatch: (action) => {
      const next = reduce(current, action);
      if (next === current) return;
      current = next;
      for (const listener of listeners) listener(current);
    },
    subscribe: (listener) => void listeners.push(listener),
  };
}
