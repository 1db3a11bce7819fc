const DIGITS = /\d+/g;
const WIDTH = 16;

/** A text that sorts numbers by their value (`web-2` before `web-10`) when compared by code unit; case counts last. */
export const naturalKey = (text: string): string => `${text.toLowerCase().replace(DIGITS, (digits) => digits.padStart(WIDTH, '0'))}\u0000${text}`;

/** Compares by code unit: the same everywhere, whatever the machine's language. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
