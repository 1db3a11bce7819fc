import { formatPorts } from '../../address/ports.ts';
import { contains, fromIntervals, type IntervalSet } from '../../address/interval-set.ts';
import { joinNames } from '../../editing/nouns.ts';
import { portsOfClass, wellKnownPorts, type PortClass } from '../../aws/well-known-ports.ts';

const tcpPorts = (...classes: readonly PortClass[]): IntervalSet<number> =>
  fromIntervals(classes.flatMap(portsOfClass).flatMap(({ protocol, port }) => (protocol === 'tcp' ? [[port, port + 1] as const] : [])));

/** TCP ports by which machines are run: SSH, RDP, VNC, WinRM, the Docker API and the like. */
export const administrationPorts = tcpPorts('remote-administration');

/** TCP ports of databases, caches and search engines. */
export const databasePorts = tcpPorts('database', 'cache', 'search');

const byPort = [...wellKnownPorts].filter(({ protocol }) => protocol === 'tcp').sort((a, b) => a.port - b.port);
/** SSH and RDP are what people look for first. */
const FAMILIAR: readonly string[] = ['SSH', 'RDP'];
const NAMED_AT_MOST = 3;

/** The names of what is usually behind some TCP ports, the best known first: "SSH, RDP and 7 more". */
export function namePorts(ports: IntervalSet<number>): string {
  const names = byPort.filter(({ port }) => contains(ports, port)).map(({ name }) => name);
  const sorted = [...FAMILIAR.filter((name) => names.includes(name)), ...names.filter((name) => !FAMILIAR.includes(name))];
  const shown = sorted.length > NAMED_AT_MOST ? [...sorted.slice(0, NAMED_AT_MOST - 1), `${sorted.length - NAMED_AT_MOST + 1} more`] : sorted;
  return joinNames(shown);
}

/** More ranges than these are the holes of a wide rule rather than ports that somebody chose. */
const RANGES_AT_MOST = 8;

/** "TCP 22", "TCP 3000–3010, 3306", "every TCP port", "TCP 0–21, 24–134 and 20 more ranges". */
export function describePorts(ports: IntervalSet<number>): string {
  const shown = ports.length > RANGES_AT_MOST ? ports.slice(0, 2) : ports;
  const text = shown.map(formatPorts).join(', ');
  if (shown.length < ports.length) return `TCP ${text} and ${ports.length - shown.length} more ranges`;
  return text === 'all ports' ? 'every TCP port' : `TCP ${text}`;
}

/** Beyond so many ports a rule means no port in particular. */
const MANY_PORTS = 1024;

export const isManyPorts = ([start, end]: readonly [start: number, end: number]): boolean => end - start >= MANY_PORTS;
