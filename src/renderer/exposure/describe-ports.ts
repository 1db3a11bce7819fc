import type { ExposureRow } from '@core/findings/exposure.ts';

const LAST_PORT = 65_535;
const CODES_PER_TYPE = 256;

const isEverything = (ports: ExposureRow['ports']): boolean => ports.length === 1 && ports[0]?.[0] === 0 && ports[0][1] === LAST_PORT;

function icmpTypes([from, to]: readonly [number, number]): string {
  const [first, last] = [Math.floor(from / CODES_PER_TYPE), Math.floor(to / CODES_PER_TYPE)];
  return first === last ? `type ${first}` : `types ${first}–${last}`;
}

/** The ports of a row as people write them: `443`, `1024–65535`, `all ports`, `type 8` for ICMP. */
export function describePorts({ protocol, ports }: Pick<ExposureRow, 'protocol' | 'ports'>): string {
  const isIcmp = protocol === 'icmp' || protocol === 'icmpv6';
  if (isEverything(ports)) return isIcmp ? 'all types' : protocol === 'tcp' || protocol === 'udp' ? 'all ports' : 'all';
  if (isIcmp) return ports.map(icmpTypes).join(', ');
  return ports.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}
