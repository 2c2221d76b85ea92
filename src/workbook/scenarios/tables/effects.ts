import type { ScenarioEffect } from '../apply-scenario';

/** Collects what a scenario changes, from before its first change to after its last. */
export interface Effects {
  readonly add: (effect: ScenarioEffect) => void;
  /** Numbers that differ in the end. */
  readonly list: () => readonly ScenarioEffect[];
}

/** An empty collection. */
export function collectEffects(): Effects {
  const found = new Map<string, ScenarioEffect>();
  return {
    add: (effect) => {
      const key = JSON.stringify([effect.input, effect.item, effect.period]);
      found.set(key, { ...effect, before: (found.get(key) ?? effect).before });
    },
    list: () => [...found.values()].filter(({ before, after }) => before !== after),
  };
}
