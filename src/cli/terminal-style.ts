import type { Paint, TextStyle, Tone } from '@core/api/reporting.ts';
import type { Io, Sink } from './io.ts';

/** ANSI codes: as in the window, blue is reachable and vermilion is blocked; each has its word too. */
const codeOf: Readonly<Record<Tone, string>> = { pass: '34', fail: '31', warning: '33', quiet: '2', strong: '1' };
const paintAnsi: Paint = (tone, text) => (text === '' ? text : `\u001B[${codeOf[tone]}m${text}\u001B[0m`);
const paintPlain: Paint = (_tone, text) => text;

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';

/** Colours where a person reads: on a terminal, unless NO_COLOR is set (https://no-color.org) or the terminal is dumb. */
function hasColours({ isTerminal }: Sink, { environment }: Io): boolean {
  if (isSet(environment['NO_COLOR'])) return false;
  return isTerminal && environment['TERM'] !== 'dumb';
}

export function styleOf(sink: Sink, io: Io): TextStyle {
  const paint = hasColours(sink, io) ? paintAnsi : paintPlain;
  return sink.columns === undefined ? { paint } : { paint, width: sink.columns };
}
