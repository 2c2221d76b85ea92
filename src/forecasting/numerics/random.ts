/** A source of uniform numbers in [0, 1). The forecast never makes its own: the same seed gives the same quantiles. */
export type Random = () => number;

/**
 * A generator of uniform numbers started from a whole number.
 *
 * Source: T. Ettinger (2017), mulberry32, a 32-bit generator in the public domain.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A whole number that depends on nothing but the text, so that an item's random numbers do not change when other items
 * are added, removed or computed by another worker.
 *
 * Source: Fowler, Noll & Vo, FNV-1a, 32 bits.
 */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/**
 * A standard normal deviate.
 *
 * Source: Box & Muller (1958), A note on the generation of random normal deviates, Ann. Math. Statist. 29, 610–611.
 */
export function normalDeviate(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}
