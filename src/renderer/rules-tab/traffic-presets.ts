import { protocolLabel, protocolNumber } from '@core/address/protocol.ts';
import { ephemeralPorts } from '@core/aws/ephemeral-ports.ts';
import type { GivenTraffic } from '@core/editing/rule-traffic.ts';
import type { RuleTraffic } from '@core/model/fields.ts';
import type { Choice, ChoiceSection } from '../controls/choice.ts';

interface Preset {
  readonly id: string;
  readonly label: string;
  /** Set in mono behind the label. */
  readonly detail: string;
  readonly traffic: GivenTraffic;
}

const PRESET = 'preset:';
const port = (id: string, label: string, { number, protocol = 'tcp' }: { readonly number: number; readonly protocol?: 'tcp' | 'udp' }): Preset => ({
  id,
  label,
  detail: `${protocol.toUpperCase()} ${number}`,
  traffic: { protocol, fromPort: number, toPort: number },
});

const { firstPort, lastPort } = ephemeralPorts.any;

/** Traffic people open most, by the name they know it by. */
const PRESETS: readonly Preset[] = [
  port('https', 'HTTPS', { number: 443 }),
  port('http', 'HTTP', { number: 80 }),
  port('ssh', 'SSH', { number: 22 }),
  port('rdp', 'RDP', { number: 3389 }),
  port('mysql', 'MySQL or Aurora', { number: 3306 }),
  port('postgresql', 'PostgreSQL', { number: 5432 }),
  port('sqlserver', 'Microsoft SQL Server', { number: 1433 }),
  port('oracle', 'Oracle', { number: 1521 }),
  port('nfs', 'NFS', { number: 2049 }),
  port('smtp', 'SMTP', { number: 25 }),
  port('dns-udp', 'DNS', { number: 53, protocol: 'udp' }),
  port('dns-tcp', 'DNS over TCP', { number: 53 }),
  {
    id: 'ephemeral',
    label: 'Ephemeral ports, for replies',
    detail: `TCP ${firstPort}–${lastPort}`,
    traffic: { protocol: 'tcp', fromPort: firstPort, toPort: lastPort },
  },
  { id: 'ping', label: 'Ping (echo request)', detail: 'ICMP type 8', traffic: { protocol: 'icmp', icmpType: 8 } },
  { id: 'mtu', label: 'Path MTU discovery', detail: 'ICMP type 3 code 4', traffic: { protocol: 'icmp', icmpType: 3, icmpCode: 4 } },
];

const PROTOCOLS: readonly Choice[] = [
  { value: 'all', label: 'All', sentence: 'Every protocol and port.' },
  { value: 'tcp', label: 'TCP' },
  { value: 'udp', label: 'UDP' },
  { value: 'icmp', label: 'ICMP' },
  { value: 'icmpv6', label: 'ICMPv6' },
];

/** What the type of a rule can be: usual traffic by name, which brings its ports, or a protocol. */
export const typeSections: readonly ChoiceSection[] = [
  { title: 'Protocols', choices: PROTOCOLS },
  { title: 'Usual traffic', choices: PRESETS.map(({ id, label, detail }) => ({ value: `${PRESET}${id}`, label, detail, keywords: [id] })) },
];

/** A protocol as somebody types it, by name or by number; `undefined` when it is none. */
export function readTypedProtocol(typed: string): Choice | undefined {
  const number = protocolNumber(typed);
  if (number === undefined || PROTOCOLS.some(({ value }) => value === typed.toLowerCase())) return undefined;
  return { value: String(number), label: protocolLabel(number), detail: `protocol ${number}` };
}

/** The value of the type cell of a rule. */
export const typeOf = ({ protocol }: Pick<RuleTraffic, 'protocol'>): string => String(protocol);

const NO_DETAILS: GivenTraffic = { fromPort: undefined, toPort: undefined, icmpType: undefined, icmpCode: undefined };

/** What choosing a type changes: usual traffic sets its ports, a protocol alone keeps those that it has. */
export function trafficOfType(value: string): GivenTraffic {
  const preset = PRESETS.find(({ id }) => value === `${PRESET}${id}`);
  if (preset) return { ...NO_DETAILS, ...preset.traffic };
  if (value === 'all' || value === 'tcp' || value === 'udp' || value === 'icmp' || value === 'icmpv6') return { protocol: value };
  return { protocol: Number(value) };
}
