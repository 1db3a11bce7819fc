/** One line of a table of sockets, in words; what listens is decided by its columns, not by its language. */
export interface SocketLine {
  readonly protocol: 'tcp' | 'udp';
  readonly local: string;
  /** Whether `[::]` means IPv6 alone, as in ss: it writes `*` for a socket that takes both. */
  readonly isExact: boolean;
  readonly process: string | undefined;
}

/** `users:(("nginx",pid=1234,fd=6),…)` of ss. */
export const readUsers = (text: string): string | undefined => /users:\(\("([^"]+)"/.exec(text)?.[1];

/** ss(8): `[tcp] LISTEN 0 511 0.0.0.0:80 0.0.0.0:* users:((…))`; UDP sockets that wait are `UNCONN`. */
function readSsLine(line: string): SocketLine | 'other' | undefined {
  const match = /^(?:(tcp|udp)\s+)?(LISTEN|UNCONN|ESTAB|TIME-WAIT|CLOSE-WAIT|SYN-SENT|SYN-RECV|FIN-WAIT-[12]|LAST-ACK|CLOSING)\s+\d+\s+\d+\s+(\S+)\s+\S+(.*)$/.exec(line);
  if (!match) return undefined;
  const [, netid, state = '', local = '', rest = ''] = match;
  if (state !== 'LISTEN' && state !== 'UNCONN') return 'other';
  return { protocol: netid === 'udp' || (netid === undefined && state === 'UNCONN') ? 'udp' : 'tcp', local, isExact: true, process: readUsers(rest) };
}

/** netstat(8) of Linux: `tcp6 0 0 :::80 :::* LISTEN 1234/nginx: master`. A UDP line has no state. */
function readNetstatLine(line: string): SocketLine | 'other' | undefined {
  const match = /^(tcp|udp)6?\s+\d+\s+\d+\s+(\S+)\s+(\S+)\s*(.*)$/.exec(line);
  if (!match) return undefined;
  const [, word, local = '', foreign = '', rest = ''] = match;
  const isWaiting = foreign.endsWith(':*');
  const process = /(?:^|\s)\d+\/([^\s:]+)/.exec(rest)?.[1];
  return isWaiting ? { protocol: word === 'udp' ? 'udp' : 'tcp', local, isExact: false, process } : 'other';
}

/** netstat of Windows: `TCP 0.0.0.0:80 0.0.0.0:0 LISTENING 4`; the state is a word of the system's language, port 0 is not. */
function readWindowsLine(line: string): SocketLine | 'other' | undefined {
  const match = /^(TCP|UDP)\s+(\S+)\s+(\S+)(?:\s+.*)?$/.exec(line);
  if (!match) return undefined;
  const [, word, local = '', foreign = ''] = match;
  if (word === 'UDP') return { protocol: 'udp', local, isExact: false, process: undefined };
  return /:0$/.test(foreign) ? { protocol: 'tcp', local, isExact: false, process: undefined } : 'other';
}

/** A line as a socket that waits, as another socket (`other`), or as neither. */
export function readSocketLine(line: string): SocketLine | 'other' | undefined {
  const text = line.trim();
  return readSsLine(text) ?? readNetstatLine(text) ?? readWindowsLine(text);
}

const HEADERS: readonly (readonly [pattern: RegExp, covers: readonly SocketLine['protocol'][]])[] = [
  [/^Netid\s+State\s+Recv-Q/, ['tcp', 'udp']],
  [/^State\s+Recv-Q\s+Send-Q/, []],
  [/^Proto\s+Recv-Q\s+Send-Q/, []],
  [/^Proto\s+\S+.*\bPID\b/i, ['tcp', 'udp']],
];

/** The protocols a table's head speaks of; undefined where the line is no head. */
export function readHeader(line: string): readonly SocketLine['protocol'][] | undefined {
  return HEADERS.find(([pattern]) => pattern.test(line.trim()))?.[1];
}
