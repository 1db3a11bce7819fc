import { asResourceId, type ResourceId } from '../../model/ids.ts';
import type { Client } from '../../model/resources/index.ts';
import type { Block } from '../../tracing/flight.ts';
import type { Endpoint } from '../../tracing/endpoint.ts';
import { askedPort, makeBlock, type MachineInput } from './machine-input.ts';

const PROXY_PORTS: readonly number[] = [80, 443];

/** The drawn client at one end, on the internet or inside the on-premises network. */
export function clientOf(from: Endpoint): Extract<Endpoint, { kind: 'client' }> | Required<Extract<Endpoint, { kind: 'on-premises' }>>['client'] | undefined {
  return from.kind === 'client' ? from : from.kind === 'on-premises' ? from.client : undefined;
}

/** A web proxy carries HTTP and, by CONNECT, HTTPS (RFC 9110 section 9.3.6); what else is asked for does not leave. */
function proxyBlocks(input: MachineInput): readonly Block[] {
  const { from } = input;
  if (from.kind !== 'client' || from.client.proxyAddress === undefined) return [];
  const asked = askedPort(input);
  if (asked?.protocol === 'tcp' && PROXY_PORTS.includes(asked.port)) return [];
  return [{ ...makeBlock(input, { component: 'personal-network', resource: from.id, code: 'X_CLIENT_PROXY' }), subject: { target: from.client.proxyAddress } }];
}

/** The drawn on-premises network at one end: the end itself, or the one its client is in. */
export function networkOf({ lookup, question, from }: Pick<MachineInput, 'lookup' | 'question' | 'from'>): Firewall | undefined {
  if (from.kind !== 'on-premises') return undefined;
  const asked = from.client?.client.network ?? asResourceId(question.from);
  const found = lookup.byKind['on-premises-network'].find(({ id, value }) => id === asked || (from.client === undefined && value.name === asked));
  return found && { id: found.id, blockedPorts: found.value.blockedPorts ?? {} };
}

interface Firewall {
  readonly id: ResourceId;
  readonly blockedPorts: Client['blockedPorts'];
}

function firewallBlocks(input: MachineInput): readonly Block[] {
  const client = clientOf(input.from);
  const firewalls = [client && { id: client.id, blockedPorts: client.client.blockedPorts }, networkOf(input)];
  const asked = askedPort(input);
  if (!asked) return [];
  return firewalls.flatMap((firewall) => {
    const row = Object.entries(firewall?.blockedPorts ?? {}).find(([, blocked]) => blocked.protocol === asked.protocol && blocked.fromPort <= asked.port && asked.port <= blocked.toPort);
    return firewall && row ? [makeBlock(input, { component: 'personal-network', resource: firewall.id, code: 'X_CLIENT_EGRESS_FIREWALL', row: row[0] })] : [];
  });
}

/** What the client's own network does not let out. */
export function personalNetworkBlocks(input: MachineInput): readonly Block[] {
  return [...firewallBlocks(input), ...proxyBlocks(input)];
}
