import { InvalidArgumentError } from 'commander';

const HIGHEST_PORT = 65_535;
const HIGHEST_BYTE = 255;
const LARGEST_SCALE = 16;
const WHOLE_NUMBER = /^\d{1,9}$/;

const numberIn = (lowest: number, highest: number): ((text: string) => number) => (text) => {
  const value = WHOLE_NUMBER.test(text) ? Number(text) : Number.NaN;
  if (value >= lowest && value <= highest) return value;
  throw new InvalidArgumentError(`Write a whole number from ${lowest} to ${highest}.`);
};

export const readPort = numberIn(0, HIGHEST_PORT);
/** An ICMP type or code. */
export const readByte = numberIn(0, HIGHEST_BYTE);
export const readChoice = numberIn(1, HIGHEST_BYTE);

const protocolWords = ['tcp', 'udp', 'icmp', 'icmpv6', 'all'] as const;

/** A protocol as a word, or as a number of IANA's registry. */
export function readProtocol(text: string): (typeof protocolWords)[number] | number {
  const word = protocolWords.find((one) => one === text.toLowerCase());
  if (word !== undefined) return word;
  const number = WHOLE_NUMBER.test(text) ? Number(text) : Number.NaN;
  if (number <= HIGHEST_BYTE) return number;
  throw new InvalidArgumentError('Write tcp, udp, icmp, all or a protocol number from 0 to 255.');
}

/** Pixels for each pixel of the drawing; halves are fine. */
export function readScale(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value > 0 && value <= LARGEST_SCALE) return value;
  throw new InvalidArgumentError(`Write a number above 0 and up to ${LARGEST_SCALE}.`);
}

/** A day as RFC 3339 writes it. https://www.rfc-editor.org/rfc/rfc3339#section-5.6 */
export function readDay(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new InvalidArgumentError('Write a day like 2026-11-24.');
}
