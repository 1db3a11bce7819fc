import { parseIpv4 } from '../../address/ipv4.ts';
import { parseIpv6 } from '../../address/ipv6.ts';

const HIGHEST_PORT = 65_535;
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** Where a socket listens; `port` is the word where it is no number. */
export interface LocalAddress {
  readonly address: string;
  readonly port: number | string;
}

const readPort = (text: string): number | string => (/^\d{1,5}$/.test(text) && Number(text) <= HIGHEST_PORT ? Number(text) : text);

const EVERYWHERE: Readonly<Record<string, string>> = { '': '::', '*': '::', '::': '::', '0.0.0.0': '0.0.0.0' };

/** The address without brackets and zone; `*` is every address, and what is confined to `lo` is loopback. */
function cleanAddress(text: string): string | undefined {
  const [bare = '', zone] = text.replaceAll(/[[\]]/g, '').split('%');
  const address = MAPPED.exec(bare)?.[1] ?? bare;
  const every = EVERYWHERE[address];
  if (every !== undefined) return zone === 'lo' ? '127.0.0.1' : every;
  return parseIpv4(address) === undefined && parseIpv6(address) === undefined ? undefined : address;
}

/**
 * The two halves of what ss and netstat print as a local address: `0.0.0.0:80`, `[::]:80`, `*:80`, `:::80`,
 * `127.0.0.53%lo:53`, `[::ffff:10.0.0.4]:80`. Undefined where it is none.
 */
export function splitLocalAddress(text: string): LocalAddress | undefined {
  const colon = text.lastIndexOf(':');
  if (colon < 0 || colon === text.length - 1) return undefined;
  const address = cleanAddress(text.slice(0, colon));
  return address === undefined ? undefined : { address, port: readPort(text.slice(colon + 1)) };
}
