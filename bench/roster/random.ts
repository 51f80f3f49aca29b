// Numbers that look random and are the same in every run (mulberry32, public domain).

export interface Random {
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number;
  oneOf<T>(first: T, ...others: readonly T[]): T;
}

export function randomFrom(seed: number): Random {
  let state = seed;
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return { below, oneOf: (first, ...others) => others[below(others.length + 1) - 1] ?? first };
}
