import type { Block } from '../../tracing/flight.ts';
import type { Endpoint } from '../../tracing/endpoint.ts';
import { commonFamily } from '../../tracing/start-flights.ts';
import { interfacesOf } from '../case.ts';
import { askedPort, makeBlock, type MachineInput } from './machine-input.ts';

const PROXY_PORTS: readonly number[] = [80, 443];

/** The drawn client at one end, on the internet or inside the on-premises network. */
export function clientOf(from: Endpoint): Extract<Endpoint, { kind: 'client' }> | Required<Extract<Endpoint, { kind: 'on-premises' }>>['client'] | undefined {
  return from.kind === 'client' ? from : from.kind === 'on-premises' ? from.client : undefined;
}

/** A client that has IPv6 alone, and a target that has IPv4 alone: there is no packet that both could exchange. */
export const lacksCommonFamily = (from: Endpoint, to: Endpoint): boolean => from.kind === 'client' && typeof from.range[0] === 'bigint' && to.kind === 'interfaces' && commonFamily(from, to) === undefined;

function familyBlocks(input: MachineInput): readonly Block[] {
  const client = clientOf(input.from);
  const [target] = interfacesOf(input.to);
  if (!client || !target || !lacksCommonFamily(input.from, input.to)) return [];
  return [{ ...makeBlock(input, { component: 'personal-network', resource: client.id, code: 'X_CLIENT_IPV6_ONLY' }), subject: { target: target.id } }];
}

/** A web proxy carries HTTP and, by CONNECT, HTTPS (RFC 9110 section 9.3.6); what else is asked for does not leave. */
function proxyBlocks(input: MachineInput): readonly Block[] {
  const { from } = input;
  if (from.kind !== 'client' || from.client.proxyAddress === undefined) return [];
  const asked = askedPort(input);
  if (asked?.protocol === 'tcp' && PROXY_PORTS.includes(asked.port)) return [];
  return [{ ...makeBlock(input, { component: 'personal-network', resource: from.id, code: 'X_CLIENT_PROXY' }), subject: { target: from.client.proxyAddress } }];
}

function firewallBlocks(input: MachineInput): readonly Block[] {
  const client = clientOf(input.from);
  const asked = askedPort(input);
  if (!client || !asked) return [];
  const row = Object.entries(client.client.blockedPorts).find(([, blocked]) => blocked.protocol === asked.protocol && blocked.fromPort <= asked.port && asked.port <= blocked.toPort);
  return row ? [makeBlock(input, { component: 'personal-network', resource: client.id, code: 'X_CLIENT_EGRESS_FIREWALL', row: row[0] })] : [];
}

/** What the client's own network does not let out. */
export function personalNetworkBlocks(input: MachineInput): readonly Block[] {
  return [...familyBlocks(input), ...firewallBlocks(input), ...proxyBlocks(input)];
}
