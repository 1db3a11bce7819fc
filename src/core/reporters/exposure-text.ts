import type { ExposureRow } from '../findings/exposure.ts';
import type { Design } from '../model/design.ts';
import { nameOf } from './names.ts';
import { plainStyle, type TextStyle } from './paint.ts';
import { columns } from './text-layout.ts';

const LAST_PORT = 65_535;
const MOST_SOURCES = 4;

function describePorts(protocol: string, ports: ExposureRow['ports']): string {
  const isEverything = ports.length === 0 || ports.some(([first, last]) => first === 0 && last === LAST_PORT);
  if (isEverything) return protocol.toUpperCase();
  return `${protocol.toUpperCase()} ${ports.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(', ')}`;
}

function describeSources(sources: readonly string[]): string {
  const named = sources.slice(0, MOST_SOURCES).join(', ');
  return sources.length > MOST_SOURCES ? `${named} and ${sources.length - MOST_SOURCES} more` : named;
}

/** What arrives where, as a table for people. */
export function writeExposureText(design: Design, rows: readonly ExposureRow[], options: { readonly from: string; readonly style?: TextStyle }): string {
  const { from, style = plainStyle } = options;
  const who = from === 'internet' ? 'the internet' : nameOf(design, from);
  if (rows.length === 0) return `Nothing is reached from ${who}.\n`;
  const head = ['RESOURCE', 'ADDRESSES', 'TRAFFIC', 'FROM', 'BY WAY OF'];
  const lines = rows.map((row) => [
    nameOf(design, row.resource),
    row.addresses.join(', '),
    describePorts(row.protocol, row.ports),
    describeSources(row.from),
    row.path.map((id) => nameOf(design, id)).join(' → '),
  ]);
  const [first = '', ...rest] = columns([head, ...lines]).split('\n');
  return `${[style.paint('strong', first), ...rest].join('\n')}\n`;
}
