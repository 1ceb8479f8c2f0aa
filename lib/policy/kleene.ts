import type { TruthValue } from "./types";

/**
 * Kleene's three values as numbers in the order false < unknown < true, so that `and` is the minimum, `or`
 * the maximum and `not` the mirror image.
 */
export type Kleene = 0 | 1 | 2;

export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 2;

const NAMES: readonly [TruthValue, TruthValue, TruthValue] = ["false", "unknown", "true"];

export function kleeneName(value: Kleene): TruthValue {
  return NAMES[value];
}

export function kleeneOf(known: boolean): Kleene {
  return known ? TRUE : FALSE;
}

export function kleeneNot(value: Kleene): Kleene {
  return value === TRUE ? FALSE : value === FALSE ? TRUE : UNKNOWN;
}

/** Kleene's `and` over any number of values; over none it is true. */
export function kleeneAnd(values: readonly Kleene[]): Kleene {
  let least: Kleene = TRUE;
  for (const value of values) if (value < least) least = value;
  return least;
}

/** Kleene's `or` over any number of values; over none it is false. */
export function kleeneOr(values: readonly Kleene[]): Kleene {
  let most: Kleene = FALSE;
  for (const value of values) if (value > most) most = value;
  return most;
}
