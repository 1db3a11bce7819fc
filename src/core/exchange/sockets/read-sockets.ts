import type { ListeningSocket, ListeningSockets } from '../../model/listening-socket.ts';
import { fail, succeed, type Reply } from '../../model/reply.ts';
import { readHeader, readSocketLine, readUsers, type SocketLine } from './socket-lines.ts';
import { splitLocalAddress } from './split-local-address.ts';

const NOT_UNDERSTOOD = 'This is not the output of ss -ltnp, ss -lunp, netstat -ltnp or netstat -ano; paste its lines as they stand.';
const MOST_LINES = 20_000;

/** A line that starts as a row of a table does, whether or not it can be read. */
const LOOKS_LIKE_A_ROW = /^\s*(?:LISTEN|UNCONN|(?:tcp|udp)6?\s+(?:\d|LISTEN|UNCONN)|TCP\s|UDP\s)/;

interface Reading {
  readonly sockets: ListeningSocket[];
  readonly covers: Set<ListeningSocket['protocol']>;
  isTable: boolean;
}

function addSocket(reading: Reading, line: SocketLine, number: number): string | undefined {
  const local = splitLocalAddress(line.local);
  if (!local) return `Line ${number}: ${line.local} is no address and port; paste the lines as they stand.`;
  if (typeof local.port === 'string') return local.port === '*' ? undefined : `Line ${number} names port ${local.port} by a word; run the command with -n, which prints numbers.`;
  reading.covers.add(line.protocol);
  const isIpv6Only = line.isExact && line.local.startsWith('[::]');
  if (local.port > 0) reading.sockets.push({ protocol: line.protocol, address: local.address, isIpv6Only, port: local.port, process: line.process });
  return undefined;
}

/** What a line says beside sockets: the name of the program of the line before (ss when it wraps, netstat -b). */
function nameLast({ sockets }: Reading, line: string): void {
  const name = readUsers(line) ?? /^\s*\[([^\]]+?)(?:\.exe)?\]\s*$/.exec(line)?.[1];
  const last = sockets[sockets.length - 1];
  if (name !== undefined && last && last.process === undefined) sockets[sockets.length - 1] = { ...last, process: name };
}

function takeLine(reading: Reading, line: string, number: number): string | undefined {
  const header = readHeader(line);
  const found = header ? undefined : readSocketLine(line);
  if (header || found) reading.isTable = true;
  for (const protocol of header ?? []) reading.covers.add(protocol);
  if (found === 'other' || header) return undefined;
  if (found) return addSocket(reading, found, number);
  if (LOOKS_LIKE_A_ROW.test(line)) return `Line ${number} is cut off or changed; paste the lines as they stand.`;
  nameLast(reading, line);
  return undefined;
}

const keyOf = ({ protocol, port }: ListeningSocket): string => `${protocol} ${port}`;

/** One socket for each address of a port; one for every IPv4 address and one for every IPv6 address are one for both. */
function mergeSockets(sockets: readonly ListeningSocket[]): readonly ListeningSocket[] {
  const merged = new Map<string, ListeningSocket>();
  const everywhere = new Set(sockets.filter(({ address }) => address === '::').map(keyOf));
  const everyIpv4 = new Set(sockets.filter(({ address }) => address === '0.0.0.0').map(keyOf));
  for (const socket of sockets) {
    const address = socket.address === '0.0.0.0' && everywhere.has(keyOf(socket)) ? '::' : socket.address;
    const key = `${keyOf(socket)} ${address}`;
    const process = merged.get(key)?.process ?? socket.process;
    const isIpv6Only = address === '::' && socket.isIpv6Only && !everyIpv4.has(keyOf(socket));
    merged.set(key, { ...socket, address, isIpv6Only: isIpv6Only && merged.get(key)?.isIpv6Only !== false, process });
  }
  return [...merged.values()].sort((a, b) => Number(a.protocol === 'udp') - Number(b.protocol === 'udp') || a.port - b.port);
}

/**
 * What listens on a machine, from the output of `ss -ltnp`, `ss -lunp`, `ss -tulpn`, `netstat -ltnp` or, on Windows,
 * `netstat -ano` (ss(8), netstat(8)). Lines around the table are passed over. Fails with one sentence where the text is no
 * such table, or where a row of it cannot be read.
 */
export function readSockets(text: string): Reply<ListeningSockets> {
  const reading: Reading = { sockets: [], covers: new Set(), isTable: false };
  const lines = text.split(/\r?\n/);
  if (lines.length > MOST_LINES) return fail(`The text has more than ${MOST_LINES} lines; paste the lines of the table alone.`);
  for (const [index, line] of lines.entries()) {
    const problem = takeLine(reading, line, index + 1);
    if (problem !== undefined) return fail(problem);
  }
  if (!reading.isTable) return fail(NOT_UNDERSTOOD);
  // An empty table was asked of TCP, as ss -ltnp does.
  const covers = reading.covers.size === 0 ? (['tcp'] as const) : [...reading.covers].sort();
  return succeed({ sockets: mergeSockets(reading.sockets), covers });
}
