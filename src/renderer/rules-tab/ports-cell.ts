import type { GivenTraffic } from '@core/editing/rule-traffic.ts';
import type { RuleTraffic } from '@core/model/fields.ts';
import { readPorts, writePorts } from '../inspector/parts/read-ports.ts';

type Protocol = RuleTraffic['protocol'];
type Read = { readonly ok: true; readonly traffic: GivenTraffic } | { readonly ok: false; readonly problem: string };

const HIGHEST_BYTE = 255;
/** `8`, `type 8`, `3/4`, `type 3 code 4`. */
const ICMP = /^(?:type\s*)?(\d{1,3})(?:\s*(?:\/|,|\s|code)\s*(?:code\s*)?(\d{1,3}))?$/i;
const EVERYTHING = /^(?:all(?: types)?|any|\*|)$/i;

export const hasPorts = (protocol: string | number): boolean => protocol === 'tcp' || protocol === 'udp';
export const hasTypes = (protocol: string | number): boolean => protocol === 'icmp' || protocol === 'icmpv6';

/** The text of the ports cell: ports, an ICMP type, or `all`. */
export function writePortsCell(traffic: RuleTraffic): string {
  if (hasPorts(traffic.protocol)) return writePorts(traffic);
  const { icmpType, icmpCode } = traffic;
  if (!hasTypes(traffic.protocol) || icmpType === undefined) return 'all';
  return icmpCode === undefined ? `type ${icmpType}` : `type ${icmpType} code ${icmpCode}`;
}

function readIcmp(text: string): Read {
  if (EVERYTHING.test(text)) return { ok: true, traffic: { icmpType: undefined, icmpCode: undefined } };
  const [, type, code] = ICMP.exec(text) ?? [];
  if (type === undefined) return { ok: false, problem: `“${text}” is no ICMP type; write type 8, type 3 code 4 or all.` };
  const wrong = [type, code].find((number) => number !== undefined && Number(number) > HIGHEST_BYTE);
  if (wrong !== undefined) return { ok: false, problem: `${wrong} is no ICMP type or code; they are 0 to 255.` };
  return { ok: true, traffic: { icmpType: Number(type), icmpCode: code === undefined ? undefined : Number(code) } };
}

/** Reads the ports cell of a rule of that protocol. */
export function readPortsCell(protocol: Protocol, text: string): Read {
  const typed = text.trim();
  if (hasTypes(protocol)) return readIcmp(typed);
  if (!hasPorts(protocol)) return { ok: true, traffic: {} };
  const ports = readPorts(typed);
  return ports.ok ? { ok: true, traffic: { fromPort: ports.fromPort, toPort: ports.toPort } } : ports;
}
