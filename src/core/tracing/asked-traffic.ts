import type { Interval } from '../address/interval.ts';
import { ALL_PORTS, icmpEcho, icmpRange, matchHeaders, portRange } from '../address/ports.ts';
import { hasPorts, ICMP, ICMPV6, isIcmp, TCP, UDP } from '../address/protocol.ts';
import { ephemeralPorts } from '../aws/ephemeral-ports.ts';
import type { AnyBox, Family } from '../filtering/rule-match.ts';
import type { Question } from '../model/question.ts';

/** Protocol and ports of the asked traffic; one header per kind of protocol, since gateways treat them differently. */
export type Header = Pick<AnyBox, 'protocol' | 'sourcePort' | 'destinationPort'>;

function sourcePorts(question: Question): Interval<number> {
  if (question.sourcePort !== undefined) return portRange(question.sourcePort, question.sourcePort);
  return ephemeralPorts[question.client ?? 'any'].ports;
}

/** ICMP, with the messages that are answered apart from those that are not. */
function everyIcmp(family: Family): readonly Header[] {
  const number = family === 4 ? ICMP : ICMPV6;
  const echo = icmpRange(icmpEcho[family].request);
  const parts: readonly Interval<number>[] = [[ALL_PORTS[0], echo[0]], echo, [echo[1], ALL_PORTS[1]]];
  return parts.map((destinationPort) => ({ protocol: [number, number + 1], sourcePort: ALL_PORTS, destinationPort }));
}

/** Every protocol, told apart as far as filters and gateways do: the first three have ports or types. */
function everyProtocol(question: Question, family: Family): readonly Header[] {
  const known = [family === 4 ? ICMP : ICMPV6, TCP, UDP].sort((a, b) => a - b);
  const ported = [TCP, UDP].map((protocol): Header => ({ protocol: [protocol, protocol + 1], sourcePort: sourcePorts(question), destinationPort: ALL_PORTS }));
  const headers: Header[] = [...ported, ...everyIcmp(family)];
  let start = 0;
  for (const end of [...known, 256]) {
    if (start < end) headers.push({ protocol: [start, end], sourcePort: ALL_PORTS, destinationPort: ALL_PORTS });
    start = end + 1;
  }
  return headers;
}

/** Protocol, ports and ICMP type of a question. ICMP is an echo request unless a type is given. */
export function headersOf(question: Question, family: Family): readonly Header[] {
  const word = question.protocol ?? 'tcp';
  if (word === 'all') return everyProtocol(question, family);
  const match = matchHeaders({ protocol: word === 'icmp' && family === 6 ? 'icmpv6' : word, fromPort: question.port, toPort: question.port, icmpType: question.icmpType, icmpCode: question.icmpCode });
  if (!match) return [];
  const [protocol] = match.protocol;
  if (isIcmp(protocol)) {
    const echo = icmpRange(icmpEcho[family].request, 0);
    return [{ protocol: match.protocol, sourcePort: ALL_PORTS, destinationPort: question.icmpType === undefined ? echo : match.destinationPort }];
  }
  return [{ protocol: match.protocol, sourcePort: hasPorts(protocol) ? sourcePorts(question) : ALL_PORTS, destinationPort: match.destinationPort }];
}
