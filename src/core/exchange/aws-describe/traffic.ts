import type { Protocol, RuleTraffic } from '../../model/fields.ts';

/** The protocol numbers that have words (https://www.iana.org/assignments/protocol-numbers). */
const WORDS: Readonly<Record<string, Protocol>> = {
  '-1': 'all',
  all: 'all',
  '1': 'icmp',
  icmp: 'icmp',
  '6': 'tcp',
  tcp: 'tcp',
  '17': 'udp',
  udp: 'udp',
  '58': 'icmpv6',
  icmpv6: 'icmpv6',
};

/** AWS's word or number for a protocol, as a design has it; what is neither is handed on for the schema to refuse. */
export const readProtocol = (text: string): string | number => WORDS[text.toLowerCase()] ?? (/^\d{1,3}$/.test(text) ? Number(text) : text);

export interface RawTraffic {
  readonly protocol: string;
  /** First port, or the ICMP type. */
  readonly from?: number | undefined;
  /** Last port, or the ICMP code. */
  readonly to?: number | undefined;
}

const whenGiven = (key: keyof RuleTraffic, value: number | undefined): Partial<RuleTraffic> => (value === undefined || value < 0 ? {} : { [key]: value });

/**
 * Protocol and ports of a rule. -1 means all; protocols other than TCP, UDP and ICMP have no ports whatever is printed.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
 */
export function readTraffic({ protocol: text, from, to }: RawTraffic): Readonly<Record<string, unknown>> {
  const protocol = readProtocol(text);
  if (protocol === 'icmp' || protocol === 'icmpv6') return { protocol, ...whenGiven('icmpType', from), ...whenGiven('icmpCode', to) };
  if (protocol !== 'tcp' && protocol !== 'udp') return { protocol };
  return { protocol, ...whenGiven('fromPort', from ?? to), ...whenGiven('toPort', to ?? from) };
}
