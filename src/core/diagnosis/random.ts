import type { RandomSource } from '../model/ids.ts';

const MULTIPLIER = 1664525;
const INCREMENT = 1013904223;
const MODULUS = 2 ** 32;

/** Numbers that look random and are always the same: a fix offered twice for the same design is the same fix. */
export function repeatableRandom(seed: number): RandomSource {
  let state = seed % MODULUS;
  return () => {
    state = (Math.imul(state, MULTIPLIER) + INCREMENT) >>> 0;
    return state / MODULUS;
  };
}
