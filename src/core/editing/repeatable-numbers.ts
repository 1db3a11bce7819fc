import type { RandomSource } from '../model/ids.ts';

const MULTIPLIER = 1_664_525;
const INCREMENT = 1_013_904_223;
const MODULUS = 2 ** 32;
const START = 20_250_101;
const SPREAD = 2_654_435_761;

/**
 * A source that gives the same numbers each time for the same seed (a linear congruential generator with the constants of
 * Numerical Recipes), so that a template opens with the same ids on every machine and its file can be compared.
 */
export function repeatableNumbers(seed = 0): RandomSource {
  let state = (START + seed * SPREAD) % MODULUS;
  return () => {
    state = (state * MULTIPLIER + INCREMENT) % MODULUS;
    return state / MODULUS;
  };
}
